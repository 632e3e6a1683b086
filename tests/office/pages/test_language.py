"""The site speaks Chinese unless a person chose English here."""


def test_chinese_is_spoken_whatever_the_browser_was_installed_in(client):
    page = client.get("/sign-in/", headers={"accept-language": "en-US,en"})
    assert page.headers["Content-Language"] == "zh-hans"
    assert "登录" in page.content.decode()


def test_english_is_spoken_once_chosen(client):
    client.post("/language/", {"language": "en", "next": "/sign-in/"})
    page = client.get("/sign-in/")
    assert page.headers["Content-Language"] == "en"
    assert "Sign in" in page.content.decode()


def test_the_switch_leads_back_to_where_one_was_and_nowhere_else(client):
    answer = client.post("/language/", {"language": "en", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"
