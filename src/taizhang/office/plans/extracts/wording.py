"""Wording of extracts (摘录证明的文字): every word of a certificate; in Chinese always, for that is what it certifies."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from taizhang.office.plans.extracts.selectors import Certificate

ORDINALS = "一二三四五"
GROUP = 16


@dataclass(frozen=True, slots=True)
class Printed:
    """Printed certificate (证明文字): its words as they stand on paper.

    Attributes:
        note: above everything else; empty where it certifies in earnest.
        sections: heading and words.
    """

    note: str
    serial: str
    title: str
    testimony: str
    sections: tuple[tuple[str, str], ...]
    signature: str
    date: str
    remark: str


def printed(made: Certificate) -> Printed:
    """The words of a certificate."""
    return Printed(
        note="演示数据，不具有证明效力" if made.is_demonstration else "",
        serial=made.serial,
        title="计划摘录证明",
        testimony=_testimony(made),
        sections=tuple((f"{ORDINALS[at]}、{head}", words) for at, (head, words) in enumerate(_sections(made))),
        signature=made.issuer or "（出具机关盖章）",
        date=_day(timezone.localtime(made.at).date()),
        remark=f"（经办人：{made.by}。本证明已登记，可凭编号{made.serial}查验）",
    )


def file_name(made: Certificate) -> str:
    """What the Word file is called."""
    return f"摘录证明 {made.serial}.docx"


def _sections(made: Certificate) -> Iterator[tuple[str, str]]:
    yield "摘录事项", made.title
    yield "所在位置", _place(made)
    yield "摘录原文", f"“{made.quote}”"
    if made.purpose:
        yield "用途", made.purpose
    yield "文本校验", _proof(made)


def _day(of: date) -> str:
    """A day as official papers write it."""
    return f"{of.year}年{of.month}月{of.day}日"


def _testimony(made: Certificate) -> str:
    issued = ""
    if made.issued_number:
        when = f"，{_day(made.issued_on)}" if made.issued_on else ""
        issued = f"（{made.issued_number}{when}）"
    approved = f"该计划第{made.version_number}稿经{made.organ}于{_day(made.decided_on)}批准（{made.resolution_number}）"
    return f"兹证明，以下文字摘自《{made.plan_title}》{issued}。{approved}，所摘文字与批准文本一致。"


def _place(made: Certificate) -> str:
    where = " → ".join(made.section) or "正文"
    page = f"第{made.page}页（按原文件页序）" if made.page is not None else "原文件为流式文档，无页码"
    return f"{where}；{page}。"


def _proof(made: Certificate) -> str:
    """By what anybody can check it, a digest a line."""
    digests = (
        ("摘录文字 SM3", made.quote_sm3),
        ("批准文本 SM3", made.text_sm3),
        ("批准文本 SHA-256", made.text_sha256),
    )
    return "\n".join(f"{name}：{_grouped(digest)}" for name, digest in digests)


def _grouped(digest: str) -> str:
    """In groups that an eye can follow."""
    return " ".join(digest[at : at + GROUP] for at in range(0, len(digest), GROUP))
