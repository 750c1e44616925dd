"""How a proposal stands: the order of its dates, who is needed, who has answered."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access
from bot.command import Setting
from bot.context import Context
from bot.features.meetings import answers, ranking, records
from bot.features.meetings.ranking import Ballot, Candidate, Order, Ranking
from bot.features.meetings.records import Meeting, Slot
from storage import people

TURN: Setting = Setting("meetings.turn", ("on", "off"))
FIRST: Setting = Setting("meetings.first", ("available", "yes"))


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal as it stands: its slots, everybody's answers, and the slots in order."""

    meeting: Meeting
    slots: dict[int, Slot]
    answers: dict[int, dict[int, str]]  # by person, by slot
    ranking: Ranking

    @property
    def number(self) -> int:
        """The meeting's id."""
        assert self.meeting.id is not None
        return self.meeting.id

    @property
    def open_slots(self) -> list[Slot]:
        """The slots that can still be chosen, earliest first."""
        past = {row.slot for row in self.ranking.rows if row.past}
        return [slot for number, slot in self.slots.items() if number not in past]


def look(ctx: Context, meeting: Meeting) -> Standing:
    """Put a proposal's dates in order (feature 4 A3), by what the community chose."""
    assert meeting.id is not None
    slots = {slot.id or 0: slot for slot in records.slots(ctx.db, meeting.id)}
    said = answers.answers(ctx.db, meeting.id)
    refs = records.needs(ctx.db, meeting.id)
    candidates = [
        Candidate(number, slot.starts_at, needed_at(ctx, refs, slot), slot.starts_at <= ctx.now)
        for number, slot in slots.items()
    ]
    ballots = [Ballot(person, mine) for person, mine in said.items()]
    found = ranking.rank(
        candidates,
        ballots,
        answers.loads(ctx.db, meeting.community_id),
        settled_before=len(answers.settled_from_slots(ctx.db, meeting.community_id)),
        order=Order(
            turn=ctx.setting(TURN) == "on",
            yes_first=ctx.setting(FIRST) == "yes",
        ),
    )
    return Standing(meeting, slots, said, found)


def needed_at(ctx: Context, refs: list[str], slot: Slot) -> frozenset[int]:
    """Who is needed at a slot: the people named, and whoever holds a needed role on that date."""
    found: set[int] = set()
    for ref in refs:
        kind, _, which = ref.partition(":")
        if kind == "person":
            if people.member(ctx.db, ctx.here.id or 0, int(which)) is not None:
                found.add(int(which))
        else:
            found.update(access.holders(ctx, which, slot.starts_at))
    return frozenset(found)


def decidable(ctx: Context, meeting: Meeting) -> bool:
    """Whether all who are needed, or all members, have answered what can be chosen (4 A9)."""
    number = meeting.id or 0
    slots = [slot for slot in records.slots(ctx.db, number) if slot.starts_at > ctx.now]
    finished = answers.finished(ctx.db, [slot.id or 0 for slot in slots])
    if not slots or not finished:
        return False
    refs = records.needs(ctx.db, number)
    wanted = frozenset[int]().union(*(needed_at(ctx, refs, slot) for slot in slots))
    if wanted and wanted <= finished:
        return True
    return {member.person_id for member in people.members(ctx.db, ctx.here.id or 0)} <= finished


def missing(ctx: Context, standing: Standing) -> list[int]:
    """The members who have not answered a single slot."""
    members = people.members(ctx.db, ctx.here.id or 0)
    return [m.person_id for m in members if m.person_id not in standing.answers]


def serve(ctx: Context, community: int) -> None:
    """Make anew how well everybody was served: from all that is settled and stands."""
    loads: dict[int, int] = {}
    for meeting in answers.settled_from_slots(ctx.db, community):
        assert meeting.slot_id is not None
        approving = answers.approvers(ctx.db, meeting.slot_id)
        answered = answers.answerers(ctx.db, meeting.id or 0)
        loads = ranking.settle_loads(loads, approving, answered)
    answers.keep_loads(ctx.db, community, loads)
