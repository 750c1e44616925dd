"""What a typed line of `/share` says: a link, its title, tags and a note, in the order of speech."""

from __future__ import annotations

import re

from bot.words import fold, tokens

_NAMES = {
    "link": ("link", "lien"),
    "title": ("title", "titre"),
    "tags": ("tags", "etiquettes", "mots-cles"),
    "note": ("note",),
    "kind": ("type", "kind"),
}
_BY_NAME = {word: name for name, words in _NAMES.items() for word in words}


# Never kept, and said so: not for each word with a colon ("14:30", "Objectif:").
_SCHEMES = frozenset(
    "about blob chrome data file ftp ftps javascript mailto sftp tel vbscript".split()  # noqa: SIM905
)
_WITHOUT_SCHEME = re.compile(r"www\.|(?:[\w-]+\.)+[^\W\d_]{2,}(?::[0-9]+)?/|[\w.-]+:[0-9]{2,5}/")
_HOST_ALONE = re.compile(
    r"(?:[\w-]+\.)+(?:com|org|net|edu|info|int|eu|io|app|dev|fr|be|ch|ca|lu|uk|ie|re|sn|tn|ma)"
)


def read_share(line: str) -> dict[str, str]:
    """Raw values of `/share https://… Title "or title" #tag #tag a note`.

    Words before the tags are the title, words after them the note; of quoted words the first is the
    title and the second the note. A second link belongs to the note. `name:value` says it outright.
    """
    values: dict[str, str] = {}
    found: dict[str, list[str]] = {"title": [], "note": [], "tags": []}
    into = ""  # after `note: ` the words that follow are the note
    for at, token in enumerate(tokens(line)[0]):
        name = _BY_NAME.get(fold(token.name)) if token.name else None
        words = token.text if name or not token.name else f"{token.name}:{token.text}"
        link = _is_link(words, quoted=token.quoted, first=at == 0)
        if name is not None:
            into = "" if words else name
            values[name] = words
        elif link and not values.get("link"):
            values["link"] = words
        elif not token.quoted and words.startswith("#") and len(words) > 1:
            found["tags"].append(words)
        elif into in found:
            found[into].append(words)
        elif into:
            values[into], into = words, ""
        elif token.quoted:
            found["note" if found["title"] or "title" in values else "title"].append(words)
        else:
            found["note" if found["tags"] or link else "title"].append(words)
    for name, said in found.items():
        if said:
            values[name] = values.get(name) or " ".join(said)
    return values


def _is_link(words: str, *, quoted: bool, first: bool) -> bool:
    """Whether this is meant as the link; between quotes, only what plainly is one."""
    bare = words.strip("<>").casefold()
    if quoted:
        return bare.startswith(("https://", "http://")) and " " not in bare
    scheme, colon, _ = bare.partition(":")
    return (
        "://" in bare
        or bool(colon and scheme in _SCHEMES)
        or _WITHOUT_SCHEME.match(bare) is not None
        or (first and _HOST_ALONE.fullmatch(bare) is not None)
    )
