"""Signing in: with a password, or by one click where everything is made up."""

from taizhang.office.accounts.services import ensure_demonstration_user


def test_a_person_signs_in_with_name_and_password(client, clerk):
    answer = client.post("/sign-in/", {"username": "clerk", "password": "a long pass phrase"})
    assert answer.headers["Location"] == "/plans/"


def test_a_wrong_password_is_told_without_saying_which_was_wrong(client, clerk):
    page = client.post("/sign-in/", {"username": "clerk", "password": "wrong"}).content.decode()
    assert "用户名或密码不对" in page


def test_one_click_enters_a_demonstration(client, db, settings):
    settings.DEMO = True
    ensure_demonstration_user(username="demo", name="演示办事员")
    assert "以演示办事员身份进入" in client.get("/sign-in/").content.decode()
    client.post("/sign-in/demonstration/")
    page = client.get("/plans/").content.decode()
    assert "演示办事员" in page
    assert "demo-banner" in page


def test_a_real_site_has_no_such_door(client, db, settings):
    settings.DEMO = False
    ensure_demonstration_user(username="demo", name="演示办事员")
    assert "以演示办事员身份进入" not in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/demonstration/").status_code == 404
    assert client.get("/plans/").status_code == 302


def test_looking_at_the_door_does_not_open_it(client, db, settings):
    settings.DEMO = True
    ensure_demonstration_user(username="demo", name="演示办事员")
    assert client.get("/sign-in/demonstration/").status_code == 405


def test_no_password_opens_a_demonstration_user(client, db, settings):
    ensure_demonstration_user(username="demo", name="演示办事员")
    page = client.post("/sign-in/", {"username": "demo", "password": ""})
    assert page.status_code == 200
    assert "_auth_user_id" not in client.session


def test_signing_out_closes_the_site(signed_in):
    signed_in.post("/sign-out/")
    assert signed_in.get("/plans/").status_code == 302


def test_a_page_asked_for_before_signing_in_comes_afterwards(client, clerk):
    way = client.get("/design/").headers["Location"]
    answer = client.post(way, {"username": "clerk", "password": "a long pass phrase", "next": "/design/"})
    assert answer.headers["Location"] == "/design/"
