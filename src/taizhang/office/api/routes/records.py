"""Records (审计记录): the audit log, newest first, for those who keep watch with tools of their own."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Schema

from taizhang.office.api.doorkeeping import GuardedRouter, caller
from taizhang.office.api.listing import LARGEST
from taizhang.office.api.words import words as _
from taizhang.office.audit.models import AuditEntry
from taizhang.office.audit.services import record
from taizhang.office.pages.doors import demands
from taizhang.office.pages.trail import Act, Matter

router = GuardedRouter()
MOST = 1000
LOG = Matter("log")


class EntryOut(Schema):
    """Entry (一条记录): as it was written, with the digests that chain it."""

    sequence: int
    moment: str
    name: str
    address: str
    action: str
    kind: str
    matter: str
    title: str
    details: str
    result: str
    algorithm: str
    previous: str
    digest: str


After = Annotated[int, Query(ge=0, le=LARGEST, description=_("只要编号比它大的；从 0 开始可以取完整条链"))]
Limit = Annotated[int, Query(ge=1, le=MOST, description=_("最多 1000 条"))]


@router.get("", response=list[EntryOut], summary=_("审计记录"))
@demands("audit.read")
def list_entries(request: HttpRequest, after: After = 0, limit: Limit = 200) -> list[AuditEntry]:
    """In their order: ask again with the last number until none comes. Every answer is itself on record."""
    record(Act("audit.exported", caller(request), LOG, {"format": "api", "filter": {"after": str(after)}}))
    return list(AuditEntry.objects.filter(sequence__gt=after).order_by("sequence")[:limit])
