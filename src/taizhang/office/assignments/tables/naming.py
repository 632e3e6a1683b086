"""Naming (单位栏): the units a cell names, and what to say of a name nobody bears."""

import re

from django.utils.translation import gettext as _

from taizhang.office.assignments.decomposition.units import nearest
from taizhang.office.assignments.selectors.units import Units

APART = re.compile(r"[、，,；;\n\r\t/]+|\s{2,}")


def names_in(words: str) -> tuple[str, ...]:
    """The names a cell lists."""
    return tuple(part.strip() for part in APART.split(words) if part.strip())


def unknown_unit(units: Units, name: str) -> str:
    """What to say of a name nobody bears."""
    near = nearest(units, name)
    if near:
        return _("单位名册里没有“%(name)s”，是不是“%(near)s”？") % {"name": name, "near": near}
    return _("单位名册里没有“%(name)s”，请核对，或先登记这个单位。") % {"name": name}
