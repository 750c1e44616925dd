digest-title = The week in { $name }
digest-title-since = { $name }: what happened since { $at }
digest-decide = **To decide:** { $line }
digest-closing = **Closing soon:** { $line }
digest-next = **Next meeting:** { $line }
digest-resources = **New in the library:** { $line }
digest-needs = **Needed:** { $line }
digest-welcomes = **Welcome:** { $line }
digest-decisions = **Decided:** { $line }
digest-story = **It served:** { $line }
digest-more = { $count ->
    [one] and 1 more thing: /ronde
   *[other] and { $count } more things: /ronde
}
digest-over = Nothing of this is still to be read here.

# What awaits me
digest-personal = { $name }: what awaits you
digest-personal-note = You asked for this once a week. All of it is always in /ronde.
digest-ask-button = My own by direct message
digest-stop-button = No weekly message
digest-mine-not = Once a week, you can get all that awaits you in one message.
digest-mine = Once a week you get all that awaits you in one message, if anything does; next on { $at }.
digest-quiet = You chose to get nothing but what you started, so this message waits until you take that back.

# Settings
digest-tuning = Weekly digest
digest-tuning-button = Weekly digest
digest-about = Once a week, twelve lines at most: what is to be decided, what closes soon, the next meeting, what is new. A week without news has none.
digest-comes = The next one comes { $at }, in { $channel }.
digest-choose-on = In the channel
digest-on-off = No digest
digest-on-on = Once a week
digest-choose-day = Day
digest-day-1 = Monday
digest-day-2 = Tuesday
digest-day-3 = Wednesday
digest-day-4 = Thursday
digest-day-5 = Friday
digest-day-6 = Saturday
digest-day-7 = Sunday
digest-choose-hour = Hour
digest-hour = { $hour }:00
digest-preview-button = Preview
digest-preview = This is what { $channel } would read now. Only you see it.
digest-nothing = There is nothing new to tell. Such a week has no digest.
