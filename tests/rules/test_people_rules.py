"""How cards are read: what fits a question, whose name is meant, and when a card is asked about."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.features.people import rules
from bot.knowing import asked


def test_all_the_words_fit_what_is_offered() -> None:
    """Without case, accents and plurals; the entries that hold a word are the basis (19.A2)."""
    said = "Médiations familiales\nÉcrire des quiz; dessin"
    assert rules.offered(said, asked("la mediation")) == ("Médiations familiales",)
    assert rules.offered(said, asked("DESSINS")) == ("dessin",)
    assert rules.offered(said, asked("quiz familiaux")) == ()
    assert rules.offered(said, asked("quiz dessin")) == ("Écrire des quiz", "dessin")
    assert rules.offered(said, ()) == ()
    assert rules.offered("", asked("quiz")) == ()


def test_words_of_a_name_find_whose_it_is() -> None:
    """Beginnings of its words, in any order; nothing is nobody's name (19.A1)."""
    known = [(1, "Inès Martin"), (2, "Martine Roy"), (3, "Zoé")]
    assert rules.named(known, "ines") == [1]
    assert rules.named(known, "mart") == [1, 2]
    assert rules.named(known, "Martin In") == [1]
    assert rules.named(known, "@") == []


@given(st.dates(date(2000, 1, 1), date(2200, 1, 1)))
def test_six_months_are_six_months(day: date) -> None:
    """The same day, or the last of a shorter month: never more than three days apart (19.A1)."""
    then = rules.in_months(day)

    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == 6
    assert 0 <= day.day - then.day <= 3
    assert then.time() == rules.AT
    assert rules.in_months(date(2026, 8, 31)) == datetime(2027, 2, 28, 9)
