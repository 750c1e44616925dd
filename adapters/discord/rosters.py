"""A Discord role that follows those who hold one of ours: given to them, and taken from who left.

Without the privileged members intent Discord does not say who has a role, so that only those lose
it to whom we gave it. Both calls change nothing where they are repeated.
"""

from __future__ import annotations

import discord

from adapters.base import Enlisting, Gone, What
from adapters.discord.connection import Line
from adapters.discord.refusals import NOT_HERE, ROLE_CLOSED, ROLE_GONE


async def enlist(client: Line, asked: Enlisting) -> None:
    """Give the role, and take away what was given before; one that is refused stops no other.

    Raises Gone once all has been tried, or what discord.py raises.
    """
    guild = int(asked.place.workspace)
    troubles: list[What] = []
    for person in asked.people:
        what = await _change(client, guild, asked.group, person, gives=True)
        troubles += [what] if what else []
    for group, person in asked.leaving:
        what = await _change(client, guild, group, person, gives=False)
        # Who left the server, and a role that was deleted, need nothing more.
        troubles += [what] if what == "forbidden" else []
    if troubles:
        raise Gone(troubles[0])


async def _change(client: Line, guild: int, group: str, person: str, *, gives: bool) -> What | None:
    """Give or take away a role; why not, where Discord refuses."""
    if not group.isdecimal():
        return "missing"
    try:
        if gives:
            await client.http.add_role(guild, int(person), int(group))
        else:
            await client.http.remove_role(guild, int(person), int(group))
    except discord.HTTPException as problem:
        if problem.code in NOT_HERE:
            return "outside"
        if problem.code in ROLE_GONE:
            return "missing"
        if problem.code in ROLE_CLOSED:
            return "forbidden"
        raise
    return None
