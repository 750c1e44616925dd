"""Sharing: a link or a note is kept once, shown, completed, edited, deleted and restored."""

from __future__ import annotations

import asyncio

import pytest

from tests.kit.chat import CHANNEL, Chat

GUIDE = "https://example.org/guide"


async def test_a_typed_line_keeps_a_link_and_shows_it(chat: Chat) -> None:
    """Link, title, tags and note are understood from one line, and everybody sees the card (8)."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation" #évaluation #adults "For a first try."')

    card = chat.channel.newest
    assert "Peer evaluation" in card
    assert "For a first try." in card
    assert "#adults #évaluation" in card
    assert "Guide" in card
    assert "shared by Ann" in card
    assert "n° 1" in card
    assert "Peer evaluation is in the library, and shown in" in chat.ann.told


async def test_french_words_share_as_well(chat: Chat) -> None:
    """`/partager` with names of options in French."""
    await chat.founded(by=chat.ines)
    await chat.ines.types(f"/partager {GUIDE} titre:« Guide » note:« Pour débuter » type:vidéo")

    assert "Guide" in chat.channel.newest
    assert "Pour débuter" in chat.channel.newest
    assert "Vidéo" in chat.channel.newest
    assert "par Inès" in chat.channel.newest


async def test_the_bare_command_opens_a_form_with_a_preview(chat: Chat) -> None:
    """Five fields, then what the channel will see, then Publish (R6)."""
    await chat.founded()
    await chat.ann.types("/share")
    assert chat.ann.form is not None
    assert list(chat.ann.form.values) == ["link", "title", "tags", "note", "kind"]
    await chat.ann.fills(link=GUIDE, title="Peer evaluation", tags="#adults")
    assert "Peer evaluation" in chat.ann.told
    before = len(chat.channel.messages)
    await chat.ann.presses("Publish", on=chat.ann.told)

    assert len(chat.channel.messages) == before + 1
    assert "Peer evaluation" in chat.channel.newest


async def test_a_note_needs_no_link(chat: Chat) -> None:
    """A title alone, with words under it, is a note."""
    await chat.founded()
    await chat.ann.types('/share "How we open a session" "Two minutes of silence, then a round."')

    assert "How we open a session" in chat.channel.newest
    assert "Two minutes of silence" in chat.channel.newest
    assert "Note" in chat.channel.newest


async def test_a_title_that_cannot_be_seen_is_none(chat: Chat) -> None:
    """The address gives one instead, and nothing turns the words around it."""
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "\u200b\u202e"')
    assert "Guide" in chat.channel.newest
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(title="Peer\u202e evaluation", note="In\u2066 pairs")

    assert "Peer evaluation" in chat.channel.newest
    assert "In pairs" in chat.channel.newest


async def test_a_link_without_its_beginning_is_a_link(chat: Chat) -> None:
    """Copied by hand, it is the same resource as the whole address (8.A1)."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation"')
    await chat.ben.types("/share example.org/guide/ #adults")

    assert "is in the library already: Ann shared it" in chat.ben.told


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,hi",
        "file:///etc/passwd",
        "https://ann:secret@example.org/",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest",
        "http://localhost:8080/",
        f"https://example.org/{'x' * 4_000}",
    ],
)
async def test_what_is_no_public_link_comes_back_with_a_reason(chat: Chat, link: str) -> None:
    """Nothing is kept, nothing typed is lost: the form opens with the error under the link."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types(f'/share {link} "A title"')

    assert len(chat.channel.messages) == before
    if chat.ann.form is not None and "link" in chat.ann.form.errors:
        assert chat.ann.form.values["title"] == "A title"
    else:  # too long for a field: given back whole
        assert link[:1_000] in chat.ann.told.text
    await chat.ann.types("/share list")
    assert "Nothing here yet" in chat.ann.told


async def test_the_same_link_is_kept_once(chat: Chat) -> None:
    """Written otherwise, with tracking, by somebody else: one entry, one recommendation (8.A2)."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation"')
    before = len(chat.channel.messages)
    await chat.ben.types('/share "http://EXAMPLE.org:80/guide/?utm_source=mail#top" #adults')

    assert len(chat.channel.messages) == before
    assert "is in the library already: Ann shared it" in chat.ben.told
    assert "I recommend it · 1" in chat.channel.find("Peer evaluation").buttons
    await chat.ben.presses("Add my note or tags", on=chat.ben.told)
    assert chat.ben.form is not None
    assert chat.ben.form.values["tags"] == "#adults"
    await chat.ben.fills(note="It worked with twelve.")
    assert "Ben: It worked with twelve." in chat.ben.told
    assert "#adults" in chat.channel.find("Peer evaluation")


async def test_sharing_ones_own_link_again_recommends_nothing(chat: Chat) -> None:
    """One's own is shown, not counted."""
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation"')
    await chat.ann.types(f"/share {GUIDE}")

    assert "you shared it" in chat.ann.told
    assert "I recommend it" in chat.channel.newest.buttons


async def test_two_people_at_once_make_one_entry(chat: Chat) -> None:
    """The second of the same second learns of the first (8.A3)."""
    await chat.founded(chat.ben)
    before = len(chat.channel.messages)
    await asyncio.gather(
        *(
            chat.wire.types(who.persona, CHANNEL, f"/share {GUIDE} Mine")
            for who in (chat.ann, chat.ben)
        )
    )
    await chat.settle()

    assert len(chat.channel.messages) == before + 1
    told = chat.ann.told.text + chat.ben.told.text
    assert told.count("is in the library already") == 1


# ── the page behind the link ────────────────────────────────────────────────────────────────────


async def test_the_card_completes_itself(chat: Chat) -> None:
    """The answer waits for nothing; the page's title and words arrive after it (8.A6)."""
    chat.web.pages[GUIDE] = {
        "title": "Peer evaluation, step by step",
        "description": "How adults judge each other's work.",
        "media": "text/html",
    }
    await chat.founded()
    await chat.ann.types(f"/share {GUIDE}")
    assert "Guide" in chat.channel.newest
    assert "step by step" not in chat.channel.newest
    await chat.tick()

    assert "Peer evaluation, step by step" in chat.channel.newest
    assert "How adults judge each other's work." in chat.channel.newest
    await chat.ann.types("/find judge")
    assert "Peer evaluation, step by step" in chat.ann.told


async def test_a_title_typed_by_a_person_stays(chat: Chat) -> None:
    """The page completes, it does not correct."""
    chat.web.pages[GUIDE] = {"title": "SEO title | Site", "description": "Words of the page."}
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "My title"')
    await chat.tick()

    assert "My title" in chat.channel.newest
    assert "SEO title" not in chat.channel.newest
    assert "Words of the page." in chat.channel.newest


async def test_a_page_that_cannot_be_read_loses_nothing(chat: Chat) -> None:
    """The share stands with the title from its address, and nobody is bothered (8.A6)."""
    await chat.founded()
    await chat.ann.types("/share https://example.org/peer-evaluation.html #adults")
    await chat.tick()

    assert chat.web.looked_at == ["https://example.org/peer-evaluation.html"]
    assert "Peer evaluation" in chat.channel.newest
    assert "title taken from the address" in chat.channel.newest
    assert "#adults" in chat.channel.newest


async def test_a_page_can_ring_nobody_and_disguise_nothing(chat: Chat) -> None:
    """Titles are words like any: markup, mentions and channel-wide alerts stay as they are."""
    nasty = "<!channel> *bold* <https://evil.example> @everyone"
    chat.web.pages[GUIDE] = {"title": nasty, "description": "<@U1> and more"}
    await chat.founded()
    await chat.ann.types(f"/share {GUIDE}")
    await chat.tick()

    assert nasty in chat.channel.newest
    assert "<@U1> and more" in chat.channel.newest
    await chat.ann.types("/find bold")
    assert "<!channel>" in chat.ann.told
    assert "<https://evil.example> @everyone" in chat.ann.told


async def test_a_page_that_comes_too_late_says_nothing_of_another(chat: Chat) -> None:
    """A link that is changed while its page is looked at gets the words of its own page."""
    other = "https://example.org/other"
    chat.web.pages[GUIDE] = {"title": "Page of the first link", "description": "First words."}
    chat.web.pages[other] = {"title": "Page of the second", "description": "Second words."}
    await chat.founded()
    await chat.ann.types(f"/share {GUIDE}")
    await chat.ann.presses("Edit", on=chat.ann.told)

    async def changes() -> None:
        await chat.wire.fills(chat.ann.persona, {"link": other, "title": "Guide"})

    chat.web.meanwhile = changes
    await chat.tick()
    await chat.tick()

    assert "Page of the second" in chat.channel.newest
    assert "Second words." in chat.channel.newest
    assert chat.web.looked_at == [GUIDE, other]


async def test_a_link_that_becomes_a_note_meanwhile_stays_one(chat: Chat) -> None:
    """What comes of its page is no longer wanted, and no fault."""
    chat.web.pages[GUIDE] = {"title": "Page of the link", "description": "Its words."}
    await chat.founded()
    await chat.ann.types(f"/share {GUIDE}")
    await chat.ann.presses("Edit", on=chat.ann.told)

    async def changes() -> None:
        await chat.wire.fills(chat.ann.persona, {"link": "", "title": "A note", "kind": "note"})

    chat.web.meanwhile = changes
    await chat.tick()
    await chat.tick()

    assert "A note" in chat.channel.newest
    assert "Its words." not in chat.channel.newest


async def test_titles_can_be_switched_off(chat: Chat) -> None:
    """A community may not want pages to be looked at."""
    await chat.founded()
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.picks("Never fetched", on=chat.ann.told)
    await chat.ann.types(f"/share {GUIDE}")
    await chat.tick()

    assert chat.web.looked_at == []


# ── from a message ──────────────────────────────────────────────────────────────────────────────


async def test_a_message_with_one_link_is_kept(chat: Chat) -> None:
    """The link is kept with the words around it, and credited to who wrote it (8.A4)."""
    await chat.founded(chat.ben)
    before = len(chat.channel.messages)
    await chat.ann.uses("Keep in the library", f"Try this one: {GUIDE} it saved my week", "Ben")

    assert "Guide is in the library." in chat.ann.told
    assert len(chat.channel.messages) == before
    await chat.ann.types("/find saved week")
    assert "Ben" in chat.ann.told


async def test_of_several_links_one_is_chosen(chat: Chat) -> None:
    """Each link is offered; the chosen one is kept (8.A4)."""
    await chat.founded(chat.ben)
    await chat.ann.uses("Keep in the library", f"{GUIDE} and https://example.org/second-one", "Ben")
    await chat.ann.picks("https://example.org/second-one", on=chat.ann.told)

    assert "Second one is in the library." in chat.ann.told


async def test_a_message_without_a_link_becomes_a_note(chat: Chat) -> None:
    """Its first line is the title, the rest the note (8.A4)."""
    await chat.founded(chat.ben)
    await chat.ann.uses("Keep in the library", "Opening a session\nTwo minutes of silence.", "Ben")
    await chat.ann.types("/find silence")

    assert "Opening a session" in chat.ann.told
    assert "Note" in chat.ann.told


async def test_who_wrote_it_is_told_once_and_may_take_it_back(chat: Chat) -> None:
    """One direct message with the way out, open for seven days (8.A4)."""
    await chat.founded(chat.ben)
    await chat.ann.uses("Keep in the library", "Opening a session\nTwo minutes.", "Ben")
    await chat.passes(days=1)
    told = [m for m in chat.ben.inbox if "kept something you wrote" in m]
    assert len(told) == 1
    assert "Opening a session" in told[0]
    await chat.ben.presses("Take it back", on=told[0])

    assert "no longer in the library" in chat.ben.told
    await chat.ann.types("/find session")
    assert "Nothing here yet" in chat.ann.told


async def test_after_seven_days_it_is_too_late_to_withdraw_by_the_button(chat: Chat) -> None:
    """An old button says so, and the message stays kept (8.A4)."""
    await chat.founded(chat.ben)
    await chat.ann.uses("Keep in the library", "Opening a session\nTwo minutes.", "Ben")
    await chat.passes(days=1)
    told = next(m for m in chat.ben.inbox if "kept something you wrote" in m)
    await chat.passes(days=7)
    await chat.ben.presses("Take it back", on=told)

    assert "seven days are over" in chat.ben.told
    await chat.ann.types("/find session")
    assert "Opening a session" in chat.ann.told


async def test_keeping_ones_own_message_tells_nobody(chat: Chat) -> None:
    """No direct message to oneself."""
    await chat.founded()
    await chat.ann.uses("Keep in the library", "Opening a session\nTwo minutes.", "Ann")
    await chat.passes(days=2)

    assert chat.ann.inbox == []
