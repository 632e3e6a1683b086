"""Wording of extracts (摘录证明的文字): the sentences of a certificate; in Chinese always, for that is what it certifies."""

from datetime import date

from taizhang.office.plans.extracts.selectors import Certificate


def day(of: date) -> str:
    """A day as official papers write it."""
    return f"{of.year}年{of.month}月{of.day}日"


def testimony(made: Certificate) -> str:
    """What is certified, in one sentence."""
    issued = ""
    if made.issued_number:
        when = f"，{day(made.issued_on)}" if made.issued_on else ""
        issued = f"（{made.issued_number}{when}）"
    approved = f"该计划第{made.version_number}稿经{made.organ}于{day(made.decided_on)}批准（{made.resolution_number}）"
    return f"兹证明，以下文字摘自《{made.plan_title}》{issued}。{approved}，所摘文字与批准文本一致。"


def place(made: Certificate) -> str:
    """Where in the document the words stand."""
    where = " → ".join(made.section) or "正文"
    page = f"第{made.page}页（按原文件页序）" if made.page is not None else "原文件为流式文档，无页码"
    return f"{where}；{page}。"


def proof(made: Certificate) -> str:
    """By what anybody can check it."""
    return (
        f"摘录文字 SM3：{made.quote_sm3}；批准文本 SM3：{made.text_sm3}；批准文本 SHA-256：{made.text_sha256}；"
        f"文件 SHA-256：{made.file_sha256}。"
    )
