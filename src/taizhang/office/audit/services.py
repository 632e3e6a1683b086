"""Services of audit (留痕的写操作): append to the chain, in the transaction of what is recorded."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from taizhang.office.audit import chain
from taizhang.office.audit.actions import check_known
from taizhang.office.audit.models import AuditEntry, ChainHead, Result
from taizhang.office.pages.origin import ADDRESS
from taizhang.office.pages.trail import STANDING_IN, Act

LONGEST_TITLE = 500


def record(act: Act) -> None:
    """Put one act down."""
    record_all([act])


@transaction.atomic
def record_all(acts: Iterable[Act]) -> None:
    """Put acts down one after the other; nobody else can write between them, nor two at the same place."""
    acts = list(acts)
    if not acts:
        return
    head, now = _held_head(), timezone.now()
    entries = []
    for act in acts:
        entries.append(_entry(act, head, act.at or now))
        head.sequence, head.digest = entries[-1].sequence, entries[-1].digest
    AuditEntry.objects.bulk_create(entries)
    head.save()


def _held_head() -> ChainHead:
    """The end of the chain, held until the transaction is over: by its row's lock, or on SQLite by the file's."""
    held = ChainHead.objects.select_for_update().filter(id=ChainHead.ONLY).first()
    if held is None:
        last = AuditEntry.objects.order_by("-sequence").first()
        end = (last.sequence, last.digest) if last else (0, chain.NOTHING_BEFORE)
        ChainHead.objects.get_or_create(id=ChainHead.ONLY, defaults={"sequence": end[0], "digest": end[1]})
        held = ChainHead.objects.select_for_update().get(id=ChainHead.ONLY)
    return held


def _entry(act: Act, head: ChainHead, at: datetime) -> AuditEntry:
    check_known(act)
    entry = AuditEntry(
        sequence=head.sequence + 1,
        follows_id=head.sequence or None,
        moment=chain.moment_of(at),
        who=act.by.pk if act.by else None,
        name=act.by.name if act.by else "",
        address=_writable(ADDRESS.get(), 45),
        action=act.action,
        kind=act.matter.kind,
        matter=act.matter.id,
        title=_writable(act.matter.title, LONGEST_TITLE),
        details=_writable(chain.canonical_json(_details(act))),
        result=Result.REFUSED if act.refused else Result.SUCCESS,
        algorithm=settings.AUDIT_DIGEST,
        previous=head.digest,
    )
    entry.digest = chain.digest(entry.values())
    return entry


def _details(act: Act) -> dict[str, object]:
    """What is known of it, and for whom it was done where the person stood in for another."""
    absent = STANDING_IN.get()
    return act.details | {"standing_in_for": absent} if absent and act.by else act.details


def _writable(words: str, longest: int | None = None) -> str:
    """Words as every database keeps them unchanged: no NUL, no half of a character, and not endless."""
    kept = words.replace("\x00", "").encode("utf-8", "replace").decode()
    return f"{kept[: longest - 1]}…" if longest and len(kept) > longest else kept
