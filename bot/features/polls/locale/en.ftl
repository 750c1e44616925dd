poll-about = Ask the community a question
poll-from-message = Make it a poll

poll-new = New poll
    .title = New poll
    .about = Ask a question; the command alone opens a form
    .example = `/poll "Where do we meet?" "Online" "On site"` asks a question
poll-new-question = Question
    .about = What you want to ask
    .hint = Where do we meet?
poll-new-choices = Choices, one a line
    .about = Separate them with semicolons: Online; On site
    .hint = Online
poll-new-until = Closes
    .about = A date in words: friday 6pm, +3d, 2026-11-27
    .hint = empty: in a week, at 18:00
poll-new-names = Names
    .about = Who chose what: hidden, shown, or an anonymous ballot
poll-new-results = Results
    .about = When the counts can be seen
option-poll-new-results-live = live
option-poll-new-results-after-vote = after voting
option-poll-new-results-at-close = at the end
poll-new-anonymous = Anonymous
    .about = A secret ballot: sent once, results at the end
poll-new-multi = Several choices
    .about = How many each person may choose
poll-new-who = For whom
    .about = everyone, @facilitation, or names: @Ann @Ben
poll-new-adding = People may add options
    .about = Anybody asked may add options
poll-new-reminders = Reminders
    .about = 0, 1 or 2 reminders to those who have not answered
poll-new-close_when_all = Close when everyone has voted
    .about = Only with a list of names in “who”

poll-new-every = Comes again
    .about = Each week, each month: every monday 9am, 1st tuesday of the month 14:00
    .hint = every monday 9am

poll-list = Polls
    .about = The polls of the community
    .example = `/poll list` shows open and past polls
poll-show = Show a poll
    .title = Show a poll
    .send = Show
    .about = One poll: your choice, the results, what you can do
    .example = `/poll show 3` shows poll 3
poll-show-poll = Poll
    .about = Its number, or words of its question
poll-close = Close a poll
    .title = Close a poll
    .send = Close now
    .about = Close a poll before its deadline
    .example = `/poll close 3` closes poll 3 now
poll-close-poll = Poll
    .about = Its number, or words of its question
poll-extend = Change the deadline
    .title = Change the deadline
    .send = Save
    .about = Move the deadline of an open poll
    .example = `/poll extend 3 until:"friday 6pm"` moves its deadline
poll-extend-poll = Poll
    .about = Its number, or words of its question
poll-extend-until = New deadline
    .about = A date in words: friday 6pm, +3d, 2026-11-27
    .hint = friday 6pm
poll-missing = Who has not answered
    .title = Who has not answered
    .send = Show
    .about = Who has not answered yet (author and facilitator)
    .example = `/poll missing 3` shows who has not answered
poll-missing-poll = Poll
    .about = Its number, or words of its question
poll-cancel = Cancel the poll
    .title = Cancel a poll
    .send = Cancel the poll
    .about = Cancel an open poll
    .example = `/poll cancel 3` cancels poll 3
poll-cancel-poll = Poll
    .about = Its number, or words of its question
poll-export = Export
    .title = Export a poll
    .send = Export
    .about = The result as a file
    .example = `/poll export 3` gives its result as a file
poll-export-poll = Poll
    .about = Its number, or words of its question
poll-export-format = Format
    .about = csv for a spreadsheet, json for a program

poll-correct = Correct the question
    .title = Correct the question
    .send = Save
poll-correct-poll = Poll
poll-correct-question = Question
poll-add-option = Add an option
    .title = Add an option
    .send = Add
poll-add-option-poll = Poll
poll-add-option-option = Option
poll-choose = Settle the tie
    .title = Settle the tie
    .send = Settle
poll-choose-poll = Poll
poll-choose-option = Option to take
poll-choose-why = Why (everybody can read it)

# The card
poll-title = 📊 { $question }
poll-result-title = Result: { $question }
poll-edited = (edited)
poll-reopened = (reopened)
poll-second-round = (second round)
poll-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
poll-row = { $option }: { $count }
poll-vote = Vote
poll-turnout = { $count } voted · { $voted } of { $members } { $members ->
    [one] member
   *[other] members
}
poll-turnout-list = { $count } of { $members } people asked voted
poll-turnout-small = { $count } voted
poll-closes = closes { $at }
poll-closed-at = closed { $at }
poll-up-to = up to { $most } choices
poll-number = poll { $number }
poll-secrecy-hidden = Nobody sees who chose what. The server could link votes to people: that is how you can change yours.
poll-secrecy-shown = Everybody sees who chose what.
poll-secrecy-anonymous = Nothing we keep links you to your choice. Slack or Discord, and whoever controls the server while you press, could still see it.
poll-shown-after-vote = Once you have voted, you see who chose what.
poll-shown-at-close = When the poll closes, everybody sees who chose what.
poll-results-anonymous = Results at the end, from 5 answers up.
poll-results-live = Counts are live.
poll-results-after-vote = You see the counts once you have voted.
poll-results-at-close = Counts appear when the poll closes.

# The end
poll-winner = **{ $option }**, chosen by { $count } of { $voters } { $voters ->
    [one] person
   *[other] people
}.
poll-tie = Tie: { $options } ({ $count } each).
poll-chosen = **{ $option }** was chosen after a tie between { $tied }. Reason: { $why }
poll-no-answer = Closed without answer.
poll-masked = Not enough answers ({ $count }/{ $least }): the result stays hidden.
poll-cancelled = This poll was cancelled; it has no result.
poll-run-off = Second round
poll-choose-button = Settle the tie
poll-news-extended = The deadline has moved: this poll now closes { $at }.
poll-news-reopened = This poll is open again, until { $at }. You can change your vote.

# Private answers
poll-published = Published in { $channel }: { $question }
poll-your-choice = Your choice: { $options }
poll-you-voted = Your vote is in. It cannot be changed.
poll-withdraw = Withdraw my vote
poll-withdrawn = Your vote is withdrawn. You can vote again until the poll closes.
poll-remove = Remove: { $option }
poll-pick = Choose up to { $most }
poll-full = You have used your { $most } choices. Take one back first, or choose the whole set again.
poll-review = Send { $options }? It cannot be changed.
poll-send = Send
poll-already-voted = You have already voted in this anonymous poll. It cannot be changed.
poll-sent-for-good = An anonymous vote cannot be taken back: nothing links it to you.
poll-nothing-to-withdraw = There is no vote of yours to withdraw.
poll-guest-vote = Your vote counts. You are not in { $community } yet: joining lets you see what awaits you, and be counted among its members.
poll-extend-button = Change the deadline
poll-correct-button = Correct the question
poll-close-now = Close now
poll-close-confirm = Close this poll now? The result will be posted.
poll-cancel-this = Cancel this poll
poll-cancel-confirm = Cancel this poll? It will have no result.
poll-reopen = Reopen
poll-export-csv = Export (CSV)
poll-export-json = Export (JSON)
poll-export-says = The result, as a file that nobody else receives.
poll-see = See the poll
poll-show-number = Show { $number }
poll-answer = Answer
poll-awaits = { $question } — closes { $left }
poll-unreached = { $count ->
    [one] 1 person could not be reached with a reminder.
   *[other] { $count } people could not be reached with a reminder.
}
poll-unreached-names = { $count ->
    [one] 1 person could not be reached with a reminder: { $names }
   *[other] { $count } people could not be reached with a reminder: { $names }
}
poll-missing-button = Who has not answered
poll-missing-none = Everybody has answered.
poll-missing-count = { $count ->
    [one] 1 person has not answered yet.
   *[other] { $count } people have not answered yet.
}
poll-missing-names = { $count ->
    [one] Not answered yet: { $names }
   *[other] { $count } people have not answered yet: { $names }
}
poll-closed-by-hand = The poll is closed, and its result is in the channel: { $question }
poll-cancelled-by-hand = Cancelled: { $question }
poll-reopened-by-hand = Open again for a week: { $question }
poll-deadline-moved = The poll now closes { $at }: { $question }
poll-corrected = The question now reads: { $question }
poll-option-added = Added: { $option }
poll-choice-made = Settled: { $option }. The reason is shown on the poll.
poll-run-off-started = The second round is open for 24 hours: { $question }

# Again, and ready-made
poll-repeat = Repeat
poll-repeats = Its other dates
poll-until-days = { $days ->
    [0] today at { $at }
    [one] in 1 day at { $at }
   *[other] in { $days } days at { $at }
}
poll-series-button = Regular polls ({ $count })
poll-templates-button = Ready-made
poll-templates-title = Ready-made polls
poll-templates-about = The words are in the form already: publish them as they are, or make them yours.
poll-template-checkin = Check-in
    .about = **Check-in before a meeting**: know how people arrive, before you begin.
    .question = How do you arrive at this meeting?
    .choices =
        Full of energy
        Fine, let’s begin
        A little tired
        My mind is elsewhere
    .until = +1d
poll-template-feedback = Meeting feedback
    .about = **Meeting feedback**: three short questions, sent together.
    .first =
        Was this meeting useful to you?
        Yes, very
        Yes, quite
        A little
        Not this time
    .second =
        Could you say what you wanted to say?
        Yes
        Partly
        No, there was no room for it
        I preferred to listen
    .third =
        What should we change first, next time?
        Nothing, it works
        The length
        The pace
        The topics
        More time to talk together
    .until = +3d
poll-template-topics = Choose topics
    .about = **Choose topics**: up to three choices each, and everybody can add a topic.
    .question = Which topics shall we take up next?
    .choices =
        Leading a group
        Assessing what was learnt
        Working at a distance
poll-template-practice = Practice of the month
    .about = **Practice of the month**: one thing to try, all of us, before we compare.
    .question = Which practice shall we all try this month?
    .choices =
        End with a round: what I take away
        Ask a question before explaining
        Let somebody else open the session
poll-template-retrospective = Retrospective
    .about = **Retrospective**: what to keep, to stop, to start; everybody can add to it.
    .question = Looking back: what do we keep, what do we stop, what do we start?
    .choices =
        Keep: our rhythm of meetings
        Keep: telling each other what we tried
        Stop: meetings that run over
        Start: short talks in pairs
poll-several = Short polls
    .title = Three short polls
poll-several-first = First: question, then a choice a line
poll-several-second = Second (may stay empty)
poll-several-third = Third (may stay empty)
poll-several-until = Closes
    .hint = empty: in a week, at 18:00
poll-several-names = Names

# Lists
poll-list-title = Polls
poll-list-empty = No poll yet. Type `/poll` to ask the first question.
poll-line-open = **{ $question }** · open until { $at } · { $count } voted · poll { $number }
poll-line-closed = { $question } · closed { $at } · { $count } voted · poll { $number }
poll-line-cancelled = { $question } · cancelled { $at } · poll { $number }
poll-which-show = Which poll do you want to see?
poll-which-close = Which poll do you want to close?
poll-which-extend = Which poll’s deadline do you want to change?
poll-which-missing = For which poll do you want to see who has not answered?
poll-which-cancel = Which poll do you want to cancel?
poll-which-export = Which poll do you want to export?
poll-which-label = Poll
poll-suggestion = { $number } · { $name }

# Reminder
poll-reminder-title = **{ $question }** ({ $community })
poll-reminder = You have not answered yet. The poll closes { $left }: { $at }.
poll-reminder-thanks = Thank you, your answer is in.
poll-orphaned = The person who started this poll has left { $community }. You can now close it, extend it or cancel it.
poll-handover = Open poll until { $at }: { $question }

# Refusals
poll-too-few = A poll needs at least 2 choices, and there { $given ->
    [one] is 1
   *[other] are { $given }
}. Write one a line.
poll-twins = “{ $first }” and “{ $second }” read the same. Change one of them.
poll-too-soon = A poll stays open for at least 5 minutes. Choose a later time.
poll-too-late = A poll stays open for at most 90 days. Choose an earlier date.
poll-anonymous-at-close = An anonymous poll shows its results at the end only. Choose “at the end”.
poll-close-when-all-list = This works with a list of names only: `who:"@Ann @Ben"`.
polls-by-facilitator = In this community, the facilitator and coordinators start polls. Bring your question to one of them.
polls-by-coordinator = In this community, coordinators start polls. Bring your question to one of them.
poll-none = There is no poll here yet. Type `/poll` to ask the first question.
poll-unknown = I find no poll for “{ $given }”. `/poll list` shows them all with their numbers.
poll-closed = This poll is closed. Its result is in the channel.
poll-is-cancelled = This poll was cancelled.
poll-not-closed = This poll is not closed.
poll-option-gone = This option is not there, or not any more. Open the poll again with `/poll show`.
poll-not-yours = Only the author of this poll, the facilitator or a coordinator can do this.
poll-not-asked = This poll is for certain people only, so your vote cannot be counted in it.
poll-correct-late = A question can be corrected in its first 60 minutes. If it misleads, cancel the poll and ask again.
poll-options-fixed = Somebody has voted, so the options stay as they are.
poll-options-full = A poll has at most { $most } options.
poll-shorten-limit = A deadline can be brought forward to an hour from now, not nearer. To end the poll at once, choose “Close now”.
poll-reopen-anonymous = An anonymous poll cannot be reopened: its result is known.
poll-reopen-late = A poll can be reopened within 7 days. Ask the question again instead.
poll-no-tie = There is no tie to settle here.
poll-run-off-exists = The second round is already under way.
poll-export-open = The result can be exported once the poll is closed.

nudge-rule-poll-turnout = A poll with few answers
poll-nudge-few = Half of the time of “{ $question }” has passed, and { $voted ->
    [0] none of { $asked } people has answered
    [one] 1 of { $asked } people has answered
   *[other] { $voted } of { $asked } people have answered
}. Too many questions, the wrong hour, the wrong channel?
poll-nudge-none = “{ $question }” closed without an answer from { $asked } people. Too many questions, the wrong hour, the wrong channel?
poll-nudge-button = See the poll

# What is measured

measure-i4 = Poll turnout
    .about = Voters, of those who could vote when the poll closed; the middle value of the polls closed in the period. Who left without having voted is not counted.
    .missing = A poll that closes: `/poll`.
