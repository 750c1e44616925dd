"""One drawn post made visible: a card in a channel, an event in a calendar, people in a group.

Who was put into a group is the reference of a roster's post, `roster:S1/U1,S1/U2`: a platform may
not tell who is in a group, and whom somebody else put there is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from adapters.base import Adapter, Announcer, Announcing, Enlister, Enlisting, Sending
from bot.card import Event, Look, Roster
from bot.language import Reader
from bot.request import PlaceRef
from storage.posts import Post

_ROSTER: Final = "roster:"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A claimed post as it should look now."""

    post: Post
    place: PlaceRef
    card: Look | None
    reader: Reader
    reply_to: str | None

    @property
    def is_roster(self) -> bool:
        """Whether it puts people into a group, or did."""
        return isinstance(self.card, Roster) or (self.post.message or "").startswith(_ROSTER)


def can_stand(drawn: Drawn, adapter: Adapter, now: datetime) -> bool:
    """Whether the platform has what the post is for; an event that has begun stays as it is."""
    if isinstance(drawn.card, Event):
        stands = isinstance(adapter, Announcer) and drawn.card.starts > now
        return stands and not drawn.place.direct
    if drawn.is_roster:
        return isinstance(adapter, Enlister) and not drawn.place.direct
    return True


def intention(drawn: Drawn) -> str | None:
    """The reference to note before people are put into a group or taken out, None if it stands.

    Whatever then stops us halfway, nobody is forgotten who may have been put there by us.
    """
    if not drawn.is_roster:
        return None
    asked = _enlisting(drawn)
    meant = _reference((*_entered(asked), *asked.leaving))
    return None if meant == drawn.post.message else meant


async def make_visible(adapter: Adapter, drawn: Drawn) -> str | None:
    """Show the post, or take it away where there is nothing more to say.

    Returns its reference, None if it was taken away. Raises Busy or Gone; anything else means that
    the result is unknown.
    """
    post, card = drawn.post, drawn.card
    if drawn.is_roster:
        assert isinstance(adapter, Enlister), "judged before"
        asked = _enlisting(drawn)
        await adapter.enlist(asked)
        return None if card is None else _reference(_entered(asked))
    if isinstance(card, Event):
        assert isinstance(adapter, Announcer), "judged before"
        return await adapter.announce(Announcing(drawn.place, card, drawn.reader, post.message))
    if card is None:
        if post.message is not None:
            await adapter.remove(drawn.place, post.message)
        return None
    assert not isinstance(card, Roster), "handled above"
    return await adapter.show(
        Sending(
            place=drawn.place,
            card=card,
            reader=drawn.reader,
            key=f"ronde-{post.id}",
            message=post.message,
            reply_to=drawn.reply_to,
        )
    )


# ── rosters ─────────────────────────────────────────────────────────────────────────────────────


def _enlisting(drawn: Drawn) -> Enlisting:
    """Who should be in the group now, and who was put there or into another and should not be."""
    roster = drawn.card if isinstance(drawn.card, Roster) else Roster("", ())
    place = drawn.place
    people = dict.fromkeys(
        ref
        for person in roster.people
        for platform, workspace, ref in person.accounts
        if platform == place.platform and workspace in ("", place.workspace)
    )
    asked = Enlisting(place, roster.group, tuple(people) if roster.group else ())
    stay = set(_entered(asked))
    entered = (drawn.post.message or "").removeprefix(_ROSTER).split(",")
    pairs = [(group, ref) for entry in entered for group, _, ref in [entry.partition("/")] if ref]
    leaving = tuple(pair for pair in pairs if pair not in stay)
    return Enlisting(place, asked.group, asked.people, leaving)


def _entered(asked: Enlisting) -> tuple[tuple[str, str], ...]:
    return tuple((asked.group, ref) for ref in asked.people)


def _reference(pairs: tuple[tuple[str, str], ...]) -> str:
    return _ROSTER + ",".join(f"{group}/{ref}" for group, ref in pairs)
