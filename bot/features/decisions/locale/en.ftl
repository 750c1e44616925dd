decide-about = Decide together by consent: propose, object with reasons, adopt

decision-new = New proposal
    .title = New proposal
    .send = Preview
    .about = Put a proposal to the community; alone, the command opens a form
    .example = `/decide new "Publish our templates under an open licence" quorum:60` puts it to the community
    .note = Answers carry names: an objection can only be integrated if one can talk to whoever raised it. For a sensitive subject, ask first with an anonymous poll.
decision-new-title = What is proposed, in one line
    .about = What is proposed, in one line
    .hint = Publish our templates under an open licence
decision-new-words = The whole text
    .about = What is to hold, as it would be adopted; without it, the line above
    .hint = What is to hold, as it would be adopted
decision-new-until = The round closes
    .about = A date as you would say it: friday 6pm, +7d; without it, in a week
    .hint = empty: in a week, at 18:00
decision-new-quorum = Quorum, in % of those asked
    .about = Which share of those asked has to answer: 50 without it, three people at the least
    .hint = 50; three people at the least

decision-propose = Put to a decision
    .title = Put to a decision
    .send = Preview
    .note = Answers carry names: an objection can only be integrated if one can talk to whoever raised it. For a sensitive subject, ask first with an anonymous poll.
decision-propose-title = What is proposed, in one line
decision-propose-words = Text
decision-propose-until = The round closes
    .hint = empty: in a week, at 18:00
decision-propose-quorum = Quorum, in % of those asked
decision-propose-about = About

decision-list = Decisions
    .title = Decisions
    .about = Decisions and proposals, newest first; with words, those that have them
    .example = `/decide list templates` finds decisions that speak of templates
decision-list-words = Words
    .about = Words of the title or the text

decision-show = Show a decision
    .title = Show a decision
    .about = One decision: its text, the answers, what may be done now
    .example = `/decide show D-2026-007` shows one decision
decision-show-decision = Decision
    .about = D-2026-007, the number on its card, or words of its title

decision-review = Review decisions
    .title = Review decisions
    .about = What is to be reviewed and when; with a decision, review it now
    .example = `/decide review D-2026-007` asks whether to keep, change or drop it
decision-review-decision = Decision
    .about = D-2026-007, the number on its card, or words of its title
decision-review-by = Review by
    .about = Another day to review it by, instead of now

decision-edit = Change the words
    .title = Change the words
    .send = Save
decision-edit-decision = Decision
decision-edit-title = What is proposed, in one line
decision-edit-words = The whole text

decision-open = Open the round
    .title = Open the round
    .send = Open
decision-open-decision = Decision
decision-open-until = It closes
decision-open-quorum = Quorum, in % of those asked
    .hint = 50; three people at the least

decision-amend = Amend
    .title = Amend
    .send = Preview
decision-amend-decision = Decision
decision-amend-version = Version
decision-amend-words = The next version
decision-amend-until = Its round closes

decision-again = Amend
    .title = Amend
    .send = Preview
decision-again-decision = Decision
decision-again-version = Version
decision-again-words = Text
decision-again-until = Its round closes
decision-again-about = About

decision-end = Propose to end it
    .title = Propose to end it
    .send = Open the round
decision-end-decision = Decision
decision-end-version = Version
decision-end-words = Why end it?
decision-end-until = The round closes

decision-extend = More time
    .title = More time
    .send = Extend
decision-extend-round = Round
decision-extend-until = It closes

decision-question = Ask a question
    .title = Ask a question
    .send = Ask
decision-question-decision = Decision
decision-question-kind = Kind
decision-question-words = Your question
decision-amendment = Suggest an amendment
    .title = Suggest an amendment
    .send = Suggest
decision-amendment-decision = Decision
decision-amendment-kind = Kind
decision-amendment-words = What would you write instead?
decision-reply = Answer
    .title = Answer
    .send = Answer
decision-reply-remark = Question
decision-reply-words = Your answer

decision-say-concern = Consent, with a concern
    .title = Consent, with a concern
    .send = Consent
    .note = A concern does not hold the proposal up. Everybody can read it, with your name.
decision-say-concern-round = Round
decision-say-concern-answer = Answer
decision-say-concern-words = Your concern
decision-say-objection = Objection
    .title = Objection
    .send = Object
    .note = An objection is explicit, rests on facts and not on taste, and says what harm the proposal would do or why it is not safe enough to try. Everybody can read it, with your name.
decision-say-objection-round = Round
decision-say-objection-answer = Answer
decision-say-objection-words = What harm would it do, and how do you know?
decision-say-change = Change it
    .title = Change it
    .send = Send
    .note = Your answer opens a full round on this decision.
decision-say-change-round = Round
decision-say-change-answer = Answer
decision-say-change-words = What should change, and why?
decision-say-drop = Drop it
    .title = Drop it
    .send = Send
    .note = Your answer opens a full round on this decision.
decision-say-drop-round = Round
decision-say-drop-answer = Answer
decision-say-drop-words = Why drop it?

decision-settle = Close an objection
    .title = Close an objection
    .send = Close it
decision-settle-objection = Objection
decision-settle-how = How
decision-settle-reason = Why? Everybody can read it
decision-settle-integrated = integrated in the new version
decision-settle-outside = out of the criteria
decision-settle-gone = whoever raised it has left

# ── which one ──
decision-which-show = Which decision do you want to see?
decision-which-review = Which decision do you want to review?
decision-which-label = Choose a decision
decision-suggestion = { $number } · { $name }
decision-unknown = There is no decision “{ $given }”. /decide list shows those there are.
decision-none = Nothing has been proposed yet. Type `/decide` to begin.
decision-not-yours = Only whoever proposed this, whoever facilitates and those who coordinate can do this.

# ── proposals ──
decision-title = { $code } · { $title }
decision-title-proposal = Proposal: { $title }
decision-about = About: { $thing }
decision-ends = This proposes to end { $code }.
decision-by = proposed by { $name }
decision-version = version { $version }
decision-number = no. { $number }
decision-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
decision-amendments = { $count ->
    [one] 1 amendment suggested
   *[other] { $count } amendments suggested
}
decision-opens-note = Whoever is a member when the round opens is asked. Answers carry names.
decision-proposed = Proposed in { $channel }: { $title }
decision-planned = Open to questions and amendments; you open the round when it is ripe, planned until { $at }, with a quorum of { $quorum }%.
decision-there = This is being decided already.
decision-alike-title = Something like it was proposed before
decision-alike = { $name } (no. { $number }). { $state }
decision-amend-note = Version { $next } gets a round of its own. The answers to version { $version } stay readable and are not carried over.

decision-in-force = Version { $version } in force since { $at }.
decision-unfollowed = What it is about did not follow: it changed meanwhile, or is gone. As it is now, it can be put to a decision again.
decision-due-by = To be reviewed by { $day }.
decision-due-over = Its review is overdue since { $day }.
decision-state-talk = Open to questions and amendments.
decision-state-undecided = Version { $version } is not decided: too few took part.
decision-state-objected = Version { $version } is not adopted: an objection stands.
decision-state-withdrawn = Withdrawn.
decision-state-ended = { $code }: ended on { $at }.
decision-state-consent = Consent round on version { $version }, until { $at }.
decision-state-review = Being reviewed until { $at }: keep, change or drop.

decision-edited = Noted: { $name } is at version { $version } now.
decision-opened = The round is open: { $name }, version { $version }.
decision-extended = More time: { $name }.
decision-amended = { $name }: version { $version } has a round of its own.
decision-withdrawn = Withdrawn: { $name }.
decision-said-question = Asked, in the thread of the proposal.
decision-said-amendment = Suggested, in the thread of the proposal.
decision-replied = Your answer stands in the thread.

# ── rounds ──
decision-round-consent = Consent round: { $title }
decision-round-review = Review: { $title }
decision-answer-consent = Consent
decision-answer-concern = Consent, with a concern
decision-answer-objection = Objection
decision-answer-aside = Stand aside
decision-answer-keep = Keep
decision-answer-change = Change
decision-answer-drop = Drop
decision-count-consent = { $count } consent
decision-count-concern = { $count } consent with a concern
decision-count-objection = { $count ->
    [one] 1 objection
   *[other] { $count } objections
}
decision-count-aside = { $count ->
    [one] 1 stands aside
   *[other] { $count } stand aside
}
decision-count-keep = { $count } keep
decision-count-change = { $count } change
decision-count-drop = { $count } drop
decision-mine-consent = You consent.
decision-mine-concern = You consent, with a concern:
decision-mine-objection = You object:
decision-mine-aside = You stand aside.
decision-mine-keep = You would keep it.
decision-mine-change = You would change it:
decision-mine-drop = You would drop it:
decision-changeable = You can answer otherwise until { $at }.
decision-turnout = { $count } of { $roll } answered; { $needed } are needed
decision-answered = { $count } of { $roll } answered
decision-gave = { $answer }: { $names }
decision-closes = closes { $at }
decision-closed-at = closed { $at }
decision-was-extended = extended once
decision-note-consent = Silence is not consent. Answers carry names, so that an objection can be talked over and integrated; they can be changed until closing.
decision-note-review = One “Change” or “Drop” opens a full round. Answers carry names; they can be changed until closing.
decision-objection = **Objection** of { $name }: { $words }
decision-objection-left = (no longer a member)
decision-objection-lifted = Taken back.
decision-objection-integrated = Integrated in the new version, says { $by }: { $reason }
decision-objection-outside = Out of the criteria, says { $by }: { $reason }
decision-objection-gone = Closed by { $by } after they left: { $reason }
decision-said-concern = **Concern** of { $name }: { $words }
decision-said-change = { $name } would change it: { $words }
decision-said-drop = { $name } would drop it: { $words }
decision-more-said = { $count ->
    [one] 1 more under “More”
   *[other] { $count } more under “More”
}
decision-waiting = { $count ->
    [one] Not heard yet: { $names }
   *[other] { $count } not heard yet: { $names }
}
decision-unreached = { $count ->
    [one] One person could not be reached: { $names }
   *[other] { $count } people could not be reached: { $names }
}
decision-verdict-adopted = Adopted: { $code }, version { $version }.
decision-verdict-ended = Ended by consent: { $code }.
decision-verdict-undecided = Not decided: { $count } answered, { $needed } were needed. Silence is not consent.
decision-verdict-objected = { $count ->
    [one] Not adopted: an objection stands.
   *[other] Not adopted: { $count } objections stand.
}
decision-verdict-kept = { $code } is kept for six months more.
decision-verdict-full = Somebody would change or drop { $code }: a full round decides.
decision-verdict-silent = Nobody answered: { $code } stays in force, and its review is open.
decision-round-replaced = Version { $version } has been replaced: this round ended without an outcome.
decision-result-title = Outcome: { $title }
decision-lifted = Your objection is taken back.
decision-settled = The objection is closed; your reason stands beside it.
decision-remark-question = Question of { $name }
decision-remark-amendment = Amendment suggested by { $name }
decision-remark-line-question = Question of { $name }: { $words }
decision-remark-line-amendment = { $name } suggests: { $words }
decision-reply-line = { $name } answers: { $words }
decision-on = on { $title }, version { $version }
decision-version-title = { $title }, version { $version }

# ── direct messages ──
decision-reminder-title = { $community } waits for your answer: { $title }
decision-reminder = The round closes { $at } ({ $left }).
decision-reminder-thanks = You have answered. Thank you.
decision-orphaned = Whoever proposed this has left { $community }: it is yours to take further.
decision-left-note = Whoever objected has left. The objection holds the proposal up until you close it, with a reason that everybody can read.
decision-awaits-consent = { $title }: your answer is awaited ({ $left } left)
decision-awaits-review = { $title }: keep, change or drop? ({ $left } left)
decision-awaits-left = { $title }: whoever objected has left

# ── lists ──
decision-list-title = Decisions
decision-list-empty = Nothing has been proposed yet. Type `/decide` to begin.
decision-list-nothing = No decision speaks of “{ $words }”.
decision-entry =
    { "" }**{ $title }**
    { $state }
decision-reviews-title = Reviews
decision-reviews-note = A week before its day, each is put to everybody by itself.
decision-review-moved = { $name } is to be reviewed by { $day }.
decision-review-started = { $name } is being reviewed until { $at }.
decision-handover = { $title }: a proposal that is talked over
decision-handover-round = { $title }: its round closes { $at }
decision-handover-review = { $title }: to be reviewed by { $day }

# ── buttons ──
decision-answer = Answer
decision-more = More
decision-ask-question = Ask a question
decision-ask-amendment = Suggest an amendment
decision-ask-open = Open the consent round
decision-ask-reply = Answer it
decision-ask-edit = Change the words
decision-ask-amend = Amend
decision-ask-extend = More time
decision-ask-end = Propose to end it
decision-ask-settle = Decide on the objection
decision-settle-of = Objection of { $name }
decision-lift = Take my objection back
decision-close-now = Close now
decision-start-review = Review now
decision-withdraw = Withdraw
decision-withdraw-sure = It is no longer proposed. What was said stays readable.
decision-see-version = Version { $version }
decision-show-number = Show { $number }
decision-nudge-button = Look at it

# ── what does not work, and what to do ──
decision-anonymous = Answers carry names. For a sensitive subject, ask first with an anonymous poll.
decision-too-soon = A round lasts an hour at the least. Choose a later date.
decision-too-late = That is more than 90 days away. Choose an earlier date.
decision-too-few = A round needs { $least } members at the least. Invite others first.
decision-fixed = The round on version { $version } is open, so its words stay as they are. “Amend” (under “More”) makes the next version, with a round of its own.
decision-words-there = These words belong to what is decided about. Change it where it belongs, and put it to a decision again: that makes the next version of this proposal.
decision-amended-meanwhile = Somebody amended it meanwhile: version { $version } is proposed now. Open the form again to begin from that.
decision-is-talk = No round is open yet: “Change the words” (under “More”) makes the next version.
decision-is-undecided = Too few took part in its round. Give it more time, or amend it: that opens a new one.
decision-is-objected = An objection stands. Amend the proposal: that opens a new round.
decision-is-adopted = This is adopted. An amendment makes the next version, with a round of its own.
decision-is-ended = This decision has been ended. Propose anew with /decide.
decision-is-withdrawn = This proposal was withdrawn. Propose anew with /decide.
decision-closed = This round is closed. `/decide show` tells how it ended.
decision-replaced = This version was replaced: answer in the round of the new one.
decision-not-on-roll = This round asks those who were members when it opened, { $at }. You can read along, ask questions and suggest amendments.
decision-objected-before = Give another reason: this one was closed ({ $reason })
decision-objection-closed = This objection is closed already.
decision-objection-not-yours = Only whoever raised an objection can take it back.
decision-objection-own = This objection is your own: take it back, or leave it to somebody else.
decision-only-facilitator = Only whoever facilitates and those who coordinate can close somebody’s objection.
decision-integrate-first = Amend the proposal first: there is no new version yet.
decision-settle-unknown = Choose one of the ways that are offered.
decision-extended-once = A round is given more time once. Amend the proposal: that opens a new one.
decision-not-extensible = This round cannot be given more time.
decision-extend-later = Choose a date later than the present one.
decision-close-early = Some have not answered yet, and time to object is everybody’s: it closes by itself.
decision-not-in-force = This is not in force, so there is nothing to review or to end.
decision-round-there = A round on it is open already.
decision-review-past = Choose a day to come.

# ── nudges ──
nudge-rule-decision-review = A decision to be reviewed
decision-nudge-soon = { $name } is to be reviewed by { $day } ({ $days ->
    [one] 1 day
   *[other] { $days } days
} left).
decision-nudge-overdue = { $name } was to be reviewed by { $day } ({ $days ->
    [one] 1 day
   *[other] { $days } days
} ago).
