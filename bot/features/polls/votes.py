"""What each press on a poll does: vote, move it, take it back, send an anonymous ballot."""

from __future__ import annotations

from bot.card import Block, Button, Buttons, Card, Note, Outcome, Paragraph, Reply
from bot.context import NOT_FAST, Context, Fast, NotFast
from bot.errors import Refusal
from bot.features.polls import access as permits
from bot.features.polls import closing, private, records, roll, routes, rules, views
from bot.features.polls.records import Poll
from bot.fields import FormOpen
from bot.text import Line, text
from storage import acts, posts
from storage.types import to_text


def vote_fast(fast: Fast, press: routes.Vote) -> Outcome | NotFast:
    """The everyday vote: a member, an open poll with named ballots, one choice, counts live.

    Everything else (a repeated choice, several choices, a list of voters, private results, somebody
    who has not joined, a vote in a direct message) takes the everyday path.
    """
    found = records.for_vote(fast.cursor, press.poll, press.choice, fast.person)
    if found is None or fast.place.direct:
        return NOT_FAST
    community, state, closes, most, secrecy, results, audience, when_all, mine, known, member = (
        found
    )
    plain = (
        state == "open"
        and to_text(fast.now) < closes
        and most == 1
        and secrecy != "anonymous"
        and results == "live"
        and audience == "everyone"
        and not when_all
        and known
        and member
        and mine != str(press.choice)
    )
    if not plain:
        return NOT_FAST
    board = routes.PollBoard(press.poll).pack()
    records.cast_fast(fast.cursor, press.poll, fast.person, press.choice, fast.now)
    posts.refresh_fast(fast.cursor, board, routes.Reminder(press.poll).pack(), fast.person)
    if mine is None:  # a vote that moves was noted when it was first cast
        acts.note_fast(fast.cursor, community, fast.person, "vote", board, fast.now)
    return None


def _open_poll(ctx: Context, number: int) -> Poll:
    """The poll, if it takes this person's answer now."""
    poll = permits.get(ctx, number)
    closing.require_open(ctx, poll)
    permits.may_vote(ctx, poll)
    return poll


def vote(ctx: Context, press: routes.Vote) -> Outcome:
    """Choose an option."""
    poll = _open_poll(ctx, press.poll)
    options = records.options(ctx.db, press.poll)
    if press.choice not in {option.spot for option in options}:
        raise Refusal(text("poll-option-gone"))
    if poll.secrecy == "anonymous":
        return _review(ctx, poll, frozenset({press.choice}))
    found = rules.press(records.ballot(ctx.db, press.poll, ctx.me), press.choice, poll.most)
    if found.full:
        return Reply(private.ballot(ctx, poll, text("poll-full", most=poll.most)))
    if not found.changed:
        if poll.most > 1:
            return Reply(private.ballot(ctx, poll))
        return Reply(_your_choice(ctx, poll))
    return _cast(ctx, poll, found.ballot)


def _cast(ctx: Context, poll: Poll, chosen: frozenset[int]) -> Outcome:
    """Keep the ballot, redraw what shows it, and say privately what the card does not."""
    assert poll.id is not None
    board = routes.PollBoard(poll.id)
    offer = _offer(ctx)
    records.cast(ctx.db, poll.id, ctx.me, set(chosen), ctx.now)
    if chosen:
        ctx.acts("vote", board)
    closing.everybody_voted(ctx, poll)
    _refresh(ctx, poll)
    if poll.results != "live" or (ctx.place is not None and ctx.place.direct):
        card = _your_choice(ctx, poll)
        return Reply(Card(card.title, (*card.blocks, *offer)))
    return Reply(Card(None, offer)) if offer else None


def _refresh(ctx: Context, poll: Poll) -> None:
    assert poll.id is not None
    ctx.posts.refresh(routes.PollBoard(poll.id).pack())
    ctx.posts.refresh_notices(routes.Reminder(poll.id).pack(), ctx.me)


def _your_choice(ctx: Context, poll: Poll, lead: Line | None = None) -> Card:
    """What I chose, what I may see of the counts, and the way back."""
    assert poll.id is not None
    card = private.private(ctx, poll, manage=False, lead=lead)
    blocks = tuple(
        block
        for block in card.blocks
        if not (
            isinstance(block, Buttons)
            and any(
                isinstance(b.route, routes.OpenBallot | routes.AskOption) for b in block.buttons
            )
        )
    )
    from bot.forms import still

    quiet = still(Card(card.title, tuple(b for b in blocks if not isinstance(b, Buttons))))
    buttons = tuple(b for b in blocks if isinstance(b, Buttons))
    return Card(quiet.title, (*quiet.blocks, *buttons))


def _offer(ctx: Context) -> tuple[Block, ...]:
    """For who has not joined: the vote counts; and, with their first one here, the offer to join.

    Nothing notes who voted in an anonymous poll before its end: there it comes once a poll.
    """
    assert ctx.here.id is not None
    if ctx.member is not None or roll.took_part(ctx.db, ctx.here.id, ctx.me):
        return ()
    return (
        Paragraph(text("poll-guest-vote", community=ctx.here.name)),
        Buttons((Button(text("join-button"), FormOpen("ronde.join"), "primary"),)),
    )


def open_ballot(ctx: Context, press: routes.OpenBallot) -> Outcome:
    """The private list of a poll with several choices."""
    poll = _open_poll(ctx, press.poll)
    if poll.secrecy == "anonymous" and roll.has_voted(ctx.db, poll, ctx.me):
        raise Refusal(text("poll-already-voted"))
    return Reply(private.ballot(ctx, poll))


def vote_set(ctx: Context, press: routes.VoteSet) -> Outcome:
    """Replace the whole set of choices."""
    poll = _open_poll(ctx, press.poll)
    raw = ctx.request.values.get("chosen", "") if ctx.request else ""
    if not raw:  # everything unticked: nothing is sent, and Withdraw stands below
        return Reply(private.ballot(ctx, poll), replace=True)
    known = {str(option.spot) for option in records.options(ctx.db, press.poll)}
    picked = {spot for spot in raw.split("\n") if spot in known}
    if not picked:
        raise Refusal(text("poll-option-gone"))
    if len(picked) > poll.most:
        return Reply(private.ballot(ctx, poll, text("poll-full", most=poll.most)), replace=True)
    chosen = frozenset(int(spot) for spot in picked)
    if poll.secrecy == "anonymous":
        return _review(ctx, poll, chosen, replace=True)
    outcome = _cast(ctx, poll, chosen)
    if isinstance(outcome, Reply):
        return Reply(outcome.card, replace=True)
    return Reply(private.ballot(ctx, poll), replace=True)


def withdraw(ctx: Context, press: routes.Withdraw) -> Outcome:
    """Take back one choice, or all."""
    poll = _open_poll(ctx, press.poll)
    if poll.secrecy == "anonymous":
        raise Refusal(text("poll-sent-for-good"))
    mine = records.ballot(ctx.db, press.poll, ctx.me)
    left = frozenset() if press.choice < 0 else mine - {press.choice}
    if left == mine:
        raise Refusal(text("poll-nothing-to-withdraw"))
    records.cast(ctx.db, press.poll, ctx.me, set(left), ctx.now)
    closing.everybody_voted(ctx, poll)
    _refresh(ctx, poll)
    if left:
        return Reply(private.ballot(ctx, poll), replace=True)
    return Reply(
        Card(
            views.title(poll),
            (Paragraph(text("poll-withdrawn")),),
        ),
        replace=True,
    )


# ── anonymous ballots ───────────────────────────────────────────────────────────────────────────


def _review(ctx: Context, poll: Poll, chosen: frozenset[int], *, replace: bool = False) -> Outcome:
    """Nothing is kept yet: the choice stands in the Send button alone."""
    assert poll.id is not None
    if roll.has_voted(ctx.db, poll, ctx.me):
        raise Refusal(text("poll-already-voted"))
    return Reply(private.review(poll, records.options(ctx.db, poll.id), chosen), replace=replace)


def send_secret(ctx: Context, press: routes.SendSecret) -> Outcome:
    """Send an anonymous ballot; it cannot be changed, nor traced by what is kept."""
    poll = _open_poll(ctx, press.poll)
    known = {option.spot for option in records.options(ctx.db, press.poll)}
    try:
        chosen = records.spots(press.choices)
    except ValueError:
        raise Refusal(text("poll-option-gone")) from None
    if poll.secrecy != "anonymous" or not chosen or not chosen <= known or len(chosen) > poll.most:
        raise Refusal(text("poll-option-gone"))
    if not records.cast_secret(ctx.db, press.poll, ctx.me, set(chosen)):
        raise Refusal(text("poll-already-voted"))
    closing.everybody_voted(ctx, poll)
    _refresh(ctx, poll)
    sent = (Paragraph(text("poll-you-voted")), Note(views.secrecy(poll)))
    return Reply(
        Card(views.title(poll), (*sent, *_offer(ctx))),
        replace=True,
    )


# ── buttons that lead elsewhere ─────────────────────────────────────────────────────────────────


def show(ctx: Context, press: routes.Show) -> Outcome:
    """One poll, privately."""
    poll = permits.get(ctx, press.poll)
    return Reply(private.private(ctx, poll, manage=permits.may_manage(ctx, poll)))


def close(ctx: Context, press: routes.Close) -> Outcome:
    """Close by hand."""
    return closing.close_by_hand(ctx, permits.get(ctx, press.poll))


def cancel(ctx: Context, press: routes.Cancel) -> Outcome:
    """Cancel."""
    return closing.cancel(ctx, permits.get(ctx, press.poll))


def missing(ctx: Context, press: routes.Missing) -> Outcome:
    """Who has not answered."""
    poll = permits.get(ctx, press.poll)
    permits.require_manage(ctx, poll)
    return Reply(private.missing(ctx, poll))


def page(ctx: Context, press: routes.Page) -> Outcome:
    """Turn the page of the list."""
    from bot.features.polls.commands import page_of

    return Reply(page_of(ctx, press.page), replace=True)
