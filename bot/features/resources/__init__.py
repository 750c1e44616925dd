"""The library: share a resource, find it again, say that one tried it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.command import (
    Command,
    Errand,
    Feature,
    Group,
    Kind,
    Named,
    Option,
    Parameter,
    Press,
    Rank,
    Shortcut,
    View,
)
from bot.context import Context
from bot.features.resources import (
    changes,
    commands,
    evidence,
    finding,
    index,
    knowing,
    pages,
    permits,
    records,
    routes,
    search,
    shelves,
    typed,
    uses,
    views,
)
from bot.features.resources.records import Resource
from bot.news import News, Section
from bot.route import Route
from bot.text import Line, Words, text
from bot.ties import Tieable, asked_for
from scheduling.calendar import local

_KINDS = (
    Option("guide", Named("guide", "guide")),
    Option("article", Named("article", "article")),
    Option("video", Named("video", "vidéo")),
    Option("tool", Named("tool", "outil")),
    Option("template", Named("template", "modèle")),
    Option("course", Named("course", "formation")),
    Option("note", Named("note", "note")),
)
_LINK = Parameter("link", Named("link", "lien"), longest=2_000)
_TITLE = Parameter("title", Named("title", "titre"), longest=commands.LONGEST_TITLE)
_TAGS = Parameter("tags", Named("tags", "étiquettes"), longest=400, complete=shelves.complete_tags)
_NOTE = Parameter("note", Named("note", "note"), longest=commands.LONGEST_NOTE, long=True)
_KIND = Parameter("kind", Named("type", "type"), Kind.CHOICE, options=_KINDS)
_RESOURCE = Parameter("resource", Named("resource", "ressource"), form=False)

SHARE = Group(
    "share",
    Named("share", "partager"),
    (
        Command(
            "share.new",
            Named("new", "nouveau"),
            commands.Share,
            commands.share,
            Rank.MEMBER,
            (_LINK, _TITLE, _TAGS, _NOTE, _KIND),
            preview=commands.preview,
            check=commands.check,
            publishes=True,
            asks=True,
            reads=typed.read_share,
        ),
        Command(
            "share.list",
            Named("list", "liste"),
            shelves.Listing,
            shelves.list_resources,
            Rank.MEMBER,
            (Parameter("by", Named("by", "par"), positional=True, longest=60),),
        ),
    ),
    usual=True,
)

FIND = Group(
    "find",
    Named("find", "chercher"),
    (
        Command(
            "find.find",
            Named("find", "chercher"),
            finding.Find,
            finding.find,
            Rank.MEMBER,
            (
                Parameter(
                    "words",
                    Named("words", "mots"),
                    required=True,
                    longest=search.LONGEST_LINE,
                    positional=True,
                    complete=finding.complete,
                ),
            ),
            reads=lambda line: {"words": line.strip()} if line.strip() else {},
        ),
    ),
    usual=True,
)

EDIT = Command(
    "share.edit",
    Named("edit", "modifier"),
    changes.Edit,
    changes.edit,
    Rank.ANYONE,  # the handler judges, once it knows which resource is meant
    (
        _LINK,
        Parameter("title", Named("title", "titre"), required=True, longest=commands.LONGEST_TITLE),
        _TAGS,
        _NOTE,
        _KIND,
        _RESOURCE,
    ),
    check=changes.check_edit,
)

ADD = Command(
    "share.add",
    Named("add", "ajouter"),
    changes.Add,
    changes.add,
    Rank.ANYONE,  # likewise
    (_NOTE, _TAGS, _RESOURCE),
    check=changes.check_add,
)

MERGE = Command(
    "share.merge",
    Named("merge", "fusionner"),
    shelves.Merge,
    shelves.merge,
    Rank.MEMBER,
    (
        Parameter("tag", Named("tag", "étiquette"), required=True, longest=60),
        Parameter("into", Named("into", "vers"), required=True, longest=60),
    ),
    check=shelves.check_merge,
)


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """The resources shared since an instant. What was kept quietly stays quiet until it is shown."""
    return tuple(
        News(
            Section.RESOURCES,
            views.titled(one),
            text("library-by", who=views.who_shared(ctx, one)),
            routes.ResourceCard(one.id or 0),
            routes.Show(one.id or 0),
            place=one.place_id,
        )
        for one in records.shared_since(ctx.db, ctx.here.id or 0, since, ctx.now)
    )


def tells(ctx: Context, since: datetime) -> tuple[Line, ...]:
    """What was looked for in vain, and again since an instant: for who looks after the library."""
    if not permits.is_librarian(ctx):
        return ()
    return _missed(ctx, f"{local(since, ctx.here.zone):%Y-%m-%d}")


def shared(ctx: Context) -> int:
    """How many resources the community has."""
    return records.shelf_count(ctx.db, ctx.here.id or 0, "newest", 0)


def handover(ctx: Context) -> tuple[Line, ...]:
    """What was looked for in vain, more than once in thirty days: for who looks after the library."""
    return _missed(ctx, "")


def _missed(ctx: Context, again: str) -> tuple[Line, ...]:
    """Topics of the last thirty days, those that were missed again on a day or later."""
    since = local(ctx.now - finding.MISSES_KEPT, ctx.here.zone)
    missed = index.misses(ctx.db, ctx.here.id or 0, f"{since:%Y-%m-%d}", again)
    return tuple(text("library-missed", topic=topic, count=count) for topic, count in missed)


def finds(ctx: Context, words: str) -> tuple[Route, ...]:
    """The resources that answer some words, for other features to show."""
    return finding.looked_up(ctx, words)


def _newest(db: Session, community: int, most: int) -> list[Resource]:
    return records.shelf(db, community, "newest", 0, skip=0, most=most)


def tied(ctx: Context, ref: str) -> tuple[Tieable, ...]:
    """The resources that can serve an objective: the newest, or the one at an address."""
    return tuple(
        Tieable(routes.Show(one.id or 0), Words(one.title), one.shared_at, one.place_id)
        for one in asked_for(ctx, ref, routes.Show, records.get, _newest)
        if one.deleted_at is None
    )


def named(ctx: Context, ref: str) -> Line | None:
    """The title behind one of the library's addresses."""
    found = records.get(ctx.db, routes.Show.unpack(ref).resource)
    return views.titled(found) if found is not None and found.deleted_at is None else None


FEATURE = Feature(
    name="resources",
    groups=(SHARE, FIND),
    forms=(EDIT, ADD, MERGE),
    presses=(
        Press(routes.Show, uses.show),
        Press(routes.Recommend, uses.recommend),
        Press(routes.TakeBack, uses.take_back),
        Press(routes.Untried, uses.untried),
        Press(routes.Tried, uses.tried),
        Press(routes.WillTry, uses.will_try),
        Press(routes.StillGood, changes.still_good),
        Press(routes.AskEdit, changes.ask_edit),
        Press(routes.AskAdd, changes.ask_add),
        Press(routes.Delete, changes.discard),
        Press(routes.Restore, changes.restore),
        Press(routes.Withdraw, changes.withdraw),
        Press(routes.Publish, commands.publish),
        Press(routes.KeepPicked, commands.picked),
        Press(routes.KeepAllowed, commands.allowed),
        Press(routes.Results, finding.page),
        Press(routes.Shelf, shelves.turn),
        Press(routes.Tags, shelves.tags),
        Press(routes.PickTag, shelves.pick_tag),
        Press(routes.AskMerge, shelves.ask_merge),
        Press(routes.Fetch, pages.came, clock=True, errand=Errand("page", pages.asks)),
        Press(routes.Purge, changes.purge, clock=True),
    ),
    views=(
        View(routes.ResourceCard, views.card),
        View(routes.Kept, views.kept),
    ),
    shortcuts=(Shortcut("share.from-message", commands.from_message),),
    settings=(commands.TITLES,),
    news=news,
    tells=tells,
    shared=shared,
    handover=handover,
    knows=knowing.knows,
    evidence=evidence.evidence,
    measures=evidence.measures,
    finds=finds,
    named=named,
    ties=tied,
)
