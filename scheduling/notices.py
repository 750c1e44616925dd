"""When a notice goes out: in the person's window, within their budget, merged into one message.

What is more than two hours late is dropped, not sent late in bulk.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.budget import YOUNG, YOUNG_KINDS, free_at, monday_before
from bot.notices import Bundle
from scheduling.calendar import next_closing, next_opening
from storage import people
from storage.people import Account, Community, Place, hours
from storage.posts import STARTED, Notice, Posts, messages_since, waiting_notices

TOO_LATE = timedelta(hours=2)


def judge(db: Session, now: datetime) -> int:
    """Send, postpone or drop every notice whose time has come. Returns how many were judged."""
    waiting = waiting_notices(db, now)
    by_person: dict[int, list[Notice]] = defaultdict(list)
    for notice in waiting:
        by_person[notice.person_id].append(notice)
    accounts = people.accounts_of_all(db, list(by_person))
    zones = people.zones(db, list(by_person))
    # Kept while they are judged: the session forgets what nobody holds, and would ask for it again.
    communities = [db.get(Community, one) for one in {notice.community_id for notice in waiting}]
    with db.no_autoflush:  # what is decided of one person changes nothing for the next
        for person, notices in by_person.items():
            theirs = [account for account in accounts[person] if not account.bot]
            _judge_person(db, now, notices, theirs, zones[person])
    del communities
    return len(waiting)


def _judge_person(
    db: Session, now: datetime, notices: list[Notice], accounts: list[Account], zone: str
) -> None:
    ready: list[Notice] = []
    closings: list[datetime] = []
    for notice in notices:
        community = db.get(Community, notice.community_id)
        assert community is not None, "a notice goes with its community"
        verdict = _verdict(db, now, notice, community, zone or community.zone)
        if verdict == "go":
            ready.append(notice)
            closings.append(next_closing(now, zone or community.zone, hours(community)))
        elif isinstance(verdict, datetime):
            notice.due_at = verdict
        else:
            notice.state = verdict
        db.add(notice)
    if not ready:
        return
    ready.sort(key=lambda notice: (notice.severity, notice.id or 0))
    account = _account(db, accounts, ready[0])
    if account is None:
        for notice in ready:
            notice.state, notice.sent_at = "failed", now
        return
    _send(db, now, ready, account, min(closings))


def _verdict(
    db: Session, now: datetime, notice: Notice, community: Community, zone: str
) -> str | datetime:
    """ "go", another instant to judge at, or the state in which the notice ends."""
    if notice.not_after is not None and now >= notice.not_after:
        return "dropped"
    member = people.member(db, notice.community_id, notice.person_id)
    unsolicited = notice.severity != STARTED
    if unsolicited:
        if notice.kind in people.muted(db, notice.community_id, notice.person_id):
            return "dropped"
        if member is None or member.quiet:
            return "dropped"
        if now - community.founded_at < YOUNG and notice.kind not in YOUNG_KINDS:
            return "dropped"
    window = hours(community)
    opening = next_opening(notice.due_at, zone, window)
    if opening > now:
        return _unless_past(notice, opening)
    if unsolicited and now - opening > TOO_LATE:
        return "dropped"
    if next_opening(now, zone, window) > now:
        return _unless_past(notice, next_opening(now, zone, window))
    if not unsolicited:
        return "go"
    again = _budget(db, now, notice.person_id, zone, fewer=bool(member and member.fewer))
    return "go" if again is None else _unless_past(notice, next_opening(again, zone, window))


def _unless_past(notice: Notice, at: datetime) -> str | datetime:
    """Wait until `at`, unless the notice is past its purpose by then."""
    return "dropped" if notice.not_after is not None and at >= notice.not_after else at


def _budget(db: Session, now: datetime, person: int, zone: str, *, fewer: bool) -> datetime | None:
    """None if another message may go to this person today; else the day when one may."""
    since = monday_before(now, zone) - timedelta(microseconds=1)
    return free_at(messages_since(db, person, since), now, zone, fewer=fewer)


def _account(db: Session, accounts: list[Account], notice: Notice) -> Account | None:
    """The account to write to: one on a platform of the community, and not known as closed."""
    platforms = set(
        db.exec(select(Place.platform).where(Place.community_id == notice.community_id))
    )
    for account in accounts:
        if account.unreachable_at is None and account.platform in platforms:
            return account
    return next((a for a in accounts if a.unreachable_at is None), None)


def _send(
    db: Session, now: datetime, ready: list[Notice], account: Account, closing: datetime
) -> None:
    """One direct message of all that is ready; it goes out before the window closes, or waits."""
    place = people.direct_place(db, account)
    assert place.id is not None and ready[0].id is not None
    limits = [notice.not_after or closing for notice in ready]
    posts = Posts(db, now, None, None, [])
    post = posts.show(
        place.id,
        Bundle(ready[0].id).pack(),
        once=f"bundle:{ready[0].id}:{now:%Y%m%d%H%M%S}",
        not_after=min(closing, max(limits)),
        nudge=True,
    )
    for notice in ready:
        notice.state, notice.sent_at, notice.post_id = "sent", now, post
        db.add(notice)


def settle_bundle(db: Session, now: datetime, post: int, outcome: str) -> None:
    """What became of a bundle that was not shown: its notices failed, are dropped, or wait again.

    They wait if the person's window had closed by then: they are judged anew.
    """
    state = {"person": "failed", "place": "failed", "unknown": "unsent", "late": "waiting"}
    for notice in db.exec(select(Notice).where(col(Notice.post_id) == post)):
        notice.state = state.get(outcome, "dropped")
        if notice.state == "waiting":
            notice.sent_at = notice.post_id = None
        db.add(notice)
