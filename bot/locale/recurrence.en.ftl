# What comes again: why words for it were not understood, and what to write instead.

recurrence-unknown = I do not understand “{ $given }”. Write for example “every Tuesday 14:00”, “every other Thursday 10:30” or “2nd Tuesday of the month 2pm, not in August”.
recurrence-once = “{ $given }” comes once. Say how often: for example “every Tuesday 14:00” or “first Tuesday of the month 14:00”.
recurrence-no-day = The day is missing. Write for example “every 2 weeks on Tuesday 14:00” or “the 15th of each month 14:00”.
recurrence-no-time = The hour is missing. Write for example “every Tuesday 14:00”.
recurrence-hour = At what hour exactly? Write it out of twenty-four, for example 08:00 or 20:00.
recurrence-biweekly = Twice, or every second time? Write “every Tuesday and Thursday 14:00” or “every 2 weeks on Tuesday 14:00”.
recurrence-fifth = Most months have only four. Write for example “last Friday of the month 14:00”.
recurrence-vacations = Which months? Vacations differ from place to place: write for example “not in July and August”, or “except public holidays”.
recurrence-one-date = I can leave out months and public holidays, not a single date. Write the rest; that one time can be cancelled later.
recurrence-date = This beginning or end can be read in two ways, or is no date. Write for example “until 30 June”, or “6 times”.
recurrence-past = This is over already. Write a beginning and an end to come.
recurrence-never = With all that is left out, it would never take place. Leave out less.
recurrence-no-country = Whose public holidays? Write for example “except public holidays in France”.
