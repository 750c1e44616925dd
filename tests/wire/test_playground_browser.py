"""The page as people use it: by keyboard, by ear, on a phone, in the dark, and when things fail."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.kit import browser
from tests.kit.browser import Room

# ── the composer ────────────────────────────────────────────────────────────────────────────────


async def test_commands_complete_as_one_types(room: Room) -> None:
    """A slash offers commands with what they do; Tab, arrows and Enter take one; options follow."""
    visit = await room.visit("en-GB")
    line, offers = visit.page.locator("#line"), visit.page.locator("#offers li")

    await line.press_sequentially("/po")
    await expect(offers).to_have_count(1)
    await expect(offers.first).to_contain_text("Ask the community a question")
    await expect(line).to_have_attribute("aria-expanded", "true")
    await line.press("Tab")
    await expect(line).to_have_value("/poll ")
    await expect(offers.first).to_contain_text("new")
    await visit.shot("composer-subcommands")
    await line.press("ArrowDown")
    await expect(offers.first).to_have_attribute("aria-selected", "true")
    await expect(line).to_have_attribute("aria-activedescendant", "offer-0")
    await line.press("Enter")
    await expect(line).to_have_value("/poll new ")
    await line.press_sequentially('"Where?" "Here" "There" na')
    await expect(offers).to_have_count(1)
    await line.press("Tab")
    await expect(line).to_have_value('/poll new "Where?" "Here" "There" names:')
    await line.press_sequentially("sh")
    await line.press("Tab")
    await expect(line).to_have_value('/poll new "Where?" "Here" "There" names:shown ')
    await line.press_sequentially("until:fri")
    await expect(offers.first).to_contain_text("Friday 6 November 2026")
    await visit.shot("composer-date")
    await line.press("Tab")
    await expect(line).to_have_value(
        '/poll new "Where?" "Here" "There" names:shown until:2026-11-06 '
    )
    await line.press("Escape")
    await line.press("Enter")
    await expect(visit.card("Where?")).to_contain_text("Everybody sees who chose what.")
    assert visit.problems == []


async def test_commands_complete_in_french(room: Room) -> None:
    """French names, with or without accents; the English ones are found as well."""
    visit = await room.visit("fr-FR")
    line, offers = visit.page.locator("#line"), visit.page.locator("#offers li")

    await line.press_sequentially("/so")
    await line.press("Tab")
    await line.press_sequentially("nouveau ")
    await expect(offers.filter(has_text="fin:")).to_have_count(1)
    await line.press_sequentially("resultats:")
    await expect(offers).to_have_count(3)
    await line.fill("/pol")
    await expect(offers.first).to_contain_text("/sondage (/poll)")
    assert visit.problems == []


async def test_a_reference_is_completed_by_what_exists(room: Room) -> None:
    """Which poll: its number and its question are offered."""
    visit = await room.visit("en-GB")
    await visit.types('/poll "Lunch?" "Soup" "Pie"')
    await expect(visit.card("Lunch?")).to_be_visible()
    await visit.page.locator("#line").press_sequentially("/poll show ")

    await expect(visit.page.locator("#offers li").first).to_contain_text("Lunch?")
    await visit.page.locator("#line").press("Tab")
    await expect(visit.page.locator("#line")).to_have_value("/poll show 1 ")
    assert visit.problems == []


async def test_what_people_say_is_shown_to_others_and_the_bot_stays_quiet(room: Room) -> None:
    """A line without a slash is a message; the channel shows it as unread to others."""
    visit = await room.visit("en-GB")
    before = await visit.page.locator("article.bot").count()
    await visit.types("Shall we meet on Thursday?")
    await expect(visit.page.locator("article.human").last).to_contain_text("Shall we meet")
    await visit.goes("accueil")
    await visit.becomes("ann")

    await expect(visit.page.locator("[data-key=place-welcome] .badge")).to_contain_text("1")
    await visit.goes("welcome")
    await expect(visit.page.locator("[data-key=place-welcome] .badge")).to_have_count(0)
    assert await visit.page.locator("article.bot:not(.private)").count() == before
    assert visit.problems == []


async def test_a_message_becomes_a_poll_through_its_menu(room: Room) -> None:
    """The shortcut opens the form with the message's words as the question."""
    visit = await room.visit("en-GB")
    message = visit.page.locator("article.human").first
    await message.hover()
    await message.locator(".more").click()
    await visit.page.get_by_role("menuitem", name="Make it a poll").click()

    await expect(visit.page.locator("dialog.form textarea").first).to_have_value(
        "Morning from London. Has anyone tried feedback in pairs?"
    )
    assert visit.problems == []


# ── forms ───────────────────────────────────────────────────────────────────────────────────────


async def test_errors_stand_under_their_fields(room: Room) -> None:
    """What is wrong is said under the field, in the reader's language; the first one has focus."""
    visit = await room.visit("fr-FR")
    await visit.types('/sondage "Où ?" fin:"quand il fera beau"')
    form = visit.page.locator("dialog.form")

    await expect(form.locator("#field-choices-error")).to_contain_text("nécessaire")
    await expect(form.locator("#field-until-error")).to_contain_text("quand il fera beau")
    await expect(form.locator("#field-choices")).to_be_focused()
    await expect(form.locator("#field-choices")).to_have_attribute("aria-invalid", "true")
    await expect(form.locator("#field-question")).to_have_value("Où ?")
    await visit.shot("form-errors-fr")
    await form.locator("#field-choices").fill("Été\nete")
    await form.locator("button[type=submit]").click()
    await expect(form.locator("#field-choices-error")).to_be_empty()
    await expect(form.locator("#field-until")).to_be_focused()
    await form.locator("#field-until").fill("vendredi 18h")
    await expect(form.locator("#field-until-about")).to_contain_text("vendredi 6 novembre 2026")
    await form.locator("button[type=submit]").click()
    await expect(form.locator("#field-choices-error")).to_contain_text("Été")
    await form.locator("#field-choices").fill("Ici\nLà")
    await form.locator("button[type=submit]").click()
    await expect(visit.page.locator("article.private").last).to_be_focused()
    assert visit.problems == []


async def test_a_closed_form_can_be_taken_up_again(room: Room) -> None:
    """Leaving half-way loses nothing."""
    visit = await room.visit("en-GB")
    await visit.types("/poll")
    form = visit.page.locator("dialog.form")
    await form.locator("#field-question").fill("Half a question")
    await visit.page.keyboard.press("Escape")
    await expect(form).to_have_count(0)
    await visit.types("/poll")
    await form.get_by_text("Take up what I typed before").click()

    await expect(form.locator("#field-question")).to_have_value("Half a question")
    assert visit.problems == []


async def test_a_required_field_is_asked_for_before_anything_is_sent(room: Room) -> None:
    """An empty form stays open, with a sentence under what is needed."""
    visit = await room.visit("en-GB")
    await visit.types("/poll")
    await visit.page.locator("dialog.form button[type=submit]").click()

    await expect(visit.page.locator("#field-question-error")).to_have_text("Please fill this in.")
    await expect(visit.page.locator("#field-question")).to_be_focused()


async def test_a_date_is_repeated_or_asked_back(room: Room) -> None:
    """What was understood stands behind an arrow; what is only proposed is a question."""
    visit = await room.visit("en-GB")
    await visit.types("/poll")
    box, about = visit.page.locator("#field-until"), visit.page.locator("#field-until-about")
    await box.fill("friday 6pm")
    await expect(about).to_contain_text("→ Friday 6 November 2026 at 18:00")
    await box.fill("2020-01-01")
    await expect(about).to_contain_text("Did you mean Friday 1 January 2027 at 23:59")
    await box.fill("31 february")

    await expect(about).to_contain_text("Did you mean ")
    assert visit.problems == []


async def test_are_you_sure(room: Room) -> None:
    """What cannot be undone asks once more; no changes nothing, yes does it."""
    visit = await room.visit("en-GB")
    await visit.types('/poll "Lunch?" "Soup" "Pie"')
    await visit.types("/poll show 1")
    cancel = visit.page.locator("article.private .button.danger")
    await cancel.click()
    await expect(visit.page.get_by_role("alertdialog")).to_contain_text("Cancel this poll?")
    await expect(visit.page.locator("dialog.sure .button").first).to_have_text("Leave as is")
    await visit.page.keyboard.press("Escape")
    await expect(visit.page.get_by_role("alertdialog")).to_have_count(0)
    await expect(visit.card("Lunch?")).to_be_visible()
    await cancel.click()
    await visit.page.locator("dialog.sure .button.danger").click()

    await expect(visit.page.locator("article.bot:not(.private)", has_text="Lunch?")).to_have_count(
        0
    )
    assert visit.problems == []


# ── private answers, files, copying ─────────────────────────────────────────────────────────────


async def test_private_answers_are_marked_and_put_away(room: Room) -> None:
    """Each says that nobody else sees it; other people's pages have none of them."""
    visit = await room.visit("en-GB")
    other = await room.visit("en-GB")
    await other.becomes("grace")
    shown = await other.page.locator("article.private").count()
    await visit.types("/ronde help")
    answer = visit.page.locator("article.private").last

    await expect(answer).to_contain_text("Nobody else sees this")
    assert await other.page.locator("article.private").count() == shown
    await answer.get_by_label("Put away").click()
    await expect(visit.page.locator("article.private")).to_have_count(0)
    assert visit.problems == []


async def test_a_result_is_downloaded(room: Room) -> None:
    """The export is a file with its name."""
    visit = await room.visit("en-GB")
    await visit.types('/poll "Lunch?" "Soup" "Pie"')
    await visit.types("/poll export 1")
    async with visit.page.expect_download() as waiting:
        await visit.page.locator("a.take").click()
    download = await waiting.value

    assert download.suggested_filename.endswith(".csv")
    assert b"Soup" in Path(await download.path()).read_bytes()


async def test_an_invitation_is_copied(room: Room) -> None:
    """The text to copy has a button; what is copied is the text."""
    visit = await room.visit("en-GB", permissions=["clipboard-read", "clipboard-write"])
    await visit.page.locator("[data-key=place-atelier]").click()
    await visit.types("/ronde")
    await visit.page.locator("article.private .button.primary").click()
    await visit.page.locator("dialog.form button[type=submit]").click()
    await visit.page.get_by_role("button", name="Invite people").click()
    await visit.page.locator(".copyable .button").click()

    await expect(visit.page.locator("#toast")).to_have_text("Copied.")
    copied = await visit.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Hello, we are starting Atelier")
    assert visit.problems == []


async def test_nothing_people_type_becomes_markup(room: Room) -> None:
    """Scripts, pictures and links in a question are shown as they were typed (defect 2.10)."""
    visit = await room.visit("en-GB")
    nasty = "<img src=x onerror=document.title='hit'> <b>x</b> javascript:alert(1) @everyone"
    await visit.types(f'/poll "{nasty}" "<script>a</script>" "**b**"')
    board = visit.card("onerror")

    await expect(board).to_contain_text("<b>x</b>")
    await expect(board).to_contain_text("<script>a</script>")
    await expect(board).to_contain_text("**b**")
    assert await board.locator("img, script, b").count() == 0
    assert "hit" not in await visit.page.title()
    assert visit.problems == []


async def test_emoji_and_right_to_left_text_stay_what_they_are(room: Room) -> None:
    """Words in any script, in the composer as on a card."""
    visit = await room.visit("en-GB")
    await visit.types('/poll "מתי נפגשים? 👩‍👧" "יום חמישי" "Thursday"')

    await expect(visit.card("מתי נפגשים?")).to_contain_text("יום חמישי")
    assert visit.problems == []


# ── home, people, languages ─────────────────────────────────────────────────────────────────────


async def test_home_shows_what_awaits_me_and_changes_with_it(room: Room) -> None:
    """An open poll awaits; once answered, it no longer does."""
    visit = await room.visit("en-GB")
    await visit.types('/poll "Lunch?" "Soup" "Pie"')
    await expect(visit.card("Lunch?")).to_be_visible()
    await visit.goes("home")
    await expect(visit.page.locator("#timeline")).to_contain_text("Lunch?")
    await visit.shot("home")
    await visit.goes("welcome")
    await visit.card("Lunch?").locator("button.bar").first.click()
    await expect(visit.card("Lunch?")).to_contain_text("1 vote")
    await visit.goes("home")
    await expect(visit.page.locator("#timeline")).not_to_contain_text("Lunch?")
    await expect(visit.page.locator("#timeline")).to_contain_text("The first thirty minutes")
    assert visit.problems == []


async def test_the_page_speaks_both_languages(room: Room) -> None:
    """The switch changes every word of the page, and Inès with it; others keep their language."""
    visit = await room.visit("fr-FR")
    await visit.page.click("#language-en")
    await expect(visit.guide.locator("h2")).to_have_text("You are Inès, coordinator in Lyon.")
    await expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    await expect(visit.page.locator("#language-en")).to_be_focused()
    await visit.types("/ronde help")
    await expect(visit.page.locator("article.private").last).to_contain_text("One example")
    await visit.becomes("moussa")
    await visit.types("/ronde aide")
    await expect(visit.page.locator("article.private").last).to_contain_text("Un exemple")
    await visit.page.reload()
    await expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    await expect(visit.page.locator("[data-person=moussa]")).to_have_attribute(
        "aria-checked", "true"
    )
    assert visit.problems == []


async def test_two_pages_follow_each_other(room: Room) -> None:
    """A vote on one page is on the other at once."""
    ines, ann = await room.visit("en-GB"), await room.visit("en-GB")
    await ann.becomes("ann")
    await ines.types('/poll "Lunch?" "Soup" "Pie"')
    await ann.card("Lunch?").locator("button.bar").first.click()

    await expect(ines.card("Lunch?")).to_contain_text("Soup1 vote")
    assert ines.problems == ann.problems == []


async def test_nothing_due_is_said(tmp_path: Path) -> None:
    """Without any event the clock stays, and the page says what to do."""
    async with browser.room(tmp_path, empty=True) as room:
        visit = await room.visit("en-GB")
        await visit.page.click("#forward")

        await expect(visit.page.locator("#toast")).to_contain_text("Nothing is due")
