"""Rosters: people put into a platform's group, none forgotten there, settled where there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from adapters.base import Busy, Enlisting, Gone, What
from bot.card import Roster
from bot.text import Mention
from storage.database import Database
from storage.posts import TROUBLES, Posts
from tests.kit.clock import MONDAY
from tests.storage.signs import DIRECT, Keeping, Platform, Says


@dataclass(slots=True)
class Groups(Platform):
    """A platform with a group for each id, which answers as it is told to by `refusals`."""

    members: set[tuple[str, str]] = field(default_factory=set)
    refusals: list[Exception] = field(default_factory=list)
    asked: list[Enlisting] = field(default_factory=list)

    async def enlist(self, enlisting: Enlisting) -> None:
        """Do it, unless a refusal was prepared: then nobody is taken out."""
        self.asked.append(enlisting)
        self.members |= {(enlisting.group, one) for one in enlisting.people}
        if self.refusals:
            raise self.refusals.pop(0)
        self.members -= set(enlisting.leaving)


class Office(Keeping[Roster]):
    """Who holds the role now; Ann, at first."""

    def __init__(self, database: Database, platform: Platform) -> None:
        """They are to be in the group."""
        super().__init__(database, platform, Roster("G", (person("ann"),), Says(1)))

    async def held_by(self, *people: str, group: str = "G") -> None:
        """Others hold it, or another group follows."""
        self.look = Roster(group, tuple(person(one) for one in people), Says(1))
        await self.refresh()


def person(name: str) -> Mention:
    """Somebody with an account here, in another workspace, and elsewhere."""
    here = ("test", "W", name)
    return Mention(name, (("other", "W", "x"), ("test", "W2", "y"), here, ("test", "", name)))


@pytest.fixture
async def groups() -> Groups:
    """Groups with nobody in them."""
    return Groups()


@pytest.fixture
async def office(database: Database, groups: Groups) -> Office:
    """A role that a platform with groups can follow."""
    made = Office(database, groups)
    await made.bench.furnish()
    return made


async def test_a_group_follows_the_holders(office: Office, groups: Groups) -> None:
    """By their accounts in this workspace alone; a group that is left has none of them (6.A10)."""
    post = await office.show()
    assert groups.members == {("G", "ann")}
    assert (await office.bench.post(post)).message == "roster:G/ann"

    await office.held_by("ben", "cat")
    assert groups.members == {("G", "ben"), ("G", "cat")}
    await office.held_by("cat", group="H")
    assert groups.members == {("H", "cat")}
    await office.held_by("cat", group="")
    assert groups.members == set()
    assert (await office.bench.post(post)).message == "roster:"
    await office.held_by("ann")
    assert groups.members == {("G", "ann")}


async def test_a_roster_with_nothing_more_to_say_takes_everybody_out(
    office: Office, groups: Groups
) -> None:
    """The role is gone: nobody stays in the group for it, and the post is over."""
    post = await office.show()
    office.look = None
    await office.refresh()

    assert groups.members == set()
    assert (await office.bench.post(post)).failed == "empty"


async def test_nobody_is_forgotten_where_the_process_dies(office: Office, groups: Groups) -> None:
    """Put into the group, not noted, and no longer meant when it is tried again: taken out."""
    await office.show()
    groups.refusals.append(RuntimeError("killed"))
    await office.held_by("ben")
    assert groups.members == {("G", "ann"), ("G", "ben")}
    assert "after-intention" in office.bench.points

    await office.held_by("cat")
    await office.bench.step(hours=1)
    assert groups.members == {("G", "cat")}


async def test_what_stands_is_not_noted_again(office: Office) -> None:
    """A redraw without a change writes no intention."""
    await office.show()
    office.bench.points.clear()
    await office.refresh()

    assert "after-intention" not in office.bench.points


async def test_a_platform_without_groups_shows_nothing_and_fails_nothing(
    database: Database,
) -> None:
    """The post is settled: no failure, nothing that is tried again, nothing sent."""
    office = Office(database, Platform())
    await office.bench.furnish()
    post = await office.bench.post(await office.show())

    assert (post.message, post.failed, post.shown) == (None, None, post.wanted)
    assert [said for said, _ in office.bench.platform.shown] == ["no trouble"]


async def test_direct_messages_have_no_groups(office: Office, groups: Groups) -> None:
    """A roster for somebody alone is settled as on a platform without groups."""
    post = await office.bench.post(await office.show(DIRECT))

    assert groups.asked == []
    assert (post.message, post.failed) == (None, None)


@pytest.mark.parametrize("what", TROUBLES)
async def test_a_group_that_does_not_follow_is_said_on_the_board(
    office: Office, groups: Groups, what: What
) -> None:
    """The board is redrawn once and says why; no attempt follows until something changes."""
    groups.refusals.append(Gone(what))
    await office.show()
    assert [said for said, _ in groups.shown] == ["no trouble", what]
    assert await office.bench.step(hours=1) == 0

    await office.held_by("ben")
    await office.bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).refresh(Says(1).pack()))
    await office.settle()
    assert groups.members == {("G", "ben")}
    assert [said for said, _ in groups.shown][-1] == "no trouble"


async def test_a_busy_group_holds_up_no_card(office: Office, groups: Groups) -> None:
    """Groups have a pace of their own: the channel's cards do not wait for them."""
    await office.show()
    groups.refusals.append(Busy(60))
    await office.held_by("ben")
    await office.bench.show(2)
    await office.bench.step()
    assert "sign 2" in groups.visible.values()

    assert await office.bench.step(seconds=59) == 0
    assert await office.bench.step(seconds=1) == 1
    assert groups.members == {("G", "ben")}


async def test_a_place_that_is_gone_says_no_word_of_its_group(
    office: Office, groups: Groups
) -> None:
    """Whoever posted hears of the card that nobody saw, not of the group besides."""
    groups.answers.append(Gone("place"))
    groups.refusals.append(Gone("place"))
    await office.show()

    assert len(await office.bench.notices()) == 1
