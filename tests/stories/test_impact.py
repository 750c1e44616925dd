"""The impact report: figures with what they count, what they hide, and how they stay as issued."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from bot.context import Context
from bot.evidence import Fact, gathered
from bot.language import Reader
from bot.measures import Measure, Period, complete_months, measured
from storage import acts
from storage.database import Work
from storage.people import Community, Member, Person
from storage.posts import Post
from tests.kit.chat import Chat
from tests.kit.meetings import announced


async def told(chat: Chat) -> tuple[dict[Fact, float], dict[str, Measure]]:
    """What all features know of the community now, and measure of the time until now."""

    def read(work: Work) -> tuple[dict[Fact, float], dict[str, Measure]]:
        with work.session() as db:
            engine, now = chat.app.engine, chat.clock.now()
            reader = Reader("en", "Europe/Paris", "engine")
            ctx = Context(db, now, reader, engine, community=db.get(Community, 1))
            period = Period(now - timedelta(days=60), now + timedelta(seconds=1))
            return gathered(ctx), {one.id: one for one in measured(ctx, period)}

    return await chat.app.database.write(read)


async def test_an_empty_community_has_no_evidence_and_no_error(chat: Chat) -> None:
    """Every ratio but the roll's own is n/a, every section says what would tell (17.A4, measures 10 a)."""
    await chat.founded()
    facts, measures = await told(chat)
    await chat.ann.types("/impact")

    shares = {one.id: one.value for one in measures.values() if one.unit == "share"}
    assert shares.pop("i1") == 0.0
    assert set(shares.values()) == {None}
    assert facts[Fact.MEETING_HELD] == facts[Fact.POLLS_EVER] == facts[Fact.TRIED_EVER] == 0
    assert Fact.ROLES_BALANCE not in facts and Fact.POLL_BEST_TURNOUT_30 not in facts
    assert "Poll turnout: A poll that closes" in chat.ann.told
    assert "Never use them to judge a person." in chat.ann.told


async def test_the_report_counts_hides_and_stays_as_issued(chat: Chat) -> None:
    """Four who tried are hidden, own use and leavers do not count, a shared report never changes (17.A1–A3)."""
    await chat.founded(chat.ben, chat.ines, chat.zoe, chat.cleo, chat.dan)
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    kept = chat.channel.newest
    await chat.ann.presses("I tried it", on=kept)
    await chat.ben.presses("I tried it", on=kept)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"+1d"')
    for who in (chat.ann, chat.ben, chat.cleo):
        await who.presses("Soup")
    await leaves(chat, "Dan")
    await chat.passes(days=2)

    facts, measures = await told(chat)
    assert (measures["a1"].value, measures["a1"].masked) == (1.0, True)
    assert (measures["i4"].value, measures["i4"].n) == (3 / 5, 1)
    assert facts[Fact.POLL_BEST_TURNOUT_30] == 3 / 5
    assert (facts[Fact.TRIED_90], facts[Fact.LIBRARY_ENTRIES]) == (1, 1)
    assert measures["i1"].n == 5

    await chat.ann.types("/impact this month")
    assert "hidden: it comes from fewer than 5 people" in chat.ann.told
    await chat.ann.presses("How is this counted?", on=chat.ann.told)
    assert "One’s own use is not counted" in chat.ann.told
    await chat.ann.types("/impact this month")
    await chat.ann.presses("Share in the channel", on=chat.ann.told)
    assert "will stay as they are now" in chat.ann.told
    await chat.ann.presses("Publish", on=chat.ann.told)
    issued = chat.channel.newest
    assert "60" in issued and "Impact of Trainers" in issued
    await chat.cleo.types('/poll "Again?" "Yes" "No" until:"+1h"')
    await chat.passes(hours=2)
    await chat.app.database.write(_redraw)
    await chat.tick()

    assert chat.channel.find("Impact of Trainers").lines == issued.lines
    assert (await told(chat))[0][Fact.REPORT_SHARED_90] == 1
    assert (await told(chat))[1]["i4"].value != 3 / 5


async def test_a_member_reads_and_a_bad_period_is_refused(chat: Chat) -> None:
    """Anybody in may read and export, who facilitates shares; other words are told what to type (17)."""
    await chat.founded(chat.ben)
    await chat.ben.types("/impact export 2026-10 format:csv")
    [(name, content)] = chat.ben.told.files[:1]
    assert name == "impact-2026-10-01-2026-10-31.csv"
    assert b"no evidence yet" in content
    await chat.ben.types("/impact last month")
    preview = chat.ben.told
    await chat.ben.presses("Share in the channel", on=preview)
    assert "Publish" not in chat.ben.told.buttons and "facilitat" in chat.ben.told
    await chat.ben.types("/impact sometime")

    assert "`" not in chat.ben.told.text and "last month" in str(chat.ben.form or chat.ben.told)


async def test_roles_and_meetings_tell_what_they_are(chat: Chat) -> None:
    """A meeting confirmed, dates to come, a role made and retired stand in facts and changes (10.A1)."""
    await chat.founded(chat.ben, chat.cleo)
    await announced(chat)
    facts, _ = await told(chat)
    assert (facts[Fact.MEETINGS_NEXT_30], facts[Fact.DATES_PROPOSED]) == (1, 1)
    await chat.ann.types('/role new notes term:1-week grace:0 start:tomorrow pool:"Ann, Ben, Cleo"')
    await chat.ann.presses("Publish")
    await chat.passes(days=9)
    facts, measures = await told(chat)

    assert (facts[Fact.MEETING_HELD], facts[Fact.MEETINGS_NEXT_30]) == (1, 0)
    assert facts[Fact.ROLES_DEFINED] == 1
    assert facts[Fact.ROLES_VACANT_DAYS] >= 1
    assert 0 < (measures["e3"].value or 0) <= 1


async def test_half_past_midnight_on_the_first_is_the_new_month(chat: Chat) -> None:
    """An act at 00:30 on 1 November in Paris is of November, though it is October in UTC (measures 10 h)."""
    await chat.founded(chat.ben)

    def read(work: Work) -> list[float]:
        with work.session() as db:
            now = chat.clock.now()
            for member in db.exec(select(Member)):
                member.joined_at = now - timedelta(days=90)
                db.add(member)
            end = complete_months(now, "Europe/Paris", 1).end
            db.flush()
            reader = Reader("en", "Europe/Paris", "engine")
            ctx = Context(db, now, reader, chat.app.engine, community=db.get(Community, 1))
            found = []
            for at in (end + timedelta(minutes=30), end - timedelta(minutes=30)):
                acts.note(db, 1, 1, "vote", f"poll.board:{at:%H%M}", at)
                found.append(gathered(ctx)[Fact.ACTIVE_SHARE_MONTH_1])
            return found

    assert await chat.app.database.write(read) == [0.0, 0.5]


async def leaves(chat: Chat, name: str) -> None:
    """Somebody leaves the community now."""

    def write(work: Work) -> None:
        with work.session() as db:
            for member in db.exec(select(Member)):
                person = db.get(Person, member.person_id)
                if person is not None and person.name == name:
                    member.left_at = chat.clock.now()
                    db.add(member)

    await chat.app.database.write(write)


def _redraw(work: Work) -> None:
    """Every card is drawn anew."""
    with work.session() as db:
        for post in db.exec(select(Post)):
            post.wanted += 1
            db.add(post)
