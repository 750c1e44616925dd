"""A decision by consent: proposed, talked over, answered, amended, adopted."""

from __future__ import annotations

import asyncio

from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown
from tests.stories.test_leaving import leaving
from tests.stories.test_roles_swaps import journal

TITLE = "Publish our templates"
PROPOSAL = f"Proposal: {TITLE}"
CONSENT, CONCERN, OBJECTION, ASIDE = (
    "Consent",
    "Consent, with a concern",
    "Objection",
    "Stand aside",
)


def card(chat: Chat, title: str = f"Consent round: {TITLE}") -> Shown:
    """The newest card of the round."""
    return chat.channel.find(title)


async def proposed(chat: Chat, *others: Someone, line: str = f'"{TITLE}" until:+7d') -> None:
    """A community of Ann and others, in which Ann has proposed something."""
    await chat.founded(*others)
    await chat.ann.types(f"/decide new {line}")


async def opened(chat: Chat, *others: Someone, until: str = "+7d") -> None:
    """Its round is open."""
    await proposed(chat, *others)
    await chat.ann.presses("Open the consent round", on=chat.channel.find(PROPOSAL))
    await chat.ann.fills(until=until)


async def objects(chat: Chat, who: Someone, why: str) -> None:
    """Somebody raises an objection on the newest round."""
    await who.presses(OBJECTION, on=card(chat))
    await who.fills(words=why)


async def test_from_a_proposal_to_a_decision(chat: Chat) -> None:
    """Proposal, questions, a round on a frozen roll, four answers, an outcome (15.A1, A2, A6, A9)."""
    await proposed(chat, chat.ben, chat.cleo, chat.dan)
    proposal = chat.channel.find(PROPOSAL)
    assert "Open to questions and amendments" in proposal
    assert "9 November" in chat.ann.told

    await chat.ben.presses("Ask a question", on=proposal)
    await chat.ben.fills(words="Under which licence?")
    question = chat.channel.find("Under which licence?")
    assert question in chat.channel.replies(chat.channel.find(PROPOSAL))
    assert "1 question" in chat.channel.find(PROPOSAL)
    await chat.cleo.presses("Answer it", on=question)
    assert "Only whoever proposed this" in chat.cleo.told
    await chat.ann.presses("Answer it", on=question)
    await chat.ann.fills(words="CC BY.")
    assert "Ann answers: CC BY." in chat.channel.find("Under which licence?")
    await chat.ben.presses("Suggest an amendment", on=proposal)
    await chat.ben.fills(words="Those of this year.")
    assert "1 amendment suggested" in chat.channel.find(PROPOSAL)

    await chat.cleo.presses("Open the consent round", on=proposal)
    assert "Only whoever proposed this" in chat.cleo.told
    await chat.ann.presses("Open the consent round", on=proposal)
    assert chat.ann.form is not None
    assert "2026-11-09" in chat.ann.form.values["until"]
    await chat.ann.fills()
    assert "0 of 4 answered; 3 are needed" in card(chat)
    assert "Answers carry names, so that an objection can be talked over" in card(chat)

    await chat.eve.presses(chat.join_label)
    await chat.eve.presses(CONSENT, on=card(chat))
    assert "those who were members when it opened" in chat.eve.told
    assert "0 of 4 answered" in card(chat)

    await chat.ben.presses(CONSENT, on=card(chat))
    await chat.ben.presses(CONSENT, on=card(chat))
    assert "You consent." in chat.ben.told
    assert "1 of 4 answered" in card(chat)
    await chat.ben.presses(ASIDE, on=card(chat))
    assert "1 stands aside" in card(chat)
    await chat.cleo.presses(CONCERN, on=card(chat))
    await chat.cleo.fills(words="Who answers mails?")
    assert "Concern of Cleo: Who answers mails?" in card(chat)
    await chat.dan.presses(OBJECTION, on=card(chat))
    assert chat.dan.form is not None
    await chat.dan.fills(words="Two are not ours.")
    assert "Objection of Dan: Two are not ours." in card(chat)
    assert "You object: Two are not ours." in chat.dan.told
    assert "3 of 4 answered" in card(chat)
    await chat.dan.presses(CONSENT, on=card(chat))
    assert "Taken back." in card(chat)

    await chat.passes(days=7)
    assert "Adopted: D-2026-001, version 1." in card(chat, f"Consent round: D-2026-001 {TITLE}")
    assert CONSENT not in card(chat, "Consent round:").buttons
    outcome = chat.channel.find("Outcome: D-2026-001")
    assert "3 of 4 answered" in outcome
    assert "To be reviewed by" in outcome
    assert "9 May 2027" in outcome
    assert "Version 1 in force since" in chat.channel.find(f"D-2026-001 · {TITLE}")
    await chat.eve.types("/decide list templates")
    assert f"D-2026-001 {TITLE}" in chat.eve.told
    await chat.eve.types("/decide list biscuits")
    assert "No decision speaks of “biscuits”" in chat.eve.told
    await chat.eve.types("/decision voir d-2026-1")
    assert "1 consent · 1 consent with a concern · 1 stands aside" in chat.eve.told


async def test_an_objection_and_what_becomes_of_it(chat: Chat) -> None:
    """Closed by its author, or by whoever facilitates, with a public reason (15.A2, A3, A4)."""
    await opened(chat, chat.ben, chat.cleo, chat.dan)
    first = card(chat)
    for one in (chat.ben, chat.ann):
        await one.presses(CONSENT, on=first)
    await objects(chat, chat.dan, "Two are not ours.")
    await chat.passes(days=7)
    assert "Not adopted: an objection stands." in card(chat)

    await chat.ben.types("/decide show 1")
    assert "Objection of Dan" not in chat.ben.told.buttons
    await chat.ann.types("/decide show 1")
    await chat.ann.presses("Objection of Dan", on=chat.ann.told)
    assert chat.ann.form is not None
    assert chat.ann.form.values["how"] == "outside"  # there is no new version yet

    await chat.ann.presses("Amend", on=chat.newest_with("Amend", chat.ann))
    assert chat.ann.form is not None
    assert chat.ann.form.values["words"] == TITLE
    await chat.ann.fills(words="Publish ours alone", until="+7d")
    await chat.ann.presses("Publish")
    second = card(chat)
    assert "Publish ours alone" in second
    assert "0 of 4 answered" in second
    await chat.ann.presses("More", on=second)
    await chat.ann.presses("Version 1", on=chat.ann.told)
    assert "1 objection: Dan" in chat.ann.told
    assert "2 consent: " in chat.ann.told
    await chat.ann.presses("Objection of Dan", on=chat.ann.told)
    await chat.ann.fills(how="integrated", reason="They are out.")
    assert "Integrated in the new version, says Ann: They are out." in chat.channel.find(
        "Two are not ours."
    )
    assert "decision.objection-integrated" in await journal(chat)

    await objects(chat, chat.cleo, "I do not like it.")
    await objects(chat, chat.dan, "Still one of them.")
    for one in (chat.ben, chat.ann):
        await one.presses(CONSENT, on=card(chat))
    await chat.passes(days=7)
    assert "Not adopted: 2 objections stand." in card(chat)
    await chat.ann.types("/decide show 1")
    await chat.ann.presses("Objection of Cleo", on=chat.ann.told)
    await chat.ann.fills(how="outside", reason="A taste, not a harm.")
    assert "Out of the criteria, says Ann: A taste, not a harm." in card(chat)
    await chat.dan.types("/decide show 1")
    lift = chat.dan.told
    await chat.dan.presses("Take my objection back", on=lift)
    assert "Adopted: D-2026-001, version 2." in chat.channel.find("Publish ours alone")
    await chat.dan.presses("Take my objection back", on=lift)
    assert "closed already" in chat.dan.told
    assert [one for one in chat.channel.messages if "Outcome: D-2026-001" in one]


async def test_a_proposal_is_not_changed_during_its_round(chat: Chat) -> None:
    """The answer says how: an amendment makes v2 and a new round, v1 no longer counts (15.A4)."""
    await proposed(chat, chat.ben, chat.cleo)
    await chat.ann.types("/decide show 1")
    mine = chat.ann.told
    await chat.ann.presses("Change the words", on=mine)
    await chat.ann.fills(words="Publish them all")
    assert "version 2" in chat.channel.find(PROPOSAL)
    await chat.ann.presses("Open the consent round", on=chat.channel.find(PROPOSAL))
    await chat.ann.fills(until="+7d")
    first = card(chat)
    await chat.ann.presses("Change the words", on=mine)
    assert "its words stay as they are" in chat.ann.told
    assert "“Amend”" in chat.ann.told
    await chat.ann.presses("Open the consent round", on=mine)
    assert "The round on version 2 is open" in chat.ann.told

    await chat.ben.presses(CONSENT, on=first)
    await chat.cleo.types("/decide show 1")
    earlier = chat.cleo.told
    await chat.ann.types("/decide show 1")
    await chat.ann.presses("Amend", on=chat.ann.told)
    await chat.ann.fills(words="Publish half", until="+7d")
    await chat.ann.presses("Publish")
    replaced = chat.channel.find("Version 2 has been replaced")
    assert "1 of 3 answered" in replaced
    assert CONSENT not in replaced.buttons
    await chat.cleo.presses(CONSENT, on=earlier)
    assert "This version was replaced" in chat.cleo.told
    await chat.passes(days=8)
    assert "0 answered, 3 were needed" in card(chat)  # and nothing came of version 2
    assert "Adopted" not in chat.channel.find("Version 2 has been replaced")


async def test_under_the_quorum_nothing_is_decided(chat: Chat) -> None:
    """Not decided, extended once with its answers, then adopted; never extended twice (15.A2)."""
    await opened(chat, chat.ben, chat.cleo, chat.dan)
    for one in (chat.ben, chat.cleo):
        await one.presses(CONSENT, on=card(chat))
    await chat.passes(days=7)
    assert "Not decided: 2 answered, 3 were needed. Silence is not consent." in card(chat)
    await chat.ann.types("/decide show 1")
    mine = chat.ann.told
    await chat.ann.presses("More time", on=mine)
    await chat.ann.fills(until="+3d")
    assert "2 of 4 answered" in card(chat)
    await chat.ann.presses("More time", on=mine)
    assert "more time once" in chat.ann.told
    await chat.dan.presses(CONSENT, on=card(chat))
    await chat.passes(days=3)
    assert "Adopted: D-2026-001" in card(chat, "Consent round: ")
    assert len([one for one in chat.channel.messages if "Outcome: " in one]) == 1


async def test_closed_once_whoever_closes_it(chat: Chat) -> None:
    """Two who close at once, the clock a third: one outcome, one number; late answers refused (15.A6)."""
    await opened(chat, chat.ben, chat.cleo)
    shown = card(chat)
    await chat.ann.types("/decide show 1")
    assert "Close now" not in chat.ann.told.buttons  # time to object is everybody's
    for one in (chat.ann, chat.ben, chat.cleo):
        await one.presses(CONSENT, on=shown)
    await chat.ann.types("/ronde settings facilitator:@Ben")
    await chat.cleo.types("/decide show 1")
    earlier = chat.cleo.told
    buttons = []
    for one in (chat.ann, chat.ben):
        await one.types("/decide show 1")
        buttons.append(one.told)
    await asyncio.gather(
        *(
            chat.wire.presses(one.persona, on, "Close now")
            for one, on in zip((chat.ann, chat.ben), buttons, strict=True)
        )
    )
    await chat.settle()
    await chat.passes(days=8)
    assert len([one for one in chat.channel.messages if "Outcome: " in one]) == 1
    assert (await journal(chat)).count("decision.adopted") == 1
    await chat.cleo.presses(ASIDE, on=earlier)
    assert "This round is closed" in chat.cleo.told
    await chat.ann.types('/decide new "Meet on Tuesdays" until:+2d')
    await chat.ann.presses("Open the consent round", on=chat.channel.find("Meet on Tuesdays"))
    await chat.ann.fills(until="+2d")
    for one in (chat.ann, chat.ben, chat.cleo):
        await one.presses(CONSENT, on=card(chat, "Consent round: Meet"))
    await chat.passes(days=2)
    assert "Adopted: D-2026-002" in card(chat, "Consent round: D-2026-002")


async def test_who_leaves_during_a_round(chat: Chat) -> None:
    """Unheard they leave the denominator; heard they stay; an objector's is marked (15.A5, R8)."""
    await opened(chat, chat.ben, chat.cleo, chat.dan, chat.eve)
    shown = card(chat)
    await objects(chat, chat.eve, "It breaks a contract.")
    await chat.ben.presses(CONSENT, on=shown)
    assert "2 of 5 answered" in card(chat)
    await leaving(chat, chat.dan)
    assert "2 of 4 answered" in card(chat)
    await leaving(chat, chat.eve)
    assert "2 of 4 answered" in card(chat)
    assert "It breaks a contract. (no longer a member)" in card(chat)
    await chat.eve.presses(CONSENT, on=shown)
    assert "Objection of Eve: It breaks a contract." in card(chat)
    for one in (chat.ann, chat.cleo):
        await one.presses(CONSENT, on=shown)
    await chat.passes(days=7)
    assert "Not adopted: an objection stands." in card(chat)
    told = next(one for one in chat.ann.inbox if "Whoever objected has left" in one)
    await chat.ann.presses("Decide on the objection", on=told)
    await chat.ann.fills(how="gone", reason="The contract ended.")
    assert "Adopted: D-2026-001" in card(chat, "Consent round:")
    assert "Closed by Ann after they left: The contract ended." in card(chat, "Consent round:")
    assert "decision.objector-left" in await journal(chat)
