meet-about = Find a date together, and meet

meet-propose = Propose dates
    .title = Propose dates
    .about = Propose dates for a meeting; the command alone opens a form
    .example = `/meet propose "Peer review" "tuesday 2pm" "thursday 10am"` asks which date suits
meet-propose-title = Title
    .about = What the meeting is called
    .hint = Peer review
meet-propose-slots = Dates, one a line
    .about = Two to twelve, separated by semicolons: tuesday 2pm; 5 nov 10am-11:30
    .hint = tuesday 2pm
meet-propose-duration = How long
    .about = For example 90m, 1h30, 2 hours
    .hint = empty: one hour
meet-propose-venue = Where
    .about = A link or a room
    .hint = a link or a room
meet-propose-needs = Who is needed
    .about = People or roles without whom it makes no sense: @Ann @facilitation
    .hint = Ann
meet-propose-until = Answers until
    .about = A date in words: friday 6pm, +3d, 2026-11-27
meet-propose-quorum = Quorum
    .about = How many people it takes

meet-announce = Announce a date
    .title = Announce a date
meet-announce-title = Title
    .hint = Peer review
meet-announce-date = Date
    .hint = tuesday 2pm
meet-announce-duration = How long
    .hint = empty: one hour
meet-announce-venue = Where
    .hint = a link or a room

meet-list = Meetings
    .about = What is proposed, what is coming, what was
    .example = `/meet list` shows meetings, proposed, coming and past
meet-show = Show a meeting
    .title = Show a meeting
    .send = Show
    .about = One meeting: its dates or its date, and what you can do
    .example = `/meet show 3` shows meeting 3
meet-show-meeting = Meeting
    .about = Its number, or words of its title
meet-settle = Settle the date
    .title = Settle the date
    .send = Settle
    .about = Choose one of the proposed dates
    .example = `/meet settle 3` shows which date suits best, and settles it
meet-settle-meeting = Meeting
    .about = Its number, or words of its title
meet-settle-date = Date
    .about = One of the proposed dates, in words
    .hint = tuesday 2pm
meet-move = Move a meeting
    .title = Move a meeting
    .send = Move
    .about = Another date for a meeting that is settled
    .example = `/meet move 3 "thursday 10am"` moves meeting 3
meet-move-meeting = Meeting
    .about = Its number, or words of its title
meet-move-date = New date
    .about = A date in words: thursday 10am
    .hint = thursday 10am
meet-missing = Who has not answered
    .title = Who has not answered
    .send = Show
    .about = Who has not answered yet (organiser and facilitator)
    .example = `/meet missing 3` shows who has not answered
meet-missing-meeting = Meeting
    .about = Its number, or words of its title
meet-cancel = Call off
    .title = Call off
    .send = Call off
    .about = Call a meeting off, proposed or settled
    .example = `/meet cancel 3` calls meeting 3 off
meet-cancel-meeting = Meeting
    .about = Its number, or words of its title
meet-cancel-why = Why, if you like
    .about = Everybody can read it
meet-export = Export
    .title = Export the answers
    .send = Export
    .about = Everybody’s answers as a file
    .example = `/meet export 3` gives the answers as a file
meet-export-meeting = Meeting
    .about = Its number, or words of its title
meet-export-format = Format
    .about = csv for a spreadsheet, json for a program

meet-add-slot = Add a date
    .title = Add a date
    .send = Add
meet-add-slot-meeting = Meeting
meet-add-slot-slot = Date
    .hint = friday 9am
meet-extend = Answers until
    .title = Change the deadline
    .send = Save
meet-extend-meeting = Meeting
meet-extend-until = Answers until
    .hint = friday 6pm
meet-edit = Edit
    .title = Edit the meeting
    .send = Save
meet-edit-meeting = Meeting
meet-edit-title = Title
meet-edit-venue = Where
    .hint = a link or a room
meet-edit-duration = How long
    .hint = 90m
meet-edit-zone = Time zone
    .hint = Europe/Paris
meet-force = Settle all the same
    .title = Nobody can come then
    .send = Settle
    .note = Nobody said yes to this date. You can take it all the same, for a reason that everybody will read.
meet-force-slot = Date
meet-force-why = Why this date
meet-move-to = Move
    .title = Move the meeting
    .send = Move
meet-move-to-meeting = Meeting
meet-move-to-date = New date
    .hint = thursday 10am
meet-call-off = Call off
    .title = Call the meeting off
    .send = Call off
meet-call-off-meeting = Meeting
meet-call-off-why = Why (everybody can read it), if you like

# The cards
meet-title = 📅 { $title }
meet-headed = **{ $title }** ({ $community })
meet-minutes = { $minutes } min
meet-hours = { $hours } h
meet-hours-minutes = { $hours } h { $minutes }
meet-answer-button = Answer
meet-grid-button = See the answers
meet-slot-past = { $at } · over
meet-count-yes = { $count } yes
meet-count-maybe = { $count } if need be
meet-count-no = { $count } no
meet-answered = { $count } answered · { $answered } of { $members } { $members ->
    [one] member
   *[other] members
}
meet-answered-small = { $count } answered
meet-until = answers until { $at }
meet-until-over = answers were due { $at }
meet-number = meeting { $number }
meet-hidden = You see the others’ answers once you have given yours.
meet-needs = Needed: { $names }
meet-needs-people = { $count ->
    [one] takes 1 person
   *[other] takes { $count } people
}
meet-settled-on = Settled: **{ $at }**
meet-cancelled = This meeting is called off.
meet-cancelled-why = This meeting is called off. Reason: { $why }
meet-was = It was to be { $at }.
meet-when = When
meet-how-long = How long
meet-where = Where
meet-forced = Few can come; why this date all the same: { $why }
meet-calendar-button = Add to my calendar
meet-event-full = The server has no room for another Discord event (100 at most). The meeting stands.
meet-event-forbidden = I may not create events on this server, so there is no Discord event. The permission is called Create Events.
meet-event-nowhere = On this server
meet-news-moved = The meeting has moved: it is now { $at }.
meet-news-extended = You have until { $at } to answer.
meet-news-zone = The rules of the time zone have changed. The meeting keeps its local time: { $at }.

# Answering
meet-answers-lead = When could you come? What you choose is kept at once.
meet-say-yes = ✓ Yes
meet-say-maybe = (✓) If need be
meet-say-no = ✗ No
meet-say-none = Take my answer back
meet-as-before = Same as last time
meet-as-before-done = { $count ->
    [one] 1 date is filled in as you answered last time.
   *[other] { $count } dates are filled in as you answered last time.
}
meet-nothing-before = Last time had no date at these hours, so there is nothing to fill in.
meet-rest-no = No to the rest
meet-left = { $count ->
    [one] 1 date without your answer
   *[other] { $count } dates without your answer
}
meet-all-answered = You have answered every date
meet-change-until = you can change until { $at }
meet-answer-kept = Your answer is kept. Thank you.
meet-guest = Your answer counts. You are not in { $community } yet: joining lets you see what awaits you, and be counted among its members.

# The answers at a glance
meet-grid-who = Who
meet-cell-yes = yes
meet-cell-maybe = if need be
meet-cell-no = no
meet-grid-total = Can come
meet-grid-count = { $yes } + { $maybe }
meet-rank-line = { $rank }. { $at } · { $said }
meet-needed-no = cannot: { $names }
meet-needed-open = still to answer: { $names }
meet-below-quorum = under the quorum of { $quorum }

# Why this date
meet-no-answer-yet = Nobody has answered yet.
meet-all-past = All these dates are over.
meet-why-only = **{ $best }** is the only date that can still be chosen.
meet-why-tie = A tie between { $dates }: whoever organises picks.
meet-why-refused = **{ $best }** stands first: { $count ->
    [one] 1 more of the people needed can come
   *[other] { $count } more of the people needed can come
} than on { $other }; { $price }.
meet-why-unanswered = **{ $best }** stands first: { $count ->
    [one] 1 more of the people needed has said yes
   *[other] { $count } more of the people needed have said yes
} than for { $other }; { $price }.
meet-why-turn = **{ $best }** stands first: { $count ->
    [0] the last dates suited others better
    [one] it is the turn of 1 member whom the last dates suited less
   *[other] it is the turn of { $count } members whom the last dates suited less
}; against { $other }, { $price }.
meet-why-available = **{ $best }** stands first: { $count ->
    [one] 1 more person can come
   *[other] { $count } more people can come
} than on { $other }.
meet-why-yes = **{ $best }** stands first: { $count ->
    [one] 1 more person says a plain yes
   *[other] { $count } more people say a plain yes
} than for { $other }; { $price }.
meet-price = it costs { $count ->
    [one] 1 person
   *[other] { $count } people
}
meet-price-none = it costs nobody
meet-turn-of = Only you see this: it is the turn of { $names }.

# Private answers
meet-published = Proposed in { $channel }: { $title }
meet-announced = Announced: { $title }
meet-overlap = Some of these dates overlap.
meet-on-holiday = public holiday: { $name }
meet-near = close to another meeting: { $title }
meet-clock-changes = the clocks change that day
meet-settle-button = Settle the date
meet-settle-note = Everybody reads the date you press, and those who said yes are reminded.
meet-settled-done = Settled: { $title }
meet-moved-done = Moved: { $title }
meet-cancelled-done = Called off: { $title }
meet-add-slot-button = Add a date
meet-remove-slot = Take a date away
meet-remove-which = Which date do you want to take away?
meet-remove-line = { $at } · { $count ->
    [0] no answer
    [one] 1 answer goes with it
   *[other] { $count } answers go with it
}
meet-remove-confirm = Take { $at } away? { $count ->
    [0] Nobody has answered it.
    [one] 1 answer goes with it.
   *[other] { $count } answers go with it.
}
meet-slot-removed = Taken away: { $at }. { $count ->
    [0] Nobody had answered it.
    [one] 1 answer went with it.
   *[other] { $count } answers went with it.
}
meet-slot-added = Added: { $at }
meet-slot-asked = { $count ->
    [one] 1 person who had answered is asked about this date only.
   *[other] { $count } people who had answered are asked about this date only.
}
meet-extend-button = Change the deadline
meet-extended = Answers are now due { $at }.
meet-missing-button = Who has not answered
meet-missing-none = Everybody has answered.
meet-missing-names = { $count ->
    [one] Not answered yet: { $names }
   *[other] { $count } people have not answered yet: { $names }
}
meet-edit-button = Edit
meet-edited = Saved.
meet-move-button = Move
meet-cancel-button = Call off
meet-unreached = { $count ->
    [one] 1 person could not be reached with a reminder: { $names }
   *[other] { $count } people could not be reached with a reminder: { $names }
}
meet-see = See the meeting
meet-show-number = Show { $number }
meet-calendar-file = Calendar file
meet-calendar-google = Google Calendar
meet-calendar-outlook = Outlook
meet-calendar-says = Open this file, and your calendar offers to add the meeting.
meet-calendar-off = Take it off my calendar
meet-calendar-off-says = Open this file: your calendar takes the meeting out.
meet-file-name = meeting-{ $number }
meet-export-says = Everybody’s answers, as a file that nobody else receives.

# Lists
meet-list-title = Meetings
meet-list-empty = No meeting yet. Propose two or three dates, and see which suits.
meet-propose-button = Propose dates
meet-announce-button = Announce a date
meet-line-proposed = **{ $title }** · answers until { $at } · { $count } answered · meeting { $number }
meet-line-coming = **{ $title }** · { $at } · meeting { $number }
meet-line-past = { $title } · { $at } · meeting { $number }
meet-line-cancelled = { $title } · called off · meeting { $number }
meet-which-show = Which meeting do you want to see?
meet-which-settle = For which meeting do you want to settle the date?
meet-which-move = Which meeting do you want to move?
meet-which-missing = For which meeting do you want to see who has not answered?
meet-which-cancel = Which meeting do you want to call off?
meet-which-export = Which meeting’s answers do you want to export?
meet-which-label = Meeting
meet-suggestion = { $number } · { $name }

# Direct messages
meet-new-slot = One more date is proposed. Does it suit you?
meet-reminder = You have not said yet when you could come. Answers are due { $left }: { $at }.
meet-reminder-thanks = Thank you, your answers are in.
meet-can-decide = { $count ->
    [one] 1 person has answered. You can settle the date now.
   *[other] { $count } people have answered. You can settle the date now.
}
meet-orphaned = The person who organised this meeting has left { $community }. You can now settle it, move it or call it off.
meet-awaits = { $title } — when could you come? Answers are due { $left }
meet-awaits-decision = { $title } — the answers are in, the date is yours to settle
meet-news-answer = answer until { $at }
meet-news-settle = the answers are in, the date is to be settled
meet-handover-open = Date to settle: { $title }
meet-handover-coming = Coming { $at }: { $title }

# My calendar
meet-feed = My meetings in my calendar
    .about = A private address that keeps your own calendar up to date
    .example = `/meet feed` keeps your own calendar up to date with your meetings
meet-feed-title = My meetings in my calendar
meet-feed-lead = With this address, your own calendar always shows your meetings as they stand, in all your communities. Copy it now: it is shown this once.
meet-feed-google = **Google**: on a computer, + beside “Other calendars”, then “From URL”.
meet-feed-outlook = **Outlook**: “Add calendar”, then “Subscribe from web”.
meet-feed-apple = **Apple**: “Add Calendar”, then “Add Subscription Calendar”; on a Mac, “New Calendar Subscription” in the File menu.
meet-feed-shows = Title, time, place and agenda of each meeting, and nobody’s name. Anybody who has the address can read them: keep it to yourself. Calendars look again every few hours, some only once a day.
meet-feed-since = Your calendar has had a private address since { $at }. I keep no copy that I could show you. Is it lost, or has somebody seen it? Take a new one, and the old one stops.
meet-feed-new-button = New address
meet-feed-new-confirm = The address that you have now stops at once, and calendars need the new one. Take a new address?
meet-feed-stop-button = Stop the feed
meet-feed-stop-confirm = Calendars that use your address get nothing any more. Stop it?
meet-feed-stopped = Stopped. The address opens nothing any more; remove it from your calendar when you like.
meet-feed-closed = Whoever runs this Ronde has not opened calendar feeds, so there is no address to give you.
meet-feed-file = Here are your meetings to come, as they stand today. The file does not follow later changes.
meet-feed-file-name = meetings
meet-feed-no-file = There is no meeting ahead to put into a file yet.

# Settings
meetings-who = Who proposes dates
meetings-who-member = every member
meetings-who-facilitator = the facilitator and coordinators
meetings-who-coordinator = coordinators
meetings-answers = Others’ answers to dates
meetings-answers-hidden = shown once one has answered
meetings-answers-shown = shown at once
meetings-turn = Dates take turns (fair over the year)
meetings-turn-on = yes
meetings-turn-off = no
meetings-first = What counts first for a date
meetings-first-available = how many can come
meetings-first-yes = how many say a plain yes
meetings-events = Settled meetings as Discord events
meetings-events-on = yes, where I may
meetings-events-off = no

# Refusals
meet-too-few = Propose at least { $least } dates, one a line. For a date that is decided already: `/meet settle "Title" "date"`.
meet-twins = “{ $first }” and “{ $second }” are the same moment. Change one of them.
meet-duration-unclear = I do not understand “{ $given }” as a length, up to a day. Type for example 90m, 1h30 or 2 hours.
meet-until-soon = People need at least 5 minutes to answer. Choose a later time.
meet-until-late = Answers must be in before the last of the dates. Choose an earlier time.
meet-by-facilitator = In this community, the facilitator and coordinators propose dates. Bring your idea to one of them.
meet-by-coordinator = In this community, coordinators propose dates. Bring your idea to one of them.
meet-none = There is no meeting here yet. Type `/meet` to propose the first dates.
meet-unknown = I find no meeting for “{ $given }”. `/meet list` shows them all with their numbers.
meet-not-yours = Only whoever organises this meeting, the facilitator or a coordinator can do this.
meet-slot-is-past = This date is over. Choose another.
meet-already-settled = This meeting is settled already: { $at }.
meet-not-settled = This meeting has no date yet. Settle one first: `/meet settle`.
meet-is-past = This meeting has begun, so it stays as it is.
meet-same-date = It is at this date already.
meet-answers-over = The time to answer is over; whoever organises is about to settle the date. They can give you more time.
meet-answer-first = Give your own answers first, then you see everybody’s: that keeps them honest.
meet-slots-full = At most { $most } dates can be proposed. Take one away first.
meet-slot-known = “{ $given }” is proposed already.
meet-last-slot = This is the last date left. Add another first, or call the meeting off.
meet-not-proposed = “{ $given }” is none of the proposed dates. Add it first, or leave the date out to see them all.
meet-zone-stays = Somebody has answered, so the time zone stays as it is.
meet-export-none = No dates were proposed for this meeting, so there are no answers to export.

meet-knows = { $count ->
    [one] led the meeting “{ $title }”
   *[other] led { $count } meetings on it, the latest “{ $title }”
}

# What is measured

measure-i5-attendance = Attendance
    .about = Members who were there, of all members at the time, over the meetings whose attendance was confirmed.
    .missing = A meeting, and somebody who confirms who was there.
measure-i5-show-up = Kept promises to come
    .about = Of those who had said yes, the part who were there, over the meetings whose attendance was confirmed.
    .missing = A meeting to which members said yes, and somebody who confirms who was there.
