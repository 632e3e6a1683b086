"""Search words (检索用语): by which units and leaders a commitment is found, besides its own words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.utils import timezone

from taizhang.office.assignments.models import Assignment, Duty
from taizhang.office.assignments.selectors.units import load_units


def words_of(commitment_ids: Iterable[int]) -> Mapping[int, str]:
    """The names of the units that lead or support each commitment, and of its leader; see ``COMMITMENT_SEARCH_WORDS``."""
    wanted = list(commitment_ids)
    names = {option.id: option.words for option in load_units(timezone.localdate()).options()}
    words: dict[int, list[str]] = defaultdict(list)
    for commitment_id, leader in Assignment.objects.filter(commitment__in=wanted).values_list("commitment", "leader"):
        words[commitment_id].append(leader)
    standing = Duty.objects.filter(assignment__commitment__in=wanted, ended_at=None).order_by("position", "id")
    for commitment_id, unit in standing.values_list("assignment__commitment", "organisation"):
        words[commitment_id].append(names.get(unit, ""))
    return {commitment_id: " ".join(filter(None, each)) for commitment_id, each in words.items()}
