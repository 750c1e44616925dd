"""A charter's arithmetic: its hash, what changed, who is counted, how groups are ranked."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.features.charter.differences import (
    Edit,
    Swap,
    changed_sections,
    differences,
    is_slight,
    sentences,
)
from bot.features.charter.rules import (
    SECTIONS,
    a_year_after,
    coverage,
    fingerprint,
    pages,
    ranked,
    tidy,
)

_WORDS = st.lists(st.sampled_from(["we", "meet", "share", "often.", "here.", "all?"]), max_size=30)
TEXTS = _WORDS.map(" ".join)
CHARTERS = st.dictionaries(st.sampled_from(SECTIONS), TEXTS, max_size=4)
PEOPLE = st.sets(st.integers(0, 12))


@given(CHARTERS, st.permutations(SECTIONS))
def test_the_hash_is_of_the_text_alone(sections: dict[str, str], order: list[str]) -> None:
    """The order in which sections were written, spaces and spelling of accents change nothing (16.A2)."""
    shuffled = {key: f"  {sections[key]} \r\n" for key in order if key in sections}
    assert fingerprint(shuffled) == fingerprint(sections)
    other = {**sections, "why": sections.get("why", "") + " And more."}
    assert fingerprint(other) != fingerprint(sections)
    assert tidy("e\u0301te\u0301") == "\u00e9t\u00e9"


@given(TEXTS, TEXTS)
def test_a_difference_says_all_that_changed(before: str, after: str) -> None:
    """What was there, less what went, plus what came, is what is there: nothing is left out (16.A2)."""
    found = differences(before, after)
    left = sentences(before)
    for edit in found:
        if edit.kind != "added":
            left.remove(edit.before)
    came = [edit.after for edit in found if edit.kind != "removed"]
    assert sorted(left + came) == sorted(sentences(after))
    assert bool(found) == (sentences(before) != sentences(after))


def test_a_reworded_sentence_says_which_words() -> None:
    """By sentence, then by words; a sentence that is another one comes and goes (16.A2)."""
    (edit,) = differences(
        "We meet once a month. All is well.", "We meet twice a month. All is well."
    )
    assert edit.swaps == (Swap("once", "twice"),)
    assert differences("We meet.", "Dogs bark loudly.") == [
        Edit("removed", before="We meet."),
        Edit("added", after="Dogs bark loudly."),
    ]
    assert list(changed_sections({"why": "A.", "whom": "B."}, {"why": "A.", "roles": "C."})) == [
        "whom",
        "roles",
    ]


def test_a_slip_of_the_pen_is_slight() -> None:
    """One word in thirty may be put right; a section that comes, or a new rule, may not (16.A3)."""
    before = {"why": "We are here to " + "learn and " * 14 + "shaer."}
    assert is_slight(before, {"why": before["why"].replace("shaer", "share")})
    assert not is_slight(before, {**before, "whom": "All."})
    assert not is_slight(before, {"why": "We are here to earn."})


@given(PEOPLE, PEOPLE, PEOPLE)
def test_coverage_is_a_share_of_who_is_active(
    active: set[int], signed: set[int], gone: set[int]
) -> None:
    """Between 0 and 1; whoever is not active changes nothing, whether they signed or not (16.A5)."""
    share = coverage(active, signed)
    if not active:
        assert share is None
        return
    assert share is not None
    assert 0 <= share <= 1
    assert coverage(active, signed | (gone - active)) == share
    assert coverage(active, signed | active) == 1


@given(st.dictionaries(st.integers(1, 25), st.integers(0, 5)))
def test_groups_rank_by_their_dots(dots: dict[int, int]) -> None:
    """Most dots first; of equals, the one that was made first: nothing is left to chance (16)."""
    order = ranked(dots)
    assert sorted(order) == sorted(dots)
    assert all((-dots[one], one) < (-dots[other], other) for one, other in pairwise(order))


@given(st.lists(st.integers(1, 900), max_size=200))
def test_pages_hold_everything_once(lengths: list[int]) -> None:
    """Two hundred answers of any length: each on one page, in order, no page over its room (R5)."""
    found = pages(lengths, 900)
    assert [index for page in found for index in page] == list(range(len(lengths)))
    assert all(sum(lengths[index] for index in page) <= 900 for page in found)


def test_a_year_later_is_the_same_day() -> None:
    """Twelve months; from 29 February, the 28th (16)."""
    assert a_year_after(date(2026, 11, 2)) == date(2027, 11, 2)
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)
