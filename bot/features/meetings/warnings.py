"""What is worth knowing of a date before it is chosen: warnings, never a block (feature 4 A10)."""

from __future__ import annotations

from datetime import datetime

from bot.context import Context
from bot.features.meetings import records, rules
from bot.features.meetings.records import Slot
from bot.text import Line, text
from scheduling.calendar import offset_differs_that_day
from scheduling.public_holidays import holiday_name


def about(ctx: Context, slot: Slot) -> list[Line]:
    """A public holiday, another meeting within two hours, a night when the clock changes."""
    found: list[Line] = []
    wall = datetime.fromisoformat(slot.wall)
    name = holiday_name(wall.date(), ctx.here.country, ctx.reader.language)
    if name:
        found.append(text("meet-on-holiday", name=name))
    near = records.near(
        ctx.db,
        ctx.here.id or 0,
        slot.starts_at - rules.NEAR,
        slot.starts_at + rules.NEAR,
        slot.meeting_id,
    )
    if near:
        found.append(text("meet-near", title=near[0].title))
    if offset_differs_that_day(wall, slot.zone):
        found.append(text("meet-clock-changes"))
    return found
