"""Comments already in a Word file are read with the words they stand on."""

from collections.abc import Callable

from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.documents.word.places import open_word_text
from taizhang.paper.documents.word.remarks import read_remarks

Make = Callable[..., bytes]


def remarks(data: bytes) -> list[tuple[str, str, str]]:
    document = open_bytes("计划.docx", data)
    found = read_remarks(open_word_text(data, document))
    return [(remark.author, remark.words, remark.span.quote(document.text)) for remark in found]


def r(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>{call(number)}'


def call(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def comment(number: int, *lines: str) -> str:
    return (
        f'<w:comment w:id="{number}" w:author="张三">{"".join(f"<w:p>{r(line)}</w:p>" for line in lines)}</w:comment>'
    )


def test_a_remark_has_its_author_its_lines_and_the_words_it_stands_on(make_docx: Make) -> None:
    body = f"<w:p>{r('社零增长')}{start(3)}{r('0.4')}{r('%')}{end(3)}{r('。')}</w:p>"
    assert remarks(make_docx(body, comments=comment(3, "核校 C05：不计", "已核"))) == [
        ("张三", "核校 C05：不计\n已核", "0.4%")
    ]


def test_remarks_may_overlap_and_run_over_paragraphs(make_docx: Make) -> None:
    body = f"<w:p>{start(1)}{r('甲')}{start(2)}{r('乙')}{end(1)}</w:p><w:p>{r('丙')}{end(2)}{r('丁')}</w:p>"
    assert [quote for _, _, quote in remarks(make_docx(body, comments=comment(1, "一") + comment(2, "二")))] == [
        "甲乙",
        "乙\n丙",
    ]


def test_a_remark_on_no_words_is_about_its_paragraph(make_docx: Make) -> None:
    body = f"<w:p>{r('前文。')}</w:p><w:p>{r('社零增长')}{call(1)}{r('0.4%。')}</w:p>"
    assert remarks(make_docx(body, comments=comment(1, "此处"))) == [("张三", "此处", "社零增长0.4%。")]


def test_marks_without_a_comment_and_comments_without_marks_are_passed_over(make_docx: Make) -> None:
    body = f"<w:p>{start(1)}{r('甲')}{end(1)}</w:p>"
    assert remarks(make_docx(body, comments=comment(2, "二"))) == []
    assert remarks(make_docx(body)) == []
