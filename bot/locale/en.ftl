# Words that belong to no feature: refusals, forms, notices.

ok = OK
nobody = nobody
publish = Publish
edit = Edit
next = Next
previous = Previous
page-of = Page { $page } of { $pages }
list-and = { $first } and { $last }
names-and-others = { $names } + { $count ->
    [one] 1 other
   *[other] { $count } others
}
table-fact = { $label }: { $value }
table-blank = No answer: { $names }
table-silent = No answer at all: { $names }
language-en = English
language-fr = French
rank-member = members
rank-facilitator = the facilitator
rank-coordinator = coordinators

# Rights
needs-member = Join the community first: one press is enough.
needs-facilitator = Only the facilitator or a coordinator can do this.
needs-coordinator = Only a coordinator can do this. Ask one of them: `/ronde data` names them.
needs-admin = Only an administrator can do this.
no-community = There is no community in this channel yet. Type /ronde to found one, or use a channel that has one.
no-place = Your community has no channel that I can reach. Type /ronde in a channel to add it.
unknown-thing = This no longer exists, or is not available here. Type /ronde to see what is.
unknown-person = I do not know “{ $name }” here. Write the name as it is shown, for example @Ann; people must have joined first.

# Typed lines
unknown-command = I do not know { $given }. Type `/ronde help` to see every command with an example.
unknown-command-near = I do not know { $given }. Did you mean `{ $meant }`? Type `/ronde help` to see every command with an example.
unknown-subcommand = I do not know “{ $given }” here. You can use: { $offered }.
unknown-subcommand-near = I do not know “{ $given }” here. Did you mean { $meant }? You can use: { $offered }.
unknown-option = I do not know “{ $given }”. You can use: { $offered }.
open-quote = A quotation mark was opened and not closed. Check the words below.
extra-words = These words have no place: “{ $given }”. Put words that belong together in "quotation marks".

# Values
value-missing = Please fill this in.
too-long = At most { $longest } characters, and this has { $given }.
entry-too-long = “{ $entry }” has { $given } characters; at most { $longest }.
too-many-entries = At most { $most }, and there are { $given }.
too-few-entries = At least { $least } are needed, one a line.
not-a-number = “{ $given }” is not a number. Type for example 2.
number-outside = Type a number from { $least } to { $most }.
not-a-choice = “{ $given }” is not one of: { $offered }.
unknown-zone = I do not know the zone “{ $given }”. Type for example Europe/Paris or America/Montreal.
unknown-zone-near = I do not know the zone “{ $given }”. Did you mean { $near }?
date-unknown = I do not understand “{ $given }”. Type for example “friday 6pm”, “+3d” or “2026-11-27 18:00”.
date-past = “{ $given }” is in the past. Type a date to come.
date-too-far = “{ $given }” is more than two years ahead. Type an earlier date.
date-gap = Did you mean { $proposal }? “{ $given }” does not exist: the clocks go forward that night.
date-ambiguous = “{ $given }” can mean two dates. Type the day and the hour in full, for example “2026-11-27 18:00”.
date-ambiguous-proposal = Did you mean { $proposal }? “{ $given }” can mean two dates.
date-impossible = “{ $given }” does not exist. Check the day and the time.
date-no-hour = “{ $given }” names no hour. Type the day and the hour, for example “friday 2pm”.
date-no-hour-proposal = Did you mean { $proposal }? “{ $given }” names no hour.
date-ends-early = “{ $given }” ends before it starts. Type the start, then the end, for example “friday 2pm-3:30pm”.
span-unknown = I do not understand “{ $given }”. Type the first day and the last, for example “{ $proposal }”.
span-open = “{ $given }” says when it begins, and not when it ends. Type the last day too, for example “{ $proposal }”.
span-past = “{ $given }” is over. Type days to come, for example “{ $proposal }”.
span-too-long = “{ $given }” is longer than a year. Type at most a year, for example “{ $proposal }”.
span-ambiguous = Did you mean { $proposal }? “{ $given }” can mean other days. Type the first and the last in full.
span-impossible = Did you mean { $proposal }? “{ $given }” names a day that does not exist.
span-ends-early = Did you mean { $proposal }? “{ $given }” ends before it begins.

# Forms
form-send = Preview
form-waits = Your form is ready to open.
field-error = **{ $field }**: { $says }
open-form = Open the form
preview-title = Only you can see this preview
preview-where = This will appear in { $channel }.
draft-gone = This draft is no longer there: drafts are kept for a day. Please type it again.
not-in-channel = I am not in this channel yet: type `/invite @Ronde`, then press Publish. Your text is kept.
missing-permissions = I cannot post in this channel yet: I lack { $names }. Ask whoever manages the server to allow it, then press Publish. Your text is kept.
which-community = You belong to several communities. Which one do you mean? You can switch later in /ronde.
which-community-label = Community
community-chosen = From now on, your messages here are about { $name }.

# Faults
fault = Something went wrong on my side, and nothing was changed. Please try again in a moment.
fault-storage = I cannot save anything right now, so nothing was changed. Please try again in a moment.
fault-reference = If it happens again, give this reference to whoever runs Ronde: { $reference }

# Direct messages that the bot starts
notice-less = Fewer messages
notice-stop-poll = No more poll reminders
notice-stopped-poll = You will get no more poll reminders. Open polls stay in /ronde.
notice-stop-meeting = No more meeting messages
notice-stopped-meeting = You will get no more messages about meetings and their actions, except those you said yes to. All of it stays in /ronde.
notice-stop-digest = No weekly message any more
notice-stopped-digest = You will get this weekly message no more. What awaits you stays in /ronde.
notice-stop-other = No more of these
notice-stopped-other = You will get no more messages of this kind. What awaits you stays in /ronde.
notice-fewer = From now on, at most one message a week. The rest waits in /ronde.
notice-stop-question = No more of these
notice-stopped-question = You will get no more questions of this kind. What awaits you stays in /ronde.
notice-undo = To get them again: /ronde, then “My messages”.
undelivered = I can no longer post in { $channel }, so here is what I had to say

# What somebody chose for themselves
mine-button = My messages
mine-title = My messages
mine-language = I speak { $language } to you, as you chose.
mine-language-usual = I speak { $language } to you, as your chat does.
mine-speak-en = Speak English to me
mine-speak-fr = Speak French to me
mine-speak-usual = The language of my chat
mine-usual = I write to you once a day and three times a week at most, about what awaits you.
mine-fewer = I write to you once a week at most, about what awaits you.
mine-quiet = I write to you only about what you started or said yes to. The rest waits in /ronde.
mine-quiet-start = Only what I started
mine-quiet-end = Write to me again
mine-fewer-end = As often as usual
mine-stopped-poll = You get no poll reminders.
mine-stopped-meeting = You get no messages about meetings, except those you said yes to.
mine-stopped-question = You get no questions about roles.
mine-stopped-other = You get no other messages.
mine-again-poll = Poll reminders again
mine-again-meeting = Meeting messages again
mine-again-question = Questions again
mine-again-other = Other messages again
mine-community = These choices are about { $name }; the language holds everywhere.

# Roles
role-facilitation = facilitation
role-coordination = coordination
role-notes = note-taking
role-time = time-keeping
role-library = library
role-welcome = welcome
role-critical = critical friend
role-harvest = harvest of effects
