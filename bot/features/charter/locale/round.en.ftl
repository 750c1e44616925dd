charter-round = Ask everybody first
    .title = Ask everybody first
    .send = Preview
    .note = Everybody answers three questions in private: why are we here, what shall we do together, how. All answers are shown at once at the end.
charter-round-until = Answers until
    .hint = Friday, in ten days; empty: in seven days
charter-answer = Answer
    .title = Your answers
    .send = Save
    .note = Nobody sees them before the end; then all are shown at once, without names. You can change them until then.
charter-answer-round = Round
charter-answer-why = Why are we here?
    .hint = What brings you, what you would miss without us
charter-answer-what = What shall we do together?
    .hint = One thing you would come for
charter-answer-how = How shall we work and decide?
    .hint = How often, by which means, who decides
charter-group = New group
    .title = New group
    .send = Make the group
charter-group-round = Round
charter-group-question = Question
charter-group-name = What do these answers have in common?
    .hint = A few words: they will be ranked under this name

charter-question-why = Why are we here?
charter-question-what = What shall we do together?
charter-question-how = How shall we work and decide?
charter-fed-why = We are here for:
charter-fed-what = Together we want:
charter-fed-how = We agree on this:

charter-round-title = Why, what, how
charter-round-stands =
    { "" }**Why, what, how**
    { $state } { $progress }
charter-round-asks = Before we write our charter, three questions to each of us:
charter-round-answers = Open for answers until { $at }.
charter-round-groups = The answers are in. They are being grouped, then everybody says what matters most.
charter-round-dots = Everybody puts three dots on what matters most, until { $at }.
charter-round-ended = The round is over. What mattered most is in the charter’s draft.
charter-round-answered = { $count ->
        [0] No answer yet · { $of } members
        [one] 1 person answered · { $of } members
       *[other] { $count } people answered · { $of } members
    }
charter-round-voted = { $count ->
        [0] No dots yet · { $of } members
        [one] 1 person put dots · { $of } members
       *[other] { $count } people put dots · { $of } members
    }
charter-round-private-answers = Answers stay private until the end, and are then shown without names. The server could still link them, so that you can change yours.
charter-round-private-dots = Nobody sees whose dots they are. You can change yours until the end.
charter-round-opened = The questions are in { $channel }.
charter-round-runs = A round is under way already: `/charter` shows it.
charter-round-when = Choose a moment between an hour and ninety days from now.
charter-round-closed = This round takes no answers any more. `/charter` shows how far it is.
charter-round-waits-answers = Why are we here, what shall we do together, how? Your answer is awaited until { $at }.
charter-round-waits-groups = All answers are in. Group those that say the same, then everybody puts dots.
charter-round-waits-dots = What matters most of what we said? Your three dots are awaited until { $at }.
charter-answers-kept = Your answers are kept. You can change them until { $at }.
charter-answers-nothing = Answer at least one of the three questions.
charter-answers-later = Answers are shown all at once, after { $at }.
charter-no-answers = Nobody answered this question.
charter-answer-count = { $count ->
        [one] 1 answer
       *[other] { $count } answers
    }
charter-bullet = – { $words }

charter-desk-title = Group the answers
charter-desk = Make a group for what comes back often, then put answers into it. Whatever stays out is kept, and is not ranked.
charter-group-size = { $name } · { $count ->
        [one] 1 answer
       *[other] { $count } answers
    }
charter-group-of = { $count ->
        [one] 1 answer
       *[other] { $count } answers
    }
charter-ungrouped = { $count ->
        [0] Every answer is in a group
        [one] 1 answer in no group
       *[other] { $count } answers in no group
    }
charter-pick-group = Open a group
charter-group-empty = No answer is in this group yet.
charter-more-answers = { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
charter-put-in = Put into “{ $name }”
charter-take-out = Take out of “{ $name }”
charter-group-there = “{ $name }” is a group already: put answers into that one.
charter-groups-full = { $most } groups are as many as can be ranked: put answers into one of them.
charter-groups-few = Make at least two groups: there is nothing to rank otherwise.
charter-not-grouping = The answers of this round are not being grouped now. `/charter` shows how far it is.
charter-dots-started = Everybody can put their dots until { $at }.
charter-dots-closed = This round takes no dots now. `/charter` shows how far it is.
charter-dots-most = { $most } dots at most: choose fewer groups.
charter-dots-how = Put up to three dots, one a group, on what matters most to you. Open until { $at }.
charter-pick-dots = Your dots
charter-my-dots = Your dots: { $names }.
charter-no-dots = You have put no dots yet.
charter-dots = { $count ->
        [one] 1 dot
       *[other] { $count } dots
    }
charter-end-sure = What everybody said so far is shown at once. It is written in the journal.
charter-ended = It is over: the channel’s card says what comes next.

charter-button-answer = Answer
charter-button-dots = Put my dots
charter-button-answers = Read all answers
charter-button-read-why = Read: why
charter-button-read-what = Read: what
charter-button-read-how = Read: how
charter-button-desk = Group the answers
charter-button-end = End it now
charter-button-group-why = New group: why
charter-button-group-what = New group: what
charter-button-group-how = New group: how
charter-button-start = Ask for the dots
charter-button-put-in = Put answers in
charter-button-take-out = Take answers out
charter-button-drop = Remove the group
charter-button-groups = All groups
