"""As a Word file (Word 输出): the document with each finding as a comment in the margin, on the words it is about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.run import Checked
from taizhang.paper.documents.media import Media
from taizhang.paper.documents.packages.ooxml import unparse_part
from taizhang.paper.documents.word.places import WordText, open_word_text
from taizhang.paper.documents.word.remarks import read_remarks
from taizhang.paper.plan import Plan
from taizhang.paper.reports.word_comments.anchors import Anchor, find_anchor, note_marks
from taizhang.paper.reports.word_comments.comment import Comment, comment_on
from taizhang.paper.reports.word_comments.comments_part import AUTHOR, open_comments, parts_changed, write_comments
from taizhang.paper.reports.word_comments.markers import set_markers
from taizhang.paper.reports.word_comments.new_file import lay_out_anew
from taizhang.paper.reports.word_comments.repack import repack


def findings_as_docx(
    checked: Checked,
    plan: Plan,
    source: Path | bytes,
    rules: Mapping[str, Rule],
    language: str = "zh",
    written_at: datetime | None = None,
) -> bytes:
    """A Word file with comments; a document in another format comes back as a new Word file.

    Args:
        checked: what was found.
        plan: the document read.
        source: the file it was read from, or its bytes.
        rules: the rules by code.
        language: of the comments.
        written_at: time the comments bear, in UTC; none where None.

    Raises:
        PaperError: the file cannot be opened again.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    document = plan.document
    word = open_word_text(data, document) if document.origin.media == Media.DOCX else lay_out_anew(plan)
    marks = note_marks(word.root)
    placed = []
    for finding in checked.findings:
        anchor = find_anchor(word, document.text, finding.span, marks)
        placed.append((anchor, comment_on(finding, plan, rules, language, is_exact=anchor.is_exact)))
    part = open_comments(word.package, word.main)
    numbered = list(enumerate(_not_yet_there(placed, word), part.first_id))
    write_comments(part, [(number, comment) for number, (_, comment) in numbered], written_at)
    set_markers((number, anchor) for number, (anchor, _) in numbered)
    changed = {word.main: unparse_part(word.root, word.package, word.main)}
    if numbered:
        changed |= parts_changed(word.package, word.main, part)
    return repack(word.package, changed)


def _not_yet_there(placed: Iterable[tuple[Anchor, Comment]], word: WordText) -> Iterator[tuple[Anchor, Comment]]:
    """What an earlier check has already written into the file is not written again."""
    there = Counter(remark.words for remark in read_remarks(word) if remark.author == AUTHOR)
    for anchor, comment in placed:
        if there[comment.words]:
            there[comment.words] -= 1
        else:
            yield anchor, comment
