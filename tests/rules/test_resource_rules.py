"""How the library works, judged without database, clock or chat."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.features.resources import rules
from bot.words import fold

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("#", ()),
        (" , #\n", ()),
        ("#évaluation #Adultes", ("évaluation", "adultes")),
        ("#évaluation#adultes", ("évaluation", "adultes")),
        ("évaluation adultes", ("évaluation", "adultes")),
        ("évaluation, travail en équipe", ("évaluation", "travail-en-équipe")),
        ("vie de l’équipe; adultes", ("vie-de-l-équipe", "adultes")),
        ("#évaluation, #adultes", ("évaluation", "adultes")),
        ("évaluation\nadultes", ("évaluation", "adultes")),
        ("#Évaluation #evaluation #EVALUATION", ("évaluation",)),
        ("e\u0301cole", ("école",)),
        ("#pair-à-pair #web_2 #日本", ("pair-à-pair", "web_2", "日本")),
    ],
)
def test_tags_are_read_as_people_type_them(typed: str, tags: tuple[str, ...]) -> None:
    """Lower-case, accents kept, each once whatever its accents (8.A7)."""
    assert rules.tags_in(typed) == tags


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("#c++", "resource-tag-signs", ("tag", "c++")),
        ("#ok #a/b", "resource-tag-signs", ("tag", "a/b")),
        ("🎉", "resource-tag-signs", ("tag", "🎉")),
        ("a" * 41, "resource-tag-long", ("count", 41)),
        ("a b c d e f g h i", "resource-tags-many", ("count", 9)),
    ],
)
def test_a_tag_that_cannot_be_is_named(typed: str, key: str, value: tuple[str, str | int]) -> None:
    """The refusal says which tag, or how many (8.A7)."""
    with pytest.raises(Refusal) as refused:
        rules.tags_in(typed)

    assert refused.value.says.key == key
    assert value in refused.value.says.values


@given(st.text())
def test_tags_that_were_read_read_the_same(typed: str) -> None:
    """Whatever is typed is refused or gives tags that are typed the same next time."""
    try:
        tags = rules.tags_in(typed)
    except Refusal:
        return

    assert rules.tags_in(" ".join(f"#{tag}" for tag in tags)) == tags
    assert len({fold(tag) for tag in tags}) == len(tags) <= rules.MOST_TAGS
    assert all(0 < len(tag) <= rules.LONGEST_TAG for tag in tags)


def test_tags_are_suggested_on_what_they_contain() -> None:
    """A part in the middle is enough, accents aside; the most used come first (8.A7)."""
    known = [("co-évaluation", 2), ("évaluation", 9), ("adultes", 5), ("évaluateur", 2)]

    assert rules.suggested("EVALUA", known) == ["évaluation", "co-évaluation", "évaluateur"]
    assert rules.suggested("#adu", known) == ["adultes"]
    assert rules.suggested("", known, 2) == ["évaluation", "adultes"]
    assert rules.suggested("xyz", known) == []


@pytest.mark.parametrize(
    ("days", "state", "value"),
    [
        (0, "active", 1.0),
        (179, "active", 1.0),
        (180, "active", 0.8),
        (5_000, "archived", 0.8),
        (0, "to-check", 0.5),
        (5_000, "to-check", 0.5),
    ],
)
def test_what_was_looked_at_lately_is_fresher(days: int, state: str, value: float) -> None:
    """1.0 for 180 days, then 0.8, and 0.5 where it is to be checked (9.A3)."""
    assert rules.freshness(NOW - timedelta(days=days), NOW, state) == value


def test_the_rank_is_the_rule_of_the_page() -> None:
    """Relevance × (1 + ln(1 + reuses)) × freshness (9.A3)."""
    assert rules.score(2.0, 0, 1.0) == 2.0
    assert rules.score(2.0, 3, 0.8) == pytest.approx(2.0 * (1 + log(4)) * 0.8)


@given(st.floats(0.01, 100), st.integers(0, 1_000), st.sampled_from([0.5, 0.8, 1.0]))
def test_use_and_freshness_never_count_against(relevance: float, uses: int, fresh: float) -> None:
    """One more use, or a fresher mark, never ranks lower (9.A3)."""
    here = rules.score(relevance, uses, fresh)

    assert rules.score(relevance, uses + 1, fresh) > here
    assert rules.score(relevance, uses, 1.0) >= here


def test_a_month_is_the_one_on_the_wall() -> None:
    """The last evening of October in UTC is the first of November in Paris."""
    late = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)

    assert rules.month_of(late, "UTC") == "2026-10"
    assert rules.month_of(late, "Europe/Paris") == "2026-11"


def test_what_is_undone_has_its_time() -> None:
    """30 days in the bin, 7 days to take one's words back (8.A4, 8.A8)."""
    assert rules.bin_until(NOW) == datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
    assert rules.withdraw_until(NOW) == datetime(2026, 11, 9, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Évaluer\nà deux", "Évaluer\nà deux"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("\u200b\u200b", ""),
        ("\u202e \u2066", ""),
        ("a\x00b\ud800c", "abc"),
        ("👩\u200d🏫 می\u200cخواهم", "👩\u200d🏫 می\u200cخواهم"),
        ("\u200d\u3000", ""),
    ],
)
def test_what_cannot_be_seen_is_left_out(words: str, seen: str) -> None:
    """Nothing that turns words around or hides them; a title of nothing visible is none."""
    assert rules.visible(words) == seen


@given(st.text())
def test_what_is_visible_stays_so(words: str) -> None:
    """Once cleaned, words can be stored, and cleaning them again changes nothing."""
    seen = rules.visible(words)

    seen.encode()
    assert rules.visible(seen) == seen
    assert "\n" not in rules.line(words)
