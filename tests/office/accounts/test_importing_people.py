"""Importing people: looked at first, every fault named by its cell, and the passwords on one sheet."""

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.accounts.models import User
from taizhang.office.organisations.models import Name, Organisation

HEADS = ["用户名", "姓名", "所在单位", "电子邮箱", "电话"]


@pytest.fixture
def desk(client, system_administrator):
    client.force_login(system_administrator)
    return client


@pytest.fixture
def bureau(db):
    row = Organisation.objects.create(kind="department")
    Name.objects.create(organisation=row, role="official", words="云岭县统计局", key="云岭县统计局")
    Name.objects.create(organisation=row, role="short", words="统计局", key="统计局")
    return row


def workbook(*rows, heads=HEADS):
    book = openpyxl.Workbook()
    for row in (heads, *rows):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return SimpleUploadedFile("人员.xlsx", buffer.getvalue())


def hand_in(desk, *rows, **how):
    answer = desk.post("/people/import/", {"file": workbook(*rows, **how)})
    return answer.headers.get("Location", ""), answer.content.decode()


def accept(desk, address):
    found = desk.get(address).context["preview"]
    return desk.post(f"{address}accept/", {"fingerprint": found.fingerprint})


def test_a_workbook_is_looked_at_before_anybody_is_made(desk, bureau):
    address, _ = hand_in(desk, ["wang", "王五", "统计局", None, 13900000000], ["zhao", "赵六", None, None, None])
    page = desk.get(address)
    assert [row.unit for row in page.context["preview"].good] == ["云岭县统计局", ""]
    assert User.objects.count() == 1


def test_afterwards_everybody_is_there_and_their_passwords_are_on_one_sheet(desk, bureau, recorded):
    address, _ = hand_in(desk, ["wang", "王五", "统计局", None, 13900000000], ["zhao", "赵六", None, None, None])
    answer = accept(desk, address)
    page = answer.content.decode()
    shown = dict(re.findall(r"<td><code>([\w.]+)</code></td><td><code>([\w-]+)</code>", page))
    assert shown.keys() == {"wang", "zhao"}
    for username, password in shown.items():
        assert User.objects.get(username=username).check_password(password)
    wang = User.objects.get(username="wang")
    assert (wang.organisation, wang.phone, wang.must_change_password) == (bureau, "13900000000", True)
    assert "no-store" in answer.headers["Cache-Control"]
    assert recorded().count("accounts.created") == 2
    assert recorded()[-1] == "accounts.imported"
    assert accept_again(desk, address) == 404


def accept_again(desk, address):
    return desk.post(f"{address}accept/", {"fingerprint": "x"}).status_code


def test_every_fault_is_named_by_its_cell(desk, bureau, clerk):
    rows = [
        ["clerk", "重名", None, None, None],
        ["wang", "", None, None, None],
        ["zhao", "赵六", "没有这个局", "不是邮箱", "座机"],
        ["qian", "钱七", None, None, None],
        ["QIAN", "钱八", None, None, None],
    ]
    address, _ = hand_in(desk, *rows)
    found = desk.get(address).context["preview"]
    faults = {fault.cell: fault.message for row in found.faulty for fault in row.faults}
    assert faults.keys() == {"A2", "B3", "C4", "D4", "E4", "A6"}
    assert "第 5 行" in faults["A6"]
    assert "没有找到单位" in faults["C4"]
    assert [row.username for row in found.good] == ["qian"]


def test_rows_without_a_fault_can_be_made_alone(desk):
    address, _ = hand_in(desk, ["wang", "", None, None, None], ["qian", "钱七", None, None, None])
    accept(desk, address)
    assert set(User.objects.values_list("username", flat=True)) == {"sysadmin", "qian"}


def test_the_workbook_comes_back_with_its_faults_marked(desk):
    address, _ = hand_in(desk, ["wang", "", None, None, None], ["qian", "钱七", None, None, None])
    sheet = openpyxl.load_workbook(io.BytesIO(desk.get(f"{address}marked.xlsx").content)).active
    assert "请填写姓名" in sheet["B2"].comment.text
    assert "请填写姓名" in sheet["F2"].value
    assert sheet["F3"].value == "将新建"


def test_somebody_made_meanwhile_makes_the_look_outdated(desk, clerk):
    address, _ = hand_in(desk, ["wang", "王五", None, None, None])
    found = desk.get(address).context["preview"]
    User.objects.create_user("wang", "另一人", "a long pass phrase")
    answer = desk.post(f"{address}accept/", {"fingerprint": found.fingerprint})
    assert "预检之后用户或单位有了变动" in answer.content.decode()


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"nonsense", "不是能读取的"),
        (None, "请先选择"),
    ],
)
def test_what_is_no_workbook_is_told(desk, file, told):
    sent = {"file": SimpleUploadedFile("x.xlsx", file)} if file else {"sent": "1"}
    answer = desk.post("/people/import/", sent)
    assert told in answer.content.decode()


def test_a_workbook_without_our_head_is_told(desk):
    _, page = hand_in(desk, heads=["甲", "乙"])
    assert "缺少：用户名、姓名" in page


def test_the_blank_workbook_is_understood_again_in_either_language(desk, bureau):
    desk.cookies["django_language"] = "en"
    content = desk.get("/people/import/blank.xlsx").content
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    for place, value in enumerate(["wang", "王五", "云岭县统计局", "", "01234"], start=1):
        sheet.cell(2, place, value)
    buffer = io.BytesIO()
    book.save(buffer)
    answer = desk.post("/people/import/", {"file": SimpleUploadedFile("x.xlsx", buffer.getvalue())})
    row = desk.get(answer.headers["Location"]).context["preview"].good[0]
    assert (row.username, row.unit, row.particulars.phone) == ("wang", "云岭县统计局", "01234")
