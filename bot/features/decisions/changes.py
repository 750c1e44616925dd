"""What becomes of a proposal: other words, a round, more time, an amendment, an end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.card import Card, Form, Note, Outcome, Paragraph, Reply
from bot.command import Command, Kind, Named, Parameter, Rank
from bot.context import Context
from bot.dates import Understood
from bot.errors import Forbidden, Misfilled, Refusal
from bot.features.decisions import lines, permits, private, records, roll, rounds, routes, rules
from bot.features.decisions.commands import deadline, unfit
from bot.features.decisions.records import Decision, Round
from bot.fields import id_in
from bot.text import Line, Moment, Text, text
from scheduling.calendar import resolve


@dataclass(frozen=True, slots=True)
class Edited:
    """A decision's id, and other words for its proposal, before any round."""

    decision: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A decision's id, and until when its round is open."""

    decision: str
    until: Understood | None
    quorum: int | None


@dataclass(frozen=True, slots=True)
class Amended:
    """A decision's id, the version that was amended, its next words, and until when."""

    decision: str
    version: str
    words: str
    until: Understood | None


@dataclass(frozen=True, slots=True)
class Extended:
    """A round's id and its new deadline."""

    round: str
    until: Understood | None


def managed(ctx: Context, number: int) -> Decision:
    """A decision that the person may manage."""
    decision = permits.get(ctx, number)
    permits.require_manage(ctx, decision)
    return decision


def _require_pending(decision: Decision, *states: str) -> None:
    """Refuse what a decision's state does not allow, saying what does."""
    if decision.state not in states:
        if decision.state == records.ROUND:
            raise Refusal(text("decision-fixed", version=decision.version))
        raise Refusal(text(f"decision-is-{decision.state}"))


def _require_own_words(decision: Decision) -> None:
    """Refuse where the words are another feature's: what is decided is what takes effect."""
    if decision.about:
        raise Refusal(text("decision-words-there"))


def said(key: str, decision: Decision, *notes: Line) -> Reply:
    """What was done, naming the decision."""
    name = text(key, name=lines.called(decision), version=decision.version)
    return Reply(Card(None, (Paragraph(name), *(Note(note) for note in notes))))


# ── other words, before a round ─────────────────────────────────────────────────────────────────


def ask_edit(ctx: Context, press: routes.AskEdit) -> Outcome:
    """Open the form with the present words."""
    decision = managed(ctx, press.decision)
    _require_pending(decision, records.TALK)
    _require_own_words(decision)
    words = lines.words_of(ctx, decision, decision.version)
    values = {"decision": str(press.decision), "title": decision.title, "words": words}
    return ctx.form("decision.edit", values)


def edit(ctx: Context, asked: Edited) -> Outcome:
    """The next version, still talked over. Refused where its round was opened meanwhile."""
    decision = managed(ctx, id_in(asked.decision))
    _require_pending(decision, records.TALK)
    _require_own_words(decision)
    decision.title = " ".join(asked.title.split())
    if asked.words != lines.words_of(ctx, decision, decision.version):
        records.add_version(ctx.db, decision, asked.words, ctx.me, ctx.now)
    ctx.db.add(decision)
    ctx.db.flush()
    rounds.redraw(ctx, decision)
    return said("decision-edited", decision)


# ── a round ─────────────────────────────────────────────────────────────────────────────────────


def ask_open(ctx: Context, press: routes.AskOpen) -> Outcome:
    """Open the form with the deadline that was planned, or the usual one if that is too near."""
    decision = managed(ctx, press.decision)
    _require_pending(decision, records.TALK)
    wall, zone = datetime.fromisoformat(decision.planned_wall), decision.zone
    if unfit(ctx, resolve(wall, zone).instant) is not None:
        wall, zone = rounds.usual_close(ctx)
    until = rules.typed_deadline(wall, zone, ctx.reader.zone)
    values = {"decision": str(press.decision), "until": until, "quorum": str(decision.quorum)}
    return with_deadline(ctx, "decision.open", values, lines.name(decision))


def with_deadline(ctx: Context, command: str, values: dict[str, str], note: Line) -> Form:
    """A form that needs a deadline, with a note."""
    form = ctx.form(command, values)
    needed = tuple(
        replace(field, required=True) if field.name == "until" else field for field in form.fields
    )
    return replace(form, fields=needed, note=note)


def check_until(ctx: Context, asked: Opened | Amended | Extended) -> None:
    """Raise Misfilled where a round cannot close then."""
    if asked.until is not None and ctx.community is not None:
        problem = unfit(ctx, deadline(ctx, asked.until)[1])
        if problem is not None:
            raise Misfilled({"until": problem.says})


def open_(ctx: Context, asked: Opened) -> Outcome:
    """Freeze the roll and ask for consent."""
    decision = managed(ctx, id_in(asked.decision))
    _require_pending(decision, records.TALK)
    check_until(ctx, asked)
    decision.quorum = asked.quorum or decision.quorum
    wall, _, zone = deadline(ctx, asked.until)
    found = rounds.open_round(ctx, decision, wall, zone)
    ctx.journal("decision.opened", routes.Board(decision.id or 0), version=str(decision.version))
    return _opened(ctx, "decision-opened", decision, found)


def _opened(ctx: Context, key: str, decision: Decision, found: Round) -> Reply:
    seen = roll.tally(ctx.db, found, decision.community_id)
    until = text("decision-closes", at=Moment(found.closes_at, found.zone))
    return said(key, decision, until, lines.turnout(seen, found))


def ask_extend(ctx: Context, press: routes.AskExtend) -> Outcome:
    """Open the form that gives a round more time."""
    decision, found = permits.round_(ctx, press.round)
    _require_extensible(ctx, decision, found)
    wall, zone = rounds.usual_close(ctx)
    values = {
        "round": str(press.round),
        "until": rules.typed_deadline(wall, zone, ctx.reader.zone),
    }
    return with_deadline(ctx, "decision.extend", values, lines.name(decision))


def _require_extensible(ctx: Context, decision: Decision, found: Round) -> None:
    """Once, while it is open, or where too few took part."""
    permits.require_manage(ctx, decision)
    if found.extended_at is not None:
        raise Refusal(text("decision-extended-once"))
    lapsed = found.state == "closed" and decision.state == records.UNDECIDED
    newest = records.rounds(ctx.db, decision.id or 0)[-1].id == found.id
    if found.kind == "review" or not (rounds.is_open(ctx, found) or (lapsed and newest)):
        raise Refusal(text("decision-not-extensible"))


def extend(ctx: Context, asked: Extended) -> Outcome:
    """The same roll and the same answers, for some days more."""
    decision, found = permits.round_(ctx, id_in(asked.round))
    _require_extensible(ctx, decision, found)
    check_until(ctx, asked)
    wall, at, zone = deadline(ctx, asked.until)
    if at <= found.closes_at:
        raise Misfilled({"until": text("decision-extend-later")})
    found.closes_wall, found.zone, found.closes_at = wall.isoformat(), zone, at
    found.extended_at, found.state, found.closed_at = ctx.now, "open", None
    found.outcome, found.asked = "", None
    decision.state = records.ROUND
    ctx.db.add(found)
    ctx.db.add(decision)
    ctx.db.flush()
    rounds.set_clock(ctx, found)
    rounds.redraw(ctx, decision, found)
    ctx.posts.refresh(routes.Result(found.id or 0).pack())  # it holds no more: taken away
    ctx.journal("decision.extended", routes.Board(decision.id or 0), until=at.isoformat())
    return _opened(ctx, "decision-extended", decision, found)


def close(ctx: Context, press: routes.Close) -> Outcome:
    """Before its time only once everybody has answered: time to object is everybody's."""
    decision, found = permits.round_(ctx, press.round)
    permits.require_manage(ctx, decision)
    rounds.require_open(ctx, found)
    if roll.waiting(ctx.db, press.round, decision.community_id):
        raise Refusal(text("decision-close-early"))
    rounds.finish(ctx, decision, found, ctx.now)
    ctx.journal("decision.closed-early", routes.Board(decision.id or 0))
    seen = roll.tally(ctx.db, found, decision.community_id)
    return Reply(private.private(ctx, decision, lines.verdict(ctx, decision, found, seen)))


# ── amendments ──────────────────────────────────────────────────────────────────────────────────

AMENDABLE = (records.ROUND, records.UNDECIDED, records.OBJECTED, records.ADOPTED)


def ask_amend(ctx: Context, press: routes.AskAmend) -> Outcome:
    """Open the form with the present words."""
    decision = managed(ctx, press.decision)
    require_amendable(ctx, decision)
    _require_own_words(decision)
    values = {**start_next(ctx, decision), "words": lines.words_of(ctx, decision, decision.version)}
    return with_deadline(ctx, "decision.amend", values, amend_note(decision))


def start_next(ctx: Context, decision: Decision) -> dict[str, str]:
    """What the form of a next version starts with."""
    wall, zone = rounds.usual_close(ctx)
    until = rules.typed_deadline(wall, zone, ctx.reader.zone)
    return {"decision": str(decision.id), "version": str(decision.version), "until": until}


def require_amendable(ctx: Context, decision: Decision) -> None:
    """Refuse what is not to be amended, or not any more."""
    _require_pending(decision, *AMENDABLE)
    _require_timely(ctx, decision)


def _require_timely(ctx: Context, decision: Decision) -> None:
    """Refuse what comes after the deadline: the outcome is said in a moment."""
    found = records.open_round(ctx.db, decision.id or 0)
    if found is not None and found.kind == "consent" and not rounds.is_open(ctx, found):
        raise Refusal(text("decision-closed"))


def preview_amend(ctx: Context, asked: Amended) -> Card:
    """What would be proposed, and what that replaces."""
    decision = managed(ctx, id_in(asked.decision))
    require_amendable(ctx, decision)
    return private.sketch(ctx, decision, asked.words, amend_note(decision))


def amend_note(decision: Decision) -> Text:
    """What becomes of the answers to the version before."""
    return text("decision-amend-note", version=decision.version, next=decision.version + 1)


def amend(ctx: Context, asked: Amended) -> Outcome:
    """The next version, in a round of its own; the answers to the last one stay with that."""
    decision = managed(ctx, id_in(asked.decision))
    require_amendable(ctx, decision)
    _require_own_words(decision)
    return next_version(ctx, decision, asked, "amended")


def next_version(
    ctx: Context,
    decision: Decision,
    asked: Amended,
    act: str,
    *,
    ends: bool = False,
    ending: str = "",
) -> Reply:
    """The next version, in a round of its own. Refused where somebody was quicker."""
    if id_in(asked.version) != decision.version:
        raise Refusal(text("decision-amended-meanwhile", version=decision.version))
    check_until(ctx, asked)
    rounds.replace(ctx, decision)
    records.add_version(ctx.db, decision, asked.words, ctx.me, ctx.now, ends=ends, ending=ending)
    wall, _, zone = deadline(ctx, asked.until)
    found = rounds.open_round(ctx, decision, wall, zone)
    board = routes.Board(decision.id or 0)
    ctx.journal(f"decision.{act}", board, version=str(decision.version))
    return _opened(ctx, "decision-amended", decision, found)


def ask_end(ctx: Context, press: routes.AskEnd) -> Outcome:
    """Open the form that proposes to end what is in force."""
    decision = managed(ctx, press.decision)
    _require_endable(ctx, decision)
    return with_deadline(ctx, "decision.end", start_next(ctx, decision), lines.name(decision))


def _require_endable(ctx: Context, decision: Decision) -> None:
    if not decision.in_force:
        raise Refusal(text("decision-not-in-force"))
    require_amendable(ctx, decision)


def end(ctx: Context, asked: Amended) -> Outcome:
    """Propose to end it: by consent, as it was made."""
    decision = managed(ctx, id_in(asked.decision))
    _require_endable(ctx, decision)
    return next_version(ctx, decision, asked, "end-proposed", ends=True)


def withdraw(ctx: Context, press: routes.Withdraw) -> Outcome:
    """It is no longer proposed; what was in force stays so."""
    decision = permits.get(ctx, press.decision)
    if not permits.may_manage(ctx, decision):
        raise Forbidden(text("decision-not-yours"))
    _require_pending(decision, *records.PENDING)
    _require_timely(ctx, decision)
    rounds.replace(ctx, decision)
    if decision.in_force:
        decision.state, decision.adopting = records.ADOPTED, ""
        decision.version = decision.adopted_version or decision.version
    else:
        decision.state = records.WITHDRAWN
    ctx.db.add(decision)
    ctx.db.flush()
    rounds.redraw(ctx, decision)
    rounds.tell(ctx, decision)
    ctx.journal("decision.withdrawn", routes.Board(decision.id or 0))
    return said("decision-withdrawn", decision)


# ── forms ───────────────────────────────────────────────────────────────────────────────────────

DECISION = Parameter("decision", Named("decision", "décision"), form=False)
VERSION = Parameter("version", Named("version", "version"), form=False)
UNTIL = Parameter("until", Named("until", "fin"), Kind.DATE)
TITLE = Parameter(
    "title", Named("title", "titre"), required=True, longest=rules.LONGEST_TITLE, positional=True
)
WORDS = Parameter(
    "words", Named("text", "texte"), longest=rules.LONGEST_TEXT, positional=True, long=True
)
QUORUM = Parameter("quorum", Named("quorum", "quorum"), Kind.NUMBER, least=1, most=100, unit="%")
_NEEDED = replace(WORDS, required=True)

FORMS = (
    Command(
        "decision.edit",
        Named("edit", "reformuler"),
        Edited,
        edit,
        Rank.ANYONE,
        (DECISION, TITLE, _NEEDED),
    ),
    Command(
        "decision.open",
        Named("open", "ouvrir"),
        Opened,
        open_,
        Rank.ANYONE,
        (DECISION, UNTIL, QUORUM),
        check=check_until,
    ),
    Command(
        "decision.amend",
        Named("amend", "amender"),
        Amended,
        amend,
        Rank.ANYONE,
        (DECISION, VERSION, _NEEDED, UNTIL),
        preview=preview_amend,
        check=check_until,
        publishes=True,
    ),
    Command(
        "decision.end",
        Named("end", "terminer"),
        Amended,
        end,
        Rank.ANYONE,
        (DECISION, VERSION, replace(_NEEDED, longest=rules.LONGEST_WORDS), UNTIL),
        check=check_until,
    ),
    Command(
        "decision.extend",
        Named("extend", "prolonger"),
        Extended,
        extend,
        Rank.ANYONE,
        (Parameter("round", Named("round", "tour"), form=False), UNTIL),
        check=check_until,
    ),
)
