"""As a Word file (Word 输出): the document with each finding as a comment in the margin, on the words it is about."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.run import Checked
from taizhang.paper.documents.docx_places import open_word_text
from taizhang.paper.documents.media import Media
from taizhang.paper.documents.ooxml import unparse_part
from taizhang.paper.plan import Plan
from taizhang.paper.reports.word_comments.anchors import find_anchor, note_marks
from taizhang.paper.reports.word_comments.comment import comment_on
from taizhang.paper.reports.word_comments.comments_part import open_comments, parts_changed, write_comments
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
    anchors = [find_anchor(word, document.text, finding.span, marks) for finding in checked.findings]
    part = open_comments(word.package, word.main)
    comments = (
        comment_on(finding, plan, rules, language, is_exact=anchor.is_exact)
        for finding, anchor in zip(checked.findings, anchors, strict=True)
    )
    write_comments(part, enumerate(comments, part.first_id), written_at)
    set_markers(enumerate(anchors, part.first_id))
    changed = {word.main: unparse_part(word.root, word.package, word.main)}
    if checked.findings:
        changed |= parts_changed(word.package, word.main, part)
    return repack(word.package, changed)
