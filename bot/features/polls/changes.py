"""What may be changed in an open poll, by small forms: deadline, question, options; and after a tie."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.card import Card, Choice, Form, Outcome, Paragraph, Reply
from bot.command import Command, Named, Parameter, Rank
from bot.context import Context
from bot.errors import Misfilled, Refusal
from bot.features.polls import access as permits
from bot.features.polls import closing, records, roll, routes, rules, views
from bot.features.polls.records import Poll
from bot.fields import id_in
from bot.text import Words, text
from bot.words import fold


@dataclass(frozen=True, slots=True)
class Correct:
    """A poll's id and its corrected question."""

    poll: str
    question: str


@dataclass(frozen=True, slots=True)
class NewOption:
    """A poll's id and one more option."""

    poll: str
    option: str


@dataclass(frozen=True, slots=True)
class Choose:
    """A tied poll's id, the option to take, and why."""

    poll: str
    option: str
    why: str


def _poll(ctx: Context, said: str) -> Poll:
    return permits.get(ctx, id_in(said))


def ask_extend(ctx: Context, press: routes.AskExtend) -> Outcome:
    """Open the form that moves the deadline."""
    return deadline_form(ctx, permits.get(ctx, press.poll))


def deadline_form(ctx: Context, poll: Poll) -> Form:
    """The form that moves a deadline: which poll, and the present one. Refuses as the move would."""
    permits.require_manage(ctx, poll)
    closing.require_open(ctx, poll)
    wall = datetime.fromisoformat(poll.closes_wall)
    until = rules.typed_deadline(wall, poll.zone, ctx.reader.zone)
    form = ctx.form("poll.extend", {"poll": str(poll.number), "until": until})
    needed = tuple(replace(field, required=True) for field in form.fields)
    return replace(form, fields=needed, note=views.title(poll))


def ask_correct(ctx: Context, press: routes.AskCorrect) -> Outcome:
    """Open the form that corrects the question."""
    poll = permits.get(ctx, press.poll)
    _may_correct(ctx, poll)
    return ctx.form("poll.correct", {"poll": str(press.poll), "question": poll.question})


def _may_correct(ctx: Context, poll: Poll) -> None:
    closing.require_open(ctx, poll)
    permits.require_manage(ctx, poll)
    if ctx.now - poll.opened_at > rules.CORRECT_WITHIN:
        raise Refusal(text("poll-correct-late"))


def correct(ctx: Context, asked: Correct) -> Outcome:
    """Correct the question, within an hour, by its author or a rank above; the card says "edited"."""
    poll = _poll(ctx, asked.poll)
    _may_correct(ctx, poll)
    assert poll.id is not None
    before, poll.question, poll.edited_at = poll.question, rules.clean(asked.question), ctx.now
    ctx.db.add(poll)
    ctx.db.flush()
    ctx.posts.refresh(routes.PollBoard(poll.id).pack())
    ctx.journal("poll.corrected", routes.PollBoard(poll.id), before=before, after=poll.question)
    return Reply(Card(None, (Paragraph(text("poll-corrected", question=poll.question)),)))


def ask_option(ctx: Context, press: routes.AskOption) -> Outcome:
    """Open the form that adds an option."""
    poll = permits.get(ctx, press.poll)
    _may_add(ctx, poll)
    return ctx.form("poll.add-option", {"poll": str(press.poll)})


def _may_add(ctx: Context, poll: Poll) -> None:
    """Before the first vote who manages the poll may; afterwards only where adding was announced."""
    closing.require_open(ctx, poll)
    if poll.adding:
        permits.may_vote(ctx, poll)
        return
    permits.require_manage(ctx, poll)
    if roll.voter_count(ctx.db, poll):
        raise Refusal(text("poll-options-fixed"))


def add_option(ctx: Context, asked: NewOption) -> Outcome:
    """Add an option."""
    poll = _poll(ctx, asked.poll)
    _may_add(ctx, poll)
    assert poll.id is not None
    words = rules.clean(asked.option)
    options = records.options(ctx.db, poll.id)
    if len(options) >= rules.MOST_OPTIONS:
        raise Refusal(text("poll-options-full", most=rules.MOST_OPTIONS))
    same = rules.twins([*(o.words for o in options), words])
    if same is not None:
        raise Misfilled({"option": text("poll-twins", first=same[0], second=same[1])})
    author = None if poll.secrecy == "anonymous" else ctx.me  # it may well be their choice
    records.add_option(ctx.db, poll.id, words, fold(words), author)
    ctx.posts.refresh(routes.PollBoard(poll.id).pack())
    return Reply(Card(None, (Paragraph(text("poll-option-added", option=words)),)))


def ask_choose(ctx: Context, press: routes.AskChoose) -> Outcome:
    """Open the form that settles a tie by hand."""
    poll, best = closing.tied(ctx, press.poll)
    form = ctx.form("poll.choose", {"poll": str(press.poll)})
    words = [o.words for o in records.options(ctx.db, press.poll) if o.spot in best]
    offered = tuple(Choice(said, Words(said)) for said in words)
    fields = tuple(
        replace(field, kind="choice", options=offered) if field.name == "option" else field
        for field in form.fields
    )
    return replace(form, fields=fields, note=views.title(poll))


def choose(ctx: Context, asked: Choose) -> Outcome:
    """Settle a tie by hand, with a reason that everybody can read."""
    number = id_in(asked.poll)
    poll, best = closing.tied(ctx, number)
    words = {o.spot: o.words for o in records.options(ctx.db, number) if o.spot in best}
    spot = next((s for s, w in words.items() if fold(w) == fold(asked.option)), None)
    if spot is None:
        offered = ", ".join(words.values())
        raise Misfilled(
            {"option": text("not-a-choice", given=Words(asked.option), offered=Words(offered))}
        )
    poll.chosen, poll.chosen_why = spot, asked.why
    ctx.db.add(poll)
    ctx.db.flush()
    ctx.posts.refresh(routes.PollBoard(number).pack())
    ctx.posts.refresh(routes.PollResult(number).pack())
    ctx.journal("poll.tie-settled", routes.PollBoard(number), option=words[spot], why=asked.why)
    return Reply(Card(None, (Paragraph(text("poll-choice-made", option=words[spot])),)))


_POLL = Parameter("poll", Named("poll", "sondage"), form=False)

FORMS = (
    Command(
        "poll.correct",
        Named("correct", "corriger"),
        Correct,
        correct,
        Rank.ANYONE,
        (
            _POLL,
            Parameter(
                "question",
                Named("question", "question"),
                required=True,
                longest=rules.LONGEST_QUESTION,
            ),
        ),
    ),
    Command(
        "poll.add-option",
        Named("add", "ajouter"),
        NewOption,
        add_option,
        Rank.ANYONE,
        (
            _POLL,
            Parameter(
                "option", Named("option", "choix"), required=True, longest=rules.LONGEST_OPTION
            ),
        ),
    ),
    Command(
        "poll.choose",
        Named("choose", "choisir"),
        Choose,
        choose,
        Rank.ANYONE,
        (
            _POLL,
            Parameter(
                "option", Named("option", "choix"), required=True, longest=rules.LONGEST_OPTION
            ),
            Parameter("why", Named("why", "raison"), required=True, longest=300, long=True),
        ),
    ),
)
