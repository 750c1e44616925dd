profile-about = Your card: what you offer, what you look for
people-about = Who offers what, whom to ask, the core group

profile-show = A card
    .title = A card
    .about = Your card, or another member’s
    .example = `/profile show @Ben` shows Ben’s card; without a name, yours
profile-show-person = Person
    .about = A name, or words of it; empty: yourself
profile-quiet = Quiet
    .about = No message any more but about what you started
    .example = `/profile quiet` stops all messages but about what you started
profile-edit = Your card
    .title = Your card
    .send = Save
    .note = Each line may stay empty. Only members of the community can read it.
profile-edit-offers = What you offer, one thing a line
    .hint = mediation, writing quizzes, a training room in Lille
profile-edit-asks = What you look for
    .hint = somebody to try a remote workshop with
profile-edit-organisation = Organisation
    .hint = Training centre of the East
profile-edit-zone = Time zone; empty: the one of your chat
    .hint = Europe/Paris
profile-edit-contact = How to reach you
    .hint = a direct message, rather in the morning
profile-edit-community = Community
profile-introduce = Introduction
    .title = Introduce yourself
    .note = Two lines are enough. Nothing is posted before you have seen it.
profile-introduce-brings = What brings you here?
    .hint = I train adults, and look for livelier remote sessions
profile-introduce-offers = What can you bring?
    .hint = writing quizzes, a training room in Lille
profile-introduce-community = Community

people-who = Who
    .title = Who
    .about = Whom to ask about something; nothing typed: all members
    .example = `/people who mediation` finds whom to ask, and says why
people-who-words = About what
    .about = A word or two: mediation
people-core = Core group
    .title = The core group
    .send = Ask
    .about = Who gets the community going; coordinators ask people
    .example = `/people core @Ann @Ben` asks Ann and Ben to be part of the core group
    .note = Each of them gets a message with yes and no. People must have joined the community.
people-core-people = Whom to ask, one name a line
    .about = Names: @Ann @Ben
    .hint = @Ann
people-core-community = Community
    .about = Of which community

# Cards
card-mine = Your card
card-title = { $who }
card-offers = Offers
card-asks = Looks for
card-organisation = Organisation
card-zone = Time zone
card-contact = Contact
card-empty = not filled in
card-zone-told = { $zone }, as your chat says; others do not see it
card-unwritten = { $who } has not filled in a card yet.
card-core = Part of the core group
card-left = This person is not in the community any more, and their card is not shown.
card-which = Several members go by these words. Whose card?
card-written = Your card is saved.
card-listed = You are suggested to members who look for what you offer.
card-unlisted = You are suggested to nobody. Members can still open your card.
card-reminder = I ask you on { $at } whether your card is still right.
card-who-sees = Only members of { $name } can read your card. Your language and time zone hold everywhere.
card-edit = Edit my card
card-mine-button = My card
card-fill-button = Fill in my card
card-remind = Remind me in 6 months
card-forget = No reminder
card-list-me = Suggest me again
card-unlist-me = Do not suggest me
card-about = Your card says what you offer and look for, to members.
card-check-title = Is your card still right?
card-check = You wanted to be asked: this is what your card in { $name } says.
card-still-right = It is right: ask me in 6 months

# Introductions
intro-button = Introduce yourself
intro-change = Change my introduction
intro-take-back = Take my introduction back
intro-take-back-confirm = Take your introduction back? Its words leave the channel.
intro-title = Meet { $who }
intro-brings = What brings me here
intro-offers = What I can bring
intro-card = See the card
intro-taken = { $who } has taken this introduction back.
intro-replaces = It replaces your introduction in the channel.
intro-made = Thank you: your introduction is in { $channel }.
intro-changed = Your introduction is changed, in the channel too.
intro-kept = What you can bring is on your card now, too: members find you by it.
intro-taken-back = Your introduction is taken back, and its words are deleted. Your card stays as it is.
intro-none = There is no introduction of yours here to take back.
intro-awaits = Say in two lines what brings you here, so that the others get to know you.

# Members
people-list-button = Members
people-title = { $count ->
    [one] 1 member
   *[other] { $count } members
} · page { $page } of { $pages }
people-who-title = “{ $words }”: { $count ->
    [one] 1 person to ask
   *[other] { $count } people to ask
}
people-line = **{ $who }** · { $basis }
people-offers = offers: { $words }
people-silent = nothing on the card yet
people-open = Open: { $name }
people-previous = Previous
people-next = Next
people-who-note = First who offers it, then who has shown it here.
people-list-note = To find whom to ask: `/people who mediation`
people-nobody = I know of nobody for “{ $words }” yet. Try one other word, ask in the channel with /poll, or look in the library with /find.

# The core group
core-title = The core group
core-button = Core group
core-figures = { $count ->
    [one] 1 person has said yes
   *[other] { $count } people have said yes
}, { $filled } of them with an ask and an offer on the card.
core-empty = Nobody is in the core group yet. { $enough } people are enough to begin.
core-accepted = In the core group
core-asked = No answer yet
core-declined = Said no
core-left = Left it
core-filled = { $who } (card filled in)
core-unfilled = { $who } (no ask or no offer on the card)
core-since = { $who } (since { $at })
core-note = The core group gets the community going. Coordinators ask; each person answers for themselves and can leave it.
core-ask-button = Ask people
core-withdraw = Withdraw: { $name }
core-asked-now = Asked: { $names }. Each of them gets a message with yes and no.
core-asked-before = Asked before, or in the group already: { $names }.
core-question = { $by } asks whether you would be part of the core group of **{ $name }**: the few people who get it going.
core-question-note = It takes a card with what you offer and look for, and coming to the first meetings. You can leave it again.
core-yes = Yes, count me in
core-no = No, not now
core-leave = Leave the core group
core-leave-confirm = Leave the core group? You stay a member.
core-you-accepted = You are part of the core group of { $name }. Say on your card what you offer and what you look for.
core-you-declined = Noted: you are not part of the core group of { $name }. Nothing else changes.
core-you-left = You have left the core group of { $name }. You are still a member.
core-they-accepted = { $who } has said yes to the core group.
core-they-declined = { $who } has said no to the core group. You could ask somebody else.
core-they-left = { $who } has left the core group.
core-withdrawn = This question was taken back: there is nothing to answer.
core-too-late = { $who } has already said yes. Only they can leave the core group.
core-not-in = You are not in the core group.
core-awaits = You are asked to be part of the core group.
core-awaits-see = Answer
core-awaits-card = You are in the core group, and your card lacks an ask or an offer.
core-handover = Asked for the core group, no answer yet: { $names }
