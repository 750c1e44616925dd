"""What the clock presses: after six months, whether a card is still right."""

from __future__ import annotations

from datetime import datetime

from bot.card import Outcome
from bot.context import Context
from bot.features.people import routes, rules
from scheduling.calendar import local, resolve
from storage import people
from storage.posts import STARTED


def in_six_months(ctx: Context) -> datetime:
    """When to ask somebody who wants to be asked: in the morning, by their own clock."""
    zone = ctx.reader.zone
    return resolve(rules.in_months(local(ctx.now, zone).date()), zone).instant


def check(ctx: Context, press: routes.Check) -> Outcome:
    """Ask whether the card is still right: they wanted to be asked. Who left is not."""
    ctx.enter(press.community)
    if people.member(ctx.db, press.community, press.person) is not None:
        ctx.tell(
            press.person,
            routes.StillRight(press.community, press.person),
            kind="other",
            severity=STARTED,
            once=f"card-{press.community}-{press.person}-{ctx.now:%Y%m%d}",
        )
    return None
