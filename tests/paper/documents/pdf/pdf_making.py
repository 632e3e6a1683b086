"""Makes small pdfs by hand: words and lines put where a test wants them, in a font every pdf program knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# Thirty characters and equal margins wide.
PORTRAIT, LANDSCAPE = (540, 842), (842, 540)


@dataclass
class Sheet:
    """A page to be printed; distances are points from its left and upper edge."""

    size: tuple[int, int] = PORTRAIT
    commands: list[str] = field(default_factory=list)

    def write(self, left: float, down: float, words: str, size: float = 12, turn: str = "1 0 0 1") -> None:
        """One line of words; Chinese characters are ``size`` wide, all others half of it."""
        code = words.encode("utf-16-be").hex()
        self.commands.append(f"BT /F {size} Tf {turn} {left} {self.size[1] - down} Tm <{code}> Tj ET")

    def write_lines(self, left: float, down: float, lines: Iterable[str], leading: float = 20) -> None:
        for number, words in enumerate(lines):
            self.write(left, down + number * leading, words)

    def rule(self, left: float, upper: float, right: float, lower: float) -> None:
        top, bottom = self.size[1] - upper, self.size[1] - lower
        self.commands.append(f"{left} {top} m {right} {bottom} l S")

    def box(self, left: float, upper: float, right: float, lower: float) -> None:
        self.commands.append(f"{left} {self.size[1] - lower} {right - left} {lower - upper} re S")

    def table(self, across: Sequence[float], down: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
        """A table with every line drawn."""
        for edge in down:
            self.rule(across[0], edge, across[-1], edge)
        for edge in across:
            self.rule(edge, down[0], edge, down[-1])
        for top, cells in zip(down, rows, strict=False):
            for left, words in zip(across, cells, strict=False):
                self.write(left + 4, top + 16, words)


def make_pdf(*sheets: Sheet) -> bytes:
    """The pages as a file."""
    pages = [
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.size[0]} {sheet.size[1]}] "
        f"/Resources << /Font << /F 3 0 R >> >> /Contents {6 + 2 * number} 0 R >>"
        for number, sheet in enumerate(sheets)
    ]
    contents = ["\n".join(sheet.commands) for sheet in sheets]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(sheets)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    ]
    for page, content in zip(pages, contents, strict=True):
        objects += [page, f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"]
    return _with_references(objects)


def make_nest(depth: int, branches: int) -> bytes:
    """A page that draws a form, which draws the next form several times, and so on to some words."""
    contents = ["/X Do", *["/X Do " * branches] * (depth - 1), "BT /F 12 Tf 100 100 Td (6%) Tj ET"]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>"]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    resources = "/MediaBox [0 0 540 842] /Resources << /Font << /F 3 0 R >> /XObject << /X {} 0 R >> >>"
    objects.append(f"<< /Type /Page /Parent 2 0 R {resources.format(6)} /Contents 5 0 R >>")
    for number, content in enumerate(contents, start=6):
        form = f"/Type /XObject /Subtype /Form /BBox [0 0 540 842] {resources.format(number)}"
        objects.append(f"<< {form} /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _with_references(objects)


def _with_references(objects: Sequence[str]) -> bytes:
    file = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(file)
    file += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        file += f"{place:010} 00000 n \n".encode()
    file += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(file)
