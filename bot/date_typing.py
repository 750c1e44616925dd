"""What a date that is still being typed may become: the words it may go on with.

`bot.dates` and `bot.slots` read each of the phrases and offer what they understand.
"""

import re
from collections.abc import Iterator, Sequence

from bot.date_words import bare, french_or_english

# When a poll usually closes; when people usually meet.
CLOSING_HOURS = ("18:00", "09:00", "14:00", "12:00")
MEETING_HOURS = ("14:00", "10:00", "16:00", "18:00")

_LENGTHS = {"fr": (" jours", " heures", " semaines"), "en": (" days", " hours", " weeks")}
_COMPLETIONS = {
    "fr": (
        "demain", "aujourd'hui", "après-demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
        "samedi", "dimanche", "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
        "août", "septembre", "octobre", "novembre", "décembre", "prochain", "midi", "minuit",
        "matin", "après-midi", "soir", "jours", "heures", "semaines", "mois",
    ),
    "en": (
        "tomorrow", "today", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "noon", "midnight", "morning",
        "afternoon", "evening", "days", "hours", "weeks", "month",
    ),
}  # fmt: skip


def continued(words: str, language: str, hours: Sequence[str] = CLOSING_HOURS) -> Iterator[str]:
    """Give the phrases that `words` may become, likeliest first; the first is `words`.

    `hours`: at which hour a day that is named alone may be meant, the likeliest first.
    """
    if not words:
        usual = hours[0]
        for day, hour in (
            ("tomorrow", usual),
            ("friday", usual),
            ("in 7 days", usual),
            ("monday", "09:00"),
            ("in 14 days", usual),
        ):
            yield f"{day} {hour}"
        return
    yield words
    tongue = french_or_english(language)
    head, _, last = words.rpartition(" ")
    if last.isdecimal():
        yield from (words + unit for unit in ("h", ":00", "pm", *_LENGTHS[tongue]))
    elif last[-1] in ":h":
        yield from (words + minutes for minutes in ("00", "30"))
    elif re.search("[:h][0-9]$", last):
        yield words + "0"
    yield from (f"{words} {hour}" for hour in hours)
    start = bare(last)
    for word in _COMPLETIONS[tongue] + _COMPLETIONS["en" if tongue == "fr" else "fr"]:
        if start and bare(word).startswith(start) and bare(word) != start:
            longer = f"{head} {word}".strip()
            yield from (f"{longer} {hours[0]}", longer, f"{longer} {hours[1]}")
