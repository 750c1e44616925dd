"""What is in the library can be changed, binned, restored and taken back, by whom it belongs to."""

from __future__ import annotations

from tests.kit.chat import Chat

GUIDE = "https://example.org/guide"


async def test_ones_own_can_be_edited_and_the_card_follows(chat: Chat) -> None:
    """Title, tags, note, type and link; what was there is in place (8.A8)."""
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation" #adults')
    await chat.ann.presses("Edit", on=chat.ann.told)
    assert chat.ann.form is not None
    assert chat.ann.form.values["title"] == "Peer evaluation"
    assert chat.ann.form.values["tags"] == "#adults"
    await chat.ann.fills(title="Judging each other", tags="#evaluation", kind="course")

    assert "Saved." in chat.ann.told
    card = chat.channel.newest
    assert "Judging each other" in card
    assert "#evaluation" in card
    assert "#adults" not in card
    assert "Course" in card
    await chat.ann.types("/find peer evaluation")
    assert "Nothing found" in chat.ann.told
    await chat.ann.types("/find judging")
    assert "Judging each other" in chat.ann.told


async def test_a_link_cannot_be_changed_into_another_entrys(chat: Chat) -> None:
    """The error names the other one."""
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "One"')
    await chat.ann.types('/share https://example.org/two "Two"')
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(link=f"{GUIDE}/")

    assert chat.ann.form is not None
    assert "n° 1" in chat.ann.form.errors["link"]


async def test_another_persons_resource_is_not_mine_to_change(chat: Chat) -> None:
    """Members see no such buttons; who facilitates does (8.A8)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.ben.types(f'/share {GUIDE} "One"')
    card = chat.channel.newest
    await chat.eve.types("/ronde")
    await chat.eve.presses("I'm in", on=chat.eve.told)
    await chat.eve.presses("More", on=card)
    assert "Delete" not in chat.eve.told.buttons
    assert "Edit" not in chat.eve.told.buttons
    await chat.cleo.presses("More", on=card)
    assert {"Delete", "Edit"} <= set(chat.cleo.told.buttons)


async def test_deleted_is_thirty_days_in_the_bin(chat: Chat) -> None:
    """Its card goes, it is not found; it can be restored until the month is over (8.A8)."""
    await chat.founded(chat.ben)
    await chat.ben.types(f'/share {GUIDE} "One"')
    await chat.ben.types('/share https://example.org/two "Two"')
    await chat.ben.types("/find one")
    await chat.ben.presses("Open 1", on=chat.ben.told)
    await chat.ben.presses("Delete", on=chat.ben.told)
    assert "is in the bin, for 30 days" in chat.ben.told
    assert not any("One" in m and "n° 1" in m for m in chat.channel.messages)
    await chat.ben.types("/find one")
    assert "Nothing found" in chat.ben.told

    await chat.ann.types("/share list bin")
    await chat.ann.presses("Restore 1", on=chat.ann.told)
    await chat.ben.types("/find one")
    assert "One" in chat.ben.told


async def test_after_thirty_days_the_bin_is_emptied(chat: Chat) -> None:
    """What was deleted a month ago is gone for good."""
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "One"')
    await chat.ann.presses("Delete", on=chat.ann.told)
    await chat.passes(days=29)
    await chat.ann.types("/share list bin")
    assert "One" in chat.ann.told
    await chat.passes(days=2)
    await chat.ann.types("/share list bin")

    assert "One" not in chat.ann.told


async def test_sharing_what_is_in_the_bin_takes_it_out(chat: Chat) -> None:
    """Nothing is made twice, not even beside the bin."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/share {GUIDE} "One"')
    await chat.ann.presses("Delete", on=chat.ann.told)
    await chat.ben.types(f"/share {GUIDE}")

    assert "is in the library already" in chat.ben.told
    await chat.ben.types("/find one")
    assert "One" in chat.ben.told


async def test_taking_back_twice_is_no_harm(chat: Chat) -> None:
    """The second press on the old button says the same."""
    await chat.founded(chat.ben)
    await chat.ann.uses("Keep in the library", "Opening a session\nTwo minutes.", "Ben")
    await chat.passes(days=1)
    told = next(m for m in chat.ben.inbox if "kept something you wrote" in m)
    await chat.ben.presses("Take it back", on=told)
    await chat.wire.repeat()
    await chat.settle()

    assert "no longer in the library" in chat.ben.told


async def test_a_card_of_what_is_in_the_bin_says_so(chat: Chat) -> None:
    """An old list still has its buttons; what is in the bin is not shown behind them."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/share {GUIDE} "One"')
    await chat.ben.types("/share list")
    listed = chat.ben.told
    await chat.ann.presses("Delete", on=chat.ann.told)
    await chat.ben.presses("Open 1", on=listed)

    assert "“One” is in the bin." in chat.ben.told


async def test_a_link_becomes_another_or_a_note(chat: Chat) -> None:
    """Edited, the new page is looked at; without a link it is a note under its title."""
    chat.web.pages["https://example.org/new"] = {"description": "Words of the new page."}
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "One"')
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(link="https://example.org/new")
    await chat.tick()
    assert "Words of the new page." in chat.channel.newest
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(link="", kind="note")

    assert "Note" in chat.channel.newest
    assert "Words of the new page." not in chat.channel.newest
    await chat.ann.types(f'/share {GUIDE} "One again"')
    assert "One again is in the library" in chat.ann.told


async def test_what_is_kept_quietly_can_be_shown_in_the_channel(chat: Chat) -> None:
    """What was kept from a message gets its card by one press."""
    await chat.founded(chat.ben)
    before = len(chat.channel.messages)
    await chat.ann.uses("Keep in the library", "Opening a session\nTwo minutes.", "Ben")
    assert len(chat.channel.messages) == before
    await chat.ann.presses("Show it in the channel", on=chat.ann.told)

    assert "Opening a session" in chat.channel.newest
    assert "shared by Ben" in chat.channel.newest


async def test_an_edit_with_unusable_words_comes_back(chat: Chat) -> None:
    """The link and the tags are judged as when sharing."""
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "One"')
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(link="javascript:alert(1)", tags="#" + "x" * 60)

    assert chat.ann.form is not None
    assert set(chat.ann.form.errors) == {"link", "tags"}
    assert "One" in chat.channel.newest
