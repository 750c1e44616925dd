"""What one person sees of the charter: how it stands, its text, its draft, who signed, what changed."""

from __future__ import annotations

from bot.card import Block, Button, Buttons, Card, Choice, Facts, Note, Paragraph, Picker
from bot.command import Rank
from bot.context import Context
from bot.features.charter import answers, lines, permits, records, round_views, routes
from bot.features.charter.differences import changed_sections
from bot.features.charter.records import Suggestion, Version
from bot.features.charter.round_routes import AskRound
from bot.features.charter.rules import SECTIONS, coverage, fingerprint, pages
from bot.proposals import Put
from bot.text import NAMES_SHOWN, Line, Text, Words, joined, listed, text
from storage import people

ROOM = 2600
"""Characters of a page, so that a card holds it on every platform."""

SUGGESTIONS = 5


def whole(ctx: Context) -> Card:
    """`/charter`: the version in force, else the draft, else the ways to begin."""
    here = ctx.here.id or 0
    version = records.latest(ctx.db, here)
    if version is not None:
        return _adopted(ctx, version)
    if records.texts(ctx.db, here):
        return desk(ctx)
    return nothing(ctx)


def nothing(ctx: Context) -> Card:
    """No charter yet: two ways to begin."""
    here = ctx.here.id or 0
    there = answers.running(ctx.db, here)
    blocks: list[Block] = [Paragraph(text("charter-nothing"))]
    buttons = [Button(text("charter-button-express"), routes.AskExpress(here), "primary")]
    if there is None and ctx.rank >= Rank.FACILITATOR:
        buttons.append(Button(text("charter-button-round"), AskRound(here)))
    elif there is not None:
        blocks += round_views.standing(ctx, there)
    buttons.append(Button(text("charter-button-draft"), routes.Draft(here)))
    note = text("charter-nothing-note")
    return Card(
        text("charter-title", name=ctx.here.name), (*blocks, Buttons(tuple(buttons)), Note(note))
    )


# ── a version ───────────────────────────────────────────────────────────────────────────────────


def facts(ctx: Context, version: Version) -> tuple[tuple[Line, Line], ...]:
    """When it was adopted, who signed, when it is looked at again, and by what its text is known."""
    rows: list[tuple[Line, Line]] = [
        (
            text("charter-numbered"),
            text("charter-since", number=version.number or 0, at=lines.moment(ctx, version)),
        )
    ]
    if version.minor:
        rows.append((text("charter-minor"), text("charter-minor-of", number=version.base or 0)))
    if version.retired_at is None:
        rows.append((text("charter-signed"), covered(ctx, version)))
        if version.review is not None:
            rows.append((text("charter-looked-at"), lines.day(ctx, version.review)))
    rows.append((text("charter-known-by"), Words(version.hash[:12])))
    return tuple(rows)


def covered(ctx: Context, version: Version) -> Text:
    """How many of the active members signed (E6)."""
    signed = records.signatories(ctx.db, version)
    active = records.active(ctx.db, version.community_id, ctx.now)
    share = coverage(active, signed)
    if share is None:
        return text("charter-signed-count", count=len(signed))
    both = len(active & set(signed))
    return text("charter-coverage", count=both, active=len(active), share=round(100 * share))


def _adopted(ctx: Context, version: Version) -> Card:
    here, number = version.community_id, version.id or 0
    blocks: list[Block] = [Facts(facts(ctx, version))]
    buttons: list[Button] = [Button(text("charter-button-read"), routes.Read(number, 0))]
    if version.retired_at is not None:
        blocks.insert(0, Paragraph(text("charter-is-retired", at=version_retired(ctx, version))))
    else:
        mine, first = _mine(ctx, version)
        blocks.append(Paragraph(mine))
        buttons = [*first, *buttons]
    earlier = records.before(ctx.db, version)
    if earlier is not None:
        change = routes.Difference(here, earlier.id or 0, number, 0)
        buttons.append(Button(text("charter-button-diff"), change))
    buttons += [
        Button(text("charter-button-draft"), routes.Draft(here)),
        Button(text("charter-button-signatures"), routes.Signatures(number)),
        Button(text("charter-button-md"), routes.Export(number, "md")),
        Button(text("charter-button-html"), routes.Export(number, "html")),
    ]
    if version.retired_at is None and ctx.rank >= Rank.FACILITATOR:
        buttons.append(Button(text("charter-button-review"), routes.AskReview(number)))
    if version.retired_at is None and ctx.rank >= Rank.COORDINATOR:
        retire = routes.Retire(number)
        sure = text("charter-retire-sure")
        buttons.append(Button(text("charter-button-retire"), retire, "danger", confirm=sure))
    there = answers.running(ctx.db, here)
    if there is not None:
        blocks += round_views.standing(ctx, there)
    elif ctx.rank >= Rank.FACILITATOR:
        buttons.append(Button(text("charter-button-round"), AskRound(here)))
    return Card(text("charter-title", name=ctx.here.name), (*blocks, Buttons(tuple(buttons))))


def version_retired(ctx: Context, version: Version) -> Line:
    """When it was retired."""
    return lines.on(ctx, version.retired_at or ctx.now)


def _mine(ctx: Context, version: Version) -> tuple[Text, list[Button]]:
    """How this person stands to the version, and what to do about it."""
    number = version.id or 0
    if ctx.member is None:
        return text("charter-members-sign"), []
    own = records.signature(ctx.db, ctx.me, version)
    if own is not None:
        return text("charter-mine-signed", at=lines.on(ctx, own.signed_at)), [
            Button(text("charter-button-withdraw"), routes.Withdraw(number))
        ]
    before = records.last_signed(ctx.db, version.community_id, ctx.me)
    key = "charter-mine-renew" if before is not None else "charter-mine-none"
    said = text(key, number=before.number or 0) if before is not None else text(key)
    sign = Button(
        text("charter-button-sign", number=version.number or 0), routes.Sign(number), "primary"
    )
    if before is None:
        return said, [sign]
    change = routes.Difference(version.community_id, before.id or 0, number, 0)
    mine = Button(text("charter-button-my-diff", number=before.number or 0), change)
    earlier = records.before(ctx.db, version)
    return said, [sign] if earlier is not None and earlier.id == before.id else [sign, mine]


def read(ctx: Context, version: Version, page: int) -> Card:
    """A version's text, as many sections on a page as it holds."""
    number = version.id or 0
    there = records.in_order(version.sections)
    split = pages([len(words) + 60 for _, words in there], ROOM)
    page = min(max(page, 0), len(split) - 1)
    blocks: list[Block] = [
        Paragraph(joined([text("charter-head", title=lines.title(key)), Words(words)], "\n"))
        for key, words in (there[index] for index in split[page])
    ]
    buttons = [
        Button(text(f"charter-button-{way}"), routes.Read(number, to))
        for way, to in (("earlier", page - 1), ("later", page + 1))
        if 0 <= to < len(split)
    ]
    now = records.current(ctx.db, version.community_id)
    if page == len(split) - 1 and now is not None and now.base == version.base and ctx.member:
        if records.signature(ctx.db, ctx.me, now) is None:
            said = text("charter-button-sign", number=now.number or 0)
            buttons.append(Button(said, routes.Sign(now.id or 0), "primary"))
    blocks += [Buttons(tuple(buttons))] if buttons else []
    where = text("charter-page", page=page + 1, count=len(split))
    note = joined([lines.name(ctx, version), where, text("charter-fingerprint", hash=version.hash)])
    return Card(text("charter-title", name=ctx.here.name), (*blocks, Note(note)))


def signatures(ctx: Context, version: Version) -> Card:
    """Who signed, who is to renew, and how many have left since."""
    here = version.community_id
    members = {member.person_id for member in people.members(ctx.db, here)}
    signed = records.signatories(ctx.db, version)
    groups = [
        ("charter-signed-by", [person for person in signed if person in members]),
        ("charter-to-renew", list(records.to_renew(ctx.db, version))),
        ("charter-signed-left", [person for person in signed if person not in members]),
    ]
    blocks: list[Block] = []
    for key, persons in groups:
        if persons:
            names = [ctx.mention(person) for person in persons[:NAMES_SHOWN]]
            said = listed(names, more=len(persons) - len(names))
            blocks.append(Paragraph(text(key, names=said, count=len(persons))))
    if not blocks:
        blocks.append(Paragraph(text("charter-nobody-signed")))
    return Card(lines.name(ctx, version), (*blocks, Note(covered(ctx, version))))


def signed(ctx: Context, version: Version, *, again: bool) -> Card:
    """The answer to a signature."""
    key = "charter-signed-already" if again else "charter-signed-now"
    number = version.id or 0
    buttons = (
        Button(text("charter-button-read"), routes.Read(number, 0)),
        Button(text("charter-button-withdraw"), routes.Withdraw(number)),
    )
    return Card(None, (Paragraph(text(key, name=lines.name(ctx, version))), Buttons(buttons)))


def outdated(ctx: Context, version: Version, now: Version) -> Card:
    """That version is not the one in force any more: what changed, and the current one to sign."""
    change = routes.Difference(now.community_id, version.id or 0, now.id or 0, 0)
    buttons = (
        Button(
            text("charter-button-sign", number=now.number or 0), routes.Sign(now.id or 0), "primary"
        ),
        Button(text("charter-button-diff"), change),
    )
    said = text("charter-outdated", old=version.number or 0, name=lines.name(ctx, now))
    return Card(None, (Paragraph(said), Buttons(buttons)))


def difference(ctx: Context, before: Version, after: Version | None, page: int) -> Card:
    """What changed, by section, then by sentence and words; to a version, or to the draft."""
    here = before.community_id
    words = after.sections if after is not None else records.texts(ctx.db, here)
    found = list(changed_sections(before.sections, words).items())
    to = lines.name(ctx, after) if after is not None else text("charter-the-draft")
    title = text("charter-diff-title", before=lines.name(ctx, before), after=to)
    if not found:
        return Card(title, (Paragraph(text("charter-diff-none")),))
    split = pages([lines.length(edits) for _, edits in found], ROOM)
    page = min(max(page, 0), len(split) - 1)
    blocks: list[Block] = [
        Paragraph(joined([text("charter-head", title=lines.title(key)), lines.edits(edits)], "\n"))
        for key, edits in (found[index] for index in split[page])
    ]
    ends = before.id or 0, (after.id or 0) if after is not None else 0
    buttons = [
        Button(text(f"charter-button-{way}"), routes.Difference(here, *ends, to_page))
        for way, to_page in (("earlier", page - 1), ("later", page + 1))
        if 0 <= to_page < len(split)
    ]
    now = records.current(ctx.db, here)
    if after is not None and now is not None and after.id == now.id and ctx.member is not None:
        if records.signature(ctx.db, ctx.me, now) is None:
            said = text("charter-button-sign", number=now.number or 0)
            buttons.append(Button(said, routes.Sign(now.id or 0), "primary"))
    blocks += [Buttons(tuple(buttons))] if buttons else []
    unchanged = text("charter-diff-page", count=len(found), page=page + 1, pages=len(split))
    return Card(title, (*blocks, Note(unchanged)))


# ── the draft ───────────────────────────────────────────────────────────────────────────────────


def desk(ctx: Context) -> Card:
    """The draft: each section's beginning, what is suggested, and what to do with it."""
    here = ctx.here.id or 0
    there = records.texts(ctx.db, here)
    waiting: dict[str, int] = {}
    for one in records.suggestions(ctx.db, here):
        waiting[one.key] = waiting.get(one.key, 0) + 1
    rows = tuple(
        (lines.title(key), _state(there.get(key, ""), waiting.get(key, 0))) for key in SECTIONS
    )
    now = records.current(ctx.db, here)
    picker = Picker(
        routes.PickSection(here),
        text("charter-pick-section"),
        tuple(Choice(key, lines.title(key)) for key in SECTIONS),
    )
    buttons = []
    moved = bool(there) and (now is None or now.hash != fingerprint(there))
    if permits.edits(ctx):
        if moved:
            buttons.append(Button(text("charter-button-adopt"), routes.Freeze(here), "primary"))
        if not there:
            buttons.append(Button(text("charter-button-express"), routes.AskExpress(here)))
        if len(there) < len(SECTIONS):
            buttons.append(Button(text("charter-button-rest"), routes.Propose(here, "all")))
    if now is not None and moved:
        change = routes.Difference(here, now.id or 0, 0, 0)
        buttons.append(Button(text("charter-button-diff"), change))
        if ctx.rank >= Rank.FACILITATOR:
            sure = text("charter-correct-sure")
            correct = routes.Correct(here)
            buttons.append(Button(text("charter-button-correct"), correct, confirm=sure))
    blocks: list[Block] = [Facts(rows), picker]
    blocks += [Buttons(tuple(buttons))] if buttons else []
    running = answers.running(ctx.db, here)
    if running is not None:
        blocks += round_views.standing(ctx, running)
    if now is not None and not moved:
        blocks.append(Note(text("charter-draft-same", name=lines.name(ctx, now))))
    elif put := records.put(ctx.db, here):
        key = "charter-draft-put" if put[0].hash == fingerprint(there) else "charter-draft-moved"
        blocks.append(Note(text(key, at=lines.moment(ctx, put[0]))))
    return Card(text("charter-draft-title"), tuple(blocks))


def _state(words: str, suggestions: int) -> Line:
    said: Line = Words(lines.excerpt(words)) if words else text("charter-unwritten")
    more = text("charter-suggestions", count=suggestions)
    return joined([said, more]) if suggestions else said


def section(
    ctx: Context, key: str, *, lead: Text | None = None, overtaken: Suggestion | None = None
) -> Card:
    """A section: what it says, who wrote it, what is suggested; what came too late beside it."""
    here = ctx.here.id or 0
    now = records.draft(ctx.db, here).get(key)
    words = now.words if now else ""
    blocks: list[Block] = [Paragraph(lead)] if lead is not None else []
    if overtaken is not None:
        name = ctx.mention(now.edited_by) if now and now.edited_by else text("charter-somebody")
        blocks.append(Paragraph(text("charter-overtaken", name=name)))
    if words:
        blocks.append(Paragraph(Words(words)))
        if now is not None and now.edited_by is not None:
            edited = lines.on(ctx, now.edited_at)
            blocks.append(Note(text("charter-edited", name=ctx.mention(now.edited_by), at=edited)))
    else:
        said = lines.proposed(ctx, key, ctx.here)
        blocks += [Paragraph(text("charter-proposed")), Paragraph(Words(said))]
    edits = permits.edits(ctx)
    buttons = []
    if edits:
        if not words:
            take = routes.Propose(here, key)
            buttons.append(Button(text("charter-button-proposed"), take, "primary"))
        buttons.append(Button(text("charter-button-edit"), routes.AskEdit(here, key)))
    buttons.append(Button(text("charter-button-suggest"), routes.AskSuggest(here, key)))
    blocks.append(Buttons(tuple(buttons)))
    open_ones = records.suggestions(ctx.db, here, key)
    edition = now.edition if now else 0
    for index, one in enumerate(open_ones[-SUGGESTIONS:], 1):
        blocks += _suggestion(ctx, one, index, edition)
    if len(open_ones) > SUGGESTIONS:
        blocks.append(Note(text("charter-more-suggestions", count=len(open_ones) - SUGGESTIONS)))
    back = Button(text("charter-button-back"), routes.Draft(here))
    return Card(lines.title(key), (*blocks, Buttons((back,))))


def _suggestion(ctx: Context, one: Suggestion, index: int, edition: int) -> list[Block]:
    """A suggestion: its text, and one press to take or leave it."""
    name = ctx.mention(one.person_id) if one.person_id else text("charter-the-round")
    said = text("charter-suggestion", index=index, name=name, at=lines.on(ctx, one.made_at))
    number = one.id or 0
    buttons = []
    if permits.edits(ctx):
        take = routes.Take(number, edition)
        buttons.append(Button(text("charter-button-take", index=index), take))
    if buttons or one.person_id == ctx.me:
        leave = routes.Leave(number)
        buttons.append(Button(text("charter-button-leave", index=index), leave))
    shown = Paragraph(joined([said, Words(one.words)], "\n"))
    return [shown, Buttons(tuple(buttons))] if buttons else [shown]


def frozen(ctx: Context, version: Version) -> Card:
    """The draft as it was kept, and the way to a decision."""
    put = Button(text("charter-button-put"), Put(routes.Frozen(version.id or 0).pack()), "primary")
    buttons = [put, Button(text("charter-button-read"), routes.Read(version.id or 0, 0))]
    now = records.current(ctx.db, version.community_id)
    if now is not None:
        change = routes.Difference(version.community_id, now.id or 0, version.id or 0, 0)
        buttons.append(Button(text("charter-button-diff"), change))
    said = text("charter-frozen", count=len(version.sections), hash=version.hash[:12])
    note = Note(text("charter-frozen-note"))
    return Card(text("charter-frozen-title"), (Paragraph(said), Buttons(tuple(buttons)), note))
