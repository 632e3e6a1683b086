"""Every route × every role (权限矩阵): who comes in where is what roles.toml says, for pages and for the API.

The house has three plans (a draft, one out for comments, one in force) and two units; everybody who holds a role here holds
it in the first unit, ``own``. Every object is reached by some scopes of a grant (``REACH``). A route that takes something
no specimen is given for fails the test: give it one in ``House.specimens`` (and in ``REACH`` what reaches it).
"""

import datetime
import io
import json
import uuid
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, TestCase, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from huey.contrib.djhuey import HUEY

import taizhang.office
from taizhang.office.accounts.models import Deputy, Membership, User
from taizhang.office.accounts.roles import permissions
from taizhang.office.api import tokens
from taizhang.office.api.interface import api
from taizhang.office.assignments.decomposition.models import Decomposition, DecompositionState, Share
from taizhang.office.assignments.intakes import TableIntake
from taizhang.office.assignments.models import Assignment, Duty, DutyRole, Query, State
from taizhang.office.audit.models import AuditEntry
from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.models import Amendment, Commitment, SearchText
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.findings.models import FindingRecord
from taizhang.office.organisations.services.changes import establish
from taizhang.office.organisations.services.decision import Decision, Draft
from taizhang.office.pages.doors import door_of
from taizhang.office.plans.comments.models import Comment
from taizhang.office.plans.comments.services import Letter, Remark, comment, open_round
from taizhang.office.plans.extracts.models import Extract
from taizhang.office.plans.life.models import Resolution, ResolutionState
from taizhang.office.plans.models import PlanVersion, StatementRecord, TableCellRecord
from taizhang.office.plans.services import take_in

pytestmark = pytest.mark.django_db

ROLES = tuple(permissions().roles)
TODAY = timezone.localdate()
TEXT = """{county}2024年国民经济和社会发展计划

一、2023年计划执行情况

地区生产总值完成120.5亿元，同比增长5.2%；固定资产投资增长8.6%。

二、2024年预期目标

地区生产总值增长6%左右，固定资产投资增长9%以上，城镇新增就业3000人以上。

附件：2024年主要指标

指标	单位	2023年完成		2024年计划	
		绝对值	增长%	绝对值	增长%
地区生产总值	亿元	120.5	5.2	127.7	6左右
固定资产投资	亿元	45	7.5	49	9以上
"""

# Words that stand in the draft, and in what was handed out to the foreign unit, and nowhere else.
DRAFT_WORDS, NOT_THEIRS = "白山县", "外单位承担的事项"

# Which scopes of a grant reach an object, by what the address calls it and which of its kind it is.
ALL = {"all"}
ANY = {"all", "approved", "own", "assigned"}
IN_FORCE = {"all", "approved"}
HELD = {"all", "approved", "assigned"}
REACH = {
    "plan_id": {"draft": ALL, "consulted": ANY, "in force": ANY},
    "version_id": {"draft": ALL, "consulted": ANY, "in force": ANY},
    "statement_id": {"draft": ALL, "in force": ANY},
    "cell_id": {"draft": ALL, "in force": ANY},
    "resolution_id": {"in force": ANY},
    "extract_id": {"in force": ANY},
    "round_id": {"own": ANY, "foreign": ALL},
    "comment_id": {"own": ANY, "foreign": ALL},
    "finding_id": {"draft": ALL},
    "batch": {"draft": ALL},
    "commitment_id": {"draft": ALL, "own": HELD, "foreign": IN_FORCE},
    "assignment_id": {"own": HELD, "foreign": IN_FORCE},
    "duty_id": {"own": {"assigned"}, "foreign": set()},
}
# The same where a part of the house reaches otherwise; by the first half of the action's code.
OTHERWISE = {
    "assignments": {"plan_id": {"draft": ALL, "consulted": ALL, "in force": HELD}},
    "decompositions": {"commitment_id": {"draft": ALL, "own": ANY, "foreign": ALL}},
}
# What reaches only those who see every draft, by name.
OF_DRAFTS = {"findings_within", "suggestions_within"}


@dataclass(frozen=True)
class Place:
    """Place (去处): a route with what it demands, to be tried with each of its specimens."""

    name: str
    door: object
    takes: tuple[str, ...]
    is_public: bool = False
    methods: tuple[str, ...] = ()
    template: str = ""


@dataclass
class House:
    """House (整套数据): something of every kind, and somebody of every role."""

    people: dict
    programs: dict
    specimens: dict

    def of(self, place):
        """The arguments a place is tried with, each with the names of its objects."""
        kinds = [name for name in place.takes if name in REACH]
        missing = [name for name in place.takes if name not in self.specimens]
        assert not missing, f"{place.name}: no specimen of {missing}; add it to House.specimens"
        fixed = {name: next(iter(self.specimens[name].values())) for name in place.takes if name not in REACH}
        if not kinds:
            return [({}, fixed)]
        labels = list(self.specimens[kinds[0]])
        return [
            (dict.fromkeys(kinds, label), fixed | {name: self.specimens[name].get(label) for name in kinds})
            for label in labels
            if all(label in self.specimens[name] for name in kinds)
        ]


def is_within(place, labels, scopes):
    """Whether a grant of those scopes reaches what the address names."""
    if place.door.of is None:
        return True
    if place.door.of.__name__ in OF_DRAFTS:
        return scopes >= ALL
    special = OTHERWISE.get(place.door.action.partition(".")[0], {})
    return all(scopes & special.get(name, REACH[name])[label] for name, label in labels.items())


def pages(resolver, space=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace == "api":
                continue
            yield from pages(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            view = pattern.callback
            takes = tuple(pattern.pattern.regex.groupindex) if hasattr(pattern.pattern, "regex") else ()
            yield Place(f"{space}{pattern.name}", door_of(view), takes, getattr(view, "login_required", True) is False)


def operations():
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                takes = tuple(part[1:-1].rpartition(":")[2] for part in path.split("/") if part.startswith("{"))
                door = door_of(operation.view_func)
                yield Place(
                    f"{'/'.join(operation.methods)} {prefix}{path}",
                    door,
                    takes,
                    methods=tuple(operation.methods),
                    template=f"/api/v1{prefix}{path}",
                )


PAGES = tuple(pages(get_resolver()))
OPERATIONS = tuple(operations())


@pytest.fixture(autouse=True)
def own_folder():
    """The house keeps its files in one folder, see ``house``."""


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    (folder / "static").mkdir()
    cache.clear()
    quick = {
        "MEDIA_ROOT": folder / "files",
        "STATIC_ROOT": folder / "static",
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "TOTP_REQUIRED": "nobody",
        "AUDIT_DIGEST": "sha256",  # quicker than SM3, and thousands are refused here
    }
    HUEY.immediate = True
    with django_db_blocker.unblock(), override_settings(**quick), transaction.atomic():
        yield build()
        transaction.set_rollback(True)
    HUEY.immediate = False


def build():
    bureau = User.objects.create_user("bureau", "综合科甲", None)
    Membership.objects.create(user=bureau, role="planner", valid_from=TODAY)
    own, foreign = (unit(f"青山县{name}局", bureau) for name in ("商务", "财政"))
    people = {role: member(role, own) for role in ROLES}
    draft, consulted, in_force = (plan_of(county, bureau) for county in (DRAFT_WORDS, "红山县", "绿山县"))
    versions = {"draft": draft, "consulted": consulted, "in force": in_force}
    specimens = {
        "plan_id": {label: version.plan_id for label, version in versions.items()},
        "version_id": {label: version.id for label, version in versions.items()},
    }
    for name, model, path in (
        ("statement_id", StatementRecord, "version"),
        ("cell_id", TableCellRecord, "row__version"),
    ):
        specimens[name] = {
            label: model.objects.filter(**{path: versions[label]}).order_by("id").values_list("id", flat=True)[0]
            for label in ("draft", "in force")
        }
    specimens |= consult(draft, consulted, own, foreign, bureau, people["head"])
    specimens |= approve(in_force, bureau)
    specimens |= promise(draft, in_force, own, foreign, bureau)
    specimens |= odds_and_ends(in_force, people, own, foreign, bureau)
    programs = {role: program(person) for role, person in people.items()}
    return House(people, programs, specimens)


def unit(name, by):
    return establish(
        draft=Draft(name, "department", "", None, "", ()), decision=Decision(on=None, by=by)
    ).organisation_id


def member(role, organisation):
    person = User.objects.create_user(role, str(permissions().roles[role].zh), None)
    Membership.objects.create(user=person, role=role, organisation_id=organisation, valid_from=TODAY)
    return person


def plan_of(county, by):
    file = SimpleUploadedFile(f"{county}.txt", TEXT.format(county=county).encode())
    with TestCase.captureOnCommitCallbacks(execute=True):
        plan_id = take_in(file=file, by=by).plan_id
    return PlanVersion.objects.get(plan=plan_id)


def consult(draft, consulted, own, foreign, by, head):
    """One round asks the own unit among others, the other only the foreign one."""
    day = TODAY + datetime.timedelta(days=10)
    asked = open_round(plan_id=consulted.plan_id, letter=Letter((own, foreign), day, ""), by=by, today=TODAY)
    elsewhere = open_round(plan_id=draft.plan_id, letter=Letter((foreign,), day, ""), by=by, today=TODAY)
    ours = say(asked, own, head)
    stranger = member_elsewhere(foreign)
    return {
        "round_id": {"own": asked.id, "foreign": elsewhere.id},
        "comment_id": {"own": ours.id, "foreign": say(asked, foreign, stranger).id},
        "finding_id": {"draft": finding_of(draft)},
    }


def member_elsewhere(organisation):
    person = User.objects.create_user("stranger", "外单位负责人", None)
    Membership.objects.create(user=person, role="head", organisation_id=organisation, valid_from=TODAY)
    return person


def say(held, organisation, by):
    remark = Remark(organisation, "建议核对。", uuid.uuid4(), None)
    comment(round_id=held.pk, remark=remark, by=by, grant=by.grant("plans.comment"), today=TODAY)
    return Comment.objects.get(round=held, organisation=organisation)


def finding_of(version):
    found = FindingRecord.objects.filter(run__version=version).first()
    assert found, "the text has a contradiction on purpose: growth of investment in text and annex"
    return found.id


def approve(version, by):
    second = User.objects.create_user("second", "综合科乙", None)
    now = timezone.now()
    resolution = Resolution.objects.create(
        plan=version.plan,
        version=version,
        organ="绿山县人民代表大会",
        number="绿人发〔2024〕3号",
        decided_on=TODAY - datetime.timedelta(days=20),
        state=ResolutionState.CONFIRMED,
        is_in_force=True,
        entered_by=by,
        entered_at=now,
        confirmed_by=second,
        confirmed_at=now,
    )
    extract = Extract.objects.create(
        year=TODAY.year,
        number=1,
        version=version,
        resolution=resolution,
        title="地区生产总值",
        start=0,
        end=4,
        quote=version.text[:4],
        quote_sm3="0" * 64,
        ticket=uuid.uuid4(),
        by=by,
        at=now,
    )
    return {"resolution_id": {"in force": resolution.id}, "extract_id": {"in force": extract.id}}


def promise(draft, in_force, own, foreign, by):
    """A commitment of the draft; two of the plan in force, one handed out to each unit."""
    secret, *_others = adopt(draft, by)
    ours, theirs, *_more = adopt(in_force, by)
    Commitment.objects.filter(id=theirs.id).update(title=NOT_THEIRS, subject=NOT_THEIRS)
    SearchText.objects.filter(commitment=theirs.id).update(title=NOT_THEIRS, words=NOT_THEIRS)
    duties = {
        label: hand_out(held, organisation, by)
        for label, held, organisation in (("own", ours, own), ("foreign", theirs, foreign))
    }
    divide(ours, own, by)
    asked = Query.objects.create(duty=duties["own"], words="口径是什么？", by=by)
    return {
        "commitment_id": {"draft": secret.id, "own": ours.id, "foreign": theirs.id},
        "batch": {"draft": Amendment.objects.filter(commitment=secret).values_list("batch", flat=True)[0]},
        "assignment_id": {label: duty.assignment_id for label, duty in duties.items()},
        "duty_id": {label: duty.id for label, duty in duties.items()},
        "query_id": {"own": asked.id},
        "question_id": {"own": asked.id},
    }


def adopt(version, by):
    version_id = current_version_id(version.plan_id)
    keys = [each.key for chapter in chapters_of(version_id) for each in chapter.suggestions]
    ledger.adopt_many(version_id=version_id, keys=keys[:2], by=by)
    return list(Commitment.objects.filter(version=version).order_by("id"))


def hand_out(commitment, organisation, by):
    now = timezone.now()
    assignment = Assignment.objects.create(
        commitment=commitment, state=State.HANDED_OUT, due_on=TODAY, handed_out_at=now, handed_out_by=by
    )
    return Duty.objects.create(assignment=assignment, organisation_id=organisation, role=DutyRole.LEAD, sign_by=TODAY)


def divide(commitment, organisation, by):
    division = Decomposition.objects.create(
        commitment=commitment,
        state=DecompositionState.IN_FORCE,
        method="even",
        rule="sum_at_least",
        target=Decimal(6),
        document="绿政发〔2024〕1号",
        by=by,
        in_force_by=by,
        in_force_at=timezone.now(),
    )
    Share.objects.create(decomposition=division, organisation_id=organisation, period="2024", value=Decimal(6))


def odds_and_ends(in_force, people, own, foreign, by):
    """What addresses name besides; nobody's reach is asked about these."""
    intake = TableIntake.objects.create(
        version=in_force, layout="V9", name="表.xlsx", digest="0" * 64, by=by, batch=uuid.uuid4()
    )
    away = Deputy.objects.create(
        absent=people["head"],
        deputy=people["reviewer"],
        organisation_id=own,
        valid_from=TODAY - datetime.timedelta(days=3),
        valid_to=TODAY,
        named_by=people["head"],
    )
    token = tokens.issue(
        user=by, name="程序", actions=("plans.view",), expires_on=TODAY + datetime.timedelta(days=9)
    ).token
    other = User.objects.create_user("newcomer", "新来的人", None)
    held = Membership.objects.create(user=other, role="congress", valid_from=TODAY)
    return {
        "organisation_id": {"foreign": foreign},
        "user_id": {"other": other.pk},
        "membership_id": {"other": held.pk},
        "deputy_id": {"over": away.pk},
        "token_id": {"other": token.pk},
        "intake_id": {"in force": intake.pk},
        "mark": {"none": "0" * 12},
        "digest": {"none": "0" * 64},
        "key": {"none": "s0"},
        "code": {"move": "open_consultation"},
        "layout": {"tasks": "V9"},
        "media": {"excel": "xlsx"},
    }


def program(person):
    """A token with all the person may; empty for whom may nothing that a program can do."""
    actions = tuple(code for code in permissions().actions if person.grant(code))
    until = TODAY + datetime.timedelta(days=30)
    return tokens.issue(user=person, name="程序", actions=actions, expires_on=until).words if actions else ""


class Visit:
    """Visit (走访): one person who tries doors, leaving nothing behind but what is asked about afterwards."""

    def __init__(self, person):
        self.client = Client()
        if person:
            self.client.force_login(person)
        self.cookies = {key: morsel.value for key, morsel in self.client.cookies.items()}

    def tries(self, method, url, **how):
        """The answer, and whether a refusal was recorded."""
        with transaction.atomic():
            last = AuditEntry.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0
            answer = self.client.generic(method, url, **how)
            refused = AuditEntry.objects.filter(sequence__gt=last, action="access.refused")
            is_recorded = refused.filter(result="refused").exists()
            transaction.set_rollback(True)
        self.client.cookies.load(self.cookies)
        return answer, is_recorded


def expected(place, role, labels):
    """Whether the person of that role, who belongs to the own unit, comes in."""
    if not place.door.action:
        return True
    scopes = permissions().of(place.door.action).scopes.get(role)
    return scopes is not None and bool(is_within(place, labels, scopes))


def test_every_page_has_a_door():
    assert [place.name for place in PAGES if not place.is_public and place.door is None] == []


def test_every_operation_has_a_door():
    assert [place.name for place in OPERATIONS if place.door is None or not place.door.action] == []


def test_doors_ask_for_what_the_table_knows():
    demanded = {place.door.action for place in (*PAGES, *OPERATIONS) if place.door and place.door.action}
    assert demanded <= set(permissions().actions)
    office = Path(taizhang.office.__file__).parent
    written = "".join(path.read_text("utf-8") for path in office.rglob("*.py"))
    unasked = {code for code in set(permissions().actions) - demanded if f'"{code}"' not in written}
    assert unasked == set(), "the table speaks of what nothing asks about"


@pytest.mark.parametrize("role", ROLES)
def test_every_page_opens_to_whom_the_table_says(house, role):
    visit, wrong = Visit(house.people[role]), []
    for place in PAGES:
        if place.is_public:
            continue
        for labels, arguments in house.of(place):
            may, url = expected(place, role, labels), reverse(place.name, kwargs=arguments)
            how = {} if may else {"headers": {"HX-Request": "true"}}  # a toast is made sooner than a page
            answer, is_recorded = visit.tries("GET" if may else "POST", url, **how)
            if may and answer.status_code == 405:
                answer, is_recorded = visit.tries("POST", url)
            if is_recorded is may or (not may and answer.status_code != 403) or answer.status_code >= 500:
                wrong.append((place.name, labels, "may" if may else "may not", answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_every_operation_answers_to_whom_the_table_says(house, role):
    visit, wrong = Visit(None), []
    headers = {"authorization": f"Bearer {house.programs[role]}"}
    for place in OPERATIONS:
        for labels, arguments in house.of(place):
            may = expected(place, role, labels)
            how = {"headers": headers, "content_type": "application/json", "data": json.dumps({})}
            answer, is_recorded = visit.tries(place.methods[0], place.template.format(**arguments), **how)
            has_passed = answer.status_code not in {401, 403, 500}
            # An empty body is told so before anybody is asked about an object, and says nothing of it.
            is_wrong = not has_passed if may else has_passed and answer.status_code != 422
            if is_wrong or (answer.status_code == 403 and not is_recorded):
                wrong.append((place.name, labels, "may" if may else "may not", answer.status_code))
    assert wrong == []


def test_a_stranger_is_sent_to_sign_in(house):
    visit = Visit(None)
    for place in PAGES:
        if not place.is_public:
            for _labels, arguments in house.of(place):
                answer, _recorded = visit.tries("GET", reverse(place.name, kwargs=arguments))
                assert answer.status_code == 302, place.name
                assert answer.headers["Location"].startswith("/sign-in/"), place.name
    for place in OPERATIONS:
        for _labels, arguments in house.of(place):
            answer, _recorded = visit.tries(place.methods[0], place.template.format(**arguments))
            assert answer.status_code == 401, place.name


def test_whoever_holds_no_role_gets_nowhere(house):
    idle = User.objects.create_user("idle", "未授权", None)
    visit = Visit(idle)
    for place in PAGES:
        if not place.is_public and place.door.action:
            for _labels, arguments in house.of(place):
                answer, is_recorded = visit.tries("GET", reverse(place.name, kwargs=arguments))
                assert (answer.status_code, is_recorded) == (403, True), place.name


def test_guessed_ids_of_other_units_are_refused_and_recorded_by_who_wanted_what_where(house):
    reporter = house.people["reporter"]
    visit = Visit(reporter)
    commitment = house.specimens["commitment_id"]["foreign"]
    visit.client.get(f"/ledger/{commitment}/")
    entry = AuditEntry.objects.order_by("-sequence").first()
    assert (entry.action, entry.who, entry.result) == ("access.refused", reporter.pk, "refused")
    assert (entry.matter, entry.title) == (str(commitment), f"/ledger/{commitment}/")
    told = json.loads(entry.details)
    assert told["route"] == "commitments:commitment"
    assert told["method"] == "GET"
    assert told["object"] == f"commitment_id={commitment}"
    assert told["demanded"] == "commitments.view"


def words_of(answer):
    """Everything an answer says, also inside a workbook or a Word file."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


@pytest.mark.parametrize("role", ["reporter", "reviewer", "head", "escort", "owner"])
def test_no_page_and_no_export_says_what_is_beyond_a_units_reach(house, role):
    visit, said = Visit(house.people[role]), []
    for place in PAGES:
        if place.is_public:
            continue
        for labels, arguments in house.of(place):
            if expected(place, role, labels):
                words = words_of(visit.tries("GET", reverse(place.name, kwargs=arguments))[0])
                said += [(place.name, labels, each) for each in (DRAFT_WORDS, NOT_THEIRS) if each in words]
    assert said == []


@pytest.mark.parametrize("role", ["congress", "inspector"])
def test_oversight_sees_no_draft(house, role):
    visit = Visit(house.people[role])
    for place in PAGES:
        if place.is_public or place.door.action == "audit.read":  # the log tells an inspector of everything
            continue
        for labels, arguments in house.of(place):
            if expected(place, role, labels):
                answer = visit.tries("GET", reverse(place.name, kwargs=arguments))[0]
                assert DRAFT_WORDS not in words_of(answer), (place.name, labels)


def test_no_list_of_the_api_says_what_is_beyond_a_units_reach(house):
    visit = Visit(None)
    headers = {"authorization": f"Bearer {house.programs['reporter']}"}
    for place in OPERATIONS:
        for labels, arguments in house.of(place):
            if "GET" in place.methods and expected(place, "reporter", labels):
                answer = visit.tries("GET", place.template.format(**arguments), headers=headers)[0]
                said = json.dumps(json.loads(answer.content), ensure_ascii=False)
                assert [words for words in (DRAFT_WORDS, NOT_THEIRS) if words in said] == [], place.name


def test_searching_finds_nothing_beyond_ones_reach(house):
    address = f"{reverse('desk:search')}?q={NOT_THEIRS[:5]}"
    told = {role: words_of(Visit(house.people[role]).tries("GET", address)[0]) for role in ("reporter", "leader")}
    rest = NOT_THEIRS[5:]  # found words may be marked, what was typed is said again: look for what follows
    assert rest in told["leader"]
    assert rest not in told["reporter"]
    assert DRAFT_WORDS not in told["reporter"]


def test_ids_guessed_in_a_form_reach_no_further_than_those_in_an_address(house):
    reporter, head = (Visit(house.people[role]) for role in ("reporter", "head"))
    theirs, draft = house.specimens["duty_id"]["foreign"], house.specimens["plan_id"]["draft"]
    with transaction.atomic():
        for field in ("duty", "key", "only", "id"):
            reporter.client.post("/assignments/mine/sign/", {field: theirs, "confirmed": "1"})
        reporter.client.post(f"/plans/{draft}/ledger/suggestions/adopt/", {"only": "s1"})
        assert Duty.objects.get(pk=theirs).signed_at is None
        said = {
            "organisation": house.specimens["organisation_id"]["foreign"],
            "words": "冒名",
            "ticket": str(uuid.uuid4()),
        }
        head.client.post(f"/plans/rounds/{house.specimens['round_id']['own']}/comment/", said)
        assert not Comment.objects.filter(words="冒名").exists()
        transaction.set_rollback(True)
