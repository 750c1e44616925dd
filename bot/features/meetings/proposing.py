"""Propose dates for a meeting: read them, repeat them before anything is posted, then post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import access
from bot import slots as dated
from bot.card import Block, Card, Choices, Note, Outcome, Paragraph, Reply
from bot.command import Rank, Setting
from bot.context import Context
from bot.dates import NotUnderstood, Understood, understand_duration
from bot.errors import Forbidden, Misfilled, Refusal
from bot.features.meetings import nudges, records, routes, rules, views, warnings
from bot.features.meetings.records import Meeting, Slot
from bot.reading import misread
from bot.text import Moment, Text, Words, joined, text
from scheduling.calendar import end_of_day, local
from storage.people import Place

WHO = Setting("meetings.who", ("member", "facilitator", "coordinator"))
ANSWERS = Setting("meetings.answers", ("hidden", "shown"))


@dataclass(frozen=True, slots=True)
class Propose:
    """A proposal as it was asked for: `/meet propose "Title" "tuesday 2pm" "thursday 10am"`."""

    title: str
    slots: tuple[str, ...]
    duration: str
    venue: str
    needs: tuple[str, ...]
    until: Understood | None
    quorum: int | None


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


def check(ctx: Context, asked: Propose) -> None:
    """Refuse what cannot be proposed, one sentence a field. Raises Misfilled or Forbidden."""
    require_proposing(ctx)
    errors: dict[str, Text] = {}
    if not asked.title:
        errors["title"] = text("value-missing")
    if minutes_in(asked.duration) is None:
        errors["duration"] = text("meet-duration-unclear", given=Words(asked.duration[:40]))
    slots = read_slots(ctx, asked)
    if isinstance(slots, Text):
        errors["slots"] = slots
    elif asked.until is not None:
        at = deadline(ctx, asked.until)[1]
        if at - ctx.now < rules.SOONEST:
            errors["until"] = text("meet-until-soon")
        elif at >= max(slot.starts_at for slot in slots):
            errors["until"] = text("meet-until-late")
    refs = read_needs(ctx, asked.needs)
    if isinstance(refs, Refusal):
        errors["needs"] = refs.says
    if errors:
        raise Misfilled(errors)


def require_proposing(ctx: Context) -> None:
    """Refuse, saying who may, where the community leaves it to others to call meetings."""
    least = Rank[ctx.setting(WHO).upper()]
    if ctx.rank < least:
        if ctx.member is None:
            raise access.NotMember()
        raise Forbidden(text(f"meet-by-{least.name.lower()}"))


def minutes_in(words: str) -> int | None:
    """How long a meeting lasts; the usual length where nothing is said, None for no length."""
    if not words.strip():
        return rules.USUAL_MINUTES
    typed = f"{words} min" if words.strip().isdecimal() else words
    length = understand_duration(typed)
    if length is None or not timedelta() < length <= timedelta(minutes=rules.MOST_MINUTES):
        return None
    return int(length.total_seconds() // 60)


def read_slots(ctx: Context, asked: Propose) -> list[Slot] | Text:
    """The slots, not yet kept, in the order in which they were typed; or what is wrong with them."""
    if len(asked.slots) < rules.LEAST_SLOTS:
        return text("meet-too-few", least=rules.LEAST_SLOTS)
    found: list[Slot] = []
    for words in asked.slots:
        read = read_slot(ctx, words, minutes_in(asked.duration) or rules.USUAL_MINUTES)
        if isinstance(read, Text):
            return read
        found.append(read)
    twins = rules.same_instants([slot.starts_at for slot in found])
    if twins is not None:
        return text("meet-twins", first=asked.slots[twins[0]], second=asked.slots[twins[1]])
    return found


def read_slot(ctx: Context, words: str, minutes: int) -> Slot | Text:
    """One slot as typed, in the author's zone unless another is named; or why it cannot be used."""
    read = dated.understand_slot(
        words, now=ctx.now, zone=ctx.reader.zone, language=ctx.reader.language
    )
    if isinstance(read, NotUnderstood):
        return misread(read, ctx.reader)
    return Slot(
        meeting_id=0,
        wall=read.start.wall.isoformat(),
        zone=read.start.zone,
        starts_at=read.start.instant,
        minutes=read.minutes or minutes,
        added_at=ctx.now,
    )


def read_needs(ctx: Context, names: tuple[str, ...]) -> list[str] | Refusal:
    """Whom the meeting needs, as kept: "person:12", "role:facilitation"."""
    found: list[str] = []
    for name in access.names_in("\n".join(names)):
        role = access.role_named(ctx, name)
        person = None if role else access.person_named(ctx, name)
        if role is None and person is None:
            return Refusal(text("unknown-person", name=name[:60]))
        found.append(f"role:{role}" if role else f"person:{person}")
    return list(dict.fromkeys(found))


def deadline(ctx: Context, until: Understood) -> tuple[datetime, datetime]:
    """(wall time in the community's zone, instant); a date alone lasts until its last second."""
    zone = ctx.here.zone
    at = end_of_day(until.wall.date(), zone) if until.date_only else until.instant
    return local(at, zone), at


def exact(ctx: Context, asked: Propose) -> dict[str, str]:
    """What a preview understood, in words that mean the same tomorrow."""
    slots = read_slots(ctx, asked)
    assert not isinstance(slots, Text), "checked before"
    usual = minutes_in(asked.duration)
    found = {"slots": "\n".join(typed(slot, ctx.reader.zone, usual) for slot in slots)}
    if asked.until is not None:
        at = deadline(ctx, asked.until)[1]
        found["until"] = f"{local(at, ctx.reader.zone):%Y-%m-%d %H:%M:%S}"
    return found


def typed(slot: Slot, zone: str, usual: int | None) -> str:
    """A slot as somebody in `zone` would type it: another zone, or another length, is named."""
    wall = datetime.fromisoformat(slot.wall)
    length = "" if slot.minutes == usual else f" ({slot.minutes} min)"
    return f"{wall:%Y-%m-%d %H:%M}{length}" + ("" if slot.zone == zone else f" {slot.zone}")


# ── proposing ───────────────────────────────────────────────────────────────────────────────────


def _make(ctx: Context, asked: Propose, place: Place) -> tuple[Meeting, list[Slot], list[str]]:
    """The proposal that was asked for, not yet kept."""
    slots = read_slots(ctx, asked)
    refs = read_needs(ctx, asked.needs)
    assert not isinstance(slots, Text) and not isinstance(refs, Refusal), "checked before"
    first = min(slot.starts_at for slot in slots)
    at = deadline(ctx, asked.until)[1] if asked.until else rules.usual_deadline(ctx.now, first)
    assert ctx.here.id is not None and place.id is not None
    meeting = Meeting(
        community_id=ctx.here.id,
        number=records.next_number(ctx.db, ctx.here.id),
        place_id=place.id,
        organiser_id=ctx.me,
        title=" ".join(asked.title.split()),
        venue=asked.venue,
        minutes=minutes_in(asked.duration) or rules.USUAL_MINUTES,
        zone=ctx.reader.zone,
        hidden=ctx.setting(ANSWERS) == "hidden",
        quorum=asked.quorum,
        proposed_at=ctx.now,
        until_wall=local(at, ctx.here.zone).isoformat(),
        until_at=at,
        changed_at=ctx.now,
    )
    return meeting, sorted(slots, key=lambda slot: slot.starts_at), refs


def preview(ctx: Context, asked: Propose) -> Card:
    """What will be posted: each date in full, and what is worth knowing before."""
    meeting, slots, refs = _make(ctx, asked, ctx.publishing_place())
    blocks: list[Block] = []
    for slot in slots:
        line = views.slot_line(slot, meeting.minutes)
        blocks.append(Paragraph(joined([line, *warnings.about(ctx, slot)])))
    spans = [(s.starts_at, s.starts_at + timedelta(minutes=s.minutes)) for s in slots]
    if rules.overlapping(spans):
        blocks.append(Note(text("meet-overlap")))
    if who := views.needed(ctx, meeting, refs):
        blocks.append(Note(joined(who)))
    assert meeting.until_at is not None
    blocks.append(Note(text("meet-until", at=Moment(meeting.until_at, ctx.here.zone))))
    return Card(views.title(meeting), (Paragraph(views.facts(meeting)), *blocks))


def propose(ctx: Context, asked: Propose) -> Outcome:
    """Post the proposed dates."""
    place = ctx.publishing_place()
    meeting, slots, refs = _make(ctx, asked, place)
    records.add(ctx.db, meeting, slots, refs)
    assert meeting.id is not None
    ctx.posts.show(place.id or 0, routes.MeetingBoard(meeting.id).pack(), once=f"meet-{meeting.id}")
    nudges.set_clock(ctx, meeting)
    published = text("meet-published", title=meeting.title, channel=ctx.channel(place))
    return Reply(
        Card(
            None,
            (Paragraph(published), Note(text("meet-number", number=meeting.number))),
        )
    )


def complete_slots(ctx: Context, typing: str) -> Choices:
    """Suggestions for the date being typed, with those before it kept."""
    found = dated.complete_slots(
        typing, now=ctx.now, zone=ctx.reader.zone, language=ctx.reader.language
    )
    return Choices(
        tuple(
            (value, joined([Moment(read.instant, read.zone) for read in dates], "; "))
            for value, dates in found
        )
    )
