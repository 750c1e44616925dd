"""Addresses that buttons carry: they come back as they went out, fit, and cannot be forged."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, get_type_hints

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot import forms
from bot.command import Press, View
from bot.errors import Broken, Malformed
from bot.features import FEATURES
from bot.features.polls import routes
from bot.route import BIGGEST, LONGEST, Route, address_of


@dataclass(frozen=True, slots=True)
class Sample(Route):
    """A route with one field of each kind."""

    address: ClassVar[str] = "test.sample"
    number: int
    words: str
    flag: bool


@dataclass(frozen=True, slots=True)
class Wrong(Route):
    """A route that carries what no button can."""

    address: ClassVar[str] = "test.wrong"
    numbers: list[int]


NUMBERS = st.integers(min_value=-BIGGEST, max_value=BIGGEST)
OFFERED: list[Press | View] = [
    *forms.PRESSES,
    *(press for feature in FEATURES for press in feature.presses),
    *(view for feature in FEATURES for view in feature.views),
]
ROUTES: list[type[Route]] = sorted(
    {offered.route for offered in OFFERED}, key=lambda route: route.address
)


@given(NUMBERS, st.text(max_size=20), st.booleans())
def test_a_route_comes_back_as_it_went_out(number: int, words: str, flag: bool) -> None:
    """Numbers, words of any kind and flags survive packing; what is too long is refused."""
    route = Sample(number, words, flag)
    try:
        packed = route.pack()
    except Broken:
        assume(False)

    assert len(packed) <= LONGEST
    assert Sample.unpack(packed) == route
    assert address_of(packed) == "test.sample"


@pytest.mark.parametrize("words", ["a:b", "100 %", "é", "%3A", "🍲", "", "a\nb", "::"])
def test_words_may_hold_anything(words: str) -> None:
    """Colons, percent signs and emoji are words, not separators."""
    assert Sample.unpack(Sample(1, words, True).pack()).words == words


def test_what_does_not_fit_a_button_is_a_fault() -> None:
    """More than 100 characters cannot be sent: our mistake, found when it is made."""
    with pytest.raises(Broken):
        Sample(1, "x" * LONGEST, True).pack()


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "poll.vote",
        "poll.vote:1",
        "poll.vote:1:2:3",
        "poll.vote:1:",
        "poll.vote::1",
        "poll.vote:a:1",
        "poll.vote:1:1.5",
        "poll.vote:1:١",  # an Arabic one
        "poll.vote:1:²",
        "poll.vote:--1:1",
        "poll.vote:1:- 1",
        "poll.vote: 1:1",
        "poll.vote:1e3:1",
        f"poll.vote:{BIGGEST + 1}:1",
        f"poll.vote:{'9' * 90}:1",
        f"poll.vote:1:{'0' * 120}",
        "poll.votes:1",
        "POLL.VOTE:1:1",
        "poll.vote:1:1\n",
    ],
)
def test_forged_values_are_refused(forged: str) -> None:
    """What no button of ours carries is malformed, never a fault."""
    with pytest.raises(Malformed):
        routes.Vote.unpack(forged)


@pytest.mark.parametrize("flag", ["true", "2", "", "01"])
def test_a_flag_is_nought_or_one(flag: str) -> None:
    """A flag is written in one way."""
    with pytest.raises(Malformed):
        Sample.unpack(f"test.sample:1:a:{flag}")


@given(st.text(max_size=120))
def test_any_text_is_a_route_or_malformed(packed: str) -> None:
    """Unpacking anything gives a route that packs, or Malformed; nothing else."""
    for prefix in ("", "test.sample:", "poll.vote:", "poll.send:1:"):
        for kind in (Sample, routes.Vote, routes.SendSecret):
            try:
                found = kind.unpack(f"{prefix}{packed}")
            except Malformed:
                continue
            assert isinstance(found, kind)


def test_a_route_carries_numbers_words_and_flags_only() -> None:
    """A field of another kind is our mistake, found at the first use."""
    with pytest.raises(Broken):
        Wrong([1]).pack()


def test_every_address_is_its_own() -> None:
    """No two kinds of button or view share an address."""
    addresses = [route.address for route in ROUTES]

    assert all(addresses)
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_fits_a_button(route: type[Route]) -> None:
    """With the largest ids and a full anonymous ballot, an address fits Discord's 100 characters."""
    hints = get_type_hints(route)
    largest: dict[type, Any] = {int: BIGGEST, bool: True, str: ".".join(map(str, range(20)))}
    values = {part.name: largest[hints[part.name]] for part in fields(route)}  # type: ignore[arg-type]
    packed = route(**values).pack()

    assert len(packed) <= LONGEST
    assert route.unpack(packed) == route(**values)
