"""Typography (排印): a paragraph's words set the one way the reading knows, whatever the word processor made of them."""

import re
from dataclasses import replace
from itertools import chain, pairwise

from taizhang.paper.blocks.block import Paragraph

# Blanks beside numbers and letters mean nothing: 超 1000 家, 占 GDP 比重, 3.6 : 48. Two or more in a row part columns.
_BLANK = re.compile(
    r"(?<=[0-9A-Za-z%％‰.）”)])[ \u3000\xa0](?=[一-龥（“(])|(?<=[一-龥，、；：）”,;:)])[ \u3000\xa0](?=[0-9A-Za-z])"
    r"|(?<=[0-9])[ \u3000\xa0](?=[:：∶])|(?<=[:：∶])[ \u3000\xa0](?=[0-9])"
)
# Western marks between Chinese words; those inside a number (1,200, 2.5:1) stay.
_WESTERN = re.compile(r"(?<![0-9])[,;:]|[,;:](?![0-9])|[()]")
_CHINESE = dict(zip(",;:()", "，；：（）", strict=True))


def typeset(paragraph: Paragraph) -> Paragraph:
    """The same paragraph with Chinese marks and without blanks of the layout; it still knows its places."""
    closed = _closed_up(paragraph)
    return replace(closed, text=_WESTERN.sub(lambda mark: _CHINESE[mark[0]], closed.text))


def _closed_up(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text
    cuts = [0, *chain.from_iterable(match.span() for match in _BLANK.finditer(text)), len(text)]
    if len(cuts) == 2:
        return paragraph
    places = paragraph.offsets or range(paragraph.span.start, paragraph.span.start + len(text))
    stretches = list(pairwise(cuts))[::2]
    return replace(
        paragraph,
        text="".join(text[start:end] for start, end in stretches),
        offsets=tuple(chain.from_iterable(places[start:end] for start, end in stretches)),
    )
