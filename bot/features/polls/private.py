"""How a poll looks to one person: their choice and what they may do, their ballot, the list."""

from __future__ import annotations

from bot import series
from bot.card import Block, Button, Buttons, Card, Choice, Note, Paragraph, Picker
from bot.context import Context
from bot.features.polls import access as permits
from bot.features.polls import records, roll, routes, rules, views
from bot.features.polls.records import Poll, PollOption
from bot.text import Line, Moment, Style, Words, text
from bot.ties import beside
from storage.posts import unreached


def private(ctx: Context, poll: Poll, *, manage: bool, lead: Line | None = None) -> Card:
    """A poll as one person sees it: what they chose, what they may see, what they may do."""
    assert poll.id is not None
    mine = records.ballot(ctx.db, poll.id, ctx.me)
    voted = roll.has_voted(ctx.db, poll, ctx.me)
    seen = views.look(ctx, poll, private=True, mine=voted)
    blocks: list[Block] = [Paragraph(lead)] if lead is not None else []
    if voted:
        blocks.append(Paragraph(_my_choice(seen, mine)))
    card = views.board_of(ctx, seen)
    blocks.extend(block for block in card.blocks if not isinstance(block, Picker))
    blocks.append(Buttons(tuple(_my_buttons(ctx, seen, voted=voted, manage=manage))))
    if manage and (failed := unreached(ctx.db, routes.Reminder(poll.id).pack())):
        if poll.secrecy == "anonymous":  # a name would say who has not voted
            blocks.append(Note(text("poll-unreached", count=len(failed))))
        else:
            named = views.name_list(ctx, failed)
            blocks.append(Note(text("poll-unreached-names", count=len(failed), names=named)))
    blocks += beside(ctx, routes.Show(poll.id))
    filled = tuple(b for b in blocks if not (isinstance(b, Buttons) and not b.buttons))
    return Card(card.title, filled)


def _my_choice(seen: views.Look, mine: frozenset[int]) -> Line:
    if seen.poll.secrecy == "anonymous":
        return text("poll-you-voted")
    words = {option.spot: option.words for option in seen.options}
    return text("poll-your-choice", options=views.options_line(words, tuple(sorted(mine))))


def _my_buttons(ctx: Context, seen: views.Look, *, voted: bool, manage: bool) -> list[Button]:
    poll, number = seen.poll, seen.number
    buttons: list[Button] = []
    if poll.state == "open" and voted and poll.secrecy != "anonymous":
        buttons.append(Button(text("poll-withdraw"), routes.Withdraw(number, -1)))
    if not manage:
        return buttons
    if poll.state == "open":
        buttons.append(Button(text("poll-extend-button"), routes.AskExtend(number)))
        if ctx.now - poll.opened_at <= rules.CORRECT_WITHIN:
            buttons.append(Button(text("poll-correct-button"), routes.AskCorrect(number)))
        if not seen.voters and not poll.adding and len(seen.options) < rules.MOST_OPTIONS:
            buttons.append(Button(text("poll-add-option"), routes.AskOption(number)))
        buttons.append(Button(text("poll-missing-button"), routes.Missing(number)))
        buttons.append(
            Button(text("poll-close-now"), routes.Close(number), confirm=text("poll-close-confirm"))
        )
        buttons.append(
            Button(
                text("poll-cancel"),
                routes.Cancel(number),
                "danger",
                confirm=text("poll-cancel-confirm"),
            )
        )
    elif (
        poll.state == "closed"
        and poll.secrecy != "anonymous"
        and poll.closed_at is not None
        and ctx.now - poll.closed_at <= rules.REOPEN_WITHIN
    ):
        buttons.append(Button(text("poll-reopen"), routes.Reopen(number)))
    if poll.state != "cancelled":
        again = "poll-repeats" if series.of(ctx, routes.Show(number)) else "poll-repeat"
        buttons.append(Button(text(again), routes.AskRepeat(number)))
    if rules.exportable(poll.results, poll.state):
        buttons.append(Button(text("poll-export-csv"), routes.Export(number, "csv")))
        buttons.append(Button(text("poll-export-json"), routes.Export(number, "json")))
    return buttons


def ballot(ctx: Context, poll: Poll, lead: Line | None = None) -> Card:
    """The private ballot of a poll with several choices: a list that replaces the set."""
    assert poll.id is not None
    mine = records.ballot(ctx.db, poll.id, ctx.me)
    options = records.options(ctx.db, poll.id)
    words = {option.spot: option.words for option in options}
    blocks: list[Block] = [Paragraph(lead)] if lead is not None else []
    if mine:
        blocks.append(
            Paragraph(
                text("poll-your-choice", options=views.options_line(words, tuple(sorted(mine))))
            )
        )
    blocks.append(
        Picker(
            routes.VoteSet(poll.id),
            text("poll-pick", most=poll.most),
            tuple(Choice(str(o.spot), Words(o.words), chosen=o.spot in mine) for o in options),
            least=1,
            most=min(poll.most, len(options)),
        )
    )
    if mine:
        blocks.append(
            Buttons(
                (
                    *(
                        Button(
                            text("poll-remove", option=words[spot]),
                            routes.Withdraw(poll.id, spot),
                        )
                        for spot in sorted(mine)
                    ),
                    Button(text("poll-withdraw"), routes.Withdraw(poll.id, -1)),
                )
            )
        )
    blocks.append(Note(views.secrecy(poll)))
    return Card(text("poll-title", question=poll.question), tuple(blocks))


def review(poll: Poll, options: list[PollOption], chosen: frozenset[int]) -> Card:
    """The review of an anonymous ballot before it is sent for good."""
    assert poll.id is not None
    words = {option.spot: option.words for option in options}
    return Card(
        text("poll-title", question=poll.question),
        (
            Paragraph(
                text("poll-review", options=views.options_line(words, tuple(sorted(chosen))))
            ),
            Buttons(
                (
                    Button(
                        text("poll-send"),
                        routes.SendSecret(poll.id, records.joined_spots(chosen)),
                        "primary",
                    ),
                )
            ),
            Note(views.secrecy(poll)),
        ),
    )


def listing(ctx: Context, polls: list[Poll], page: int, pages: int) -> Card:
    """A page of the community's polls."""
    blocks: list[Block] = [] if polls else [Paragraph(text("poll-list-empty"))]
    for poll in polls:
        assert poll.id is not None
        when = poll.closed_at or poll.closes_at
        key = {"open": "poll-line-open", "closed": "poll-line-closed"}.get(
            poll.state, "poll-line-cancelled"
        )
        blocks.append(
            Paragraph(
                text(
                    key,
                    question=poll.question,
                    number=poll.number,
                    count=roll.voter_count(ctx.db, poll),
                    at=Moment(when, poll.zone, Style.SHORT),
                )
            )
        )
        blocks.append(
            Buttons((Button(text("poll-show-number", number=poll.number), routes.Show(poll.id)),))
        )
    turn: list[Button] = []
    if page > 0:
        turn.append(Button(text("previous"), routes.Page(page - 1)))
    if page + 1 < pages:
        turn.append(Button(text("next"), routes.Page(page + 1)))
    if turn:
        blocks.append(Buttons(tuple(turn)))
        blocks.append(Note(text("page-of", page=page + 1, pages=pages)))
    more = [Button(text("poll-templates-button"), routes.Templates())]
    if (count := series.count(ctx, "poll")) > 0:
        more.append(Button(text("poll-series-button", count=count), series.Listing("poll", 0)))
    blocks.append(Buttons(tuple(more)))
    return Card(text("poll-list-title"), tuple(blocks))


def missing(ctx: Context, poll: Poll) -> Card:
    """Who has not answered: names where the poll has them, the count alone if it is anonymous."""
    voted = roll.voters(ctx.db, poll)
    waiting = [person for person in permits.counted_on(ctx, poll) if person not in voted]
    title = views.title(poll)
    if not waiting:
        return Card(title, (Paragraph(text("poll-missing-none")),))
    if poll.secrecy == "anonymous":
        return Card(title, (Paragraph(text("poll-missing-count", count=len(waiting))),))
    return Card(
        title,
        (
            Paragraph(
                text("poll-missing-names", count=len(waiting), names=views.name_list(ctx, waiting))
            ),
        ),
    )
