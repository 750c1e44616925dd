"""Every query on the library's tags (their tables are in `records.py`)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, delete, func, or_, select, update

from bot.features.resources.records import Resource, ResourceTag, Tag


def canonical(db: Session, community: int, tags: Iterable[tuple[str, str]]) -> list[str]:
    """The folded tags that are meant by these (words, folded), new ones made, aliases resolved."""
    found: dict[str, None] = {}
    for words, folded in tags:
        tag = db.get(Tag, (community, folded))
        if tag is None:
            db.add(Tag(community_id=community, folded=folded, words=words))
            db.flush()
        found[(tag.alias_of if tag else None) or folded] = None
    return list(found)


def stands_for(db: Session, community: int, folded: str) -> str:
    """The folded tag that a folded tag means: itself, or the one whose other name it is."""
    tag = db.get(Tag, (community, folded))
    return (tag.alias_of if tag else None) or folded


def carry(db: Session, resource: int, folded: Iterable[str]) -> None:
    """A resource carries just these tags."""
    db.exec(delete(ResourceTag).where(col(ResourceTag.resource_id) == resource))
    for one in folded:
        db.add(ResourceTag(resource_id=resource, folded=one))
    db.flush()


def of(db: Session, community: int, resources: list[int]) -> dict[int, list[tuple[str, str]]]:
    """(words, folded) of the tags of each resource, in order of the alphabet."""
    found: dict[int, list[tuple[str, str]]] = {number: [] for number in resources}
    rows = db.exec(
        select(ResourceTag.resource_id, Tag.words, Tag.folded)
        .join(Tag, col(Tag.folded) == col(ResourceTag.folded))
        .where(Tag.community_id == community, col(ResourceTag.resource_id).in_(resources))
        .order_by(col(Tag.folded))
    )
    for resource, words, folded in rows:
        found[resource].append((words, folded))
    return found


def vocabulary(db: Session, community: int) -> list[tuple[str, str, int]]:
    """(words, folded, uses) of the community's tags that something carries, most used first.

    From the tags to what carries them: the sum below keeps SQLite from going through every resource.
    """
    rows = db.exec(
        select(Tag.words, Tag.folded, func.count())
        .join(ResourceTag, col(ResourceTag.folded) == col(Tag.folded))
        .join(Resource, col(Resource.id) == col(ResourceTag.resource_id))
        .where(
            Tag.community_id == community,
            col(Resource.community_id) + 0 == community,
            col(Resource.deleted_at).is_(None),
        )
        .group_by(col(Tag.folded))
        .order_by(func.count().desc(), col(Tag.folded))
    )
    return [(words, folded, count) for words, folded, count in rows]


def merge(db: Session, community: int, folded: str, into: str) -> list[int]:
    """One tag becomes another name of a second one; returns the resources whose tags changed."""
    carrying = list(
        db.exec(
            select(ResourceTag.resource_id)
            .join(Resource, col(Resource.id) == col(ResourceTag.resource_id))
            .where(ResourceTag.folded == folded, Resource.community_id == community)
        )
    )
    for resource in carrying:
        db.execute(
            insert(ResourceTag).values(resource_id=resource, folded=into).on_conflict_do_nothing()
        )
    db.exec(
        delete(ResourceTag).where(
            col(ResourceTag.folded) == folded, col(ResourceTag.resource_id).in_(carrying)
        )
    )
    db.exec(
        update(Tag)
        .where(
            col(Tag.community_id) == community,
            or_(col(Tag.folded) == folded, col(Tag.alias_of) == folded),
        )
        .values(alias_of=into)
    )
    db.expire_all()
    return carrying


def carry_many(
    db: Session, community: int, tags: dict[str, str], carried: list[tuple[int, str]]
) -> None:
    """Give many resources their tags, (resource, folded); new tags are made, aliases resolved."""
    if not carried:
        return
    db.connection().exec_driver_sql(
        "INSERT INTO tags (community_id, folded, words) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(community, folded, words) for folded, words in tags.items()],
    )
    db.connection().exec_driver_sql(
        "INSERT INTO resource_tags (resource_id, folded) "
        "SELECT ?, coalesce((SELECT alias_of FROM tags WHERE community_id = ? AND folded = ?), ?) "
        "WHERE true ON CONFLICT DO NOTHING",
        [(resource, community, folded, folded) for resource, folded in carried],
    )
