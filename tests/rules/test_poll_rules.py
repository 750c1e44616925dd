"""How a poll works, judged without database, clock or chat."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.polls import records, rules
from bot.reminders import marks
from bot.spreadsheet import safe

SPOTS = st.integers(min_value=0, max_value=19)
BALLOTS = st.frozensets(SPOTS, max_size=20)
OPENED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
LENGTHS = st.timedeltas(min_value=rules.SOONEST, max_value=rules.LATEST)
SECRECIES = st.sampled_from(["shown", "hidden", "anonymous"])
RESULTS = st.sampled_from(["live", "after-vote", "at-close"])
STATES = st.sampled_from(["open", "closed", "cancelled"])

# ── pressing ────────────────────────────────────────────────────────────────────────────────────


def test_a_single_choice_moves() -> None:
    """B after A is B alone (1.A2)."""
    assert rules.press(frozenset({0}), 1, 1) == rules.Vote(frozenset({1}), changed=True)


def test_the_same_choice_again_changes_nothing() -> None:
    """A after A is A, unchanged (1.A2)."""
    assert rules.press(frozenset({0}), 0, 1) == rules.Vote(frozenset({0}), changed=False)


def test_one_choice_too_many_is_refused() -> None:
    """A third choice of two leaves the two (1.A3)."""
    assert rules.press(frozenset({0, 1}), 2, 2) == rules.Vote(
        frozenset({0, 1}), changed=False, full=True
    )


@given(BALLOTS, SPOTS, st.integers(min_value=1, max_value=20))
def test_a_press_never_drops_a_choice_silently(
    ballot: frozenset[int], choice: int, most: int
) -> None:
    """With several choices nothing is ever lost by a press; a full ballot says so (1.A3)."""
    ballot = frozenset(sorted(ballot)[:most])
    vote = rules.press(ballot, choice, most)

    assert len(vote.ballot) <= most
    assert vote.changed == (vote.ballot != ballot)
    assert vote.full == (choice not in vote.ballot)
    if most > 1:
        assert ballot <= vote.ballot
    if not vote.full:
        assert choice in vote.ballot


@given(st.lists(st.tuples(st.integers(1, 6), SPOTS), max_size=60))
def test_totals_never_exceed_the_voters(presses: list[tuple[int, int]]) -> None:
    """Whatever people press, a single choice counts each of them once (1.A2)."""
    ballots: dict[int, frozenset[int]] = {}
    for person, choice in presses:
        ballots[person] = rules.press(ballots.get(person, frozenset()), choice, 1).ballot
    totals = Counter(spot for ballot in ballots.values() for spot in ballot)

    assert sum(totals.values()) == len(ballots)


@given(BALLOTS)
def test_a_ballot_is_kept_as_it_was_cast(ballot: frozenset[int]) -> None:
    """What is stored reads back the same, and does not depend on the order of presses."""
    assert records.spots(records.joined_spots(ballot)) == ballot
    assert records.joined_spots(set(ballot)) == records.joined_spots(ballot)


# ── options ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("first", "second"),
    [("Été", "ete"), ("A  b", "a b"), ("ﬁn", "FIN"), ("Straße", "STRASSE"), ("①", "1")],
)
def test_options_that_read_the_same(first: str, second: str) -> None:
    """Spaces, case, accents and letter forms aside (1.A1)."""
    assert rules.twins([first, "other", second]) == (first, second)


@pytest.mark.parametrize(("first", "second"), [("Soup", "Soups"), ("1", "2"), ("🍲", "🥧")])
def test_options_that_differ(first: str, second: str) -> None:
    """Different words are no twins (1.A1)."""
    assert rules.twins([first, second]) is None


@given(st.lists(st.text(max_size=20), min_size=1, max_size=8))
def test_twins_are_found_whatever_stands_between(options: list[str]) -> None:
    """An option written once more, with spaces around it, is found (1.A1)."""
    assert rules.twins([*options, f"  {options[0]} "]) is not None


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(words: str) -> None:
    """Kept words are trimmed, with single spaces."""
    clean = rules.clean(words)

    assert rules.clean(clean) == clean
    assert clean == clean.strip()
    assert "  " not in clean


# ── time ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("today", "closes"),
    [
        (date(2026, 11, 2), "2026-11-09T18:00"),  # a Monday
        (date(2026, 11, 6), "2026-11-13T18:00"),
        (date(2026, 11, 7), "2026-11-16T18:00"),  # a Saturday: on to Monday
        (date(2026, 11, 8), "2026-11-16T18:00"),
    ],
)
def test_the_usual_deadline(today: date, closes: str) -> None:
    """A week later at 18:00, moved to the next working day (1)."""
    assert rules.usual_deadline(today) == datetime.fromisoformat(closes)


@pytest.mark.parametrize(
    ("today", "country", "closes"),
    [
        (date(2026, 11, 4), "FR", "2026-11-12T18:00"),  # Armistice on the 11th
        (date(2026, 11, 4), "SN", "2026-11-11T18:00"),
        (date(2026, 12, 18), "FR", "2026-12-28T18:00"),  # Christmas, a Friday
        (date(2027, 6, 17), "CA-QC", "2027-06-25T18:00"),  # Quebec's own
        (date(2027, 6, 17), "CA", "2027-06-24T18:00"),
    ],
)
def test_the_usual_deadline_is_no_public_holiday(today: date, country: str, closes: str) -> None:
    """The next working day is one in the community's country (1)."""
    assert rules.usual_deadline(today, country) == datetime.fromisoformat(closes)


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2100, 1, 1)))
def test_the_usual_deadline_is_a_working_day(today: date) -> None:
    """Never on a weekend, never sooner than a week, at most two days later (1)."""
    closes = rules.usual_deadline(today)

    assert closes.weekday() < 5
    assert timedelta(days=7) <= closes.date() - today <= timedelta(days=9)


@pytest.mark.parametrize(
    ("length", "before"),
    [
        (timedelta(days=7), timedelta(hours=48)),
        (timedelta(days=5), timedelta(hours=48)),
        (timedelta(days=5) - timedelta(seconds=1), timedelta(hours=24)),
        (timedelta(days=2), timedelta(hours=24)),
        (timedelta(days=2) - timedelta(seconds=1), None),
        (timedelta(minutes=5), None),
    ],
)
def test_when_people_are_reminded(length: timedelta, before: timedelta | None) -> None:
    """Five days or more: 48 h before; two to five: 24 h; less: not at all (3.A1)."""
    closes = OPENED + length
    found = marks(OPENED, closes, None)

    assert found == (() if before is None else (closes - before,))


def test_a_second_reminder_comes_half_way() -> None:
    """Asked for two: the second half-way from the first to the closing (3.A1)."""
    closes = OPENED + timedelta(days=7)
    found = marks(OPENED, closes, 2)

    assert found == (closes - timedelta(hours=48), closes - timedelta(hours=24))


@given(LENGTHS, st.sampled_from([None, 0, 1, 2]))
def test_reminders_come_in_order_and_in_time(length: timedelta, asked: int | None) -> None:
    """Never before the opening, never at or after the closing, never more than asked (3.A1)."""
    closes = OPENED + length
    found = marks(OPENED, closes, asked)

    assert len(found) <= (1 if asked is None else asked)
    if asked is not None:
        assert len(found) == asked
    assert list(found) == sorted(set(found))
    assert all(OPENED <= at < closes for at in found)


def test_a_deadline_from_elsewhere_names_its_zone() -> None:
    """Prefilled for somebody on another clock, a deadline keeps its meaning (2.A5)."""
    wall = datetime.fromisoformat("2026-11-09T18:00")

    assert rules.typed_deadline(wall, "Europe/Paris", "Europe/Paris") == "2026-11-09 18:00"
    assert (
        rules.typed_deadline(wall, "Europe/Paris", "America/Montreal")
        == "2026-11-09 18:00 Europe/Paris"
    )


# ── results ─────────────────────────────────────────────────────────────────────────────────────


def test_who_wins() -> None:
    """The most votes win; equals tie; nothing wins nothing (1.A11, 1.A12)."""
    assert rules.outcome({0: 3, 1: 1}) == rules.Outcome((0,), 3)
    assert rules.outcome({0: 2, 1: 2, 2: 1}).tie
    assert rules.outcome({0: 2, 1: 2, 2: 1}).best == (0, 1)
    assert rules.outcome({}).empty
    assert rules.outcome({0: 0, 1: 0}).empty


@given(st.dictionaries(SPOTS, st.integers(min_value=0, max_value=50), max_size=20))
def test_there_is_no_hidden_tie_break(totals: dict[int, int]) -> None:
    """Every option with the most votes is among the best, and no other, in any order (1.A11)."""
    found = rules.outcome(totals)

    if found.empty:
        assert not any(totals.values())
    else:
        assert found.votes == max(totals.values())
        assert set(found.best) == {s for s, count in totals.items() if count == found.votes}
    assert rules.outcome(dict(reversed(totals.items()))) == found


@given(RESULTS, STATES, st.booleans(), st.booleans())
def test_counts_before_the_end_are_for_whom_they_are_meant(
    results: str, state: str, voted: bool, private: bool
) -> None:
    """at-close: nobody; after-vote: who voted, privately; a cancelled poll: nobody (1.A5)."""
    visible = rules.counts_visible(results, state, voted=voted, private=private)

    if state == "cancelled":
        assert not visible
    elif state == "closed" or results == "live":
        assert visible
    elif results == "at-close":
        assert not visible
    else:
        assert visible == (voted and private)


@given(RESULTS, STATES)
def test_a_file_tells_no_more_than_the_card(results: str, state: str) -> None:
    """What leaves as a file is visible to everybody already (1.A6)."""
    if rules.exportable(results, state):
        assert rules.counts_visible(results, state, voted=False, private=False)


@given(SECRECIES, st.integers(min_value=0, max_value=50))
def test_small_numbers_are_masked_in_anonymous_polls_alone(secrecy: str, voters: int) -> None:
    """Under five anonymous ballots nothing is shown; other polls know no threshold (1.A6)."""
    assert rules.masked(secrecy, voters) == (secrecy == "anonymous" and voters < 5)


@given(st.integers(min_value=0, max_value=500), st.integers(min_value=0, max_value=500))
def test_a_share_is_a_part(count: int, voters: int) -> None:
    """Between nothing and everybody, also where nobody voted."""
    assert 0.0 <= rules.share(min(count, voters), voters) <= 1.0


@given(st.text(max_size=40))
def test_no_cell_is_run_by_a_spreadsheet(cell: str) -> None:
    """A cell never begins with a sign that starts a formula; other cells are left alone (1.A15)."""
    written = safe(cell)

    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert written in (cell, f"'{cell}")
