"""What tests of findings share: the small plan — its text and its annex differ about investment — and a second person."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.findings.models import FindingRecord
from taizhang.office.findings.selectors.examined import examine, version_of
from taizhang.office.plans.services import take_in


@pytest.fixture
def reviewer(person):
    return person("planner", username="reviewer", name="复核人乙")


@pytest.fixture
def error(small_plan):
    """The one error of the small plan: 8.6% in its text, 7.5 in its annex."""
    return FindingRecord.objects.get(code="C05")


@pytest.fixture
def warning(small_plan):
    return FindingRecord.objects.get(code="C52")


@pytest.fixture
def hand_in(small_plan, small_file, clerk, django_capture_on_commit_callbacks):
    """The small plan again with words changed, as its next version."""

    def hand_in(*changes):
        small_file.seek(0)
        text = small_file.read().decode()
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        with django_capture_on_commit_callbacks(execute=True):
            return take_in(file=SimpleUploadedFile("改好.txt", text.encode()), by=clerk, plan_id=small_plan.id)

    return hand_in


@pytest.fixture
def standing(small_plan):
    """What stands of the finding of that code in the newest version."""

    def standing(code):
        examined = examine(version_of(small_plan.id))
        (finding,) = (each for each in examined.findings if each.code == code)
        return examined.standings[finding.id]

    return standing
