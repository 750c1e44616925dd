"""The draft: five sentences to begin with, sections, suggestions; nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.card import Outcome, Reply
from bot.context import Context
from bot.errors import Refusal
from bot.features.charter import lines, permits, private, records, routes
from bot.features.charter.records import Suggestion
from bot.features.charter.rules import EXPRESS, SECTIONS, tidy
from bot.fields import id_in
from bot.text import text


@dataclass(frozen=True, slots=True)
class Express:
    """The five sentences of an express charter, and the community's id."""

    community: str
    why: str
    whom: str
    rhythm: str
    sharing: str
    decide: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a section is to say; `edition` is the one that was in front of whoever wrote it."""

    community: str
    key: str
    edition: str
    words: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """What somebody suggests that a section says."""

    community: str
    key: str
    words: str


# ── the express charter ─────────────────────────────────────────────────────────────────────────


def ask_express(ctx: Context, press: routes.AskExpress) -> Outcome:
    """Open the form of five sentences: what is written already, else what is proposed."""
    community = permits.community(ctx, press.community)
    permits.require_edits(ctx)
    there = records.texts(ctx.db, press.community)
    values = {key: there.get(key) or lines.proposed(ctx, key, community) for key in EXPRESS}
    return ctx.form("charter.express", {"community": str(press.community), **values})


def express(ctx: Context, asked: Express) -> Outcome:
    """Five sections are written: a draft that everybody can go on with."""
    here = permits.community(ctx, id_in(asked.community))
    permits.require_edits(ctx)
    number = here.id or 0
    there = records.texts(ctx.db, number)
    given: dict[str, str] = {key: getattr(asked, key) for key in EXPRESS}
    for key, words in given.items():
        if words and tidy(words) != there.get(key, ""):
            records.write(ctx.db, number, key, words, ctx.me, ctx.now)
    if not any(given.values()) and not there:
        raise Refusal(text("charter-empty"))
    announce(ctx)
    return Reply(private.desk(ctx))


# ── sections ────────────────────────────────────────────────────────────────────────────────────


def show_draft(ctx: Context, press: routes.Draft) -> Outcome:
    """The draft, section by section."""
    permits.community(ctx, press.community)
    return Reply(private.desk(ctx))


def open_section(ctx: Context, press: routes.Open) -> Outcome:
    """One section."""
    permits.community(ctx, press.community)
    return Reply(private.section(ctx, permits.key(press.key)))


def pick_section(ctx: Context, press: routes.PickSection) -> Outcome:
    """The section that was picked."""
    permits.community(ctx, press.community)
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    return Reply(private.section(ctx, permits.key(chosen)))


def _values(ctx: Context, community: int, key: str) -> Mapping[str, str]:
    """A section's form: what it says, else what is proposed."""
    here = permits.community(ctx, community)
    written = records.draft(ctx.db, community).get(permits.key(key))
    words = written.words if written and written.words else lines.proposed(ctx, key, here)
    edition = written.edition if written else 0
    return {"community": str(community), "key": key, "edition": str(edition), "words": words}


def ask_edit(ctx: Context, press: routes.AskEdit) -> Outcome:
    """Open the form of a section."""
    values = _values(ctx, press.community, press.key)
    permits.require_edits(ctx)
    return ctx.form("charter.edit", values)


def ask_suggest(ctx: Context, press: routes.AskSuggest) -> Outcome:
    """Open the form of a suggestion: it begins with what the section says."""
    values = dict(_values(ctx, press.community, press.key))
    del values["edition"]
    return ctx.form("charter.suggest", values)


def edit(ctx: Context, asked: Written) -> Outcome:
    """A section says something else. Where somebody was quicker, both texts are shown and kept."""
    number = permits.community(ctx, id_in(asked.community)).id or 0
    key = permits.key(asked.key)
    permits.require_edits(ctx)
    now = records.draft(ctx.db, number).get(key)
    words = tidy(asked.words)
    if now is not None and words == now.words:
        return Reply(private.section(ctx, key))
    if (now.edition if now else 0) != id_in(asked.edition):
        kept = _suggest(ctx, number, key, words)
        return Reply(private.section(ctx, key, overtaken=kept))
    if now is None and not words:
        raise Refusal(text("charter-empty"))
    records.write(ctx.db, number, key, words, ctx.me, ctx.now)
    announce(ctx)
    return Reply(private.section(ctx, key))


def propose(ctx: Context, press: routes.Propose) -> Outcome:
    """Take the proposed text: of one section, or of all that say nothing yet."""
    here = permits.community(ctx, press.community)
    permits.require_edits(ctx)
    there = records.texts(ctx.db, press.community)
    wanted = SECTIONS if press.key == "all" else (permits.key(press.key),)
    for key in wanted:
        if key not in there:
            words = lines.proposed(ctx, key, here)
            records.write(ctx.db, press.community, key, words, ctx.me, ctx.now)
    announce(ctx)
    card = private.desk(ctx) if press.key == "all" else private.section(ctx, press.key)
    return Reply(card, replace=True)


def announce(ctx: Context) -> None:
    """The channel's card says how far the draft is; the first change since a version posts it."""
    here = ctx.here.id or 0
    before = records.latest(ctx.db, here)
    card = routes.DraftCard(here, before.number or 0 if before else 0)
    if records.texts(ctx.db, here) != (before.sections if before else {}):
        place = ctx.publishing_place()
        ctx.posts.show(place.id or 0, card.pack(), once=f"{card.pack()}-{place.id}")
    ctx.posts.refresh(card.pack())


# ── suggestions ─────────────────────────────────────────────────────────────────────────────────


def suggest(ctx: Context, asked: Suggested) -> Outcome:
    """Leave another text for a section."""
    number = permits.community(ctx, id_in(asked.community)).id or 0
    key = permits.key(asked.key)
    words = tidy(asked.words)
    if not words or words == records.texts(ctx.db, number).get(key, ""):
        raise Refusal(text("charter-suggests-nothing"))
    _suggest(ctx, number, key, words)
    ctx.posts.refresh(_card(ctx, number))
    return Reply(private.section(ctx, key))


def _suggest(ctx: Context, community: int, key: str, words: str) -> Suggestion:
    """The suggestion; the same text twice is one."""
    for one in records.suggestions(ctx.db, community, key):
        if one.words == words:
            return one
    return records.suggest(ctx.db, community, key, words, ctx.me, ctx.now)


def _card(ctx: Context, community: int) -> str:
    before = records.latest(ctx.db, community)
    return routes.DraftCard(community, before.number or 0 if before else 0).pack()


def _open(ctx: Context, number: int) -> Suggestion:
    """A suggestion that nobody has taken or left yet, for somebody who edits."""
    found = permits.suggestion(ctx, number)
    permits.require_edits(ctx)
    if found.state != "open":
        name = ctx.mention(found.settled_by or 0)
        raise Refusal(text(f"charter-was-{found.state}", name=name))
    return found


def take(ctx: Context, press: routes.Take) -> Outcome:
    """The suggestion becomes the section, if the section is still what one saw beside it."""
    found = _open(ctx, press.suggestion)
    now = records.draft(ctx.db, found.community_id).get(found.key)
    if (now.edition if now else 0) != press.edition:
        moved = text("charter-section-moved")
        return Reply(private.section(ctx, found.key, lead=moved), replace=True)
    records.write(ctx.db, found.community_id, found.key, found.words, ctx.me, ctx.now)
    records.settle(ctx.db, found, "taken", ctx.me, ctx.now)
    announce(ctx)
    return Reply(private.section(ctx, found.key), replace=True)


def leave(ctx: Context, press: routes.Leave) -> Outcome:
    """The section stays as it is. Whoever suggested something may take it back, too."""
    mine = permits.suggestion(ctx, press.suggestion)
    if mine.person_id != ctx.me:
        _open(ctx, press.suggestion)
    elif mine.state != "open":
        raise Refusal(text(f"charter-was-{mine.state}", name=ctx.mention(mine.settled_by or 0)))
    records.settle(ctx.db, mine, "left", ctx.me, ctx.now)
    ctx.posts.refresh(_card(ctx, mine.community_id))
    return Reply(private.section(ctx, mine.key), replace=True)
