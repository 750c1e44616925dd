"""What features know of the ten steps, in figures: the journey's states are worked out from these.

Each feature offers what it records (`Feature.evidence`); none of it is ever typed or ticked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.errors import Broken

if TYPE_CHECKING:
    from bot.context import Context
    from bot.route import Route
    from bot.text import Line


class Fact(StrEnum):
    """A figure about a community at one instant. Shares are 0 to 1; what is not known is left out."""

    # 1 Objectives
    GOALS_DRAFTED = "goals-drafted"  # ever written down
    GOALS_COMPLETE = "goals-complete"  # in force, with indicator, target and date
    GOALS_OVERDUE = "goals-overdue"  # in force, their review or target date over, not assessed
    # 2 Key members
    INVITED = "invited"  # picked in "Invite people", or pressed "I'm in"; not the founder
    CORE_ACCEPTED = "core-accepted"  # of the core group, whoever accepted
    CORE_FILLED = "core-filled"  # of those, with an ask and an offer
    CORE_ACTIVE = "core-active"  # of those who accepted, with an act in the last 60 days
    # 3 First exchanges
    INTRODUCED = "introduced"  # who ever introduced themselves
    WHY_ANSWERS = "why-answers"  # who ever answered a co-definition round
    WHY_SHARE = "why-share"  # of the members, those who answered a co-definition round
    MEETING_HELD = "meeting-held"  # meetings that took place
    MEETING_BEST_PRESENT = "meeting-best-present"  # most people present at one
    MEETING_BEST_SHARE = "meeting-best-share"  # the largest share of members present at one
    COMMUNITY_DAYS = "community-days"  # days since the founding
    # 4 Governance
    ROLES_DEFINED = "roles-defined"  # ever
    ROLES_HELD = "roles-held"  # in force, with a holder now and a known next one
    ROLES_VACANT_DAYS = "roles-vacant-days"  # the longest present vacancy, in days
    ROLES_OVER_LIMIT = "roles-over-limit"  # in force, their holder beyond max-consecutive
    ROLES_BALANCE = (
        "roles-balance"  # the lowest E2 of a role in force, given its turns; left out where n/a
    )
    # 5 Charter
    CHARTER_DRAFTED = "charter-drafted"  # a draft or a version exists, or ever did
    CHARTER_ADOPTED = "charter-adopted"  # 1 where a version is in force
    CHARTER_COVERAGE = "charter-coverage"  # E6; left out without a version or an active member
    CHARTER_REVIEW_PASSED = "charter-review-passed"  # 1 where its review date is over
    # 6 Calendar
    DATES_PROPOSED = "dates-proposed"  # date proposals, ever
    MEETINGS_NEXT_30 = "meetings-next-30"  # settled, within 30 days ahead
    MEETINGS_NEXT_180 = "meetings-next-180"  # settled or of a series, within 6 months ahead
    # 7 Platform and tools
    PLACES = "places"  # channels that Ronde serves
    LIBRARY_ENTRIES = "library-entries"
    LIBRARY_SHARERS = "library-sharers"  # distinct people whose entries are live
    LIBRARY_NEWEST_DAYS = "library-newest-days"  # since the newest entry; left out without one
    DIGEST_ON = "digest-on"  # 1 where the weekly digest is on
    LIBRARIANS = "librarians"  # who holds the library role now
    # 8 Engagement
    POLLS_EVER = "polls-ever"
    DIGESTS_EVER = "digests-ever"
    POLL_BEST_TURNOUT_30 = "poll-best-turnout-30"  # of polls closed in the last 30 days
    POLL_BEST_TURNOUT_MONTH_1 = "poll-best-turnout-month-1"  # in the last complete month
    POLL_BEST_TURNOUT_MONTH_2 = "poll-best-turnout-month-2"  # in the one before
    ACTIVE_SHARE_30 = "active-share-30"  # I1 over the last 30 days
    ACTIVE_SHARE_MONTH_1 = "active-share-month-1"  # I1 of the last complete month
    ACTIVE_SHARE_MONTH_2 = "active-share-month-2"  # of the one before
    # 9 Impact
    TRIED_EVER = "tried-ever"  # "I tried it" by another than the sharer
    TRIED_90 = "tried-90"  # in the last 90 days
    REPORT_SHARED_EVER = "report-shared-ever"  # impact reports put into a channel
    REPORT_SHARED_90 = "report-shared-90"  # in the last 90 days
    # 10 Adaptation
    RETROSPECTIVES_EVER = "retrospectives-ever"
    RETROSPECTIVES_180 = "retrospectives-180"  # opened in the last 180 days
    CHANGES_LINKED_180 = "changes-linked-180"  # linked to a retrospective or a measure
    ACTIONS_DONE_SHARE_180 = "actions-done-share-180"  # of the retrospectives' actions due


Facts = Mapping[Fact, float]


def gathered(ctx: Context) -> dict[Fact, float]:
    """All that features know of the community now. Raises Broken where two tell of one fact."""
    found: dict[Fact, float] = {}
    for feature in ctx.desk.features:
        for fact, value in dict(feature.evidence(ctx)).items():
            if fact in found:
                raise Broken(f"{feature.name}: {fact} is told by another feature")
            found[fact] = value
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """A charter, an objective or a role is not what it was: what a retrospective may have led to."""

    about: Route
    line: Line
    at: datetime


def changes(ctx: Context, since: datetime) -> list[Change]:
    """What features changed since then, newest first."""
    found = [change for feature in ctx.desk.features for change in feature.changes(ctx, since)]
    return sorted(found, key=lambda change: change.at, reverse=True)
