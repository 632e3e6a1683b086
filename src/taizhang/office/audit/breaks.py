"""Breaks (断链): what can be wrong with the chain, each in one sentence."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _


class Fault(Enum):
    """Fault (断链种类): the kinds of tampering that can be told apart."""

    MISSING = _("第 %(first)s 号至第 %(last)s 号记录不见了。")
    STRAY = _("第 %(first)s 号记录不该存在：序号从 1 开始。")
    POINTER = _("第 %(first)s 号记录的“接在哪一号之后”一栏被改过。")
    ALGORITHM = _("第 %(first)s 号记录的算法一栏被改成了“%(words)s”。")
    ALTERED = _("第 %(first)s 号记录的内容在记下之后被改过：与它的摘要不符。")
    DIGEST_ALTERED = _("第 %(first)s 号记录的摘要被改过；内容没有改动，与后面所记的摘要相符。")
    PREVIOUS_ALTERED = _("第 %(first)s 号记录的“前一摘要”一栏被改过。")
    MOVED = _("第 %(first)s 号位置上放的是原来的第 %(last)s 号记录：次序被动过。")
    COPIED = _("第 %(first)s 号记录接的是第 %(last)s 号，不是它前面的一条：它是照抄或补写进来的。")
    DISJOINED = _(
        "第 %(last)s 号与第 %(first)s 号记录之间接不上：第 %(last)s 号被改后单独重算过摘要，或者第 %(first)s 号是后来插进来的。"
    )
    TRUNCATED = _("末尾的第 %(first)s 号至第 %(last)s 号记录不见了：链头记着它们。")
    APPENDED = _("第 %(first)s 号至第 %(last)s 号记录不是由本系统记下的：链头不知道它们。")
    HEAD_DIFFERS = _("链头所记的摘要与最后一条（第 %(first)s 号）不符：末条被改后重算过摘要，或者链头被改过。")
    HEAD_MISSING = _("链头不见了：无从知道第 %(first)s 号是不是最后一条。")
    ANCHOR_BEYOND = _("%(words)s 的锚点记到第 %(last)s 号，现在只到第 %(first)s 号：其后的记录被截去了。")
    ANCHOR_DIFFERS = _(
        "第 %(first)s 号至第 %(last)s 号之间的记录被改写过，并且整段重算了摘要：与 %(words)s 的锚点不符。"
    )


@dataclass(frozen=True, slots=True)
class Break:
    """Break (断链处): the first link that does not hold, and what was done to it.

    Attributes:
        fault: the kind.
        first, last: numbers of entries, as the sentence of its kind names them.
        words: what else it names.
    """

    fault: Fault
    first: int
    last: int = 0
    words: str = ""

    @property
    def sentence(self) -> str:
        """The one sentence, in the language spoken now."""
        return str(self.fault.value) % {"first": self.first, "last": self.last, "words": self.words}
