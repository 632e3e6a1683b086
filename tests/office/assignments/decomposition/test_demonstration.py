import pytest

from taizhang.office.assignments.decomposition import demonstration
from taizhang.office.assignments.decomposition.models import Decomposition
from taizhang.office.assignments.decomposition.selectors import divided_targets
from taizhang.office.assignments.selectors.units import load_units
from taizhang.office.commitments.selectors.readings import current_version_id
from taizhang.office.demonstration.services import seed
from taizhang.office.plans.models import Plan


@pytest.fixture
def sample(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        seed()
    return Plan.objects.get()


def test_a_visitor_finds_two_targets_divided_that_hold(sample, today):
    version_id = current_version_id(sample.id)
    for _time in range(2):
        demonstration.seed(version_id=version_id)
    assert Decomposition.objects.count() == 2
    divided = [each for each in divided_targets(sample.id, load_units(today)) if each.in_force]
    assert [each.standing for each in divided] == ["in_force", "in_force"]
    assert all(each.in_force.check.is_whole for each in divided)
