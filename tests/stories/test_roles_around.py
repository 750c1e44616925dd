"""What roles change elsewhere: cards of meetings, rights, reminders, the settings, the library."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

from storage.database import connect
from tests.kit.chat import Chat
from tests.kit.discord import DiscordWire
from tests.kit.discord_roles import Role as DiscordRole
from tests.kit.slack import SlackWire
from tests.stories.test_roles_swaps import accepted
from tests.stories.test_roles_turn import asked, founded


async def test_an_announced_meeting_says_who_facilitates_after_a_swap(chat: Chat) -> None:
    """The card names whoever holds the role at its date, and is redrawn when they swap (5.A3, 5.A8)."""
    holder, others = await accepted(chat)
    await chat.ann.types('/meet settle "Circle" "2027-01-12 14:00 Europe/Paris"')
    await chat.ann.fills()
    await chat.ann.presses("Publish")
    assert f"Facilitates: {holder.persona.name}" in chat.channel.find("Circle")
    await holder.types("/role swap facilitation")
    taker = others[0]
    await taker.presses("I’ll take over", on=chat.channel.find("Swap: Facilitation"))
    assert f"Facilitates: {taker.persona.name}" in chat.channel.find("Circle")


async def test_a_meeting_needs_whoever_takes_notes_then(chat: Chat) -> None:
    """`needs:@notes` is a role of the community once it turns, and nobody's name before (4.A3)."""
    await founded(chat)
    dates = '"2026-12-29 14:00 Europe/Paris" "2026-12-30 14:00 Europe/Paris"'
    await chat.ann.types(f'/meet propose "Circle" {dates} needs:@notes')
    assert "notes" in str(chat.ann.form)
    await chat.ann.types("/role new notes pool:@Eve")
    await chat.ann.presses("Publish")
    await chat.passes(days=3)
    await chat.eve.presses("Yes, I’ll do it")
    await chat.ann.types(f'/meet propose "Circle" {dates} needs:@notes')
    await chat.ann.presses("Publish")
    assert "note-taking" in chat.channel.newest


async def test_who_is_away_is_not_reminded_of_a_poll(chat: Chat) -> None:
    """Declared absent on the day of the reminder: left in peace; the others hear of it (3.A2)."""
    await founded(chat)
    await chat.ann.types('/poll "Where?" "Here" "There" until:"+6d"')
    await chat.cleo.types('/role away "for 20 days"')
    await chat.passes(days=6)
    assert any("Where?" in message for message in chat.dan.inbox)
    assert not any("Where?" in message for message in chat.cleo.inbox)


async def test_a_poll_for_a_role_that_turns(chat: Chat) -> None:
    """`who:@welcome` asks whoever holds that role at the press (R11)."""
    await founded(chat)
    await chat.ann.types("/role new welcome pool:@Eve start:tomorrow")
    await chat.ann.presses("Publish")
    await chat.eve.types("/role")
    await chat.eve.presses("Open: Welcome", on=chat.eve.told)
    await chat.eve.presses("Yes, I’ll do it", on=chat.eve.told)
    await chat.passes(days=2)
    await chat.ann.types('/poll "How?" "So" "Or so" who:@welcome')
    await chat.dan.presses("So", on=chat.channel.newest)
    assert "So · 0 votes" in chat.channel.newest
    await chat.eve.presses("So", on=chat.channel.newest)
    assert "So · 1 vote" in chat.channel.newest


async def test_whoever_looks_after_the_library_tidies_it(chat: Chat) -> None:
    """The holder of the library role may change what others shared (8.A8)."""
    await founded(chat)
    await chat.ann.types('/share https://example.org/guide "A guide" #adults')
    card = chat.channel.newest
    await chat.eve.presses("More", on=card)
    assert "Edit" not in chat.eve.told.buttons
    await chat.ann.types("/role new library pool:@Eve start:today")
    await chat.ann.presses("Publish")
    await chat.eve.types("/role")
    await chat.eve.presses("Open: Library", on=chat.eve.told)
    await chat.eve.presses("Yes, I’ll do it", on=chat.eve.told)
    await chat.eve.presses("More", on=card)
    await chat.eve.presses("Edit", on=chat.eve.told)
    assert chat.eve.form is not None


async def test_the_first_turn_ends_what_was_named_by_hand(chat: Chat) -> None:
    """A facilitator chosen in the settings stays until somebody's turn begins; then the settings say so (R7)."""
    await founded(chat)
    await chat.ann.types("/ronde settings")
    await chat.ann.fills(facilitator="Eve")
    await chat.ann.types('/role new facilitation pool:"Cleo, Dan"')
    await chat.ann.presses("Publish")
    await chat.passes(days=3)
    holder = asked(chat, [chat.cleo, chat.dan])
    await holder.presses("Yes, I’ll do it")
    await chat.eve.types("/role turn facilitation")
    assert "Only" not in chat.eve.told.text
    await chat.passes(days=15)
    await chat.eve.types("/role turn facilitation")
    assert "facilitat" in chat.eve.told.text
    await chat.ann.types("/ronde settings")
    await chat.ann.fills(facilitator="Eve")
    assert "turns by itself" in str(chat.ann.form)


async def test_turns_begin_at_midnight_of_the_communitys_zone(chat: Chat) -> None:
    """00:00 in the community's zone, and in its new one where that changes (6.A9)."""
    await accepted(chat)
    assert instants(chat) == ("2026-12-25T23:00", "2027-01-25T23:00")
    await chat.ann.types("/ronde settings")
    await chat.ann.fills(zone="America/Montreal")
    assert instants(chat) == ("2026-12-26T05:00", "2027-01-26T05:00")


async def test_a_clock_set_back_makes_no_second_turn(chat: Chat) -> None:
    """After the clock went back two days nothing is asked or made twice (bad input)."""
    holder, others = await accepted(chat)
    await chat.passes(days=12)
    before = rows(chat)
    chat.clock.move(to=chat.clock.now() - timedelta(days=2))
    await chat.tick()
    await chat.ann.types("/role")
    await chat.passes(days=3)
    assert rows(chat) == before
    assert len([m for m in holder.inbox if "Your pack" in m]) == 1
    assert others


def instants(chat: Chat) -> tuple[str, str]:
    """When the accepted turn begins and ends, in UTC."""
    with closing(connect(chat.path, read_only=True)) as raw:
        begins, ends = raw.execute("SELECT starts_at, ends_at FROM terms").fetchone()
    return begins[:16], ends[:16]


def rows(chat: Chat) -> list[tuple[object, ...]]:
    """All turns."""
    with closing(connect(chat.path, read_only=True)) as raw:
        return raw.execute("SELECT number, seat, starts_on, state, person_id FROM turns").fetchall()


async def test_the_platforms_own_group_follows_the_holder(chat: Chat) -> None:
    """A Discord role or a Slack user group has whoever has the role; what it refuses is said (6.A10)."""
    holder, others = await accepted(chat)
    group, people = platform_group(chat)
    await chat.ann.types("/role")
    await chat.ann.presses("Open: Facilitation", on=chat.ann.told)
    await chat.ann.presses("What it is for", on=chat.ann.told)
    await chat.ann.fills(group=group)
    await chat.passes(days=14)
    if people is not None:
        assert people() == {chat.wire.user(holder.persona).id}  # type: ignore[attr-defined]
    day = f"{chat.clock.now() + timedelta(days=2):%Y-%m-%d}"
    await holder.types(f'/role away "{day} {day}"')
    await holder.presses("Find cover: Facilitation", on=holder.told)
    await others[0].presses("I’ll take over", on=chat.channel.find("Swap: Facilitation"))
    await chat.passes(days=2)
    if people is not None:
        assert people() == {chat.wire.user(others[0].persona).id}  # type: ignore[attr-defined]
    await chat.passes(days=1)
    if people is not None:
        assert people() == {chat.wire.user(holder.persona).id}  # type: ignore[attr-defined]

    await chat.ann.types("/role")
    await chat.ann.presses("Open: Facilitation", on=chat.ann.told)
    await chat.ann.presses("What it is for", on=chat.ann.told)
    await chat.ann.fills(group="S404")
    await chat.settle()
    said = "The platform’s group does not follow" in chat.channel.find(
        "Keeps the community’s round"
    )
    assert said == (people is not None)


def platform_group(chat: Chat) -> tuple[str, Callable[[], set[str]] | None]:
    """A group's id on this platform, and who is in it; None where platforms keep none."""
    wire = chat.wire
    if isinstance(wire, DiscordWire):
        kept = wire.server.world.roles["900000000000000077"] = DiscordRole(
            "900000000000000077", "F"
        )
        return "<@&900000000000000077>", lambda: set(kept.people)
    if isinstance(wire, SlackWire):
        workspace = wire.server.workspace
        workspace.scopes |= {"usergroups:write"}
        workspace.groups["S077"] = ["U0"]
        return "S077", lambda: set(workspace.groups["S077"])
    return "S077", None
