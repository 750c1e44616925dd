"""The rules of decisions by consent: quorum, verdicts, review days, and what is alike."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.decisions import rules
from bot.features.decisions.rules import Candidate, Renewal, Verdict

WORDS = st.text(alphabet="abcdéÉ ", min_size=0, max_size=60)


@given(st.integers(0, 500), st.integers(1, 100), st.integers(0, 500), st.integers(0, 9))
def test_silence_is_never_consent(roll: int, quorum: int, answered: int, objections: int) -> None:
    """Adopted iff enough answered, three at least, and no objection stands (15.A2)."""
    found = rules.verdict(roll, quorum, answered, objections)
    enough = answered >= 3 and answered * 100 >= roll * quorum

    assert (found is Verdict.ADOPTED) == (enough and objections == 0)
    assert (found is Verdict.UNDECIDED) == (not enough)


@pytest.mark.parametrize(
    ("roll", "quorum", "needed"), [(3, 50, 3), (6, 50, 3), (7, 50, 4), (200, 50, 100), (9, 100, 9)]
)
def test_half_of_the_roll_and_three_at_the_least(roll: int, quorum: int, needed: int) -> None:
    """The quorum is a share of the roll, rounded up, never below three (15.A2)."""
    assert rules.needed(roll, quorum) == needed


@pytest.mark.parametrize(
    ("answers", "ends"),
    [
        ([], Renewal.SILENT),
        (["keep"], Renewal.KEPT),
        (["keep"] * 9 + ["change"], Renewal.FULL),
        (["drop"], Renewal.FULL),
    ],
)
def test_one_change_or_drop_opens_a_full_round(answers: list[str], ends: Renewal) -> None:
    """Any objection to “keep” leads to a full round; silence renews nothing (15.A7)."""
    assert rules.renewal(answers) is ends


@pytest.mark.parametrize(
    ("decided", "due"),
    [
        (date(2026, 11, 2), date(2027, 5, 2)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
    ],
)
def test_a_review_is_due_six_months_later(decided: date, due: date) -> None:
    """Six months to the day, or that month's last one; it opens a week before (15.A6, 15.A7)."""
    assert rules.review_day(decided) == due
    assert (due - rules.review_opens(due).date()).days == 7


def test_a_round_closes_on_a_working_day() -> None:
    """A week later at 18:00, past Easter Monday and the weekend (15.A2)."""
    assert rules.usual_deadline(date(2027, 3, 22), "FR") == datetime(2027, 3, 30, 18)


@pytest.mark.parametrize("typed", ["D-2026-007", "d-2026-7", "D 2026 007"])
def test_a_code_is_typed_in_many_ways(typed: str) -> None:
    """D-2026-007 is found however its zeros and its D are typed (15.A6)."""
    assert rules.code_in(typed) == (2026, 7)
    assert rules.code(2026, 7) == "D-2026-007"


def test_what_is_alike_shares_half_of_the_significant_words() -> None:
    """Small words of both languages, accents and case count for nothing (15.A8)."""
    old = rules.significant("Publier nos modèles sous licence libre")
    assert old == {"publier", "modeles", "licence", "libre"}
    new = rules.significant("Faut-il publier les MODELES de cours ?")
    assert new == {"publier", "modeles", "cours"}
    assert rules.likeness(new, old) == pytest.approx(2 / 3)
    english = rules.significant("We should publish our templates")
    assert english == {"publish", "templates"}
    other = Candidate(1, rules.significant("Meet every Tuesday"))
    assert rules.alike(new, [other, Candidate(2, old)]) == [2]
    half = Candidate(3, rules.significant("publier"))
    assert rules.alike(rules.significant("publier demain"), [half]) == [3]


@given(WORDS, st.lists(WORDS, max_size=6))
def test_likeness_is_a_share(proposal: str, decisions: list[str]) -> None:
    """Between nothing and all; the same words are always alike, however they are written (15.A8)."""
    new = rules.significant(proposal)
    known = [Candidate(n, rules.significant(said)) for n, said in enumerate(decisions)]

    assert all(0 <= rules.likeness(new, one.words) <= 1 for one in known)
    found = rules.alike(new, [*known, Candidate(99, rules.significant(proposal.upper()))], most=9)
    assert (99 in found) == bool(new)
    assert all(2 * len(new & one.words) >= len(new) for one in known if one.decision in found)
