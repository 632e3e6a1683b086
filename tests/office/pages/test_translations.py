"""Every visible sentence has its English, and the compiled catalogue is the one in the source."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

import taizhang.office

OFFICE = Path(taizhang.office.__file__).parent
APPS = sorted({path.parent.name for path in OFFICE.glob("*/__init__.py")})
CHINESE = re.compile(r"[\u4e00-\u9fff]")
CONTEXTUAL = {"pgettext", "pgettext_lazy"}
TRANSLATORS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"} | CONTEXTUAL
# Where Chinese is not a sentence of a page: what a check of the deployment or the start of the program prints, the
# sample plan, words that are looked for in documents.
NOT_PAGES = (
    "accounts/checks.py",
    "accounts/management/",
    "assignments/proposals/",
    "commitments/suggestions/",
    "config/checks.py",
    "config/env.py",
    "config/running.py",
    "findings/runs.py",
    "plans/differences/figures.py",
    "plans/differences/tokens.py",
    "plans/extracts/as_word.py",
    "plans/extracts/serial.py",
    "plans/extracts/wording.py",
    "plans/life/document_number.py",
    "plans/readings.py",
    "plans/rendering.py",
)


def catalogue(app):
    source = OFFICE / app / "locale" / "en" / "LC_MESSAGES" / "django.po"
    return read_po(source.read_text("utf-8")) if source.exists() else {}


def read_po(text):
    """Message ids with their words; a context stands before its id as in a compiled catalogue."""
    entries = re.findall(r'^(?:msgctxt (".*")\n)?msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)', text, re.MULTILINE)
    return {
        (spoken(context) + "\x04" if context else "") + spoken(key): spoken(words) for context, key, words in entries
    }


def spoken(lines):
    return "".join(ast.literal_eval(line) for line in lines.strip().splitlines())


def python_files(app):
    return [path for path in (OFFICE / app).rglob("*.py") if "migrations" not in path.parts]


def template_files(app):
    return list((OFFICE / app).rglob("templates/**/*.html"))


def python_messages(app):
    for path in python_files(app):
        for call in translator_calls(ast.parse(path.read_text("utf-8"))):
            words = [each.value for each in call.args if isinstance(each, ast.Constant)]
            if words:  # a context stands before its words
                yield "\x04".join(words[:2]) if call.func.id in CONTEXTUAL else words[0]


def translator_calls(tree):
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if getattr(call.func, "id", "") in TRANSLATORS]


def template_messages(app):
    words = r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    for path in template_files(app):
        source = templatize(path.read_text("utf-8"))
        for context, message in re.findall(rf"gettext\((?:{words}, )?{words}", source):
            yield (f"{spoken(context)}\x04" if context else "") + spoken(message)


@pytest.mark.parametrize("app", APPS)
def test_every_sentence_has_its_english(app):
    known = catalogue(app)
    wanted = {*python_messages(app), *template_messages(app)}
    assert {words for words in wanted if CHINESE.search(words) and not known.get(words)} == set()


@pytest.mark.parametrize("app", APPS)
def test_nothing_chinese_in_a_template_escapes_translation(app):
    for path in template_files(app):
        text = path.read_text("utf-8")
        text = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", text, flags=re.DOTALL)
        text = re.sub(r"{%.*?%}|{#.*?#}|{{.*?}}", "", text, flags=re.DOTALL)
        assert set(CHINESE.findall(text)) <= set("中文"), path  # the switch names each language in itself


@pytest.mark.parametrize("app", [app for app in APPS if app != "demonstration"])
def test_nothing_chinese_in_a_module_escapes_translation(app):
    for path in python_files(app):
        if not path.relative_to(OFFICE).as_posix().startswith(NOT_PAGES):
            assert bare_chinese(path) == [], path


def bare_chinese(path):
    tree = ast.parse(path.read_text("utf-8"))
    spoken = {id(inner) for call in translator_calls(tree) for inner in ast.walk(call)}
    notes = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None
    }
    words = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [word.value for word in words if CHINESE.search(word.value) and id(word) not in spoken | notes]


@pytest.mark.parametrize("app", APPS)
def test_the_compiled_catalogue_is_the_one_in_the_source(app):
    """Compiled catalogues are committed, so that installing needs no gettext tools; recompile with ``msgfmt``."""
    source = catalogue(app)
    if not source:
        pytest.skip("this app says nothing")
    with (OFFICE / app / "locale" / "en" / "LC_MESSAGES" / "django.mo").open("rb") as compiled:
        held = gettext.GNUTranslations(compiled)._catalog
    source.pop("")
    held.pop("")
    assert held == source


@pytest.mark.parametrize("app", APPS)
def test_placeholders_survive_translation(app):
    for chinese, english in catalogue(app).items():
        assert set(re.findall(r"%\(\w+\)s", chinese)) == set(re.findall(r"%\(\w+\)s", english)), chinese
