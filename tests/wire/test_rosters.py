"""Groups that follow those who hold a role, over real sockets: a Discord role, a Slack group (6.A10)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.base import Busy, Enlister, Enlisting
from adapters.playground.adapter import PlaygroundAdapter
from bot.request import PlaceRef
from tests.kit.discord import DiscordWire
from tests.kit.discord_roles import BOTS_OWN, MANAGE_ROLES
from tests.kit.discord_roles import Role as DiscordRole
from tests.kit.discord_world import GUILD
from tests.kit.slack import SlackWire
from tests.kit.slack_workspace import TEAM
from tests.kit.wire import Persona
from tests.wire.roster_desk import Role, kept

ANN, BEN, CAT = Persona("ann", "Ann"), Persona("ben", "Ben"), Persona("cat", "Cat")
ROLE, GROUP = "900000000000000077", "S077"


# ── Discord ─────────────────────────────────────────────────────────────────────────────────────


class Server(DiscordWire):
    """A Discord server with Ann, Ben, Cat and a role."""

    def __init__(self) -> None:
        """Nobody has the role."""
        super().__init__()
        self.ann, self.ben, self.cat = (self.user(who).id for who in (ANN, BEN, CAT))
        self.role = self.server.world.roles[ROLE] = DiscordRole(ROLE, "facilitator")


@pytest.fixture
def server() -> Server:
    """A Discord server."""
    return Server()


@pytest_asyncio.fixture
async def role(server: Server, tmp_path: Path) -> AsyncIterator[Role]:
    """A role of Ronde's, followed by one of Discord's."""
    async with kept(tmp_path / "ronde.db", server, ROLE) as made:
        yield made


async def test_a_discord_role_follows_the_holder(server: Server, role: Role) -> None:
    """Whoever holds the role has it, who no longer does loses it; then nobody has it (6.A10)."""
    await role.stands(server.ann)
    assert server.role.people == {server.ann}
    await role.held_by(server.ben, server.cat)
    assert server.role.people == {server.ben, server.cat}
    await role.held_by()
    assert server.role.people == set()

    assert server.server.refused == []
    assert role.cards == ["The role is held. None"]


async def test_whom_somebody_else_gave_the_role_keeps_it(server: Server, role: Role) -> None:
    """Ronde takes the role only from those to whom it gave it."""
    server.role.people.add(server.cat)
    await role.stands(server.ann)
    await role.held_by(server.ben)

    assert server.role.people == {server.ben, server.cat}


async def test_a_role_that_is_followed_no_longer_is_taken_back(server: Server, role: Role) -> None:
    """Another Discord role takes its place, and at the end none does."""
    other = server.server.world.roles["5"] = DiscordRole("5", "host")
    await role.stands(server.ann)
    role.group = "5"
    await role.held_by(server.ann)
    assert (server.role.people, other.people) == (set(), {server.ann})

    role.there = False
    await role.held_by()
    assert other.people == set()


@pytest.mark.parametrize("why", ["permission", "above", "removed"])
async def test_a_discord_role_that_cannot_be_given_is_said_on_the_board(
    server: Server, role: Role, why: str
) -> None:
    """Without Manage Roles, or below that role, or outside: the card says so, later it works."""
    world = server.server.world
    granted = world.permissions
    world.inside = why != "removed"
    if why == "permission":
        world.permissions = granted & ~(1 << MANAGE_ROLES)
    server.role.position = BOTS_OWN if why == "above" else 1
    await role.stands(server.ann)
    assert await role.trouble() == "forbidden"
    if why != "removed":
        assert role.cards == ["The role is held. forbidden"]

    world.permissions, world.inside, server.role.position = granted, True, 1
    await role.held_by(server.ann)
    assert await role.trouble() is None
    assert server.role.people == {server.ann}


@pytest.mark.parametrize("group", ["12345", "facilitator", GUILD])
async def test_a_discord_role_that_is_none_is_said_on_the_board(role: Role, group: str) -> None:
    """It was deleted, is no id at all, or is everybody's."""
    role.group = group
    await role.stands("1")
    assert await role.trouble() == ("missing" if group == "facilitator" else "outside")
    await role.held_by(role.wire.user(ANN).id)

    assert await role.trouble() == "missing"
    assert role.cards == ["The role is held. missing"]


async def test_who_left_the_server_stops_nobody_else(server: Server, role: Role) -> None:
    """The others have the role; that one does not is said, and taking it back is no trouble."""
    await role.stands(server.cat)
    server.user(CAT).left = server.user(ANN).left = True
    await role.held_by(server.ann, server.ben)
    assert await role.trouble() == "outside"
    assert server.role.people == {server.ben, server.cat}

    await role.held_by(server.ben)
    assert await role.trouble() is None


async def test_a_rate_limit_of_discord_forgets_nobody(server: Server, role: Role) -> None:
    """Whoever may have been given the role loses it, when others hold it before the next try."""
    await role.stands()
    server.busy(60)
    await role.held_by(server.ann, server.ben)
    assert await role.reference() == f"roster:{ROLE}/{server.ann},{ROLE}/{server.ben}"
    server.role.people.add(server.ann)  # Discord did it, and its answer was lost
    await role.held_by(server.cat)
    assert server.role.people == {server.ann}, "it is not yet time"

    role.ahead = timedelta(seconds=61)
    await role.delivery.settle()
    assert server.role.people == {server.cat}
    assert await role.reference() == f"roster:{ROLE}/{server.cat}"


# ── Slack ───────────────────────────────────────────────────────────────────────────────────────


class Workspace(SlackWire):
    """A Slack workspace with Ann, Ben and a user group; the app may change user groups."""

    def __init__(self) -> None:
        """Cat is in the group."""
        super().__init__()
        self.ann, self.ben, self.cat = (self.user(who).id for who in (ANN, BEN, CAT))
        self.server.workspace.scopes |= {"usergroups:write"}
        self.groups = self.server.workspace.groups
        self.groups[GROUP] = [self.cat]


@pytest.fixture
def workspace() -> Workspace:
    """A Slack workspace."""
    return Workspace()


@pytest_asyncio.fixture
async def followed(workspace: Workspace, tmp_path: Path) -> AsyncIterator[Role]:
    """A role of Ronde's, followed by a user group of Slack's."""
    async with kept(tmp_path / "ronde.db", workspace, GROUP) as made:
        yield made


async def test_a_slack_group_follows_the_holders(workspace: Workspace, followed: Role) -> None:
    """The group's members are those who hold the role, and nobody else (6.A10)."""
    await followed.stands(workspace.ann)
    assert workspace.groups[GROUP] == [workspace.ann]
    await followed.held_by(workspace.ben, workspace.ann)
    assert workspace.groups[GROUP] == [workspace.ben, workspace.ann]

    assert workspace.server.refusals == []
    assert followed.cards == ["The role is held. None"]


async def test_a_slack_group_is_never_empty(workspace: Workspace, followed: Role) -> None:
    """Where nobody holds the role it stays as it was, and the card says so; Slack is not asked."""
    await followed.stands(workspace.ann)
    await followed.held_by()
    assert workspace.groups[GROUP] == [workspace.ann]
    assert followed.cards == ["The role is held. nobody"]
    assert workspace.server.refusals == []

    await followed.held_by(workspace.ben)
    assert (workspace.groups[GROUP], await followed.trouble()) == ([workspace.ben], None)


async def test_a_slack_group_that_is_followed_no_longer_stays(
    workspace: Workspace, followed: Role
) -> None:
    """Slack is asked nothing about a group that was left behind."""
    await followed.stands(workspace.ann)
    calls = len(workspace.server.calls)
    followed.there = False
    await followed.held_by()
    assert workspace.groups[GROUP] == [workspace.ann]
    assert len(workspace.server.calls) == calls


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        ("permission_denied", "forbidden"),
        ("no_permission", "forbidden"),
        ("plan_upgrade_required", "paid"),
        ("paid_teams_only", "paid"),
        ("invalid_users", "outside"),
        ("subteam_max_users_exceeded", "full"),
        ("something_new", "forbidden"),
    ],
)
async def test_a_refusal_of_slack_is_said_on_the_board(
    workspace: Workspace, followed: Role, error: str, trouble: str
) -> None:
    """Whatever Slack says no to, the card names it; the role itself stands all the same."""
    workspace.server.fail["usergroups.users.update"] = error
    await followed.stands(workspace.ann)
    assert await followed.trouble() == trouble
    assert followed.cards == [f"The role is held. {trouble}"]

    workspace.server.fail.clear()
    await followed.held_by(workspace.ann)
    assert (workspace.groups[GROUP], await followed.trouble()) == ([workspace.ann], None)


async def test_without_its_scope_a_slack_group_is_said_not_to_follow(
    workspace: Workspace, followed: Role
) -> None:
    """`missing_scope` is reported at once: the permission is optional."""
    workspace.server.workspace.scopes -= {"usergroups:write"}
    await followed.stands(workspace.ann)

    assert followed.cards == ["The role is held. forbidden"]


async def test_an_unknown_slack_group_and_a_bot_are_said(
    workspace: Workspace, followed: Role
) -> None:
    """The group was deleted; a bot (or a guest) cannot be in one."""
    followed.group = "S404"
    await followed.stands(workspace.ann)
    assert await followed.trouble() == "missing"

    followed.group = GROUP
    await followed.held_by(workspace.user(Persona("helper", "Helper", bot=True)).id)
    assert await followed.trouble() == "outside"
    assert workspace.groups[GROUP] == [workspace.cat]


@pytest.mark.parametrize("error", ["internal_error", "token_revoked"])
async def test_an_outage_of_slack_is_not_now(
    workspace: Workspace, followed: Role, error: str
) -> None:
    """A server that fails, a token that was revoked and a lost answer are tried again later."""
    adapter = workspace.adapter()
    await adapter.listen(followed.delivery._engine)
    asked = Enlisting(PlaceRef("slack", TEAM, "C1"), GROUP, (workspace.ann,))
    try:
        workspace.server.fail["usergroups.users.update"] = error
        with pytest.raises(Busy):
            await adapter.enlist(asked)
        workspace.server.fail.clear()
        workspace.server.drop.add("usergroups.users.update")
        with pytest.raises(Busy):
            await adapter.enlist(asked)
        await adapter.enlist(asked)
    finally:
        await adapter.close()
    assert workspace.groups[GROUP] == [workspace.ann]


def test_the_playground_has_no_groups() -> None:
    """There a roster is settled without a word."""
    assert not issubclass(PlaygroundAdapter, Enlister)
