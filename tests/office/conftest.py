"""What tests of the site share: a clerk, a signed-in client, a folder of its own, and a small plan to read."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from huey.contrib.djhuey import HUEY

from taizhang.office.accounts.models import Membership, User
from taizhang.office.plans.models import Plan
from taizhang.office.plans.services import take_in

SMALL_PLAN = """青山县2024年国民经济和社会发展计划

一、2023年计划执行情况

（一）经济总体平稳。地区生产总值完成120.5亿元，同比增长5.2%；固定资产投资增长8.6%。

（二）创新活力增强。新增高新技术企业12家。

二、2024年预期目标

地区生产总值增长6%左右，固定资产投资增长9%以上，城镇新增就业3000人以上。

附件：2024年主要指标

指标	单位	2023年完成		2024年计划	
		绝对值	增长%	绝对值	增长%
地区生产总值	亿元	120.5	5.2	127.7	6左右
固定资产投资	亿元	45	7.5	49	9以上
"""


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Files received in a test stay in the test's folder, and background work is done at once."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.TOTP_REQUIRED = "nobody"  # a second factor is asked for where a test says so
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nothing here is secret
    settings.TOTP_REQUIRED = "nobody"  # tests of signing in say otherwise
    HUEY.immediate = True
    cache.clear()  # ids begin anew in every test
    yield tmp_path
    HUEY.immediate = False


@pytest.fixture
def clerk(db):
    """Someone of the planning section, who may do nearly everything of plans, commitments and assignments."""
    user = User.objects.create_user("clerk", "办事员甲", "a long pass phrase")
    give_role(user, "planner")
    return user


@pytest.fixture
def person(db):
    """Makes a person who holds a role, in a unit where one is given (a row or its id): ``person("reporter", unit)``."""

    def make(role, organisation=None, *, username="", name=""):
        username = username or f"{role}{User.objects.count()}"
        user = User.objects.create_user(username, name or f"人员{username}", "a long pass phrase")
        give_role(user, role, organisation)
        return user

    return make


def give_role(user, role, organisation=None):
    unit = getattr(organisation, "pk", organisation)
    return Membership.objects.create(user=user, role=role, organisation_id=unit, valid_from=timezone.localdate())


@pytest.fixture
def signed_in(client, clerk):
    client.force_login(clerk)
    return client


@pytest.fixture
def small_file():
    return SimpleUploadedFile("青山县计划.txt", SMALL_PLAN.encode())


@pytest.fixture
def small_plan(clerk, small_file, django_capture_on_commit_callbacks):
    """A plan taken in and read the way every plan is."""
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=small_file, by=clerk)
    return Plan.objects.get(id=receipt.plan_id)
