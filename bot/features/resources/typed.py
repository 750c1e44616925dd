"""What a typed line of `/share` says: a link, its title, tags and a note, in the order of speech."""

from __future__ import annotations

from bot.words import fold, tokens

_NAMES = {
    "link": ("link", "lien"),
    "title": ("title", "titre"),
    "tags": ("tags", "etiquettes", "mots-cles"),
    "note": ("note",),
    "kind": ("type", "kind"),
}
_BY_NAME = {word: name for name, words in _NAMES.items() for word in words}


def read_share(line: str) -> dict[str, str]:
    """Raw values of `/share https://… Title "or title" #tag #tag a note`.

    Words before the tags are the title, words after them the note; of quoted words the first is the
    title and the second the note. `name:value` says it outright.
    """
    values: dict[str, str] = {}
    title: list[str] = []
    note: list[str] = []
    tags: list[str] = []
    for token in tokens(line)[0]:
        name = _BY_NAME.get(fold(token.name)) if token.name else None
        words = token.text if name or not token.name else f"{token.name}:{token.text}"
        if name is not None:
            values[name] = words
        elif "link" not in values and _is_link(words, quoted=token.quoted):
            values["link"] = words
        elif not token.quoted and words.startswith("#") and len(words) > 1:
            tags.append(words)
        elif token.quoted:
            (note if title or "title" in values else title).append(words)
        else:
            (note if tags else title).append(words)
    for name, found in (("title", title), ("note", note), ("tags", tags)):
        if found:
            values.setdefault(name, " ".join(found))
    return values


def _is_link(words: str, *, quoted: bool) -> bool:
    """Whether this is meant as the link; between quotes, only what plainly is one."""
    bare = words.strip("<>").casefold()
    if quoted:
        return bare.startswith(("https://", "http://")) and " " not in bare
    return "://" in bare or bare.startswith("www.") or ":" in bare.partition("/")[0]
