"""Ready-made polls: their words are in the form already, to be published as they are or changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot import access, reading
from bot.card import Block, Button, Buttons, Card, Outcome, Paragraph, Reply, Rule
from bot.command import Rank
from bot.context import Context
from bot.dates import Understood
from bot.errors import Misfilled
from bot.features.polls import commands, routes
from bot.features.polls.commands import NewPoll
from bot.language import Reader, exists, plain
from bot.preview import still
from bot.text import joined, text


@dataclass(frozen=True, slots=True)
class Template:
    """A ready-made poll, or three. Words: `poll-template-{name}`, with `.about`, what it is for.

    Its own words are the attributes named like the values of the form that it opens; what nobody
    words stands in `values`.
    """

    name: str
    form: str = "poll.new"
    values: Mapping[str, str] = field(default_factory=dict)


TEMPLATES = (
    Template("checkin"),
    Template("feedback", form="poll.several"),
    Template("topics", values={"multi": "3", "adding": "true"}),
    Template("practice"),
    Template("retrospective", values={"multi": "5", "adding": "true"}),
)

_WORDED = ("question", "choices", "first", "second", "third", "until")


def show(ctx: Context, press: routes.Templates) -> Outcome:
    """All that is ready-made, and what for."""
    access.require(ctx, Rank.MEMBER)
    blocks: list[Block] = [Paragraph(text("poll-templates-about"))]
    for template in TEMPLATES:
        blocks.append(Paragraph(text(f"poll-template-{template.name}.about")))
        label = text(f"poll-template-{template.name}")
        blocks.append(Buttons((Button(label, routes.UseTemplate(template.name)),)))
    return Reply(Card(text("poll-templates-title"), tuple(blocks)))


def use(ctx: Context, press: routes.UseTemplate) -> Outcome:
    """Open the form, in the language of the channel in which it will be published."""
    access.require(ctx, Rank.MEMBER)
    template = access.there(next((t for t in TEMPLATES if t.name == press.name), None))
    place = ctx.publishing_place()
    reader = Reader(place.language or ctx.here.language)
    values = dict(template.values)
    for name in _WORDED:
        key = f"poll-template-{template.name}.{name}"
        if exists(key):
            values[name] = plain(text(key), reader)
    return ctx.form(template.form, values)


# ── three short polls at once ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Several:
    """Up to three short polls: a question on the first line of each, then a choice a line."""

    first: str
    second: str
    third: str
    until: Understood | None
    names: str


def check(ctx: Context, asked: Several) -> None:
    """Refuse what cannot be polls, under the field concerned. Raises Misfilled or Forbidden."""
    list(_polls(ctx, asked))


def preview(ctx: Context, asked: Several) -> Card:
    """The polls as they will look, one below the other."""
    blocks: list[Block] = []
    for number, poll in enumerate(_polls(ctx, asked)):
        card = still(commands.preview_new(ctx, poll, number))
        assert card.title is not None
        blocks += [*([Rule()] if blocks else []), Paragraph(card.title), *card.blocks]
    return Card(None, tuple(blocks))


def several(ctx: Context, asked: Several) -> Outcome:
    """Publish them, in order."""
    place = ctx.publishing_place()
    polls = [commands.publish(ctx, poll) for poll in _polls(ctx, asked)]
    lines = [
        text("poll-published", question=poll.question, channel=ctx.channel(place)) for poll in polls
    ]
    return Reply(Card(None, (Paragraph(joined(lines, "\n")),)))


def _polls(ctx: Context, asked: Several) -> Iterator[NewPoll]:
    """Each as a poll of its own, by the rules of any poll."""
    new = ctx.desk.command("poll.new")
    for name, words in (("first", asked.first), ("second", asked.second), ("third", asked.third)):
        lines = [line for line in words.splitlines() if line.strip()]
        if not lines:
            continue
        values: dict[str, Any] = {"question": lines[0], "choices": "\n".join(lines[1:])}
        try:
            poll: NewPoll = reading.read(new, values, now=ctx.now, reader=ctx.reader)
            poll = replace(poll, until=asked.until, names=asked.names)
            commands.check_new(ctx, poll)
        except Misfilled as misfilled:
            raise Misfilled(
                {
                    field_name if field_name in ("until", "names") else name: said
                    for field_name, said in misfilled.errors.items()
                }
            ) from None
        yield poll
