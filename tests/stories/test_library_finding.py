"""Finding: words, operators in both languages, pages, and what to try when nothing is there."""

from __future__ import annotations

import pytest

from bot.features.resources import index, records
from tests.kit.chat import Chat


async def filled(chat: Chat) -> None:
    """Keep six resources, in both languages, by Ann and Ben."""
    await chat.founded(chat.ben, chat.ines)
    await chat.ann.types(
        '/share https://example.org/eval "Évaluations entre pairs" #évaluation "Grilles à adapter."'
    )
    await chat.ann.types(
        '/share https://example.org/flip "La pédagogie inversée" #classe "Vidéos avant la séance."'
    )
    await chat.ben.types(
        '/share https://example.org/world "World café guide" #facilitation "Rounds of talk."'
    )
    await chat.ben.types(
        '/share https://youtube.com/watch?v=abc123 "Icebreakers" #facilitation "Ten minutes."'
    )
    await chat.ben.types('/share "How we open" #facilitation "Silence, then a round."')
    await chat.ann.types('/share https://example.org/tool "Timer" type:tool "Counts down."')


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("evaluation", "Évaluations entre pairs"),
        ("ÉVALUATIONS", "Évaluations entre pairs"),
        ("pedagogie inversee", "La pédagogie inversée"),
        ("grille", "Évaluations entre pairs"),
        ('"pédagogie inversée"', "La pédagogie inversée"),
        ("#Evaluation", "Évaluations entre pairs"),
        ("guide #facilitation", "World café guide"),
        ("type:video", "Icebreakers"),
        ("type:vidéo", "Icebreakers"),
        ("type:outil", "Timer"),
        ("by:Ben type:note", "How we open"),
        ("de:@Ben round -talk", "How we open"),
        ("pédag", "La pédagogie inversée"),
        ("example.org/world", "World café guide"),
    ],
)
async def test_what_is_asked_is_found(chat: Chat, line: str, expected: str) -> None:
    """Accents, case, plurals, tags, types, people, exclusions, phrases, beginnings (9.A1, 9.A3)."""
    await filled(chat)
    await chat.ben.types(f"/find {line}")

    assert f"1. {expected}" in chat.ben.told
    assert "1 resource found" in chat.ben.told


async def test_the_answer_is_private_and_says_where_it_comes_from(chat: Chat) -> None:
    """Sharer, date, uses and freshness stand under each; the channel sees nothing (9.A2)."""
    await filled(chat)
    before = len(chat.channel.messages)
    await chat.ben.types("/find grilles")

    assert len(chat.channel.messages) == before
    assert "Ann" in chat.ben.told
    assert "not tried yet" in chat.ben.told
    assert "up to date" in chat.ben.told
    assert "#évaluation" in chat.ben.told


async def test_french_people_find_in_french(chat: Chat) -> None:
    """`/chercher` answers in the reader's language."""
    await filled(chat)
    await chat.ines.types("/chercher évaluation depuis:6mois")

    assert "1 ressource trouvée" in chat.ines.told
    assert "pas encore essayée" in chat.ines.told


async def test_answers_come_five_a_page_and_turn_in_place(chat: Chat) -> None:
    """Next and previous redraw the same private message (9.A2)."""
    await chat.founded()
    for number in range(1, 8):
        await chat.ann.types(f'/share https://example.org/p{number} "Session {number}"')
    await chat.ann.types("/find session")
    assert "7 resources found · page 1 of 2" in chat.ann.told
    count = len(chat.ann.answers)
    await chat.ann.presses("Next", on=chat.ann.told)

    assert len(chat.ann.answers) == count
    assert "page 2 of 2" in chat.ann.told
    assert "6. " in chat.ann.told
    await chat.ann.presses("Previous", on=chat.ann.told)
    assert "page 1 of 2" in chat.ann.told


async def test_what_was_used_comes_first(chat: Chat) -> None:
    """Of two that match alike, the one that people tried ranks above (9.A3)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.ann.types('/share https://example.org/two "Opening rounds"')
    await chat.ben.presses("I tried it", on=chat.channel.find("n° 1"))
    await chat.cleo.presses("I tried it", on=chat.channel.find("n° 1"))
    await chat.ann.types("/find opening rounds")
    await chat.ann.presses("Open 1", on=chat.ann.told)

    assert "n° 1" in chat.ann.told
    assert "tried 2 times" in chat.ann.told


@pytest.mark.season
async def test_what_nobody_looked_at_for_half_a_year_comes_later(chat: Chat) -> None:
    """Freshness weighs, and "Still good" makes it fresh again (9.A3)."""
    await chat.founded()
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.passes(days=200)
    await chat.ann.types('/share https://example.org/two "Opening rounds"')
    await chat.ann.types("/find opening rounds")
    assert "not looked at for six months" in chat.ann.told
    await chat.ann.presses("Open 2", on=chat.ann.told)
    assert "n° 1" in chat.ann.told
    await chat.ann.presses("Still good", on=chat.ann.told)

    assert "up to date" in chat.ann.told


async def test_the_words_found_are_shown_in_their_sentence(chat: Chat) -> None:
    """The snippet holds the note's words around what was found."""
    await filled(chat)
    await chat.ann.types("/find round")

    assert "Silence, then a round." in chat.ann.told


@pytest.mark.parametrize(
    "line", ['"', "*", "NEAR(", "-", "AND OR NOT", "title:x", "^a", "a" * 1_900, "'; DROP TABLE"]
)
async def test_no_question_is_an_error(chat: Chat, line: str) -> None:
    """Whatever is typed: an answer, or what to type instead (9.A7)."""
    await filled(chat)
    await chat.ann.types(f"/find {line}")

    said = chat.ann.told.text
    assert "Something went wrong" not in said
    assert any(words in said for words in ("found", "looking for", "Nothing")) or chat.ann.form


async def test_an_unknown_type_or_date_says_what_to_type(chat: Chat) -> None:
    """The sentence names what can be used."""
    await filled(chat)
    await chat.ann.types("/find round type:song")
    assert "guide, article, video" in chat.ann.told
    await chat.ann.types("/find round since:someday")
    assert "since:6mo" in chat.ann.told
    await chat.ann.types("/find round by:@Nobody")
    assert "Nobody" in chat.ann.told


async def test_nothing_found_offers_another_spelling(chat: Chat) -> None:
    """A typo is mended by one press (9.A5)."""
    await filled(chat)
    await chat.ann.types("/find evalaution")
    assert "Nothing found for “evalaution”" in chat.ann.told
    assert "Did you mean “évaluations”?" in chat.ann.told
    await chat.ann.presses("Find évaluations", on=chat.ann.told)

    assert "Évaluations entre pairs" in chat.ann.told


async def test_nothing_found_offers_the_nearest_tags(chat: Chat) -> None:
    """Tags that contain the word open their shelf (9.A5)."""
    await filled(chat)
    await chat.ann.types("/find facilit zzz")
    await chat.ann.presses("#facilitation", on=chat.ann.told)

    assert "#facilitation · 3 resources" in chat.ann.told


async def test_a_miss_is_kept_without_its_person(chat: Chat) -> None:
    """Twice in thirty days makes a topic for who looks after the library (9.A6)."""
    await filled(chat)
    await chat.ann.types("/find haptique gestes")
    await chat.ben.types("/find gestes haptiques")
    await chat.ben.types("/find once")

    missed = await chat.app.database.read(lambda db: index.misses(db, 1, "2026-10-03"))
    assert missed == [("geste haptique", 2)]
    assert "person_id" not in records.Miss.model_fields


async def test_an_empty_library_invites_to_share(chat: Chat) -> None:
    """Nothing here yet, and the button that begins it (9.A8)."""
    await chat.founded()
    await chat.ann.types("/find anything")
    assert "Nothing here yet" in chat.ann.told
    await chat.ann.presses("Share the first resource", on=chat.ann.told)

    assert chat.ann.form is not None
    assert "link" in chat.ann.form.values


async def test_archived_is_found_only_when_asked_for(chat: Chat) -> None:
    """`all:` and « tout: » bring archived ones back; deleted ones never (9.A4)."""
    await filled(chat)

    def archive(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            resource = records.get(db, 6)
            assert resource is not None
            resource.state = "archived"
            db.add(resource)

    await chat.app.database.write(archive)
    await chat.ann.types("/find timer")
    assert "Nothing found" in chat.ann.told
    await chat.ann.types("/find timer all:")
    assert "Timer" in chat.ann.told
    assert "archived" in chat.ann.told
    await chat.ann.types("/find timer tout:")
    assert "Timer" in chat.ann.told


# ── shelves and tags ────────────────────────────────────────────────────────────────────────────


async def test_the_library_can_be_looked_through(chat: Chat) -> None:
    """Newest, most used, mine, a tag: each from the line and from the buttons."""
    await filled(chat)
    await chat.ann.types("/share list")
    assert "Newest · 6 resources · page 1 of 2" in chat.ann.told
    assert "1. Timer" in chat.ann.told
    await chat.ann.presses("Mine", on=chat.ann.told)
    assert "Mine · 3 resources" in chat.ann.told
    await chat.ben.presses("I tried it", on=chat.channel.find("Évaluations"))
    await chat.ann.types("/share list used")
    assert "1. Évaluations entre pairs" in chat.ann.told
    await chat.ines.types("/partager liste #évaluation")
    assert "#évaluation · 1 ressource" in chat.ines.told


async def test_tags_are_chosen_from_a_list_and_can_be_merged(chat: Chat) -> None:
    """Who looks after the library makes one tag another name of a second one (8.A7)."""
    await filled(chat)
    await chat.ann.types("/share list")
    await chat.ann.presses("Tags", on=chat.ann.told)
    await chat.ann.presses("Merge two tags", on=chat.ann.told)
    await chat.ann.fills(tag="classe", into="#facilitation")
    assert "#facilitation · 4 resources" in chat.ann.told

    await chat.ben.types('/share https://example.org/new "New one" #Classe')
    assert "#facilitation" in chat.channel.newest
    await chat.ben.types("/find #classe inversée")
    assert "La pédagogie inversée" in chat.ben.told


async def test_too_many_tags_and_odd_ones_are_refused(chat: Chat) -> None:
    """At most eight, of letters and digits; the error stands under the field (8.A7)."""
    await chat.founded()
    many = " ".join(f"#t{n}" for n in range(9))
    await chat.ann.types(f'/share https://example.org/x "X" {many}')
    assert chat.ann.form is not None
    assert "at most 8" in chat.ann.form.errors["tags"]
