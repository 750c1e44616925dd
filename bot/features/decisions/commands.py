"""What people ask for: propose, list, show, review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot import access
from bot.card import Card, Note, Outcome, Paragraph, Reply, Rule
from bot.command import Rank
from bot.context import Context
from bot.dates import Understood
from bot.errors import Forbidden, Misfilled, Refusal
from bot.features.decisions import lines, permits, private, records, rounds, routes, rules, which
from bot.features.decisions.records import Decision
from bot.fields import FormPublish
from bot.preview import previewed
from bot.route import address_of
from bot.text import Moment, joined, text
from bot.words import fold
from scheduling.calendar import end_of_day, local, resolve
from storage import drafts

PAGE = 5


@dataclass(frozen=True, slots=True)
class New:
    """A proposal as it was asked for: `/decide new "…"`."""

    title: str
    words: str
    until: Understood | None
    quorum: int | None


@dataclass(frozen=True, slots=True)
class Propose(New):
    """A proposal about another feature's thing, by packed route."""

    about: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Words to look for; none: all."""

    words: str


@dataclass(frozen=True, slots=True)
class Which:
    """A decision by code, number or words of its title; nothing: the only one under way here."""

    decision: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A decision to review now; or, with a date, by then."""

    decision: str
    by: Understood | None


# ── propose ─────────────────────────────────────────────────────────────────────────────────────


def check_new(ctx: Context, asked: New) -> None:
    """Raise Misfilled where a proposal cannot be used."""
    ctx.here  # noqa: B018  (refuses where there is no community)
    errors = {}
    if fold(asked.words) in ("anonymous", "anonyme"):
        errors["words"] = text("decision-anonymous")
    if asked.until is not None:
        problem = unfit(ctx, deadline(ctx, asked.until)[1])
        if problem is not None:
            errors["until"] = problem.says
    if errors:
        raise Misfilled(errors)


def unfit(ctx: Context, at: datetime) -> Refusal | None:
    """Why a round cannot close at an instant; None where it can."""
    if at - ctx.now < rules.SOONEST:
        return Refusal(text("decision-too-soon"))
    if at - ctx.now > rules.LATEST:
        return Refusal(text("decision-too-late"))
    return None


def deadline(ctx: Context, until: Understood | None) -> tuple[datetime, datetime, str]:
    """(wall time, instant, zone) of a deadline; a date alone ends that day for the community."""
    zone = ctx.here.zone
    if until is None:
        wall, zone = rounds.usual_close(ctx)
        return wall, resolve(wall, zone).instant, zone
    if until.date_only:
        at = end_of_day(until.wall.date(), zone)
        return local(at, zone), at, zone
    return until.wall, until.instant, until.zone


def start_new(ctx: Context) -> dict[str, str]:
    """What the form of a new proposal starts with."""
    if ctx.community is None:
        return {}
    wall, zone = rounds.usual_close(ctx)
    until = rules.typed_deadline(wall, zone, ctx.reader.zone)
    return {"until": until, "quorum": str(rules.USUAL_QUORUM)}


def preview_new(ctx: Context, asked: New) -> Card:
    """What the proposal will look like, after decisions that are like it."""
    decision = make(ctx, asked)
    decision.id = 0
    card = private.sketch(ctx, decision, asked.words or asked.title)
    before = _alike(ctx, asked)
    if not before:
        return card
    title = [Paragraph(card.title)] if card.title is not None else []
    return Card(text("decision-alike-title"), (*before, Rule(), *title, *card.blocks))


def _alike(ctx: Context, asked: New) -> tuple[Paragraph, ...]:
    """Decisions that share half of the proposal's significant words (A8)."""
    worded = records.worded(ctx.db, ctx.here.id or 0)
    known = {one.id or 0: one for one, _ in worded}
    near = rules.alike(
        rules.significant(asked.title, asked.words),
        [rules.Candidate(one.id or 0, rules.significant(one.title, said)) for one, said in worded],
    )
    return tuple(
        Paragraph(
            text(
                "decision-alike",
                name=lines.called(known[number]),
                number=known[number].number,
                state=joined(lines.state(ctx, known[number]), " "),
            )
        )
        for number in near
    )


def make(ctx: Context, asked: New) -> Decision:
    """The decision that was asked for, not yet kept."""
    place = ctx.publishing_place()
    wall, _, zone = deadline(ctx, asked.until)
    return Decision(
        community_id=ctx.here.id or 0,
        number=records.next_number(ctx.db, ctx.here.id or 0),
        place_id=place.id or 0,
        author_id=ctx.me,
        title=" ".join(asked.title.split()),
        planned_wall=wall.isoformat(),
        zone=zone,
        quorum=asked.quorum or rules.USUAL_QUORUM,
        proposed_at=ctx.now,
    )


def new(ctx: Context, asked: New) -> Outcome:
    """Put a proposal in the channel. A typed line that is like a decision is shown that first."""
    shown = ctx.request is not None and address_of(ctx.request.route) == FormPublish.address
    if not shown and _alike(ctx, asked):
        return _first_look(ctx, asked)
    return post(ctx, make(ctx, asked), asked.words or asked.title)


def post(ctx: Context, decision: Decision, words: str, ending: str = "") -> Reply:
    """A proposal with these words stands in the channel. `ending`: what its end presses, once adopted."""
    ctx.db.add(decision)
    ctx.db.flush()
    records.add_version(ctx.db, decision, words, ctx.me, ctx.now, ending=ending)
    rounds.tell(ctx, decision)
    ctx.posts.show(
        decision.place_id,
        routes.Board(decision.id or 0).pack(),
        once=f"decision-{decision.id}",
    )
    said = text(
        "decision-proposed", title=decision.title, channel=ctx.channel(ctx.publishing_place())
    )
    planned = resolve(datetime.fromisoformat(decision.planned_wall), decision.zone)
    until = Moment(planned.instant, decision.zone)
    more = [
        text("decision-planned", at=until, quorum=decision.quorum),
        text("decision-number", number=decision.number),
    ]
    return Reply(Card(None, (Paragraph(said), Note(joined(more, " ")))))


def _first_look(ctx: Context, asked: New) -> Reply:
    """A preview, with what was decided before at its top."""
    wall, _, zone = deadline(ctx, asked.until)
    values = {
        "title": asked.title,
        "words": asked.words,
        "until": rules.typed_deadline(wall, zone, ctx.reader.zone),
        "quorum": str(asked.quorum or rules.USUAL_QUORUM),
    }
    place = ctx.place.id if ctx.place else None
    kept = drafts.keep(ctx.db, ctx.now, ctx.me, place, "decision.new", values)
    return Reply(previewed(preview_new(ctx, asked), kept.id or 0))


# ── list, show, review ──────────────────────────────────────────────────────────────────────────


def list_decisions(ctx: Context, asked: Listed) -> Outcome:
    """The community's decisions and proposals (with some words), newest first."""
    return Reply(page_of(ctx, 0, asked.words))


def turn(ctx: Context, press: routes.Page) -> Outcome:
    """Another page of them."""
    return Reply(page_of(ctx, press.page, press.words), replace=True)


def page_of(ctx: Context, page: int, words: str) -> Card:
    """One page of the list."""
    ctx.here  # noqa: B018  (refuses where there is no community)
    access.require(ctx, Rank.MEMBER)
    found = matching(ctx, words)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(page, 0), pages - 1)
    some = found[page * PAGE : page * PAGE + PAGE]
    return private.listing(ctx, some, page, pages, words[: private.LONGEST_QUERY])


def matching(ctx: Context, words: str) -> list[Decision]:
    """Decisions whose title, text or code has all of these words; without words, all."""
    said = fold(words).split()
    if not said:
        return records.recent(ctx.db, ctx.here.id or 0, most=1000)
    return [
        one
        for one, text_ in records.worded(ctx.db, ctx.here.id or 0)
        if all(word in fold(f"{lines.called(one)} {text_}") for word in said)
    ]


def show(ctx: Context, asked: Which) -> Outcome:
    """One decision, privately."""
    found = which.named(ctx, asked.decision, "decision.show", {"decision": asked.decision})
    return Reply(private.private(ctx, found)) if isinstance(found, Decision) else found


def show_pressed(ctx: Context, press: routes.Show) -> Outcome:
    """The same, by a button."""
    return Reply(private.private(ctx, permits.get(ctx, press.decision)))


def show_version(ctx: Context, press: routes.ShowVersion) -> Outcome:
    """One version and the answers that it got."""
    return Reply(private.version(ctx, permits.get(ctx, press.decision), press.number))


def coming(ctx: Context) -> Outcome:
    """Without a word: what is to be reviewed, the most overdue first; the form where nothing is."""
    access.require(ctx, Rank.MEMBER)
    found = records.in_force(ctx.db, ctx.here.id or 0)
    return Reply(private.reviews(ctx, found[: PAGE * 2])) if found else None


def review(ctx: Context, asked: Reviewed) -> Outcome:
    """Review a decision now; or by another day."""
    if not asked.decision and asked.by is None:
        shown = coming(ctx)
        if shown is not None:
            return shown
    found = which.named(ctx, asked.decision, "decision.review", {"decision": asked.decision})
    if not isinstance(found, Decision):
        return found
    if asked.by is None:
        return start_review(ctx, found)
    permits.require_manage(ctx, found)
    if not found.in_force:
        raise Refusal(text("decision-not-in-force"))
    day = asked.by.wall.date()
    if day <= lines.today(ctx):
        raise Refusal(text("decision-review-past"))
    before = found.review_on or ""
    rounds.set_review(ctx, found, day)
    rounds.redraw(ctx, found)
    board = routes.Board(found.id or 0)
    ctx.journal("decision.review-moved", board, before=before, after=day.isoformat())
    moved = text("decision-review-moved", name=lines.called(found), day=lines.day(ctx, day))
    return Reply(Card(None, (Paragraph(moved),)))


def review_pressed(ctx: Context, press: routes.StartReview) -> Outcome:
    """Review it now, by a button."""
    return start_review(ctx, permits.get(ctx, press.decision))


def start_review(ctx: Context, decision: Decision) -> Outcome:
    """Open the fast track, for who may."""
    if not permits.may_manage(ctx, decision):
        raise Forbidden(text("decision-not-yours"))
    if not decision.in_force:
        raise Refusal(text("decision-not-in-force"))
    found = rounds.start_review(ctx, decision)
    if found is None:
        raise Refusal(text("decision-round-there"))
    ctx.journal("decision.review-started", routes.Board(decision.id or 0))
    until = Moment(found.closes_at, found.zone)
    said = text("decision-review-started", name=lines.called(decision), at=until)
    return Reply(Card(None, (Paragraph(said),)))
