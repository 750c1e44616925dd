"""Other features' things, put to a decision: their words are theirs, so what is decided takes effect."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from bot import access
from bot.card import Card, Outcome, Reply
from bot.command import Command, Named, Parameter, Rank
from bot.context import Context
from bot.errors import Malformed, Refusal
from bot.features.decisions import (
    changes,
    commands,
    lines,
    permits,
    private,
    records,
    rounds,
    routes,
    rules,
)
from bot.features.decisions.commands import Propose
from bot.features.decisions.records import Decision
from bot.fields import id_in
from bot.nudging import go_to
from bot.proposals import Proposal, Put, proposed
from bot.route import Route
from bot.text import text


@dataclass(frozen=True, slots=True)
class Again(changes.Amended):
    """The thing whose text is put in the place of the one that was being decided, by packed route."""

    about: str


def put(ctx: Context, press: Put) -> Outcome:
    """Put a thing to a decision; where an earlier text of it is being decided, that is amended."""
    found = proposed(ctx, press.about)
    go_to(ctx, ctx.here.id or 0)
    there = _under_way(ctx, press.about, found)
    if there is None:
        values = {"title": found.title[: rules.LONGEST_TITLE], "about": press.about}
        return ctx.form("decision.propose", {**commands.start_new(ctx), **values})
    if not permits.may_manage(ctx, there) or _is_same(ctx, there, found):
        return Reply(private.private(ctx, there, text("decision-there")))
    if there.state == records.TALK:
        _take(there, press.about, found)
        ending = _packed(found.ended)
        records.add_version(ctx.db, there, _words(found), ctx.me, ctx.now, ending=ending)
        rounds.redraw(ctx, there)
        return changes.said("decision-edited", there)
    changes.require_amendable(ctx, there)
    values = {**changes.start_next(ctx, there), "about": press.about}
    return changes.with_deadline(ctx, "decision.again", values, changes.amend_note(there))


def _words(found: Proposal) -> str:
    return found.text[: rules.LONGEST_TEXT]


def _packed(route: Route | None) -> str:
    return route.pack() if route is not None else ""


def _under_way(ctx: Context, about: str, found: Proposal) -> Decision | None:
    """The proposal about the same thing (another text of it, too) that is not settled yet."""
    for one in records.pending(ctx.db, ctx.here.id or 0):
        if one.about == about:
            return one
        with suppress(Malformed, Refusal):
            if one.about and found.of and proposed(ctx, one.about).of == found.of:
                return one
    return None


def decides(ctx: Context, about: str) -> Route | None:
    """What opens the proposal that is not settled yet about exactly this."""
    pending = records.pending(ctx.db, ctx.here.id or 0)
    return next((routes.Show(one.id or 0) for one in pending if one.about == about), None)


def _is_same(ctx: Context, there: Decision, found: Proposal) -> bool:
    """Whether what is being decided is this text."""
    words = lines.words_of(ctx, there, there.version)
    return (there.adopting, words) == (_packed(found.adopted), _words(found))


def _take(decision: Decision, about: str, found: Proposal) -> None:
    """What is decided is this later text of the thing, and what its adoption presses."""
    decision.about, decision.adopting = about, _packed(found.adopted)
    if not decision.in_force:
        decision.title = found.title[: rules.LONGEST_TITLE]


def _here(ctx: Context, about: str) -> Proposal:
    """What is proposed of a thing of this community."""
    here = ctx.here.id
    found = proposed(ctx, about)
    if ctx.here.id != here:
        raise access.unknown_thing()
    return found


# ── the first time ──────────────────────────────────────────────────────────────────────────────


def preview(ctx: Context, asked: Propose) -> Card:
    """What the proposal will look like, in the words that the thing has now."""
    return commands.preview_new(ctx, replace(asked, words=_words(_here(ctx, asked.about))))


def propose(ctx: Context, asked: Propose) -> Outcome:
    """Put it in the channel, unless somebody was quicker."""
    found = _here(ctx, asked.about)
    there = _under_way(ctx, asked.about, found)
    if there is not None:
        return Reply(private.private(ctx, there, text("decision-there")))
    decision = commands.make(ctx, asked)
    decision.about, decision.adopting = asked.about, _packed(found.adopted)
    return commands.post(ctx, decision, _words(found), _packed(found.ended))


# ── another text of it ──────────────────────────────────────────────────────────────────────────


def _amended(ctx: Context, asked: Again) -> tuple[Decision, Proposal]:
    decision = changes.managed(ctx, id_in(asked.decision))
    changes.require_amendable(ctx, decision)
    return decision, _here(ctx, asked.about)


def preview_again(ctx: Context, asked: Again) -> Card:
    """What would be proposed in its place."""
    decision, found = _amended(ctx, asked)
    return private.sketch(ctx, decision, _words(found), changes.amend_note(decision))


def again(ctx: Context, asked: Again) -> Outcome:
    """The next version, in a round of its own: the thing's words as they are now."""
    decision, found = _amended(ctx, asked)
    if id_in(asked.version) == decision.version:
        _take(decision, asked.about, found)
    asked = replace(asked, words=_words(found))
    return changes.next_version(ctx, decision, asked, "amended", ending=_packed(found.ended))


_WORDS = replace(changes.WORDS, form=False)
_ABOUT = Parameter("about", Named("about", "objet"), form=False)

FORMS = (
    Command(
        "decision.propose",
        Named("propose", "proposer"),
        Propose,
        propose,
        Rank.MEMBER,
        (changes.TITLE, _WORDS, changes.UNTIL, changes.QUORUM, _ABOUT),
        preview=preview,
        check=commands.check_new,
        publishes=True,
    ),
    Command(
        "decision.again",
        Named("again", "encore"),
        Again,
        again,
        Rank.ANYONE,
        (changes.DECISION, changes.VERSION, _WORDS, changes.UNTIL, _ABOUT),
        preview=preview_again,
        check=changes.check_until,
        publishes=True,
    ),
)
