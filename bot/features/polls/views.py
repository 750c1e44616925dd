"""How a poll looks: records become cards."""

from __future__ import annotations

from dataclasses import dataclass

from bot.card import Bar, Bars, Block, Button, Buttons, Card, Note, Paragraph
from bot.context import Context
from bot.features.polls import access as permits
from bot.features.polls import records, roll, routes, rules
from bot.features.polls.records import Poll, PollOption
from bot.text import (
    NAMES_SHOWN,
    Joined,
    Line,
    Mention,
    Moment,
    Style,
    Text,
    Value,
    Words,
    joined,
    listed,
    text,
)
from storage.people import Person
from storage.posts import shown_notice


@dataclass(frozen=True, slots=True)
class Look:
    """All that a poll's cards show."""

    poll: Poll
    options: list[PollOption]
    totals: dict[int, int]
    voters: int
    member_voters: int
    members: int
    counts: bool

    @property
    def number(self) -> int:
        """The poll's id."""
        assert self.poll.id is not None
        return self.poll.id

    @property
    def outcome(self) -> rules.Outcome:
        """How it ended, or would end now."""
        return rules.outcome(self.totals)


def look(ctx: Context, poll: Poll, *, private: bool = False, mine: bool = False) -> Look:
    """Gather what a reader may see of a poll; `mine`: the reader has voted."""
    assert poll.id is not None
    found = roll.tally(ctx.db, poll)
    counts = rules.counts_visible(poll.results, poll.state, voted=mine, private=private)
    counts = counts and not rules.masked(poll.secrecy, found.voters)
    return Look(
        poll,
        records.options(ctx.db, poll.id),
        dict(found.totals) if counts else {},
        found.voters,
        found.counted,
        permits.count_of(ctx, poll),
        counts,
    )


def board(ctx: Context, route: routes.PollBoard) -> Card | None:
    """The card in the channel: question, options to press, people who voted, deadline, secrecy."""
    poll = records.poll(ctx.db, route.poll)
    if poll is None:
        return None
    if poll.state == "cancelled" and roll.voter_count(ctx.db, poll) == 0:
        return None  # before the first vote, a cancelled poll disappears
    return board_of(ctx, look(ctx, poll))


def board_of(ctx: Context, seen: Look) -> Card:
    """The card in the channel, from what may be seen there."""
    poll = seen.poll
    is_open = poll.state == "open"
    blocks: list[Block] = []
    if not is_open:
        blocks.append(Paragraph(verdict(ctx, seen)))
    sealed = poll.secrecy == "anonymous" and poll.most > 1
    blocks.append(
        Bars(tuple(_bar(ctx, seen, o, press=is_open and not sealed) for o in seen.options))
    )
    if is_open:
        buttons: list[Button] = []
        if poll.most > 1:
            buttons.append(Button(text("poll-vote"), routes.OpenBallot(seen.number), "primary"))
        if poll.adding and len(seen.options) < rules.MOST_OPTIONS:
            buttons.append(Button(text("poll-add-option"), routes.AskOption(seen.number)))
        if buttons:
            blocks.append(Buttons(tuple(buttons)))
    elif seen.outcome.tie and seen.counts and poll.state == "closed" and poll.chosen is None:
        blocks.append(
            Buttons(
                (
                    Button(text("poll-run-off"), routes.RunOff(seen.number)),
                    Button(text("poll-choose-button"), routes.AskChoose(seen.number)),
                )
            )
        )
    blocks.append(Note(_footer(seen)))
    blocks.append(Note(secrecy(poll)))
    return Card(title(poll), tuple(blocks))


def title(poll: Poll) -> Line:
    """The question, and whether it is a second round, was edited or reopened."""
    return _marked(text("poll-title", question=poll.question), poll)


def _marked(said: Text, poll: Poll) -> Line:
    marks: list[Text] = []
    if poll.second_of is not None:
        marks.append(text("poll-second-round"))
    if poll.edited_at is not None:
        marks.append(text("poll-edited"))
    if poll.reopened_at is not None and poll.state == "open":
        marks.append(text("poll-reopened"))
    return joined([said, *marks], " ") if marks else said


def _bar(ctx: Context, seen: Look, option: PollOption, *, press: bool) -> Bar:
    poll = seen.poll
    count = seen.totals.get(option.spot, 0)
    chosen = poll.state == "closed" and poll.chosen == option.spot
    best = seen.counts and poll.state == "closed" and option.spot in seen.outcome.best
    value: Text | None = None
    if seen.counts:
        value = text("poll-votes", count=count)
    detail: Line | None = None
    if poll.secrecy == "shown" and seen.counts and count:
        names, more = records.first_voters(ctx.db, seen.number, option.spot, NAMES_SHOWN)
        detail = name_list(ctx, names, more)
    return Bar(
        label=Words(option.words),
        value=value,
        share=rules.share(count, seen.voters) if seen.counts else None,
        button=Button(Words(option.words), routes.Vote(seen.number, option.spot))
        if press
        else None,
        best=chosen or (best and poll.chosen is None),
        detail=detail,
    )


def name_list(ctx: Context, persons: list[int], more: int = 0) -> Line:
    """Names, cut at fifteen: "Ann, Ben + 12 others"."""
    shown = [_name(ctx, person) for person in persons[:NAMES_SHOWN]]
    return listed(shown, more=more + len(persons) - len(shown))


def _name(ctx: Context, person: int) -> Mention:
    found = ctx.db.get(Person, person)
    return Mention(found.name if found else "?")


def _footer(seen: Look) -> Line:
    """People who voted, how many of the members, and the deadline."""
    poll = seen.poll
    if poll.audience != "everyone":
        turnout = text("poll-turnout-list", count=seen.voters, members=seen.members)
    elif seen.members < rules.SMALL_COMMUNITY:
        turnout = text("poll-turnout-small", count=seen.voters)
    else:
        turnout = text(
            "poll-turnout", count=seen.voters, voted=seen.member_voters, members=seen.members
        )
    parts: list[Line] = [turnout]
    if poll.state == "open":
        parts.append(text("poll-closes", at=Moment(poll.closes_at, poll.zone)))
        if poll.most > 1:
            parts.append(text("poll-up-to", most=poll.most))
    elif poll.closed_at is not None and poll.state == "closed":
        parts.append(text("poll-closed-at", at=Moment(poll.closed_at, poll.zone)))
    parts.append(text("poll-number", number=poll.number))
    return joined(parts)


def secrecy(poll: Poll) -> Line:
    """One sentence or two: who can see what; once it has ended, nothing of when."""
    who = text(f"poll-secrecy-{poll.secrecy}")
    if poll.state != "open":
        return who
    if poll.secrecy == "shown" and poll.results != "live":
        return text(f"poll-shown-{poll.results}")
    when = "anonymous" if poll.secrecy == "anonymous" else poll.results
    return joined([who, text(f"poll-results-{when}")], " ")


def verdict(ctx: Context, seen: Look) -> Line:
    """How the poll ended, in a sentence."""
    poll, found = seen.poll, seen.outcome
    if poll.state == "cancelled":
        return text("poll-cancelled")
    if seen.voters == 0:
        return text("poll-no-answer")
    if rules.masked(poll.secrecy, seen.voters):
        return text("poll-masked", count=seen.voters, least=rules.THRESHOLD)
    words = {option.spot: option.words for option in seen.options}
    if poll.chosen is not None:
        return text(
            "poll-chosen",
            option=words.get(poll.chosen, "?"),
            why=poll.chosen_why,
            tied=options_line(words, found.best),
        )
    if found.tie:
        return text("poll-tie", options=options_line(words, found.best), count=found.votes)
    return text("poll-winner", option=words[found.best[0]], count=found.votes, voters=seen.voters)


def options_line(words: dict[int, str], spots: tuple[int, ...]) -> Value:
    """ "A, B and C"."""
    said: list[Line] = [Words(words.get(spot, "?")) for spot in spots]
    if len(said) == 1:
        return said[0]
    return text("list-and", first=Joined(tuple(said[:-1]), ", "), last=said[-1])


def result(ctx: Context, route: routes.PollResult) -> Card | None:
    """The result as a reply under the poll; whole in itself, should the poll's card be gone."""
    poll = records.poll(ctx.db, route.poll)
    if poll is None or poll.state != "closed":
        return None
    seen = look(ctx, poll)
    blocks: list[Block] = [Paragraph(verdict(ctx, seen))]
    if seen.counts and seen.voters:
        blocks.append(
            Note(
                joined(
                    text("poll-row", option=o.words, count=seen.totals.get(o.spot, 0))
                    for o in seen.options
                )
            )
        )
    blocks.append(Note(_footer(seen)))
    told = _marked(text("poll-result-title", question=poll.question), poll)
    return Card(told, tuple(blocks))


def news(ctx: Context, route: routes.PollNews) -> Card | None:
    """A line in the thread: the deadline moved, or the poll is open again."""
    poll = records.poll(ctx.db, route.poll)
    if poll is None or poll.state != "open":
        return None
    key = "poll-news-reopened" if route.what == "reopened" else "poll-news-extended"
    return Card(None, (Paragraph(text(key, at=Moment(poll.closes_at, poll.zone))),))


def reminder(ctx: Context, route: routes.Reminder) -> Card | None:
    """The direct message to somebody who has not answered: question, time left, voting buttons."""
    poll = records.poll(ctx.db, route.poll)
    if poll is None or ctx.person is None or ctx.person.id is None:
        return None
    mine = roll.has_voted(ctx.db, poll, ctx.person.id)
    told = text("poll-reminder-title", question=poll.question, community=ctx.here.name)
    if mine:
        if not was_told(ctx, route):
            return None
        says = [Paragraph(text("poll-reminder-thanks"))]
        if poll.state == "open":
            return Card(
                told,
                (*says, Buttons((Button(text("poll-see"), routes.Show(route.poll)),))),
            )
        return Card(told, tuple(says))
    if poll.state != "open" or ctx.now >= poll.closes_at:
        return Card(told, (Paragraph(text("poll-closed")),)) if was_told(ctx, route) else None
    if not permits.is_counted_on(ctx, poll, ctx.person.id) and not was_told(ctx, route):
        return None
    options = records.options(ctx.db, route.poll)
    asked: Block
    if poll.most > 1:
        asked = Buttons((Button(text("poll-vote"), routes.OpenBallot(route.poll), "primary"),))
    else:
        asked = Buttons(
            tuple(Button(Words(o.words), routes.Vote(route.poll, o.spot)) for o in options)
        )
    return Card(
        told,
        (
            Paragraph(
                text(
                    "poll-reminder",
                    at=Moment(poll.closes_at, poll.zone),
                    left=Moment(poll.closes_at, poll.zone, Style.RELATIVE, ctx.now),
                )
            ),
            asked,
            Note(secrecy(poll)),
        ),
    )


def was_told(ctx: Context, route: routes.Reminder) -> bool:
    """Whether this person's reminder is already visible: then it is redrawn, not left out."""
    return ctx.person is not None and shown_notice(ctx.db, ctx.person.id or 0, route.pack())


def orphaned(ctx: Context, route: routes.Orphaned) -> Card | None:
    """The author left: the facilitator on duty inherits the controls."""
    poll = records.poll(ctx.db, route.poll)
    if poll is None or poll.state != "open":
        return None
    return Card(
        text("poll-title", question=poll.question),
        (
            Paragraph(text("poll-orphaned", community=ctx.here.name)),
            Buttons((Button(text("poll-see"), routes.Show(route.poll)),)),
        ),
    )
