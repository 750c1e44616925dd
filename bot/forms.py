"""Forms, drafts and previews: what is missing is asked for, and nothing typed is ever lost.

A command with all it needs acts at once. Otherwise its form opens with what was typed in place and
a sentence under each field concerned. A sent form shows a preview with Publish and Edit; what it
holds is kept as a draft until then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import access, reading, series
from bot.card import (
    Button,
    Buttons,
    Card,
    Choice,
    Copyable,
    Form,
    Outcome,
    Paragraph,
    Picker,
    Reply,
)
from bot.command import Command, Press
from bot.errors import Misfilled, Refusal
from bot.fields import (
    ChooseCommunity,
    FormAgain,
    FormOpen,
    FormPublish,
    FormSent,
    complete,
    make,
    place_of,
    say,
    stated,
)
from bot.preview import previewed, still
from bot.route import address_of
from bot.text import Text, Words, text
from bot.typed import line_problems, understand
from storage import drafts, people
from storage.drafts import Draft
from storage.people import Community, Place

if TYPE_CHECKING:
    from bot.context import Context

__all__ = [
    "PRESSES",
    "FormOpen",
    "FormSent",
    "NotHere",
    "complete",
    "make",
    "refused",
    "run",
    "say",
    "shelved",
    "still",
    "which_community",
]


class NotHere(Refusal):
    """The bot cannot post in this place yet: what was to be published becomes a draft."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        """`missing`: "membership", or the permissions that the platform names."""
        if "membership" in missing:
            says = text("not-in-channel")
        else:
            says = text("missing-permissions", names=Words(", ".join(missing)))
        super().__init__(says)


def run(ctx: Context, command: Command, values: dict[str, str]) -> Outcome:
    """Act on a typed line or filled options; without words, open the form if there is one."""
    if command.who:
        access.require(ctx, command.who)
    if not values and (command.asks or any(p.required for p in command.fields)):
        shown = command.bare(ctx) if command.bare is not None else None
        return shown if shown is not None else make(ctx, command, {})
    problems = line_problems(command, values, ctx.reader.language)
    if command.asks and command.start is not None:
        values = {**command.start(ctx), **values}  # what a line leaves out stays as it is
    if problems:
        raise _Unfit(command, values, problems)
    if command.preview is not None:
        shows_first = command.shows_first or series.comes_again(command, values)
        if shows_first or (command.publishes and _is_direct(ctx)):
            return _previewed(ctx, command, values)  # a channel is meant that nobody has named
    return _act(ctx, command, values)


# ── presses ─────────────────────────────────────────────────────────────────────────────────────


def sent(ctx: Context, press: FormSent) -> Outcome:
    """A form came in: check it, then show what it would publish, or act."""
    command = ctx.desk.command(press.command)
    if command.who:
        access.require(ctx, command.who)
    values: dict[str, str] = {}
    if press.draft and (draft := drafts.own(ctx.db, ctx.me, press.draft, ctx.now)):
        values.update(draft.given)
    values = {name: value for name, value in values.items() if not name.startswith(".")}
    values.update(stated(command, ctx.request.values if ctx.request else {}))
    if command.preview is None:
        outcome = _act(ctx, command, values, draft=press.draft)
        if press.draft:
            drafts.drop(ctx.db, press.draft)
        return outcome
    return _previewed(ctx, command, values, press.draft)


def again(ctx: Context, press: FormAgain) -> Outcome:
    """Open the draft's form with everything typed still there."""
    draft = _draft(ctx, press.draft)
    command = ctx.desk.command(draft.command)
    return make(ctx, command, draft.given, _errors(ctx, command, draft), press.draft)


def publish(ctx: Context, press: FormPublish) -> Outcome:
    """Do what the draft says, where it was written."""
    draft = _draft(ctx, press.draft)
    command = ctx.desk.command(draft.command)
    if draft.place_id is not None and ctx.place is not None and draft.place_id != ctx.place.id:
        place = ctx.db.get(Place, draft.place_id)
        if place is not None and place.community_id is not None:
            ctx.place = place
            ctx.community = ctx.db.get(Community, place.community_id)
            ctx.member = people.member(ctx.db, place.community_id, ctx.me)
    if command.who:
        access.require(ctx, command.who)
    outcome = _act(ctx, command, dict(draft.given), draft=press.draft)
    drafts.drop(ctx.db, press.draft)
    if isinstance(outcome, Reply):
        return Reply(outcome.card, replace=True)
    return outcome


def opened(ctx: Context, press: FormOpen) -> Outcome:
    """Open a command's form."""
    command = ctx.desk.command(press.command)
    if command.who:
        access.require(ctx, command.who)
    if not command.fields:
        return run(ctx, command, {})
    return make(ctx, command, ctx.request.values if ctx.request else {})


def choose(ctx: Context, press: ChooseCommunity) -> Outcome:
    """Remember which community is meant here, and go on with what was typed."""
    chosen = (ctx.request.values.get("chosen", "") if ctx.request else "").strip()
    mine = {str(c.id): c for c in people.communities_of(ctx.db, ctx.me)}
    if chosen not in mine or ctx.person is None:
        raise access.unknown_thing()
    community = mine[chosen]
    ctx.person.current_id = community.id
    ctx.community = community
    assert community.id is not None
    ctx.member = people.member(ctx.db, community.id, ctx.me)
    if press.draft and (draft := drafts.own(ctx.db, ctx.me, press.draft, ctx.now)):
        command = ctx.desk.command(draft.command)
        outcome = run(ctx, command, dict(draft.given))
        drafts.drop(ctx.db, press.draft)
        return Reply(outcome.card, replace=True) if isinstance(outcome, Reply) else outcome
    return Reply(
        Card(None, (Paragraph(text("community-chosen", name=community.name)),)), replace=True
    )


PRESSES = (
    Press(FormSent, sent),
    Press(FormAgain, again),
    Press(FormPublish, publish),
    Press(FormOpen, opened),
    Press(ChooseCommunity, choose),
)


# ── refusals ────────────────────────────────────────────────────────────────────────────────────


class _Unfit(Misfilled):
    """What was given to a command cannot be used: carries what is needed to open its form."""

    def __init__(
        self, command: Command, values: dict[str, str], errors: dict[str, Text], draft: int = 0
    ) -> None:
        super().__init__(errors)
        self.command = command
        self.values = values
        self.draft = draft


def refused(ctx: Context, refusal: Refusal) -> Outcome:
    """The private answer to a refusal; what was typed is kept where it is worth keeping."""
    if isinstance(refusal, _Unfit):
        form = make(ctx, refusal.command, refusal.values, refusal.errors, refusal.draft)
        if (
            any(len(form.values.get(f.name, "")) > f.longest for f in form.fields)
            or not refusal.command.fields
        ):
            return shelved(ctx, form, refusal.values)
        return form
    if isinstance(refusal, NotHere):
        return _kept_for_later(ctx, refusal)
    says = refusal.says
    direct = _is_direct(ctx)
    if isinstance(refusal, access.NoCommunity) and direct:
        if len(people.communities_of(ctx.db, ctx.me)) > 1:
            return which_community(ctx)
        says = text("home-no-community-direct")
    blocks: list[Paragraph | Buttons] = [Paragraph(says)]
    if isinstance(refusal, access.NotMember) and ctx.community is not None:
        blocks.append(Buttons((Button(text("join-button"), FormOpen("ronde.join"), "primary"),)))
    if isinstance(refusal, access.NoCommunity) and not direct:
        blocks.append(Buttons((Button(text("found-button"), FormOpen("ronde.found"), "primary"),)))
    return Reply(Card(None, tuple(blocks)))


def which_community(ctx: Context) -> Reply:
    """Ask, once, which community is meant; what was typed goes on afterwards."""
    mine = people.communities_of(ctx.db, ctx.me)
    picker = Picker(
        ChooseCommunity(_keep_asked(ctx) or 0),
        text("which-community-label"),
        tuple(Choice(str(c.id), Words(c.name)) for c in mine[:25]),
    )
    return Reply(Card(None, (Paragraph(text("which-community")), picker)))


def _kept_for_later(ctx: Context, refusal: NotHere) -> Reply:
    """The bot is not in the channel: a draft, and a button that publishes it."""
    draft = _keep_asked(ctx)
    blocks: list[Paragraph | Buttons] = [Paragraph(refusal.says)]
    if draft is not None:
        blocks.append(Buttons((Button(text("publish"), FormPublish(draft), "primary"),)))
    pressed = ctx.request is not None and address_of(ctx.request.route) == FormPublish.address
    return Reply(Card(None, tuple(blocks)), replace=pressed)


def _keep_asked(ctx: Context) -> int | None:
    """A draft of what this request asks for; None where it is nothing that a draft can hold."""
    asked = _asked(ctx)
    if asked is None:
        return None
    kept = drafts.keep(
        ctx.db, ctx.now, ctx.me, place_of(ctx), asked.command.name, asked.values, draft=asked.draft
    )
    return kept.id


@dataclass(frozen=True, slots=True)
class _Asked:
    """The command and raw values behind a request, and the draft in which they are kept already."""

    command: Command
    values: dict[str, str]
    draft: int | None = None


def _asked(ctx: Context) -> _Asked | None:
    request = ctx.request
    if request is None:
        return None
    address = address_of(request.route)
    rest = request.route[len(address) + 1 :]
    match address:
        case "typed":
            command, values, problem = understand(
                ctx.desk.groups, rest, request.values.get("line", "")
            )
            return _Asked(command, values) if problem is None else None
        case "home":
            return _Asked(ctx.desk.command("ronde.home"), {})
        case "command":
            return _Asked(ctx.desk.command(rest), dict(request.values))
        case FormOpen.address:
            command = ctx.desk.command(FormOpen.unpack(request.route).command)
            return _Asked(command, dict(request.values))
        case FormSent.address:
            sent_form = FormSent.unpack(request.route)
            old = drafts.own(ctx.db, ctx.me, sent_form.draft, ctx.now)
            values = {**(old.given if old else {}), **request.values}
            return _Asked(ctx.desk.command(sent_form.command), values, sent_form.draft)
        case FormPublish.address:
            number = FormPublish.unpack(request.route).draft
            draft = drafts.own(ctx.db, ctx.me, number, ctx.now)
            if draft is not None:
                return _Asked(ctx.desk.command(draft.command), dict(draft.given), number)
    return None


def shelved(ctx: Context, form: Form, given: dict[str, str] | None = None) -> Reply:
    """A form that cannot be opened now: its errors, what was typed too long, and a button."""
    route = form.route
    assert isinstance(route, FormSent)
    values = given if given is not None else dict(form.values)
    earlier = drafts.own(ctx.db, ctx.me, route.draft, ctx.now) if route.draft else None
    kept = drafts.keep(
        ctx.db,
        ctx.now,
        ctx.me,
        place_of(ctx),
        route.command,
        {**(earlier.given if earlier else {}), **values},
        draft=route.draft or None,
    )
    labels = {f.name: f.label for f in form.fields}
    blocks: list[Paragraph | Copyable | Buttons] = []
    for name, said in form.errors.items():
        blocks.append(Paragraph(text("field-error", field=labels[name], says=said)))
    if form.note is not None:
        blocks.append(Paragraph(form.note))
    if not blocks:
        blocks.append(Paragraph(text("form-waits")))
    for f in form.fields:
        if len(values.get(f.name, "")) > f.longest:
            blocks.append(Copyable(Words(values[f.name])))
    blocks.append(Buttons((Button(text("open-form"), FormAgain(kept.id or 0), "primary"),)))
    return Reply(Card(form.title, tuple(blocks)))


# ── pieces ──────────────────────────────────────────────────────────────────────────────────────


def _act(ctx: Context, command: Command, values: dict[str, str], draft: int = 0) -> Outcome:
    """Read the values and run the command; what it cannot use comes back as its form."""
    args = _read(ctx, command, values, draft)
    try:
        if isinstance(args, series.Planned):
            return series.begin(ctx, command, args, values)
        return command.run(ctx, args)
    except Misfilled as misfilled:
        raise _Unfit(command, values, misfilled.errors, draft) from None


def _previewed(ctx: Context, command: Command, values: dict[str, str], draft: int = 0) -> Reply:
    """What the command would publish, and where if that is not here; nothing is published yet."""
    assert command.preview is not None
    args = _read(ctx, command, values, draft)
    if isinstance(args, series.Planned):
        card = series.preview(ctx, command, args)
    else:
        card = command.preview(ctx, args)
        if command.kept is not None:
            values = {**values, **command.kept(ctx, args)}
    kept = drafts.keep(
        ctx.db, ctx.now, ctx.me, place_of(ctx), command.name, values, draft=draft or None
    )
    where = None
    if command.publishes and _is_direct(ctx):
        where = text("preview-where", channel=ctx.channel(ctx.publishing_place()))
    return Reply(previewed(card, kept.id or 0, where))


def _is_direct(ctx: Context) -> bool:
    return ctx.place is None or ctx.place.direct


def _read(ctx: Context, command: Command, values: dict[str, str], draft: int) -> object:
    """The command's arguments; a `Planned` where it is to come again. Raises _Unfit."""
    try:
        if series.comes_again(command, values):
            return series.read(ctx, command, values)
        args = reading.read(command, values, now=ctx.now, reader=ctx.reader)
        if command.check is not None:
            command.check(ctx, args)
    except Misfilled as misfilled:
        raise _Unfit(command, values, misfilled.errors, draft) from None
    return args


def _draft(ctx: Context, number: int) -> Draft:
    """The person's own draft; a Refusal where it is gone."""
    found = drafts.own(ctx.db, ctx.me, number, ctx.now)
    if found is None:
        raise Refusal(text("draft-gone"))
    return found


def _errors(ctx: Context, command: Command, draft: Draft) -> dict[str, Text]:
    """The errors that a draft's values have now."""
    try:
        _read(ctx, command, dict(draft.given), 0)
    except Misfilled as misfilled:
        return misfilled.errors
    return {}
