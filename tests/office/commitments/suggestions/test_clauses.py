"""Paragraphs taken apart into sentences, clauses and phrases."""

import pytest

from taizhang.office.commitments.suggestions.clauses import Stretch, bare, clauses, phrases, read, sentences


def words(text, pieces):
    return [text[piece.start : piece.end] for piece in pieces]


def whole(text):
    return Stretch(0, len(text))


def test_a_sentence_ends_at_its_full_stop():
    text = "修好路。种好树！好不好？"
    assert words(text, sentences(text, 0, len(text))) == ["修好路。", "种好树！", "好不好？"]


def test_a_quotation_is_never_taken_apart():
    text = "办好“开门、迎客；待人”活动，打造《云岭，你好。》品牌。建好（东、西；南北）码头。"
    assert words(text, sentences(text, 0, len(text))) == [
        "办好“开门、迎客；待人”活动，打造《云岭，你好。》品牌。",
        "建好（东、西；南北）码头。",
    ]
    assert words(text, clauses(text, Stretch(0, 28))) == ["办好“开门、迎客；待人”活动，打造《云岭，你好。》品牌。"]


def test_a_quotation_mark_that_nothing_closes_swallows_nothing():
    text = "办好“开门活动。种好树。"
    assert words(text, sentences(text, 0, len(text))) == ["办好“开门活动。", "种好树。"]


def test_a_clause_ends_at_its_semicolon():
    text = "修好路，通好车；种好树。"
    assert words(text, clauses(text, whole(text))) == ["修好路，通好车；", "种好树。"]


def test_a_phrase_ends_at_its_comma_or_colon():
    text = "目标为：修好路，通好车；"
    assert words(text, phrases(text, whole(text))) == ["目标为：", "修好路，", "通好车；"]


def test_blanks_around_a_piece_are_left_out():
    text = "　　修好路。　\n　　种好树。"
    assert words(text, sentences(text, 0, len(text))) == ["修好路。", "种好树。"]


def test_hard_line_wraps_are_joined():
    text = "修好乡村\n　　公路。"
    assert read(text, whole(text)) == "修好乡村公路。"


def test_the_mark_that_closes_a_stretch_is_not_among_its_bare_words():
    text = "修好路；"
    assert bare(text, whole(text)) == "修好路"


@pytest.mark.parametrize("text", ["", "。", "；；", "　\n"])
def test_where_nothing_is_said_nothing_is_found(text):
    assert [piece for piece in sentences(text, 0, len(text)) if bare(text, piece)] == []
