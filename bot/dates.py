"""What people type for a date, taken to a wall time and a zone; and the sentence that repeats it.

A phrase is cut in every way into words for a day and words for an hour. It is understood when every
word was used and exactly one meaning is left; anything else is refused, with a proposal where there
is one. A wrong date that looks right costs a meeting, a question costs a second.
"""

from datetime import datetime, timedelta

from bot.date_reader import NotUnderstood, Reader, Understood
from bot.date_readings import lengths_said
from bot.date_sentences import say, say_day, say_remaining, say_span
from bot.date_spelling import spell_out
from bot.date_typing import continued
from bot.date_words import LONGEST_PHRASE, Misread

__all__ = [
    "Misread",
    "NotUnderstood",
    "Understood",
    "candidates",
    "say",
    "say_day",
    "say_remaining",
    "say_span",
    "understand",
    "understand_duration",
]

SUGGESTIONS = 5


def understand(
    words: str, *, now: datetime, zone: str, language: str = "en"
) -> Understood | NotUnderstood:
    """Take what somebody typed, the instant at which and their zone; give the date, or why not.

    French and English are read whatever `language` is; it only settles words that the two read
    differently ("03/04", "mar 3"). Rules: input without a zone is in the author's; a weekday is the
    next one after today; nothing past, more than two years ahead or inside the spring gap; nothing
    is guessed. Whoever acts on the result repeats it with `say`.
    """
    reader = Reader(words, now, zone, language)
    found = reader.outcomes()
    if len(found) > 1:
        first = next((each.wall for each in found if isinstance(each, Understood)), None)
        return reader.refused(Misread.ambiguous, first)
    return found[0] if found else reader.refused(Misread.unknown)


def understand_duration(words: str) -> timedelta | None:
    """Take a length ("90m", "1h30", "2 heures", "half an hour"), give it, or None if it is none."""
    said = lengths_said(spell_out(words)) if len(words) <= LONGEST_PHRASE else []
    if len(said) != 1 or said[0].months:
        return None
    return timedelta(days=said[0].days, minutes=said[0].minutes)


def candidates(words: str, *, now: datetime, zone: str, language: str = "en") -> list[Understood]:
    """Take a date that is still being typed, give up to five that it may become, likeliest first.

    What `understand` gives comes first; where it gives none, the meanings between which it cannot
    choose, or its proposal. Without words: tomorrow, Friday, in a week, next Monday, in two weeks.
    """
    found: dict[Understood, None] = {}
    proposals: dict[Understood, None] = {}
    for phrase in continued(words.strip(), language):
        for each in Reader(phrase, now, zone, language).outcomes():
            if isinstance(each, Understood):
                found[each] = None
            elif each.proposal is not None and phrase == words.strip():
                typed = Reader(each.proposal.isoformat(), now, each.zone, language).outcomes()
                proposals |= dict.fromkeys(it for it in typed if isinstance(it, Understood))
        if len(found) >= SUGGESTIONS:
            break
    return list(found | proposals)[:SUGGESTIONS]
