"""Opening hours in words: what people type becomes a window, and is said back the same."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.community.rules import LIKELY_ZONES, Window, read_window, say_window
from scheduling.calendar import zone_exists

WORKWEEK = (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("words", "opens", "closes", "days"),
    [
        ("08:00-19:00 mon-fri", time(8), time(19), WORKWEEK),
        ("8h–19h lun–ven", time(8), time(19), WORKWEEK),
        ("8h à 19h du lundi au vendredi", time(8), time(19), WORKWEEK),
        ("9 to 17", time(9), time(17), WORKWEEK),
        ("8h30-18h45", time(8, 30), time(18, 45), WORKWEEK),
        ("10:00-22:00 mon-sun", time(10), time(22), (0, 1, 2, 3, 4, 5, 6)),
        ("9h-12h mar, jeu", time(9), time(12), (1, 3)),
        ("09:00-12:00 tuesday thursday", time(9), time(12), (1, 3)),
        ("9-17 sat-mon", time(9), time(17), (0, 5, 6)),
        ("lun-ven 8h-19h", time(8), time(19), WORKWEEK),
        ("8h - 0h", time(8), time(0), WORKWEEK),
        ("  8H-19H  ", time(8), time(19), WORKWEEK),
        ("8h-19h mercredi", time(8), time(19), (2,)),
        ("8am-7pm mon-fri", time(8), time(19), WORKWEEK),
        ("0h-24h mon-sun", time(0), time(0), (0, 1, 2, 3, 4, 5, 6)),
        ("12am-12pm", time(0), time(12), WORKWEEK),
    ],
)
def test_hours_are_understood(words: str, opens: time, closes: time, days: tuple[int, ...]) -> None:
    """Both languages, with or without minutes; days left out mean Monday to Friday."""
    assert read_window(words) == Window(opens, closes, days)


@pytest.mark.parametrize(
    "words",
    ["", "whenever", "mon-fri", "25:00-26:00", "8h", "8h-8h", "19h-8h", "8:75-9:00", "8h-19h xyz"],
)
def test_what_means_no_hours_is_refused(words: str) -> None:
    """Nothing is guessed: an unreadable window, or one that never opens, is None."""
    assert read_window(words) is None


@given(
    st.integers(0, 22).flatmap(lambda first: st.tuples(st.just(first), st.integers(first + 1, 23))),
    st.sampled_from((0, 15, 30, 45)),
    st.sets(st.integers(0, 6), min_size=1),
    st.sampled_from(("en", "fr")),
)
def test_what_is_said_can_be_typed(
    hours: tuple[int, int], minute: int, days: set[int], language: str
) -> None:
    """A window in words, typed again in that language, is the same window."""
    window = Window(time(hours[0], minute), time(hours[1], minute), tuple(sorted(days)))
    said = say_window(
        f"{window.opens:%H:%M}",
        f"{window.closes:%H:%M}",
        "".join(map(str, window.days)),
        language,
    )

    assert read_window(said) == window


@given(st.text(max_size=40))
def test_nothing_typed_is_a_fault(words: str) -> None:
    """Whatever is typed, the answer is a window or None."""
    found = read_window(words)

    assert found is None or (found.days and (found.opens < found.closes or not found.closes.hour))


def test_the_zones_that_are_proposed_exist() -> None:
    """What a founder finds in the form can be sent."""
    assert all(zone_exists(zone) for zone in LIKELY_ZONES.values())
