"""Document number (发文字号): 机关代字, 六角括号 with the year, 序号 without 第 or leading zeros, as GB/T 9704 has it."""

import re

from taizhang.office.plans.life.errors import NumberFormError

FORM = re.compile(r"[^\s〔〕\d第][^\s〔〕第]{0,39}〔(19|20)\d{2}〕[1-9]\d{0,4}号")
BRACKETS = str.maketrans("[]［］【】()（）﹝﹞", "〔〕〔〕〔〕〔〕〔〕〔〕")  # typed in all these ways


def document_number(words: str) -> str:
    """A document number in its proper form.

    Raises:
        NumberFormError: it has none.
    """
    number = "".join(words.split()).translate(BRACKETS)
    if not FORM.fullmatch(number):
        raise NumberFormError
    return number
