"""Trail (留痕入口): how the floors below the audit log leave word of what was done; the log is named in the settings.

The audit log needs people, so it stands above them; what people do — come in, fail to, leave — must reach it all the same.
Floors above it call ``audit.services`` directly.
"""

from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

# The name of whom the person asking stands in for while a request is answered; empty where they act for themselves.
STANDING_IN: ContextVar[str] = ContextVar("standing_in", default="")


class Person(Protocol):
    """Person (人员): whoever did it."""

    pk: int
    name: str


@dataclass(frozen=True, slots=True)
class Matter:
    """Matter (对象): what something was done to, named as it was then.

    Attributes:
        kind: a key of ``[kinds]`` in ``audit/actions.toml``.
        id: of the row; words, so that it outlives every change of how rows are counted.
        title: what a person calls it.
    """

    kind: str = ""
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """Act (行为): one thing done, or tried and refused.

    Attributes:
        action: a code of ``audit/actions.toml``.
        by: the person; None for the system itself and for whoever never got in.
        matter: what it was done to.
        details: what else must be known later, of keys in ``[details]``; never more of the business than needed.
        refused: whether it was tried and not allowed.
        at: when; the moment of writing where None.
    """

    action: str
    by: Person | None
    matter: Matter = Matter()
    details: dict[str, object] = field(default_factory=dict)
    refused: bool = False
    at: datetime | None = None


def leave_word(act: Act) -> None:
    """Have the act recorded, in the transaction of whatever was done."""
    import_string(settings.AUDIT_RECORDER)(act)
