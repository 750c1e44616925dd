# What surrounds a settled meeting: who comes, the agenda, who was there, notes and actions.

meet-agenda = Agenda
    .title = Agenda
    .send = Save
    .about = See a meeting’s agenda, or add a point to it
    .example = `/meet agenda 3 "Which tools do we use?"` adds a point to meeting 3
meet-agenda-meeting = Meeting
    .about = Its number, or words of its title
meet-agenda-point = Point to add
    .about = What you would like to talk about
meet-agenda-minutes = Minutes
    .about = How long it may take
meet-notes = Notes
    .title = Notes of a meeting
    .send = Open
    .about = The notes of a meeting, or the form to write them
    .example = `/meet notes 3` shows the notes of meeting 3, or helps you write them
meet-notes-meeting = Meeting
    .about = Its number, or words of its title

meet-add-point = Add a point
    .title = Add a point
    .send = Add
meet-add-point-point = Point
    .hint = Which tools do we use?
meet-add-point-minutes = Minutes (may stay empty)
    .hint = 15
meet-add-point-meeting = Meeting
meet-edit-point = Change a point
    .title = Change a point
    .send = Save
meet-edit-point-point = Point
meet-edit-point-minutes = Minutes (may stay empty)
meet-edit-point-number = Number
meet-guests = Who else was there
    .title = Who else was there
    .send = Save
meet-guests-guests = Names, one a line
    .hint = Léa Martin
meet-guests-meeting = Meeting
meet-write = Write the notes
    .title = Notes of the meeting
    .send = Preview
meet-write-summary = What we talked about
    .hint = Three or four sentences are plenty
meet-write-decisions = Decisions, one a line
    .hint = We meet every second Tuesday
meet-write-actions = Actions, one a line: who, what, by when
    .hint = @Ben the budget, by friday
meet-write-links = Links worth keeping, one a line
    .hint = https://example.org/guide
meet-write-meeting = Meeting

# Who comes
meet-come-yes = I’ll be there
meet-come-maybe = Maybe
meet-come-no = I can’t
meet-come-count = { $count ->
    [0] Nobody has said yes yet
    [one] 1 comes
   *[other] { $count } come
}
meet-maybe-count = { $count } maybe
meet-said-yes = You said you will be there.
meet-said-maybe = You said: maybe.
meet-said-no = You said you cannot come.
meet-said-nothing = You have not said yet whether you come.
meet-venue = Where: { $venue }
meet-duty-facilitation = Facilitates
meet-duty-notes = Takes notes
meet-duty-time = Keeps the time

# Direct messages about coming
meet-recalled-yes = You said you will be there. If something has come up, one press is enough.
meet-recalled-maybe = You had left it open. Can you come after all?
meet-recalled-no = You cannot come: thank you for saying so.
meet-recalled-nothing = Will you be there?
meet-still-yes = The date has changed. You said that this one suits you: you are expected.
meet-still-maybe = The date has changed, and you left this one open. Can you come?
meet-still-no = The date has changed, and this one does not suit you. If that has changed too, one press is enough.
meet-still-nothing = The date has changed. Can you still come?
meet-told-agenda = On the agenda: { $points }
meet-you-facilitation = You facilitate it.
meet-you-notes = You take the notes.
meet-you-time = You keep the time.
meet-told-cancelled = The meeting of { $at } is called off. There is nothing you need to do.
meet-told-why = Why: { $why }
meet-soon = **{ $title }** begins within the hour: { $at }

# The agenda
meet-agenda-title = Agenda: { $title }
meet-agenda-head = **Agenda**
meet-agenda-empty = Nothing on the agenda yet. What would you like to talk about?
meet-agenda-planned = { $total } of { $minutes } minutes are planned.
meet-agenda-long = Together the points take { $total } minutes, and the meeting lasts { $minutes }. What can wait for the next one?
meet-agenda-more = { $count ->
    [one] + 1 other
   *[other] + { $count } others
}
meet-agenda-button = Agenda
meet-point = { $spot }. { $words }
meet-point-chosen = **{ $spot }. { $words }**
meet-point-minutes = { $minutes } min
meet-point-add = Add a point
meet-point-pick = Change a point
meet-point-one = Change this point: { $words }
meet-point-up = Move up
meet-point-down = Move down
meet-point-edit = Edit
meet-point-remove = Remove
meet-point-back = Back to the agenda
meet-point-added = Your point is on the agenda.
meet-point-changed = The point is changed.
meet-point-removed = The point is off the agenda.
meet-still-open = **Still open from last time**

# The first meeting
meet-kit-use = Use the first-meeting kit
meet-kit-done = Six points for a first hour together are on the agenda. Move, change or remove any of them.
meet-kit-names = Round of names: who we are, where we work
meet-kit-why = Why are we here? What each of us hopes for
meet-kit-needs = What we need: where each of us is stuck, or alone
meet-kit-rules = A few simple rules: what we share, what stays between us
meet-kit-next = The date of our next meeting
meet-kit-roles = Who facilitates next time
meet-letter-button = A note for my hierarchy
meet-letter-title = A note for your hierarchy
meet-letter-about = Make it yours, then send it. It says what this is for, the time it takes, and what you will report.
meet-letter-first = The first meeting is on { $at } and lasts { $minutes } minutes.
meet-letter-undated = The first meeting lasts { $minutes } minutes; its date is being chosen.
meet-letter = Subject: some of my working time for a community of practice

    Hello,

    People who do the same work as I do, in several organisations, are starting a community of practice: “{ $community }”, for { $purpose }. I would like to take part, and I am asking for your agreement.

    THE GOAL
    Much of what we do, each of us works out alone. Together we share what works, look for answers to what is difficult, and learn from what others have already tried. I will bring our questions to the group, and bring back methods that can be used here.

    THE TIME
    { $first } The group then chooses its own rhythm; one meeting a month, of about an hour, is usual. Each is announced in advance, and a few minutes in between are enough.

    WHAT I WILL REPORT
    After each meeting: its decisions, and who does what by when. Every three months, on one page: what I have tried from what others shared, what it changed for the people I work with, and what did not work. What is confidential here stays here.

    WHAT I ASK OF YOU
    That this hour is part of my work. And, if you like, one question that you would want me to take to the group.

    Thank you. I am glad to talk about it whenever it suits you.
meet-letter-note = Only you can see this.

# Who was there
meet-there-title = Who was there? { $title }
meet-there-asked = Those who had said yes are ticked. Put it right, then confirm; you can until { $until }.
meet-there-confirmed = Confirmed. You can still put it right until { $until }.
meet-there-done = This was confirmed by whoever saw to the meeting.
meet-there-unconfirmed = Nobody confirmed this in time; it stays as it was, marked as not confirmed.
meet-there-pick = Who was there
meet-there-confirm = That is right
meet-there-button = Who was there
meet-there-count = { $count ->
    [0] Nobody was there
    [one] 1 person was there
   *[other] { $count } people were there
}
meet-there-unsure = { $count ->
    [0] nobody had said yes
    [one] 1 person had said yes
   *[other] { $count } people had said yes
} · who was there is not confirmed
meet-guests-button = Somebody else was there
meet-guests-are = Also there: { $names }
meet-guests-count = { $count ->
    [one] 1 of them from outside
   *[other] { $count } of them from outside
}
meet-after-there = { $count ->
    [0] The meeting is over. Who was there?
    [one] The meeting is over, and 1 person had said yes. Who was there?
   *[other] The meeting is over, and { $count } people had said yes. Who was there?
}
meet-after-notes = What did you decide, and who does what? A few lines are enough.
meet-after-done = All is noted. Thank you for seeing to it.

# Notes
meet-notes-title = Notes: { $title }
meet-notes-decisions = **Decisions**
meet-notes-actions = **Actions**
meet-notes-links = **Worth keeping**
meet-bullet = • { $line }
meet-link = { $number }. { $link }
meet-link-keep = Keep link { $number } in the library
meet-notes-by = notes by { $name } · meeting { $number }
meet-notes-write = Write the notes
meet-notes-see = Notes
meet-notes-edit = Change the notes
meet-notes-published = The notes are under the meeting’s card. Thank you.
meet-notes-changed = The notes are changed.
meet-notes-undated = { $count ->
    [one] 1 action has no date: nobody will be reminded of it. Add for example “, by friday”.
   *[other] { $count } actions have no date: nobody will be reminded of them. Add for example “, by friday”.
}

# Actions
meet-task-open = { $words }
meet-task-done = { $words } (done)
meet-task-dropped = { $words } (not needed any more)
meet-task-due = by { $day }
meet-actions-title = Open actions
meet-actions-none = Nothing is open. All that your meetings asked for is done.
meet-actions-button = Open actions
meet-action-line = { $spot }. { $task }
meet-action-title = An action
meet-action-from = from “{ $title }”
meet-action-done = Done. Thank you.
meet-action-dropped = Not needed any more.
meet-due-yours = You took this on in “{ $title }”, by { $day }.
meet-due-nobodys = “{ $title }” asked for this by { $day }, and nobody carries it now. Can you see to it, or find who can?
meet-finish-done = Done
meet-finish-dropped = Not needed any more
meet-finish-open = Still to do after all
meet-finish-done-number = { $number } is done
meet-finish-dropped-number = { $number } is not needed

# In /ronde, in handovers, in news
meet-awaits-action = { $task }
meet-awaits-see = See
meet-awaits-there = { $title } — who was there?
meet-awaits-notes = { $title } — the notes are not written yet
meet-awaits-come = { $title }, { $at } — will you be there?
meet-awaits-kit = { $title } — prepare your first meeting
meet-handover-action = Open action: { $task }
meet-handover-there = Who was there, to confirm: { $title }
meet-handover-notes = Notes to write: { $title }
meet-news-duty = { $duty }: { $names }

meet-which-agenda = Which meeting’s agenda?
meet-which-notes = Which meeting’s notes?

# Refusals
meet-come-early = This meeting has no date yet. Answer the proposed dates first.
meet-not-leading = Only whoever facilitates this meeting, its organiser or a coordinator can do this.
meet-agenda-full = An agenda has { $most } points at most. Remove one first, or keep yours for the next meeting.
meet-agenda-over = This meeting is over. Add your point to the next one.
meet-point-not-yours = Only whoever added this point, or whoever facilitates the meeting, can change it.
meet-kit-used = The kit is for a community’s first meeting, once, and before it is over.
meet-there-early = The meeting is not over yet.
meet-there-late = Who was there could be put right for three days. It stays as it is now.
meet-notes-early = Notes are written once the meeting has begun.
meet-notes-not-yours = Only whoever wrote these notes, or whoever facilitates the meeting, can change them.
meet-notes-empty = Write at least one line, in any of the fields.
meet-link-unclear = “{ $given }” is not one link. Write one a line, beginning with https://
meet-action-not-yours = Only whoever took this on, or whoever facilitates, can do this.
meet-task-unclear-person = In “{ $given }”: I do not know “{ $words }” here. Write the name as it is shown, for example @Ann; people must have joined first.
meet-task-unclear-people = In “{ $given }”: “{ $words }” is the name of several people. Write more of the name.
meet-task-unclear-owners = In “{ $given }”: an action belongs to one person. Write one line for each.
meet-task-unclear-words = In “{ $given }”: what is to be done? Write for example @Ann the budget, by friday.
meet-task-unclear-date = In “{ $given }”: { $says }
meet-task-long = “{ $given }” has { $count } characters; at most { $longest }.

nudge-rule-no-meeting = A month without a meeting
nudge-rule-unsettled = A date waits to be settled
meet-nudge-none = The last meeting was { $days } days ago, and none is planned.
meet-nudge-never = In { $days } days you have not met yet, and no date is planned.
meet-nudge-unsettled = Answers to “{ $title }” have been in for { $days ->
    [one] 1 day
   *[other] { $days } days
}: { $answered ->
    [one] 1 person answered
   *[other] { $answered } people answered
}, and the date is not settled.
