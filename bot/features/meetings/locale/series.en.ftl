# Regular meetings

meet-series = Regular meetings
    .title = Regular meetings
    .about = A meeting each week, each month…; alone, it shows those that there are
    .example = `/meet series "Practice circle" "2nd tuesday of the month 2pm, not in august"` sets up a series
meet-series-title = Title
    .about = What the meetings are called
    .hint = Practice circle
meet-series-every = When
    .about = every tuesday 14:00; 1st monday of the month 9am, not in august
    .hint = 2nd tuesday of the month 14:00, not in august
meet-series-duration = How long
    .about = For example 90m, 1h30, 2 hours
    .hint = empty: one hour
meet-series-venue = Where
    .about = A link or a room
    .hint = a link or a room

meet-series-button = Regular meetings ({ $count })
meet-series-see = Its other dates
meet-series-moved = { $day }: moved to { $at }
meet-series-cancelled = { $at }: called off
