# Objectives: what a community wants to reach, and how it sees that it does.

goal-about = Objectives: what you want to reach, by when, and how you see that you do

goal-new = Write an objective
    .title = A new objective
    .send = Preview
    .about = An objective with its indicator, target and date; alone, it opens a form
    .example = `/goal "Share what works" target:"12 → 30" by:"30 June"` proposes an objective
goal-new-sentence = What do you want to reach?
    .hint = Every trainer finds a resource that works within a day
    .about = The objective, in one sentence
goal-new-indicator = How will you see it?
    .hint = Resources tried, in words; or a measure that I can read, for instance I4
    .about = What you look at, in words; or a measure that Ronde reads
goal-new-range = From where to where?
    .hint = 12 → 30, 40 → 60%; the target alone if nobody knows where it starts
    .about = 12 → 30, from 12 to 30%, or the target alone
goal-new-date = By when?
    .hint = 30 June, in 6 months
    .about = The day by which it is to be reached, and looked at again
goal-new-kind = Strategic or operational?
    .about = Strategic: what you are there for; operational: a step on the way
goal-list = Objectives
    .about = Every objective: whether it is in force, its date, where it stands
    .example = `/goal list` shows every objective, and where it stands
goal-assess = Assess an objective
    .title = Where does it stand?
    .send = Save
    .about = Say where an objective stands, with a comment
    .example = `/goal assess 1 18` notes that objective 1 stands at 18
goal-assess-goal = Objective
    .about = Its number, or words of it
goal-assess-value = Value
    .about = A number: 18, 34.5%
goal-assess-comment = Comment
    .about = What there is to say of it
goal-assess-date = Day
    .about = Nothing: today; yesterday, 12 November
goal-review = Review an objective
    .title = Review an objective
    .about = Keep it, rewrite it, give it another date, or retire it
    .example = `/goal review 1` shows how objective 1 can go on
goal-review-goal = Objective
    .about = Its number, or words of it
goal-retire = Retire an objective
    .title = Retire an objective
    .about = Pursue an objective no more, and say why
    .example = `/goal retire 1 "Reached"` retires objective 1
goal-retire-goal = Objective
    .about = Its number, or words of it
goal-retire-why = Why?
    .about = Why it is pursued no more

goal-value = Where does it stand?
    .title = Where does it stand?
    .send = Save
goal-value-goal = Objective
goal-value-value = Value
    .hint = A number: 18, 34.5%; empty: what the measure says now, if it is bound to one
goal-value-comment = What is there to say of it?
goal-value-date = On which day?
    .hint = Empty: today; yesterday, 12 November
goal-rewrite = Rewrite an objective
    .title = A new wording
    .send = Save
    .note = The old wording is kept. The new one can be objected to for a week.
goal-rewrite-goal = Objective
goal-rewrite-sentence = What do you want to reach?
goal-rewrite-indicator = How will you see it?
goal-rewrite-range = From where to where?
    .hint = 12 → 30, 40 → 60%; or the target alone
goal-rewrite-kind = Strategic or operational?
goal-rewrite-why = Why is it rewritten?
goal-date = A new date
    .title = A new date
    .send = Save
goal-date-goal = Objective
goal-date-date = By when?
    .hint = 30 June, in 6 months
goal-end = Retire an objective
    .title = Retire an objective
    .send = Retire
    .note = It stays readable among the retired ones, with its history.
goal-end-goal = Objective
goal-end-why = Why is it pursued no more?
    .hint = Reached; no longer what matters; out of reach
goal-object = Object
    .title = Object
    .send = Object
    .note = Your name and your reason stand on the objective’s card. You can take it back at any time.
goal-object-goal = Objective
goal-object-why = What speaks against it?
goal-answer = Answer an objection
    .title = Answer an objection
    .send = Answer
    .note = The objection then no longer stands in the way; it stays on the card with your answer.
goal-answer-goal = Objection
goal-answer-why = Your answer, and why

# Reading
goal-range-unclear = I cannot read “{ $given }” as one or two numbers. Type “12 → 30”, or the target alone: “30%”.
goal-range-same = It starts where it ends ({ $value }): there would be nothing to reach. Type another target, or the target alone.
goal-range-share = This measure is a share: both ends are between 0 and 100%.
goal-measure-unknown = I know no such measure. What I can read here: { $known }. You can also say in words what you will look at.
goal-date-past = That day is over, or is today. Type a day that comes: “30 June”, “in 6 months”.
goal-there = Objective { $number } says the same already.
goal-value-missing = Type a number: “18”, “34.5%”.
goal-value-unclear = I cannot read “{ $given }” as a number. Type “18”, or “34.5%”.
goal-day-unclear = I cannot read “{ $given }” as a day that is over. Type “yesterday”, “12 November” or “2026-11-12”.
goal-rewrite-same = Nothing in it is new. Change what is to be read otherwise, or close this form.

# Lines
goal-number = { $value }
goal-percent = { $value }%
goal-in-unit = { $value } { $unit }
goal-range = { $baseline } → { $target }
goal-target-only = { $target } (where it starts is not known)
goal-way = { $percent }% of the way
goal-bound = { $name } (read by Ronde)
goal-indicator = Seen by
goal-aims = Aim
goal-due = By
goal-by = Proposed by
goal-stands = Stands at
goal-stood = { $said } ({ $day })
goal-now = Now
goal-measure-now = { $value } (n = { $n }, last 30 days)
goal-measure-gone = nobody measures this any more
goal-measure-masked = fewer than 5 people: not shown
goal-measure-none = n/a: nothing to count in the last 30 days
goal-title-strategic = **Strategic objective** · { $sentence }
goal-title-operational = **Objective** · { $sentence }
goal-retired = Retired on { $day }: { $why }
goal-in-force = In force since { $day }
goal-contested = { $count ->
    [one] Waits for the answer to 1 objection
   *[other] Waits for the answers to { $count } objections
}
goal-deciding = Put to a decision: that settles it, and silence does not
goal-decision-ended = the decision “{ $name }” was ended
goal-open = In force from { $day }, unless somebody objects
goal-objects = { $who } objects: { $why }
goal-objection-answered = { $who } objected: { $why } · { $by } answers: { $answer }
goal-objection-decided = { $who } objected: { $why } · settled by a decision
goal-objections-more = { $count ->
    [one] and 1 other objection
   *[other] and { $count } other objections
}
goal-head-day = Day
goal-head-value = Value
goal-head-way = Progress
goal-head-comment = Comment
goal-value-of = { $value } (n = { $n })
goal-older = { $count ->
    [one] 1 earlier assessment is not shown.
   *[other] { $count } earlier assessments are not shown.
}
goal-was = Until { $day }: { $words } · rewritten because: { $why }
goal-tied = { $count ->
    [one] 1 thing is tied to it: { $names }
   *[other] { $count } things are tied to it: { $names }
}
goal-line-due = by { $day }
goal-line-overdue = its date, { $day }, is over: not assessed

# Answers
goal-posted-how = It is posted here. Whoever objects says why on its card; without an open objection it is in force from { $day }.
goal-lacks = To be whole, it still wants { $what }. You can add that later.
goal-lacks-indicator = an indicator
goal-lacks-target = a target
goal-lacks-date = a date
goal-lacks-and = { $first } and { $second }
goal-made = Objective { $number } is posted. Unless somebody objects, it is in force from { $day }.
goal-noted = Noted: { $value }.
goal-noted-way = Noted: { $value }, { $way }.
goal-kept = Kept as it is.
goal-kept-over = Kept as it is. Its date is over: say where it stands, or give it a new date.
goal-rewritten-since = It was rewritten after it was put to a decision.
goal-rewritten = The new wording is posted; unless somebody objects, it is in force from { $day }. The old one is kept below.
goal-rewritten-deciding = The new wording is posted, the old one is kept below. What is being decided is still the old one: “Put to a decision” proposes the new one in its place.
goal-moved = It is now due by { $day }.
goal-review-how = A new wording can be objected to for a week; a new date changes nothing else.
goal-is-retired = This objective was retired. `/goal new` proposes another.
goal-not-yours = Whoever proposed this objective, facilitates or coordinates can change it. You can object as long as it is not in force.
goal-object-late = It is in force since { $day }. Ask whoever facilitates to review it, or propose another with `/goal new`.
goal-object-there = It is being decided: object in its consent round, where that counts. `/decide show` leads there, and so does “See the decision” on its card.
goal-object-noted = Your objection stands on the card. It waits for an answer of whoever facilitates.
goal-object-changed = Your objection says this now.
goal-object-withdrawn = You took your objection back.
goal-object-answered = Answered: the objection no longer stands in the way.
goal-objection-closed = This objection was taken back or answered already.
goal-objection-not-yours = Only who objected can take an objection back.
goal-objection-own = This is your own objection: somebody else answers it, or you take it back.
goal-proposal = Adopt the objective: { $name }
goal-none = There is no objective yet. What do you want to reach together, and how will you see it?
goal-none-past = None was retired.
goal-list-title = Objectives
goal-past-title = Retired objectives
goal-unknown = I know no objective with “{ $given }”. `/goal list` shows them all.
goal-which-assess = Which objective do you assess?
goal-which-review = Which objective do you review?
goal-which-retire = Which objective do you retire?
goal-which-label = Which objective?
goal-suggestion = { $number } · { $name }

# Ties
goal-tie-asks = Which objectives does it serve?
goal-tie-which = Objectives
goal-tie-done = { $count ->
    [0] It is tied to no objective now.
    [one] It is tied to 1 objective now.
   *[other] It is tied to { $count } objectives now.
}
goal-ties-title = Tie to an objective
goal-ties-which = To which objective do you tie things?
goal-ties-asks = What of this serves “{ $name }”? It is tied to no objective yet.
goal-ties-label = What serves it?
goal-ties-none = Everything is tied to an objective already.
goal-ties-rest = { $count ->
    [one] 1 older thing comes afterwards.
   *[other] { $count } older things come afterwards.
}
goal-ties-done = { $count ->
    [one] 1 thing is tied to it now.
   *[other] { $count } things are tied to it now.
}
goal-ties-not-yours = Whoever facilitates, coordinates or looks after the library ties things in one go. Each thing by itself can be tied by anybody: open it, then “Tie to an objective”.

# Buttons
goal-button-new = New objective
goal-button-details = Details
goal-button-object = I object
goal-button-object-again = Change my objection
goal-button-withdraw = Take my objection back
goal-button-answer = Answer { $name }
goal-button-decision = See the decision
goal-button-decide = Put to a decision
goal-button-assess = Assess
goal-button-review = Review
goal-button-keep = Keep as it is
goal-button-rewrite = Rewrite
goal-button-date = New date
goal-button-retire = Retire
goal-button-tie = Tie to an objective
goal-button-ties = Tie things in one go
goal-button-open = Objective { $number }
goal-button-past = Retired ones
goal-button-standing = Present ones

# Messages, news, what waits
goal-told-objected = There is an objection to “{ $name }”:
goal-told-answered = Your objection to “{ $name }” was answered:
goal-told-in-force = Your objective “{ $name }” is in force.
goal-told-due = “{ $name }” is due by { $day }. Where does it stand, and how does it go on?
goal-awaits-objection = An objection to “{ $name }” waits for an answer
goal-awaits-answer = Answer
goal-awaits-due = “{ $name }”, due by { $day }, wants to be assessed
goal-awaits-assess = Assess
goal-handover-objection = An objection to “{ $name }” waits for an answer
goal-handover-due = Objective “{ $name }”, by { $day }
goal-change-new = New objective: { $name }
goal-change-rewritten = Objective rewritten: { $name }
goal-change-retired = Objective retired: { $name }

nudge-rule-goal-due = An objective to assess
nudge-rule-goal-objection = An objection without an answer
nudge-rule-goal-untied = Things that serve no objective
goal-nudge-due = “{ $name }” has { $day } as its date, and was not assessed for it.
goal-nudge-objection = An objection to “{ $name }” has waited for three days or more.
goal-nudge-untied = { $count } things are tied to no objective.
