"""Words in XML (可写入 XML 的文字): text without the control characters that XML cannot hold."""

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_writable(sign: str) -> bool:
    """Whether a character may stand in XML."""
    return _UNWRITABLE.match(sign) is None


def writable(words: str) -> str:
    """The words, what XML cannot hold left out."""
    return _UNWRITABLE.sub("", words)
