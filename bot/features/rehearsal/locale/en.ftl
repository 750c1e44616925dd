ronde-rehearse = Rehearse the next weeks
    .title = Rehearse
    .send = Rehearse
    .about = Who serves when, gaps, clashes and messages, before it happens
    .example = `/ronde rehearse 90d` shows who will serve and what will go out, and sends nothing
ronde-rehearse-length = How long
    .about = 90d, 6 weeks, 3 months; without a word, 90 days
    .hint = 90d

rehearsal-unclear = “{ $given }” is no length that can be rehearsed. Type `90d`, `6 weeks` or `3 months`; a year at most.
rehearsal-under-way = A rehearsal is under way. Type `/ronde rehearse` again in a minute.
rehearsal-stopped = Ronde is stopping, so the rehearsal was left. Nothing was written or sent. Type `/ronde rehearse` again in a minute.
rehearsal-too-long = This takes too long here. Rehearse less: `/ronde rehearse 30d`. Nothing was written or sent.

rehearsal-title = Rehearsal
rehearsal-lead = What would happen: { $days }.
rehearsal-assumed = Whoever is asked for a turn says yes at once. Otherwise nobody types or presses anything, and absences stay as they are now.
rehearsal-no-roles = No role turns here yet: `/role new` begins.
rehearsal-role = **{ $name }**
rehearsal-serves = { $days } · { $name }
rehearsal-bullet = • { $line }
rehearsal-none = • None.
rehearsal-more = { $count ->
    [one] + 1 more
   *[other] + { $count } more
}
rehearsal-gaps = **Turns that nobody has**
rehearsal-vacant = { $role } · { $days }
rehearsal-unanswered = { $role } · { $days } · asked, and not answered yet
rehearsal-clashes = **What clashes**
rehearsal-begins-on = { $role } changes hands on { $day }, a public holiday ({ $holiday })
rehearsal-meets-on = { $title } is on { $day }, a public holiday ({ $holiday })
rehearsal-unavailable = { $name } is unavailable in their turn ({ $role }): { $days }
rehearsal-messages = **Direct messages**
rehearsal-load = { $name } · { $count }{ $unasked ->
    [0] {""}
   *[other] {" "}({ $unasked } unasked for)
}
rehearsal-others = { $count ->
    [one] 1 other person, fewer
   *[other] { $count } others, fewer
}
rehearsal-silence = { $count ->
    [one] 1 person, none
   *[other] { $count } people, none
}
rehearsal-crowded = More than { $most } unasked for in one week: { $names }.
rehearsal-never-crowded = Nobody gets more than { $most } a week unasked for.
rehearsal-channel = In channels: { $count ->
    [0] no new message
    [one] 1 new message
   *[other] { $count } new messages
}.
rehearsal-nothing-sent = Nothing was written or sent: this was played on a copy, which is gone. Reminders of anonymous polls are not counted.
