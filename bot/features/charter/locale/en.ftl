charter-about = The charter: write it together, adopt it, sign it, see what changed

charter-show = Charter
    .about = The charter as it stands: its text, who signed, when it is looked at again
    .example = `/charter` shows the charter, or two ways to begin one
charter-draft = Write the charter
    .title = The draft
    .about = The draft, section by section: edit, suggest, take or leave a suggestion
    .example = `/charter draft rhythm` opens one section of the draft
charter-draft-section = Section
    .about = Which section to open; nothing: the whole draft
charter-adopt = Adopt the charter
    .title = Adopt the draft
    .about = Keep the draft as it is now, and put that text to a decision by consent
    .example = `/charter adopt` puts the draft, as it is now, to a decision
charter-adopt-minor = Only a slip of the pen?
    .about = Put right how it is written, without a decision; for whoever facilitates
charter-sign = Sign the charter
    .title = Sign the charter
    .about = Sign the version in force
    .example = `/charter sign` signs the version in force
charter-sign-version = Version
    .about = Its number; nothing: the one in force
charter-diff = What changed
    .title = What changed
    .about = What changed between two versions, or in the draft
    .example = `/charter diff 1 2` says what changed from version 1 to version 2
charter-diff-before = From version
    .about = The number of the earlier version
charter-diff-after = To version
    .about = The number of the later one; nothing: the newest

charter-express = Express charter
    .title = Express charter
    .send = Begin the draft
    .note = Five sentences are enough to begin with. They become a draft that everybody can change.
charter-express-community = Community
charter-express-why = Why we exist
charter-express-whom = For whom
charter-express-rhythm = Our rhythm
charter-express-sharing = What we share, what stays between us
charter-express-decide = How we decide
charter-edit = Edit a section
    .title = Edit the section
    .send = Save
charter-edit-community = Community
charter-edit-key = Section
charter-edit-edition = Edition
charter-edit-words = What the section says
    .hint = Empty: the charter goes without this section
charter-suggest = Suggest another text
    .title = Suggest another text
    .send = Suggest
charter-suggest-community = Community
charter-suggest-key = Section
charter-suggest-words = What the section could say
charter-review = Day of the review
    .title = Look at it again
    .send = Save
    .note = Whoever facilitates is reminded seven days before.
charter-review-version = Version
charter-review-day = When is it looked at again?
    .hint = In a year, 1 September, 2027-10-01

# ── sections ────────────────────────────────────────────────────────────────────────────────────

charter-section-why = Why we exist
charter-section-whom = For whom
charter-section-objectives = Our objectives
charter-section-roles = Roles and terms
charter-section-rhythm = Our rhythm
charter-section-sharing = Sharing and confidentiality
charter-section-decide = How we decide
charter-section-conduct = How we treat each other
charter-section-records = What is recorded
charter-section-review = How we review this charter

charter-proposed-why = { $name } brings us together for { $purpose }. We learn from each other’s practice, so that nobody works alone.
charter-proposed-aim = { $name } brings us together to learn from each other’s practice, so that nobody works alone.
charter-proposed-whom = { $name } is open to whoever practises in this field, beginner or not, whatever the organisation. One joins by saying so, and leaves in the same way.
charter-proposed-objectives =
    This year we want to build a library that we use, to try each other’s methods, and to say what it changed.
    Each objective has a figure and a date; we look at it together when that day comes.
charter-proposed-roles =
    Facilitation, note-taking and the other roles turn: each is held for a term, by members who said yes, and passed on with a note.
    Nobody holds the same role twice in a row without being asked again.
charter-proposed-rhythm = We meet once a month for an hour, online. Dates are proposed in advance, and whoever cannot come finds the notes.
charter-proposed-sharing =
    What is shared in the library may be used by all members, with credit to whoever shared it.
    What is said about people, learners or an organisation stays between us.
charter-proposed-decide = We decide by consent: a proposal is adopted when nobody has a reasoned objection. Objections help us to improve the proposal.
charter-proposed-conduct =
    We speak for ourselves, listen to the end, and welcome attempts that failed.
    Whoever is ill at ease tells the facilitator, who answers within a week.
charter-proposed-records = Ronde keeps our polls, meetings, roles and shared resources, so that we can count what we do together. Members see it all, and each may ask what is kept about them.
charter-proposed-review = We look at this charter again once a year. Any member may suggest a change at any time; a new version is adopted by consent, and signed anew.

# ── how it stands ───────────────────────────────────────────────────────────────────────────────

charter-title = Charter of { $name }
charter-called = Charter, { $name }
charter-version = version { $number }
charter-version-retired = version { $number }, retired on { $at }
charter-put-of = text of { $at }
charter-the-draft = the draft
charter-nothing = There is no charter yet. Two ways to begin: write five sentences yourself, or ask everybody first why we are here, what we shall do together, and how.
charter-nothing-note = Both lead to a draft that everybody can change. Nothing is in force before it is adopted.
charter-numbered = Version
charter-since = { $number }, adopted on { $at }
charter-looked-at = To be looked at again
charter-adopted-on = adopted on { $at }
charter-minor = Correction
charter-minor-of = signatures since version { $number } hold
charter-signed = Signed
charter-signed-count = { $count ->
        [one] by 1 member
       *[other] by { $count } members
    }
charter-coverage = by { $count } of { $active } active members · { $share }%
charter-known-by = Fingerprint
charter-fingerprint = Fingerprint (SHA-256): { $hash }
charter-is-retired = This charter was retired on { $at }. Its text and its signatures stay.
charter-members-sign = Members of the community sign it.
charter-mine-signed = You signed it on { $at }.
charter-mine-none = You have not signed it yet. Not signing closes no door to you.
charter-mine-renew = You signed version { $number }: your signature is to be renewed.
charter-head = **{ $title }**
charter-page = page { $page } of { $count }
charter-signed-by = Signed by { $names }.
charter-to-renew = Still under an earlier version: { $names }.
charter-signed-left = Signed, and left the community since: { $names }.
charter-nobody-signed = Nobody has signed this version yet.

charter-button-express = Write five sentences
charter-button-round = Ask everybody first
charter-button-draft = The draft
charter-button-write = Read and write
charter-button-open = See the charter
charter-button-read = Read it
charter-button-diff = What changed
charter-button-my-diff = What changed since version { $number }
charter-button-sign = Sign version { $number }
charter-button-withdraw = Take my signature back
charter-button-signatures = Who signed
charter-button-md = As Markdown
charter-button-html = To print
charter-button-review = Day of the review
charter-button-retire = Retire the charter
charter-retire-sure = No charter will be in force until another is adopted. Its text and its signatures stay.
charter-button-earlier = Previous page
charter-button-later = Next page
charter-button-back = The whole draft
charter-button-adopt = Adopt this draft
charter-button-rest = Propose a text for the rest
charter-button-correct = It is only a correction
charter-correct-sure = It is in force at once, without a decision, and signatures hold. It is written in the journal.
charter-button-proposed = Take this text
charter-button-edit = Edit
charter-button-suggest = Suggest
charter-button-take = Take suggestion { $index }
charter-button-leave = Leave suggestion { $index }
charter-button-put = Put it to a decision

# ── signing ─────────────────────────────────────────────────────────────────────────────────────

charter-signed-now = You signed the charter, { $name }.
charter-signed-already = You have signed the charter, { $name }, already. Your signature counts once.
charter-withdrawn = Your signature is taken back. You can sign again at any time with `/charter sign`.
charter-nothing-signed = There is no signature of yours on this version.
charter-outdated = Version { $old } is no longer in force: { $name } has taken its place. See what changed, and sign that one.
charter-not-adopted = This text is not adopted yet. It can be signed once it is.
charter-none-in-force = No charter is in force. `/charter` shows how to begin one, or how far the draft is.
charter-none-adopted = No version was adopted yet. `/charter draft` shows the draft.
charter-no-version = There is no version { $number }: the newest is version { $last }.
charter-asked = Our charter says in a page why we exist, what we share and how we decide. Take two minutes to read it, and sign it if you agree.
charter-asked-note = Not signing closes no door to you.
charter-renew = You signed version { $old } of the charter. Now { $name } is in force; here is what changed.
charter-renew-more = { $count ->
        [one] One more section changed.
       *[other] { $count } more sections changed.
    }
charter-awaits-sign = The charter, { $name }, awaits your signature.

# ── what changed ────────────────────────────────────────────────────────────────────────────────

charter-added = Added: “{ $words }”
charter-removed = Removed: “{ $words }”
charter-reworded = Reworded: { $swaps }. It now reads: “{ $after }”
charter-swapped = “{ $before }” became “{ $after }”
charter-swapped-in = “{ $words }” came in
charter-swapped-out = “{ $words }” went out
charter-diff-title = From { $before } to { $after }
charter-diff-none = Nothing changed.
charter-diff-page = { $count ->
        [one] 1 section changed
       *[other] { $count } sections changed
    } · page { $page } of { $pages }

# ── the draft ───────────────────────────────────────────────────────────────────────────────────

charter-draft-title = The charter’s draft
charter-unwritten = not written yet
charter-suggestions = { $count ->
        [0] no suggestion
        [one] 1 suggestion
       *[other] { $count } suggestions
    }
charter-pick-section = Open a section
charter-empty = Nothing is written yet: write a sentence, or take the proposed text.
charter-no-draft = There is no draft to adopt yet. `/charter draft` begins one.
charter-nothing-new = The draft says what { $name } says: there is nothing to adopt. `/charter draft` changes it.
charter-draft-same = The draft says what { $name } says. Change a section to begin the next version.
charter-draft-put = This text was put to a decision on { $at }.
charter-draft-moved = The draft has changed since { $at }: what is being decided is the text as it was then.
charter-proposed = Nothing is written here yet. A text to begin with:
charter-edited = Last written by { $name } on { $at }
charter-somebody = Somebody
charter-overtaken = { $name } changed this section while you were writing. You see both: what it says now, and yours as a suggestion below. Nothing is lost; take yours, or edit again.
charter-section-moved = The section has changed since you saw it. Here is what it says now: press again if you still want to take the suggestion.
charter-suggestion = Suggestion { $index }, by { $name } on { $at }:
charter-the-round = the round of answers
charter-more-suggestions = { $count ->
        [one] One earlier suggestion comes after these.
       *[other] { $count } earlier suggestions come after these.
    }
charter-suggests-nothing = This is what the section says already. Change a word, then suggest it.
charter-was-taken = { $name } has taken this suggestion already.
charter-was-left = { $name } has left this suggestion already.
charter-drafting = Who writes the charter’s draft
charter-drafting-members = Any member
charter-drafting-facilitators = Facilitation, coordination

# ── adoption ────────────────────────────────────────────────────────────────────────────────────

charter-frozen-title = The text to decide on
charter-frozen = { $count ->
        [one] One section is
       *[other] { $count } sections are
    } kept as they stand now (fingerprint { $hash }). That text is put to a decision by consent.
charter-frozen-note = Who changes the draft from now on changes the next version: what is adopted is the text that was decided on.
charter-proposal = Charter, version { $number }
charter-followed = { $name } has followed since. Retire that one instead.
charter-not-slight = This is more than a correction: a section came or went, or more than a few words changed. Put it to a decision with `/charter adopt`.
charter-review-when = Choose a day to come, within five years.

charter-card-draft = We are writing our charter. Read the draft, change a section, or leave a suggestion.
charter-card-next = The next version of our charter is being written. Read the draft, change a section, or leave a suggestion.
charter-card-became = The draft was adopted: { $name }.
charter-written = Written
charter-of-ten = { $count } of { $of } sections
charter-suggested = Waiting
charter-card-adopted = Our charter is adopted, { $name }. Whoever agrees signs it.
charter-card-corrected = Our charter is put right, { $name }: how it is written, not what it says. Signatures hold.
charter-card-followed = { $name } of the charter has taken the place of { $old }.
charter-card-note = Not signing closes no door to anybody.

charter-export-md = The charter, as Markdown
charter-export-html = The charter, as a page to print
charter-export-review = To be looked at again on { $day }
charter-export-signed = { $count ->
        [one] Signed by { $names }
       *[other] Signed by { $count } people: { $names }
    }

# ── told elsewhere ──────────────────────────────────────────────────────────────────────────────

charter-news-adopted = Adopted: the charter, { $name }
charter-handover-draft = { $count ->
        [0] The charter’s draft is being written.
        [one] The charter’s draft is being written; one suggestion waits.
       *[other] The charter’s draft is being written; { $count } suggestions wait.
    }
charter-nudge-review = The charter, version { $number }, is to be looked at again on { $at }.
charter-nudge-reviewed = The charter, version { $number }, was to be looked at again on { $at }.
charter-nudge-groups = { $count ->
        [one] One person’s answers wait to be grouped.
       *[other] The answers of { $count } people wait to be grouped.
    }
nudge-rule-charter-review = The charter’s review
nudge-rule-charter-groups = Answers to group
measure-e6 = Charter coverage
    .about = Active members who signed the version in force ÷ active members (an act within 30 days)
    .missing = A charter that a decision adopts: `/charter`.
