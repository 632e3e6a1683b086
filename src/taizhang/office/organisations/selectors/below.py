"""Below (下属): which units stand below others on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from taizhang.office.organisations.models import Placement


def with_those_below(unit_ids: Iterable[int], on: date) -> dict[int, frozenset[int]]:
    """Each of these units with itself and everything below it on that day; one query, none where none is asked for."""
    wanted = set(unit_ids)
    if not wanted:
        return {}
    held = Placement.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gt=on), parent__isnull=False
    )
    children: dict[int, list[int]] = defaultdict(list)
    for unit_id, parent_id in held.order_by("id").values_list("organisation_id", "parent_id"):
        children[parent_id].append(unit_id)
    return {unit_id: _gathered(unit_id, children) for unit_id in wanted}


def _gathered(unit_id: int, children: dict[int, list[int]]) -> frozenset[int]:
    found, waiting = {unit_id}, [unit_id]
    while waiting:
        new = [child for child in children.get(waiting.pop(), ()) if child not in found]
        found.update(new)
        waiting.extend(new)
    return frozenset(found)
