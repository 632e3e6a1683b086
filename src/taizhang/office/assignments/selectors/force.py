"""Force (效力): which version of a plan may be carried out; only what is in force is handed out."""

from taizhang.office.commitments.selectors.readings import current_version_id


def version_in_force(plan_id: int) -> int | None:
    """The version of a plan that is in force, by its id; None while none is."""
    return current_version_id(plan_id)
