"""Signing in: with a password, or by one click where everything is made up."""

from taizhang.office.accounts.services import ensure_demonstration_user


def test_a_person_signs_in_with_name_and_password(client, clerk):
    answer = client.post("/sign-in/", {"username": "clerk", "password": "a long pass phrase"})
    assert answer.headers["Location"] == "/desk/"


def test_a_wrong_password_is_told_without_saying_which_was_wrong(client, clerk):
    page = client.post("/sign-in/", {"username": "clerk", "password": "wrong"}).content.decode()
    assert "用户名或密码不对" in page


def test_one_click_enters_a_demonstration(client, db, settings):
    settings.DEMO = True
    ensure_demonstration_user(username="demo", name="演示办事员", role="planner")
    assert "以演示办事员身份进入" in client.get("/sign-in/").content.decode()
    client.post("/sign-in/demonstration/")
    page = client.get("/plans/").content.decode()
    assert "演示办事员" in page
    assert "demo-banner" in page


def test_a_visitor_may_become_another_of_the_made_up_people_and_stay_on_the_page(client, db, settings):
    settings.DEMO = True
    for username, name in (("demo", "演示办事员"), ("demo-reviewer", "演示复核人")):
        ensure_demonstration_user(username=username, name=name, role="planner")
    assert "以演示复核人身份进入" in client.get("/sign-in/").content.decode()
    answer = client.post("/sign-in/demonstration/", {"person": "demo-reviewer", "next": "/design/"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/design/"
    assert "演示复核人" in answer.content.decode()
    elsewhere = client.post("/sign-in/demonstration/", {"person": "demo", "next": "//elsewhere.example/"})
    assert elsewhere.headers["Location"] == "/desk/"


def test_nobody_real_is_entered_by_one_click(client, clerk, settings):
    settings.DEMO = True
    ensure_demonstration_user(username="demo", name="演示办事员", role="planner")
    assert client.post("/sign-in/demonstration/", {"person": "clerk"}).status_code == 404


def test_a_real_site_has_no_such_door(client, db, settings):
    settings.DEMO = False
    ensure_demonstration_user(username="demo", name="演示办事员", role="planner")
    assert "以演示办事员身份进入" not in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/demonstration/").status_code == 404
    assert client.get("/plans/").status_code == 302


def test_looking_at_the_door_does_not_open_it(client, db, settings):
    settings.DEMO = True
    ensure_demonstration_user(username="demo", name="演示办事员", role="planner")
    assert client.get("/sign-in/demonstration/").status_code == 405


def test_no_password_opens_a_demonstration_user(client, db, settings):
    ensure_demonstration_user(username="demo", name="演示办事员", role="planner")
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
