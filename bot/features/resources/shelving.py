"""Keeps the index in step with the records: whatever changes in a resource is found anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from math import log

from sqlmodel import Session

from bot.context import Context
from bot.features.resources import figures, index, labels, records, routes, rules
from bot.features.resources.records import Resource
from bot.folding import indexed
from bot.words import fold

KEPT_IN_BIN = timedelta(days=30)


def reindex(db: Session, resource: Resource) -> None:
    """The words of a resource, as they are now, are what it is found by; in the bin, by none."""
    assert resource.id is not None
    if resource.deleted_at is not None:
        index.remove(db, resource.id)
        return
    tags = labels.of(db, resource.community_id, [resource.id])[resource.id]
    notes = [resource.note, *(e.note for e in records.endorsements(db, resource.id) if e.note)]
    index.put(
        db,
        resource.id,
        (
            indexed(resource.title),
            indexed(" ".join(words for words, _ in tags)),
            indexed(" ".join(notes)),
            indexed(resource.description),
            indexed(resource.address),
        ),
    )


def take_out(ctx: Context, resource: Resource) -> None:
    """Take a resource out of the bin, back to where it was: found, and shown in its channel."""
    assert resource.id is not None
    resource.deleted_at = None
    ctx.never(routes.Purge(resource.id))
    ctx.db.add(resource)
    ctx.db.flush()
    reindex(ctx.db, resource)
    if resource.place_id is not None:
        ctx.posts.again(resource.place_id, routes.ResourceCard(resource.id).pack())


def tag(db: Session, resource: Resource, tags: Iterable[str], *, more: bool = False) -> None:
    """A resource carries these tags (or these `more`), at most eight."""
    assert resource.id is not None
    meant = labels.canonical(db, resource.community_id, [(words, fold(words)) for words in tags])
    if more:
        now = labels.of(db, resource.community_id, [resource.id])[resource.id]
        meant = list(dict.fromkeys([*(folded for _, folded in now), *meant]))
    labels.carry(db, resource.id, meant[: rules.MOST_TAGS])


def tried(db: Session, resource: Resource) -> None:
    """One more person tried it."""
    _reused(db, resource, resource.reuses + 1)


def untried(db: Session, resource: Resource, person: int) -> bool:
    """Somebody's last "I tried it" is taken back. Whether they have now tried it at no time."""
    found = figures.tries(db, resource.id or 0, person)
    if found:
        db.delete(found[0])
        _reused(db, resource, resource.reuses - (not found[0].own))
    return len(found) < 2


def _reused(db: Session, resource: Resource, times: int) -> None:
    resource.reuses = times
    resource.weight = 1 + log(1 + resource.reuses)
    db.add(resource)
    db.flush()
