role-about = Take turns: who holds which role, swaps and absences

role-list = Roles
    .about = Every role: who has it, and whose turn is next
    .example = `/role` shows who has which role, and whose turn is next
role-new = Let a role turn
    .title = Let a role turn
    .send = Preview
    .about = Facilitation, note-taking, welcome or a role of your own; alone, it opens a form
    .example = `/role new facilitation term:1-month` lets facilitation turn every month
role-new-role = Role
    .hint = Facilitation, note-taking, time, library, welcome, critical friend, harvest, or your own
    .about = A ready-made role, or a name of your own
role-new-term = How long is a turn?
    .hint = 1 month, 2 weeks, 10 days; empty: 1 month
    .about = 1-month, 2-weeks, 10-days
role-new-start = First turn begins on
    .hint = Monday, 1 September; empty: in two weeks
    .about = The first day of the first turn
role-new-pool = Who takes turns?
    .hint = One name a line; empty: everybody
    .about = @Ann @Ben; nothing: everybody
role-new-seats = How many people at a time?
    .hint = 1
    .about = How many people hold it at a time
role-new-in_a_row = Turns in a row
    .hint = 1; 0 for any number
    .about = How many turns one person may have in a row; 0 for any number
role-new-grace = Days in peace after joining
    .hint = 30 days
    .about = How long newcomers are left in peace: 30d
role-new-excludes = Not together with
    .hint = One role a line
    .about = Roles that nobody holds at the same time
role-turn = Ask for the next turn
    .title = The next turn
    .send = Ask
    .about = Ask for the next turn now, before its time (facilitation)
    .example = `/role turn facilitation` asks the next person now
role-turn-role = Role
    .about = Its name, or its number
role-swap = Find a swap
    .title = Find a swap
    .send = Ask
    .about = Find somebody to take your next turn
    .example = `/role swap facilitation` asks who would take your next turn
role-swap-role = Role
    .about = Its name, or its number
role-swap-person = Ask first
    .about = Somebody to ask before all others
role-away = Away
    .title = Away
    .send = Save
    .note = Nobody sees why. Turns of which you miss half are asked of somebody else; for less you can find cover.
    .about = Say when you are away, or see when you said so
    .example = `/role away "1–15 Aug"` notes that you are away, and sees to your turns
role-away-when = When?
    .hint = 1–15 August, next week, until Friday
    .about = From when to when: 1–15 Aug, next week
role-away-roles = From which roles?
    .hint = One a line; empty: from all
    .about = Nothing: from all
role-away-person = For
    .about = Somebody who cannot say so themselves (facilitation)
role-handover = Handover
    .title = Handover
    .send = See
    .about = What to pass on, or what is passed on
    .example = `/role handover facilitation` shows what to pass on
role-handover-role = Role
    .about = Its name, or its number
role-why = Whose turn, and why
    .title = Whose turn, and why
    .send = See
    .about = Why it is whose turn, and why not somebody else’s
    .example = `/role why facilitation` says why it is whose turn
role-why-role = Role
    .about = Its name, or its number
role-why-person = Why not …
    .about = Somebody whose turn it is not
role-preview = Next turns
    .title = Next turns
    .send = See
    .about = The next four turns
    .example = `/role preview facilitation` shows the next four turns
role-preview-role = Role
    .about = Its name, or its number
role-history = So far
    .title = So far
    .send = See
    .about = Who has served so far
    .example = `/role history facilitation` shows who has served
role-history-role = Role
    .about = Its name, or its number

role-edit = What it is for
    .title = What it is for
    .send = Save
role-edit-role = Role
role-edit-name = Name
    .hint = Empty: the ready-made name
role-edit-purpose = What is it for?
role-edit-duties = What does it answer for?
    .hint = One a line
role-edit-checklist = To do before handing over
    .hint = One a line

role-edit-group = Group that follows the holder
    .hint = The number of a Slack user group or a Discord role; empty: none

role-limits = Who takes turns
    .title = Who takes turns
    .send = Save
    .note = Turns that somebody said yes to stay as they are.
role-limits-role = Role
role-limits-pool = Who takes turns?
    .hint = One name a line; empty: everybody
role-limits-seats = How many people at a time?
role-limits-in_a_row = Turns in a row
    .hint = 0 for any number
role-limits-grace = Days in peace after joining
role-limits-excludes = Not together with
    .hint = One role a line

role-note = Three lines to pass on
    .title = Three lines to pass on
    .send = Save
role-note-turn = Turn
role-note-going = What is going on?
role-note-coming = What comes next?
role-note-care = What is worth knowing?

role-noted-going = Going on: { $words }
role-noted-coming = Coming up: { $words }
role-noted-care = Worth knowing: { $words }

# ── which one ──
role-which-turn = Which role?
role-which-swap = Which role would you swap?
role-which-handover = Which role?
role-which-why = Which role?
role-which-preview = Which role?
role-which-history = Which role?
role-which-label = Choose a role
role-suggestion = { $number } · { $name }
role-unknown = There is no role “{ $given }”. /role shows those there are.
role-none = No role turns here yet.
role-not-yours = Only the person concerned and those who steer can do this.
role-does-not-turn = “{ $given }” does not turn here yet. A coordinator can start it with /role new.

# ── ready-made roles ──
ready-facilitation = Facilitation
ready-facilitation-purpose = Keeps the community’s round going: people meet, everybody gets a word in, and nothing stays stuck.
ready-facilitation-duties =
    Propose dates, and settle them
    Open and close the meetings
    See that questions get an answer
ready-facilitation-checklist =
    The next meeting has a date
    Open polls and questions are looked through
    Whoever comes next knows what is in progress
ready-notes = Note-taking
ready-notes-purpose = Keeps what was decided, and who does what, so that those who were away can follow.
ready-notes-duties =
    Write down decisions and actions at meetings
    Save what was shared in the library
ready-notes-checklist =
    The last meeting’s notes are written
    Every action has somebody and a date
ready-time = Time-keeping
ready-time-purpose = Keeps an eye on the clock, so that every item gets its share and meetings end on time.
ready-time-duties =
    Say when half of an item’s time is over
    Propose what to move to the next meeting
ready-time-checklist =
    Items left over are on the next agenda
ready-library = Library
ready-library-purpose = Looks after what the community shares, so that it is found again.
ready-library-duties =
    Tag and tidy what is shared
    Answer those who found nothing
ready-library-checklist =
    What came in lately has tags
    Twice the same is one
ready-welcome = Welcome
ready-welcome-purpose = Sees that whoever arrives meets somebody, and finds their way.
ready-welcome-duties =
    Write to each newcomer in the first days
    Put them in touch with somebody who does similar work
ready-welcome-checklist =
    Every newcomer had a word from somebody
    Whoever comes next knows who has just arrived
ready-critical = Critical friend
ready-critical-purpose = Asks, kindly, what nobody asks any more: is this useful, to whom, and who is missing?
ready-critical-duties =
    Ask one good question at each meeting
    Say what went well, and what could change
ready-critical-checklist =
    One thing to change was said, and taken up or not
ready-harvest = Harvest of effects
ready-harvest-purpose = Gathers what the community changes in people’s practice, one short story at a time.
ready-harvest-duties =
    Ask what was tried, and what came of it
    Keep one story from each meeting
ready-harvest-checklist =
    The latest stories are kept in the library

# ── lines ──
role-head = **{ $name }**
role-duties = **It answers for**
    { $words }
role-now = Now
role-until = Days
role-next = Next
role-then = From
role-days = { $first } to { $last }
role-part = { $name } ({ $days })
role-is-asked = { $name }, asked
role-likely = { $name }, if they say yes
role-vacant = nobody yet
role-length = A turn lasts
role-length-day = { $count ->
    [one] 1 day
   *[other] { $count } days
}
role-length-week = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
role-length-month = { $count ->
    [one] 1 month
   *[other] { $count } months
}
role-turns = A turn lasts { $length }.
role-pool = Takes turns
role-pool-everybody = everybody
role-first = The first turn
role-asked-first = Asked first
role-bullet = • { $line }

# ── cards ──
role-call-title = Who would like to? { $name }
role-call = Nobody whose turn it could be is free: { $days }. If you feel like it, it is yours.
role-call-taken = { $who } takes it: { $days }. Thank you.
role-call-asked = Somebody has been asked: { $days }.
role-call-over = Nobody had it: { $days }.
role-swap-title = Swap: { $name }
role-swap-open = { $name } is looking for somebody to take over: { $days }.
role-swap-is-taken = { $name } takes over: { $days }. Thank you.
role-swap-is-undone = It is with { $name } again: { $days }.
role-swap-is-past-due = Nobody took over: { $days }. It stays with { $name }.
role-swap-is-withdrawn = No longer needed: { $days } stays with { $name }.
role-asked-title = Your turn? { $name }
role-asked = It would be your turn: { $days }.
role-asked-until = Without an answer by { $at } the next person is asked. A no costs you nothing.
role-asked-done = You have said yes: { $days }.
role-vacant-title = Nobody yet: { $name }
role-vacant-told = Nobody in the pool can take this turn: { $days }. The channel has been asked.
role-changed-swap-taken = { $name } takes over your turn: { $days }. You keep your place in the round.
role-changed-swap-back = { $name } gave it back: { $days } is yours again.
role-changed-past-due = Nobody took over in time: it stays with { $name }, { $days }.
role-changed-accepted = { $name } said yes for you: { $days }. If that does not suit you, find a swap.
role-changed-declined = { $name } said no for you: { $days }. The next person has been asked.
role-changed-away = { $name } noted that you are away: { $days } goes to somebody else.
role-changed-swap-asked = { $name } is looking for somebody to take your turn: { $days }.
role-passing-on-title = Passing it on: { $name }
role-passing-on = Your turn ends on { $day }. A few ticks or three lines make the next one’s start easy.
role-ticked = Done so far
role-passed-complete = Passed on. Thank you.
role-pack-title = Your pack: { $name }
role-pack = Your turn has begun: { $days }. Here is where things stand.
role-last-note = **From whoever held it before**
role-open-things = **Open at the moment**
role-more-things = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
role-nothing-open = Nothing is waiting at the moment.

role-list-title = Roles
role-none-yet = A coordinator can start one with /role new.
role-made = { $name } turns from now on. Asked first: { $who }.
role-made-vacant = { $name } turns from now on. Nobody is free for the first turn: the channel has been asked.
role-how = Each is asked two weeks before. Whoever has served least goes first.
role-preview-title = Next turns: { $name }
role-preview-note = As it stands today, if everybody says yes.
role-history-title = So far: { $name }
role-history-none = Nobody has served yet.
role-served-head = **Turns served, all in all**
role-served = { $name } { $count }
role-newer = Newer
role-older = Older

role-why-title = Whose turn? { $name }
role-why-me = It is your turn: { $days }.
role-why-them = It is the turn of { $name }: { $days }.
role-why-offered = They offered to take it.
role-why-nobody = Nobody has it: nobody in the pool is free.
role-why-then = After that would come: { $names }.
role-why-not = Why not …?
role-why-rule = First comes whoever served least of the turns they could have had in twelve months, then whoever served longest ago, then a fixed lot.
role-load = { $served } of { $eligible } possible turns in twelve months.
role-load-none = No possible turn in the last twelve months.
role-last = The last one began on { $day }.
role-last-never = None so far.
role-hindered-taken = Have this turn
role-hindered-unavailable = Unavailable
role-hindered-elsewhere = Hold another role then
role-hindered-in-a-row = Just served, or serve next
role-hindered-new = New here
role-why-not-pool = { $name } is not in this role’s pool.
role-why-not-taken = { $name } has this turn already.
role-why-not-unavailable = { $name } is unavailable then.
role-why-not-elsewhere = { $name } holds a role then that does not go with this one.
role-why-not-in-a-row = { $name } would have too many turns in a row.
role-why-not-new = { $name } is new, and is left in peace at first.
role-why-not-load = { $name } has served a larger part of the turns they could have had.
role-why-not-last = { $name } has served as much, and more recently.
role-why-not-lot = All else is equal: the lot decided.
role-why-not-offered = Somebody said yes before it would have been the turn of { $name }.

role-you-take = Yours: { $role }, { $days }.
role-they-take = Noted for { $name }: { $role }, { $days }.
role-take-note = When it begins, you get what is open and the last note.
role-declined = Noted. The next person is asked; your place in the round stays.
role-keen = Noted: { $name } may be yours soon, newcomer or not.
role-keen-back = Noted: { $name } comes to you in the usual order.
role-swap-now-open = The channel has been asked for somebody to take over { $role }: { $days }. Until somebody does, it stays with { $name }.
role-swap-now-taken = { $name } takes over { $role }: { $days }.
role-swap-now-undone = { $role } is with the person it was with before: { $days }.
role-swap-now-withdrawn = Withdrawn: { $role } stays with { $name }, { $days }.
role-swap-now-past-due = Nobody took over { $role }: { $days }.
role-swap-note = You can give it back until a day before.
role-away-title = Away
role-away-none = You have not said that you are away.
role-away-line = Away { $days }.
role-away-only = Only from: { $names }.
role-away-moved = { $name }, { $days }: somebody else is asked.
role-away-cover = { $name }, { $days }: you miss only a part of it. Somebody could cover those days.
role-away-swapped = You took over { $name }, { $days }. You can give it back.
role-away-note = Nobody sees why. Whoever comes back early says so here.
role-away-for-note = They are told.
role-ended = This role no longer turns.
role-awaits = Would you take it? { $name }, { $days }
role-awaits-see = Look
role-awaits-note = Pass on { $name }: your turn ends soon
role-awaits-vacant = Nobody has { $name } yet
role-news-vacant = nobody yet: { $days }
role-news-begins = { $who } from { $day }
role-handover-asked = { $name }, { $days }: somebody is asked
role-handover-vacant = { $name }, { $days }: nobody yet

# ── buttons ──
role-button-accept = Yes, I’ll do it
role-button-decline = Not this time
role-button-swap = Find a swap
role-button-why = Why me?
role-button-why-them = Why them?
role-button-volunteer = I’ll do it
role-button-take = I’ll take over
role-button-give-back = Give it back
role-button-withdraw = No longer needed
role-button-away = I’ll be away
role-button-back = I’m back
role-button-not-away = Not away after all
role-button-cover = Find cover: { $name }
role-button-more = More
role-button-see = Open: { $name }
role-button-new = New role
role-button-preview = Next turns
role-button-history = So far
role-button-keen = I’d like a turn
role-button-pack = Handover
role-button-next = Ask the next now
role-button-edit = What it is for
role-button-limits = Who takes turns
role-button-retire = End this role
role-retire-sure = End this role? Whoever has it stops today.
role-button-accept-for = Yes for { $name }
role-button-decline-for = No for { $name }
role-button-note = Write three lines
role-button-note-edit = Change the lines

# ── what does not work, and what to do ──
role-term-unclear = “{ $given }” is no length I understand. Write for instance: 1 month, 2 weeks, 10 days.
role-days-unclear = “{ $given }” is no number of days. Write for instance: 30 days.
role-excludes-itself = A role cannot exclude itself. Name another one.
role-start-past = That day is past. Choose today or later.
role-start-far = That is more than a year away. Choose an earlier day.
role-no-coordination = Coordination does not turn: it is given and taken in the settings.
role-there = { $name } turns here already. /role shows it.
role-warn-nobody = Nobody is free for the first turn: the channel would be asked who would like to.
role-warn-few = { $count ->
    [one] One person takes turns, and nobody has two in a row: every other turn would stay empty.
   *[other] { $count } people take turns, and nobody has two in a row: every other turn would stay empty.
}
role-passed-on = This turn has gone to somebody else by now.
role-over = This turn is over.
role-begun = Your turn has begun. Say when you are away, and somebody can cover.
role-taken = { $name } has it already. Thank you all the same.
role-asked-another = Somebody is asked for it at the moment.
role-nobody-has-it = Nobody has this turn.
role-you-have-it = You have it at that time already.
role-you-are-away = You said that you are away then.
role-you-are-elsewhere = You hold a role then that does not go with this one.
role-swap-begun = This turn has begun. Say when you are away (/role away), and somebody can cover.
role-swap-oneself = That is your own turn: somebody else has to take over.
role-swap-there = Somebody is being looked for already, or found, for some of these days.
role-swap-over = This swap is over.
role-swap-late = It is too late: it has begun.
role-swap-too-late = It begins in less than a day. Ask whoever facilitates to give it back.
role-swap-nothing = You have no turn to come.
role-swap-not-this = You have no turn to come: { $name }.

# ── the platform’s own group ──
role-group-forbidden = The platform’s group does not follow: Ronde may not change it. Whoever administers the workspace or server can allow it.
role-group-missing = The platform’s group does not follow: there is none of that name. Write its number under “What it is for”.
role-group-paid = The platform’s group does not follow: user groups need a paid plan of Slack.
role-group-nobody = The platform’s group stays as it was: nobody has the role, and Slack keeps no empty group.
role-group-outside = The platform’s group follows in part: somebody who has the role is not in the server, or is a guest.
role-group-full = The platform’s group does not follow: it takes no more.

# ── nudges ──
nudge-rule-role-vacant = A turn that nobody has
nudge-rule-role-handover = A handover that is missing
role-nudge-asked = { $name }: nobody has said yes yet, { $days }.
role-nudge-vacant = { $name }: nobody has this turn, { $days }. A word to somebody who could often does it.
role-nudge-handover = { $name }: the turn of { $days } is over, and neither a tick nor a line was passed on.

role-knows-now = holds the role “{ $name }”
role-knows-then = has held the role “{ $name }”

# What is measured, and what changed

measure-e2 = Balance of roles
    .about = How evenly a role was borne over the last twelve months by all who could have served: 100% is perfectly even, and 0% means one person did it all. It is told of the role for which it is lowest.
    .missing = A role that turns among three people or more: `/role new`.
measure-e3 = Vacancy of roles
    .about = Of the days for which a role was due in the period, those on which nobody held it.
    .missing = A role that turns: `/role new`.

role-change-made = New role: { $name }
role-change-edited = Role changed: { $name }
role-change-retired = Role retired: { $name }
