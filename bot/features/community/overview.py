"""All settings of a community on one card: its own, its features', and what this channel speaks."""

from __future__ import annotations

from bot import access
from bot.card import Block, Button, Buttons, Card, Choice, Facts, Note, Outcome, Picker, Reply
from bot.command import Rank, Setting
from bot.context import Context
from bot.features.community import routes, settings
from bot.fields import FormOpen
from bot.text import Line, Text, Words, text
from storage.people import Place
from storage.preferences import prefer


def overview(ctx: Context, press: routes.Overview) -> Outcome:
    """Show every setting, each with the way to change it."""
    ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    return Reply(_card(ctx))


def choose(ctx: Context, press: routes.ChooseSetting) -> Outcome:
    """Choose one option of a feature's setting; the journal keeps both."""
    ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    setting = _setting(ctx, press.name)
    before, after = ctx.setting(setting), _picked(ctx)
    if after not in setting.options:
        raise access.unknown_thing()
    if after != before:
        prefer(ctx.db, press.community, setting.name, after)
        _note(ctx, setting.name, before, after)
    old, new = text(f"{setting.key}-{before}"), text(f"{setting.key}-{after}")
    return Reply(_card(ctx, _change(text(setting.key), old, new)), replace=True)


def speak(ctx: Context, press: routes.ChooseLanguage) -> Outcome:
    """What the cards of one channel speak; empty is the community's language."""
    place = ctx.db.get(Place, press.place)
    if place is None or place.community_id is None:
        raise access.unknown_thing()
    ctx.enter(place.community_id)
    access.require(ctx, Rank.COORDINATOR)
    before, after = place.language or _SAME, _picked(ctx)
    if after not in (_SAME, "en", "fr"):
        raise access.unknown_thing()
    if after != before:
        place.language = None if after == _SAME else after
        ctx.db.add(place)
        ctx.db.flush()
        ctx.posts.refresh_place(press.place)
        _note(ctx, "channel-language", before, after)
    old, new = text(f"language-{before}"), text(f"language-{after}")
    return Reply(_card(ctx, _change(_speaks(place), old, new)), replace=True)


_SAME = "same"


def _change(what: Line, before: Line, after: Line) -> Facts | None:
    """What was changed just now, as it was and as it is."""
    if before == after:
        return None
    return Facts(((what, text("settings-change", before=before, after=after)),))


def _speaks(place: Place) -> Text:
    return text("channel-language", channel=Words(place.name))


def _card(ctx: Context, changed: Facts | None = None) -> Card:
    here = ctx.here
    assert here.id is not None
    now = settings.as_they_are(ctx)
    rows: list[tuple[Line, Line]] = [
        (text(f"ronde-settings-{name}"), settings.shown(ctx, name, value))
        for name, value in now.items()
    ]
    blocks: list[Block] = [
        Facts(tuple(rows)),
        Buttons(
            (
                Button(text("settings-change-button"), FormOpen("ronde.settings")),
                Button(text("holidays-button"), FormOpen("ronde.holidays")),
                Button(text("coordinators-button"), routes.AskCoordinators(here.id)),
                *(button for each in ctx.desk.features for button in each.tuning(ctx)),
            )
        ),
    ]
    blocks.extend(_choices(ctx, here.id, setting) for setting in _settings(ctx))
    if ctx.place is not None and not ctx.place.direct and ctx.place.community_id == here.id:
        blocks.append(_language(ctx.place))
    if changed is not None:
        blocks.append(changed)
    blocks.append(Note(text("settings-kept")))
    return Card(text("ronde-settings.title"), tuple(blocks))


def _choices(ctx: Context, community: int, setting: Setting) -> Picker:
    chosen = ctx.setting(setting)
    return Picker(
        routes.ChooseSetting(community, setting.name),
        text(setting.key),
        tuple(
            Choice(option, text(f"{setting.key}-{option}"), option == chosen)
            for option in setting.options
        ),
    )


def _language(place: Place) -> Picker:
    return Picker(
        routes.ChooseLanguage(place.id or 0),
        _speaks(place),
        tuple(
            Choice(value, text(f"language-{value}"), value == (place.language or _SAME))
            for value in (_SAME, "en", "fr")
        ),
    )


def _settings(ctx: Context) -> list[Setting]:
    return [setting for feature in ctx.desk.features for setting in feature.settings]


def _setting(ctx: Context, name: str) -> Setting:
    for setting in _settings(ctx):
        if setting.name == name:
            return setting
    raise access.unknown_thing()


def _picked(ctx: Context) -> str:
    return ctx.request.values.get("chosen", "") if ctx.request else ""


def _note(ctx: Context, name: str, before: str, after: str) -> None:
    here = ctx.here
    ctx.journal(
        "community.settings",
        routes.Invitation(here.id or 0),
        setting=name,
        before=before,
        after=after,
    )
