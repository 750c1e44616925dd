"""The library's tables, and every query on them but the search (`index.py`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, and_, col, delete, func, or_, select, update

from storage.types import STRICT, Instant, Record

COUNTED = (
    *("community_id", "deleted_at", "author_id", "sharer_id", "state", "shared_at"),
    *("verified_at", "reuses"),
)
"""What the library's figures are worked out from, without a look at the words."""


class Resource(Record, table=True):
    """Something worth keeping: a link, or a note without one."""

    __tablename__ = "resources"
    __table_args__: Any = (
        UniqueConstraint("community_id", "number"),
        UniqueConstraint("community_id", "key"),
        CheckConstraint("state IN ('ok', 'to-check', 'archived')", name="state"),
        CheckConstraint("titled IN ('person', 'page', 'address')", name="titled"),
        Index("ix_resources_counted", *COUNTED),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    number: int
    key: str | None = None  # of its address, to tell duplicates; None for a note
    address: str = ""  # as shown; empty for a note
    title: str
    titled: str = "person"  # who gave the title: a person, the page, or nobody but the address
    description: str = ""  # the page's own
    note: str = ""  # of who shared it
    kind: str = "article"
    place_id: int | None = Field(default=None, foreign_key="places.id", ondelete="SET NULL")
    permalink: str = ""  # of the message it was kept from
    sharer_id: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    author_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    shared_at: datetime = Field(sa_type=Instant, index=True)
    edited_at: datetime | None = Field(default=None, sa_type=Instant)
    verified_at: datetime = Field(sa_type=Instant)
    fetched_at: datetime | None = Field(default=None, sa_type=Instant)
    deleted_at: datetime | None = Field(default=None, sa_type=Instant)
    state: str = "ok"
    reuses: int = 0  # "I tried it" by others than who shared it
    weight: float = 1.0  # 1 + ln(1 + reuses), for ranking


class Tag(Record, table=True):
    """A tag of a community; `alias_of` makes it another name of a second one."""

    __tablename__ = "tags"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    folded: str = Field(primary_key=True)
    words: str
    alias_of: str | None = None


class ResourceTag(Record, table=True):
    """A resource carries a tag."""

    __tablename__ = "resource_tags"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    resource_id: int = Field(foreign_key="resources.id", ondelete="CASCADE", primary_key=True)
    folded: str = Field(primary_key=True, index=True)


class Endorsement(Record, table=True):
    """Somebody recommends a resource, and may say why."""

    __tablename__ = "endorsements"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    resource_id: int = Field(foreign_key="resources.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    note: str = ""
    at: datetime = Field(sa_type=Instant)


class Use(Record, table=True):
    """Somebody tried a resource, or means to: once a person, a resource and a month."""

    __tablename__ = "uses"
    __table_args__: Any = (
        UniqueConstraint("resource_id", "person_id", "kind", "month"),
        CheckConstraint("kind IN ('tried', 'will-try')", name="kind"),
        Index("ix_uses_when", "kind", "own", "at"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    resource_id: int = Field(foreign_key="resources.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    kind: str
    month: str  # in the community's zone: "2026-11"
    own: bool = False  # by who shared it: kept apart
    at: datetime = Field(sa_type=Instant)


class Miss(Record, table=True):
    """A question to which the library had no answer. Nobody's: there is no person in it."""

    __tablename__ = "misses"

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", index=True)
    topic: str  # the words, folded and in order of the alphabet
    day: str  # in the community's zone; no hour, so that nobody can be told from it


# ── one resource ────────────────────────────────────────────────────────────────────────────────


def get(db: Session, resource: int) -> Resource | None:
    """One resource by its id; None once it is forgotten."""
    found = db.get(Resource, resource)
    return found if found is not None and found.title else None


def is_forgotten(db: Session, resource: int) -> bool:
    """Whether there was a resource with this id, of which nothing is kept any more."""
    found = db.get(Resource, resource)
    return found is not None and not found.title


def by_key(db: Session, community: int, key: str) -> Resource | None:
    """The resource behind a link, in the bin or not."""
    return db.exec(
        select(Resource).where(Resource.community_id == community, Resource.key == key)
    ).first()


def same_note(
    db: Session, community: int, title: str, note: str, permalink: str
) -> Resource | None:
    """The note that says the same words, or was kept from the same message; in the bin or not."""
    same = and_(Resource.title == title, Resource.note == note)
    if permalink:
        same = or_(same, Resource.permalink == permalink)
    return db.exec(
        select(Resource).where(
            Resource.community_id == community, col(Resource.key).is_(None), same
        )
    ).first()


def next_number(db: Session, community: int) -> int:
    """The number of the community's next resource."""
    last = db.exec(
        select(func.max(Resource.number)).where(Resource.community_id == community)
    ).one()
    return (last or 0) + 1


def add(db: Session, resource: Resource) -> Resource:
    """Keep a new resource."""
    db.add(resource)
    db.flush()
    return resource


def forget(db: Session, resource: int) -> None:
    """Keep nothing of a resource but its id and number, which no other shall ever have.

    Buttons, cards and "n° 7" in conversations outlive it: the next resource would pass for it.
    """
    for kept in (ResourceTag, Endorsement, Use):
        db.exec(delete(kept).where(col(kept.resource_id) == resource))
    db.exec(
        update(Resource)
        .where(col(Resource.id) == resource)
        .values(
            key=None, address="", title="", description="", note="", permalink="",
            place_id=None, sharer_id=None, author_id=None,
        )
    )  # fmt: skip
    db.expire_all()


# ── lists ───────────────────────────────────────────────────────────────────────────────────────


def _on_shelf(community: int, by: str, person: int) -> Any:
    """What stands on a shelf: newest, used, mine, bin, my-bin, or `#` and a folded tag."""
    wanted = select(Resource).where(Resource.community_id == community)
    mine = or_(Resource.sharer_id == person, Resource.author_id == person)
    if by in {"bin", "my-bin"}:
        binned = wanted.where(col(Resource.deleted_at).is_not(None), Resource.title != "")
        return binned.where(mine) if by == "my-bin" else binned
    wanted = wanted.where(col(Resource.deleted_at).is_(None), Resource.state != "archived")
    if by == "mine":
        return wanted.where(mine)
    if by.startswith("#"):
        carrying = select(ResourceTag.resource_id).where(ResourceTag.folded == by[1:])
        return wanted.where(col(Resource.id).in_(carrying))
    return wanted


def shelf(
    db: Session, community: int, by: str, person: int, *, skip: int, most: int
) -> list[Resource]:
    """A page of the library, newest first; "used" puts what was tried most before."""
    wanted = _on_shelf(community, by, person)
    if by == "used":
        wanted = wanted.order_by(col(Resource.reuses).desc())
    newest = wanted.order_by(col(Resource.shared_at).desc(), col(Resource.id).desc())
    return list(db.exec(newest.offset(skip).limit(most)))


def shelf_count(db: Session, community: int, by: str, person: int) -> int:
    """How many stand on a shelf."""
    found = db.exec(select(func.count()).select_from(_on_shelf(community, by, person).subquery()))
    return int(found.one())


def is_empty(db: Session, community: int) -> bool:
    """Whether nothing stands in the library. Counting it all would take longer than a question."""
    return db.exec(_on_shelf(community, "newest", 0).limit(1)).first() is None


def by_ids(db: Session, ids: list[int]) -> list[Resource]:
    """These resources, in this order."""
    found = {r.id: r for r in db.exec(select(Resource).where(col(Resource.id).in_(ids)))}
    return [found[number] for number in ids if number in found]


def shared_since(
    db: Session, community: int, since: datetime, now: datetime, most: int = 30
) -> list[Resource]:
    """What was shown in a channel since an instant: the most used first, then the freshest."""
    return list(
        db.exec(
            _on_shelf(community, "newest", 0)
            .where(Resource.shared_at > since, Resource.shared_at <= now)
            .where(col(Resource.place_id).is_not(None))
            .order_by(
                col(Resource.reuses).desc(),
                col(Resource.verified_at).desc(),
                col(Resource.shared_at).desc(),
                col(Resource.id).desc(),
            )
            .limit(most)
        )
    )


# ── endorsements and uses ───────────────────────────────────────────────────────────────────────


def endorse(db: Session, resource: int, person: int, now: datetime, note: str = "") -> bool:
    """Somebody recommends a resource; a note replaces their earlier one. False if they had."""
    earlier = db.get(Endorsement, (resource, person))
    if earlier is None:
        db.add(Endorsement(resource_id=resource, person_id=person, note=note, at=now))
    elif note:
        earlier.note = note
        db.add(earlier)
    db.flush()
    return earlier is None


def unendorse(db: Session, resource: int, person: int) -> None:
    """Somebody takes their recommendation back."""
    earlier = db.get(Endorsement, (resource, person))
    if earlier is not None:
        db.delete(earlier)
        db.flush()


def endorsements(db: Session, resource: int) -> list[Endorsement]:
    """Who recommends a resource, first come first."""
    return list(
        db.exec(
            select(Endorsement)
            .where(Endorsement.resource_id == resource)
            .order_by(col(Endorsement.at), col(Endorsement.person_id))
        )
    )


def use(
    db: Session,
    resource: Resource,
    person: int,
    kind: str,
    month: str,
    now: datetime,
) -> bool:
    """Note a use, once a person, a resource and a month. False if it was noted."""
    assert resource.id is not None
    own = person in (resource.sharer_id, resource.author_id)
    made = db.execute(
        insert(Use)
        .values(resource_id=resource.id, person_id=person, kind=kind, month=month, own=own, at=now)
        .on_conflict_do_nothing()
        .returning(col(Use.id))
    ).scalar()
    return made is not None


def tried_by_own(db: Session, resource: int) -> bool:
    """Whether who shared it has tried it."""
    own = select(Use.id).where(Use.resource_id == resource, Use.kind == "tried", col(Use.own))
    return db.exec(own).first() is not None


def planning(db: Session, resource: int) -> int:
    """How many people mean to try it, and have not said yet that they did."""
    tried = aliased(Use)
    since = select(tried.id).where(
        tried.resource_id == resource,
        tried.person_id == Use.person_id,
        tried.kind == "tried",
        tried.at >= Use.at,
    )
    people = select(func.count(func.distinct(Use.person_id))).where(
        Use.resource_id == resource, Use.kind == "will-try", ~since.exists()
    )
    return db.exec(people).one()


# ── many at once ────────────────────────────────────────────────────────────────────────────────


def next_id(db: Session) -> int:
    """The id of the next resource, within this transaction."""
    return (db.exec(select(func.max(Resource.id))).one() or 0) + 1


def keys_known(db: Session, community: int, keys: list[str]) -> dict[str, tuple[int, bool]]:
    """The (number, whether it is in the bin) of the resources that have these keys."""
    rows = db.exec(
        select(Resource.key, Resource.number, Resource.deleted_at).where(
            Resource.community_id == community, col(Resource.key).in_(keys)
        )
    )
    return {key: (number, at is not None) for key, number, at in rows if key is not None}


def notes_known(
    db: Session, community: int, titles: list[str]
) -> dict[tuple[str, str], tuple[int, bool]]:
    """The (number, whether it is in the bin) of notes with these titles, by (title, note)."""
    rows = db.exec(
        select(Resource).where(
            Resource.community_id == community,
            col(Resource.key).is_(None),
            col(Resource.title).in_(titles),
        )
    )
    return {(one.title, one.note): (one.number, one.deleted_at is not None) for one in rows}


def add_many(db: Session, rows: list[dict[str, Any]]) -> None:
    """Keep many new resources; each row has all columns without a default."""
    names = list(rows[0])
    places = ", ".join(f":{name}" for name in names)
    db.connection().exec_driver_sql(
        f"INSERT INTO resources ({', '.join(names)}, permalink, state, reuses, weight) "
        f"VALUES ({places}, '', 'ok', 0, 1.0)",
        rows,
    )


def everything(db: Session, community: int, most: int = 500) -> Iterator[list[Resource]]:
    """All resources that are not in the bin, oldest first, some hundred at a time."""
    last = 0
    while True:
        some = list(
            db.exec(
                select(Resource)
                .where(Resource.community_id == community, col(Resource.deleted_at).is_(None))
                .where(col(Resource.id) > last)
                .order_by(col(Resource.id))
                .limit(most)
            )
        )
        if not some:
            return
        yield some
        last = some[-1].id or 0
