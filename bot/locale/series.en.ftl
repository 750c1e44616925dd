# What comes again: polls and meetings

series-title = 🔁 { $title }
series-rule = Comes again { $rule }.
series-alternative = If you meant something else, type for example “{ $words }”.
series-every-week = every { $weekday } at { $at }
series-next = Next dates:
series-started = From now on this comes by itself. You can pause it, skip a date or stop it here.
series-started-ahead = Done: the next dates go into calendars now. In the channel, the next one always stands, with who comes.
series-changed = Changed. What has been published stays as it is.
series-changed-ahead = Changed for the dates that are not announced yet. Those already announced stay as they are: open one to move or cancel it.
series-paused = Paused: nothing comes until you resume it.
series-stopped = Stopped: nothing comes any more.
series-made-stay = The dates already announced stay.
series-quiet = Paused: the last three times, fewer than one in ten took part. Resume it, change its rhythm or its question, or stop it.
series-halted = Paused, because it could not be published: { $why }
series-skipped = { $day }: skipped
series-left-month = Nothing in { $month }
series-left-holiday = { $day }: left out ({ $name })
series-where = in { $channel }, looked after by { $who }
series-number = series { $number }

series-pause = Pause
series-resume = Resume
series-skip = Skip { $day }
series-bring-back = Bring back { $day }
series-edit = Change
series-edit-title = Change what comes again
series-stop = Stop
series-stop-confirm = Stop this? Nothing will come any more.
series-stop-confirm-ahead = Stop this? The dates already announced stay; cancel them one by one.
series-new = New one
series-see = See it
series-show-number = Show { $number }

series-list-poll = Regular polls
series-none-poll = There is no regular poll yet. Open one with `/poll show` and choose “Repeat”.
series-list-meet = Regular meetings
series-none-meet = There are no regular meetings yet. `/meet series` sets one up.
series-line = **{ $title }** · { $rule } · next { $at } · series { $number }
series-line-paused = { $title } · { $rule } · paused · series { $number }

series-inherited = The person who set this up has left { $community }. It goes on, and it is yours now: you can change, pause or stop it.
series-awaits = { $title }: paused, because it could not be published

# Refusals
series-never = No such date is to come. Check the days that are left out, and the end.
series-one-date = This is one date, and this comes again. Say how long it stays open: “+2d” or “friday 6pm”.
series-place-gone = I can no longer post in { $channel }. Resume this in another channel of the community.
series-not-yours = Only the person who looks after this, the facilitator or a coordinator can do this.
series-is-stopped = This was stopped. Set it up again to have it come again.
series-day-gone = This date is over, or is not one of the next ones.
