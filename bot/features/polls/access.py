"""Who may do what to a poll, and whom a name means."""

from __future__ import annotations

from bot import access
from bot.card import Card, Choice, Outcome, Paragraph, Picker, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.polls import records, roll, routes
from bot.features.polls.records import Poll
from bot.text import text
from storage import drafts, people, terms


def get(ctx: Context, number: int) -> Poll:
    """The poll, if the person may see it. Raises a Refusal otherwise, without saying which."""
    found = records.poll(ctx.db, number)
    if found is None:
        raise access.unknown_thing()
    ctx.enter(found.community_id)
    return found


def may_manage(ctx: Context, poll: Poll) -> bool:
    """The author, as long as they are a member; the facilitator and every rank above."""
    return ctx.rank >= Rank.FACILITATOR or (ctx.member is not None and poll.author_id == ctx.me)


def require_manage(ctx: Context, poll: Poll) -> None:
    """Refuse, saying who could, where `may_manage` is not given."""
    if not may_manage(ctx, poll):
        raise Forbidden(text("poll-not-yours"))


def may_vote(ctx: Context, poll: Poll) -> None:
    """Refuse somebody who is not among those asked; a role is judged now, a list was at opening."""
    assert poll.id is not None
    if poll.audience == "list":
        allowed = roll.on_roll(ctx.db, poll.id, ctx.me)
    else:
        allowed = poll.audience == "everyone" or ctx.me in _holders(ctx, poll)
    if not allowed:
        raise Forbidden(text("poll-not-asked"))


def _holders(ctx: Context, poll: Poll) -> list[int]:
    """Who holds the role that a poll is for, now."""
    role = poll.audience.removeprefix("role:")
    if role == "coordination":
        return access.coordinators(ctx)
    return terms.holders(ctx.db, poll.community_id, role, ctx.now)


def counted_on(ctx: Context, poll: Poll) -> list[int]:
    """Everybody who is counted on to vote.

    A role's holders now, the people of a list, else today's members; who left, if they had voted.
    """
    if poll.audience.startswith("role:"):
        return sorted({*_holders(ctx, poll), *roll.voters(ctx.db, poll)})
    return roll.roll(ctx.db, poll)


def count_of(ctx: Context, poll: Poll) -> int:
    """How many people are counted on to vote."""
    if poll.audience == "everyone":
        return people.member_count(ctx.db, poll.community_id)
    return len(counted_on(ctx, poll))


def is_counted_on(ctx: Context, poll: Poll, person: int) -> bool:
    """Whether somebody is a member who is asked."""
    assert poll.id is not None
    if people.member(ctx.db, poll.community_id, person) is None:
        return False
    if poll.audience == "list":
        return roll.on_roll(ctx.db, poll.id, person)
    return poll.audience == "everyone" or person in _holders(ctx, poll)


def picker(ctx: Context, polls: list[Poll], command: str, values: dict[str, str]) -> Outcome:
    """Ask which poll is meant; what was typed goes on afterwards."""
    kept = drafts.keep(
        ctx.db, ctx.now, ctx.me, ctx.place.id if ctx.place else None, command, values
    )
    return Reply(
        Card(
            None,
            (
                Paragraph(text("poll-which")),
                Picker(
                    routes.PickPoll(kept.id or 0),
                    text("poll-which-label"),
                    tuple(
                        Choice(
                            str(poll.number),
                            text("poll-suggestion", number=poll.number, question=poll.question),
                        )
                        for poll in polls[:25]
                    ),
                ),
            ),
        )
    )


def picked(ctx: Context, press: routes.PickPoll) -> Outcome:
    """Go on with the poll that was picked."""
    draft = drafts.own(ctx.db, ctx.me, press.draft, ctx.now)
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    if draft is None or not chosen:
        raise Refusal(text("draft-gone"))
    return ctx.desk.run(ctx, draft.command, {**draft.given, "poll": chosen})
