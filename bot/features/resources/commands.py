"""What people bring into the library: a link, a note, or a message worth keeping."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot import access
from bot.card import Button, Buttons, Card, Choice, Note, Outcome, Paragraph, Picker, Reply
from bot.command import Rank, Setting
from bot.context import Context
from bot.errors import Misfilled, Refusal
from bot.features.resources import links, permits, records, routes, rules, shelving, views
from bot.features.resources.links import Address
from bot.features.resources.records import Resource
from bot.fields import FormAgain
from bot.text import Text, Words, text
from bot.words import fold
from storage import drafts, people
from storage.posts import OTHER, STARTED

TITLES: Setting = Setting("library.titles", ("on", "off"))
"""Whether the titles of pages are fetched."""

LONGEST_TITLE = 200
LONGEST_NOTE = 1_500


@dataclass(frozen=True, slots=True)
class Share:
    """A resource as it was given: all but the link, or else the title, may be empty."""

    link: str
    title: str
    tags: str
    note: str
    kind: str


@dataclass(frozen=True, slots=True)
class Given:
    """A resource ready to be kept: understood, not yet written."""

    address: Address | None
    title: str
    tags: tuple[str, ...]
    note: str
    kind: str
    permalink: str = ""
    author: int | None = None


def check(ctx: Context, asked: Share) -> None:
    """All that cannot be used, each under its field. Raises Misfilled."""
    ctx.here  # noqa: B018  (refuses where there is no community)
    understood(asked)


def understood(asked: Share) -> Given:
    """The link, tags and kind that are meant. Raises Misfilled."""
    errors: dict[str, Text] = {}
    found: Address | None = None
    tags: tuple[str, ...] = ()
    title = rules.line(asked.title)
    if asked.link:
        try:
            found = links.address(asked.link)
        except Refusal as refusal:
            errors["link"] = refusal.says
    elif not title:
        errors["link"] = text("library-link-missing")
    try:
        tags = rules.tags_in(asked.tags)
    except Refusal as refusal:
        errors["tags"] = refusal.says
    if errors:
        raise Misfilled(errors)
    return Given(found, title, tags, rules.visible(asked.note), asked.kind)


def preview(ctx: Context, asked: Share) -> Card:
    """What the channel will see."""
    given = understood(asked)
    resource = _made(ctx, given)
    resource.id = 0
    return views.draw(ctx, resource, list(given.tags), recommended=0)


def share(ctx: Context, asked: Share) -> Outcome:
    """Keep a resource and show it in the channel; what is there already is not made twice."""
    given = understood(asked)
    existing = _existing(ctx, given)
    if existing is not None:
        return _already(ctx, existing, given)
    resource = keep(ctx, given)
    place = ctx.place
    if place is not None and place.direct:
        place = ctx.publishing_place()  # the preview has named it
    if place is not None and place.community_id == resource.community_id:
        _show(ctx, resource, place.id or 0)
        said = text("library-shared", title=resource.title, channel=ctx.channel(place))
        return Reply(_answer(ctx, resource, said))
    said = text("library-kept", title=resource.title)
    return Reply(_answer(ctx, resource, said, publish=True))


def publish(ctx: Context, press: routes.Publish) -> Outcome:
    """Show what was kept quietly in the community's channel."""
    resource = permits.changing(ctx, press.resource)
    place = ctx.publishing_place()
    assert place.id is not None
    _show(ctx, resource, place.id)
    said = text("library-shared", title=resource.title, channel=ctx.channel(place))
    return Reply(_answer(ctx, resource, said), replace=True)


def _show(ctx: Context, resource: Resource, place: int) -> None:
    assert resource.id is not None
    resource.place_id = resource.place_id or place
    ctx.db.add(resource)
    ctx.posts.show(
        place,
        routes.ResourceCard(resource.id).pack(),
        once=f"resource-{resource.id}-{place}",
    )


def _answer(ctx: Context, resource: Resource, *said: Text, publish: bool = False) -> Card:
    assert resource.id is not None
    buttons = [
        Button(text("library-edit"), routes.AskEdit(resource.id)),
        Button(
            text("library-delete"),
            routes.Delete(resource.id),
            "danger",
            confirm=text("library-delete-sure", title=resource.title),
        ),
    ]
    if publish:
        buttons.insert(0, Button(text("library-publish"), routes.Publish(resource.id), "primary"))
    note = Note(text("library-number", number=resource.number))
    return Card(None, (*map(Paragraph, said), Buttons(tuple(buttons)), note))


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def keep(ctx: Context, given: Given) -> Resource:
    """Write a resource that is not there yet; its page is looked at after the answer."""
    resource = records.add(ctx.db, _made(ctx, given))
    assert resource.id is not None
    shelving.tag(ctx.db, resource, given.tags)
    shelving.reindex(ctx.db, resource)
    ctx.acts("resource", routes.ResourceCard(resource.id), person=given.author)
    if given.address is not None and ctx.setting(TITLES) == "on":
        ctx.later(routes.Fetch(resource.id), ctx.now)
    return resource


def _made(ctx: Context, given: Given) -> Resource:
    here = ctx.here
    assert here.id is not None
    address = given.address
    title = given.title
    if not title and address is not None:
        title = links.title_from(address)
    guessed = links.kind_of(address) if address is not None else "note"
    return Resource(
        community_id=here.id,
        number=records.next_number(ctx.db, here.id),
        key=address.key if address is not None else None,
        address=address.shown if address is not None else "",
        title=title[:LONGEST_TITLE],
        titled="person" if given.title else "address",
        note=given.note,
        kind=given.kind or guessed,
        permalink=given.permalink,
        sharer_id=ctx.me,
        author_id=given.author,
        shared_at=ctx.now,
        verified_at=ctx.now,
    )


def _existing(ctx: Context, given: Given) -> Resource | None:
    """What is there already, by its link or word for word; what was in the bin is taken out."""
    community = ctx.here.id or 0
    if given.address is None:
        found = records.same_note(ctx.db, community, given.title, given.note, given.permalink)
    else:
        found = records.by_key(ctx.db, community, given.address.key)
    if found is None or found.deleted_at is None:
        return found
    shelving.take_out(ctx, found)
    return found


def _already(ctx: Context, found: Resource, given: Given) -> Reply:
    """Nothing is made twice: it counts as a recommendation, and what was typed can be added."""
    assert found.id is not None
    if not permits.is_own(ctx, found) and records.endorse(ctx.db, found.id, ctx.me, ctx.now):
        ctx.acts("endorsement", routes.ResourceCard(found.id))
        ctx.posts.refresh(routes.ResourceCard(found.id).pack())
    # Words in quotes after a link may have been meant as a remark: what is no title now is a note.
    known = {fold(found.title), fold(found.note)}
    note = next((said for said in (given.note, given.title) if fold(said) not in known), "")
    tags = " ".join(f"#{tag}" for tag in given.tags)
    values = {"resource": str(found.id), "note": note, "tags": tags}
    draft = drafts.keep(ctx.db, ctx.now, ctx.me, None, "share.add", values)
    own = permits.is_own(ctx, found)
    lead = text(
        "library-already-own" if own else "library-already",
        title=views.titled(found),
        who=views.who_shared(ctx, found),
        at=permits.day(ctx, found),
    )
    typed = (Paragraph(text("library-already-typed")),) if note or tags else ()
    details = views.details(ctx, found, add=FormAgain(draft.id or 0))
    return Reply(Card(None, (Paragraph(lead), *typed, *details.blocks)))


# ── from a message ──────────────────────────────────────────────────────────────────────────────


def from_message(ctx: Context, message: object) -> Outcome:
    """ "Keep in the library": the message's link, one of several, or the message as a note."""
    del message
    ctx.here  # noqa: B018  (refuses where there is no community)
    access.require(ctx, Rank.MEMBER)
    said = ctx.message
    words = rules.visible(said.text)
    if not words:
        raise Refusal(text("library-message-empty"))
    where = ctx.where
    values = {
        "text": words[: LONGEST_NOTE - 1] + "…" if len(words) > LONGEST_NOTE else words,
        "permalink": said.link[:500],
        "author": str(ctx.author_of_message() or ""),
        "private": "yes" if where is not None and (where.private or where.direct) else "",
    }
    found = links.links_in(words)
    if len(found) > 1:
        values["links"] = "\n".join(found)
        draft = drafts.keep(ctx.db, ctx.now, ctx.me, None, "share.new", values)
        offered = tuple(Choice(str(at), Words(link)) for at, link in enumerate(found[:25]))
        picker = Picker(routes.KeepPicked(draft.id or 0), text("library-which-link"), offered)
        return Reply(Card(None, (picker,)))
    return _ask_consent(ctx, {**values, "link": found[0] if found else ""})


def picked(ctx: Context, press: routes.KeepPicked) -> Outcome:
    """One of the message's links was chosen."""
    draft = _own(ctx, press.draft, "links")
    offered = draft.given["links"].split("\n")
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    if not (chosen.isascii() and chosen.isdigit() and int(chosen) < len(offered)):
        raise access.unknown_thing()
    outcome = _ask_consent(ctx, {**draft.given, "link": offered[int(chosen)]})
    return Reply(outcome.card, replace=True)


def allowed(ctx: Context, press: routes.KeepAllowed) -> Outcome:
    """Yes, what was said in private may be kept."""
    draft = _own(ctx, press.draft, "link")
    outcome = _keep_message(ctx, draft.given)
    drafts.drop(ctx.db, press.draft)
    return Reply(outcome.card, replace=True)


def _own(ctx: Context, number: int, holding: str) -> drafts.Draft:
    found = drafts.own(ctx.db, ctx.me, number, ctx.now)
    if found is None or "permalink" not in found.given or holding not in found.given:
        raise Refusal(text("draft-gone"))
    access.require(ctx, Rank.MEMBER)
    return found


def _ask_consent(ctx: Context, values: dict[str, str]) -> Reply:
    """Words from a private place are kept only after an explicit yes (feature 8 A5)."""
    if not values["private"]:
        return _keep_message(ctx, values)
    draft = drafts.keep(ctx.db, ctx.now, ctx.me, None, "share.new", values)
    yes = Button(text("library-private-yes"), routes.KeepAllowed(draft.id or 0), "primary")
    said = text("library-private", name=ctx.here.name)
    return Reply(Card(None, (Paragraph(said), Buttons((yes,)))))


def _keep_message(ctx: Context, values: Mapping[str, str]) -> Reply:
    address = None
    if values["link"]:
        address = links.address(values["link"])
    first, _, rest = values["text"].strip().partition("\n")
    title = "" if address is not None else first[:LONGEST_TITLE].rstrip(" .,;:") or first
    whole = rest.strip() if address is None and len(first) <= LONGEST_TITLE else values["text"]
    note = _without(whole, values["link"]) if address is not None else whole
    author = int(values["author"]) if values["author"] else None
    given = Given(address, title, (), note, "", values["permalink"], author)
    existing = _existing(ctx, given)
    if existing is not None:
        return _already(ctx, existing, given)
    resource = keep(ctx, given)
    assert resource.id is not None
    said = [text("library-kept", title=resource.title)]
    if author is not None and author != ctx.me:
        # Who is no member asked for no message, and none would be sent: but these are their words.
        member = people.member(ctx.db, resource.community_id, author)
        ctx.tell(
            author,
            routes.Kept(resource.id),
            kind="question",
            severity=OTHER if member is not None else STARTED,
            once=f"kept-{resource.id}",
            not_after=rules.withdraw_until(resource.shared_at),
        )
        said.append(text("library-credited", who=ctx.mention(author)))
    return Reply(_answer(ctx, resource, *said, publish=True))


def _without(words: str, link: str) -> str:
    """A message's words besides the link itself, in whichever way a platform writes it."""
    bare = re.sub(rf"<{re.escape(link)}(?:\|[^>]*)?>", " ", words)
    return " ".join(bare.replace(link, " ").split())
