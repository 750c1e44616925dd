ronde-home = Home
    .about = What awaits you
    .example = `/ronde` shows what awaits you
ronde-help = Help
    .about = Every command with an example
    .example = `/ronde help` shows this list

home-title = What awaits you
home-nothing = Nothing awaits you. Enjoy your day.
home-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
home-not-in = This channel is home to **{ $name }**, for { $purpose }. You have not joined yet.
home-members = { $name } · { $count ->
    [one] 1 member
   *[other] { $count } members
}
home-library = Library
home-new-poll = New poll
home-plan = The first thirty minutes
home-settings = Settings
home-help = Help
home-switch = Another community
home-start-title = Start a community here
home-start = No community lives in this channel yet. A community of practice brings together people of one field who share what works. Founding one takes a minute.
home-start-note = You can found it now and invite people later.
home-no-community-direct = You are in no community yet. Go to the channel where people will meet, and type /ronde there.

help-title = Help
help-lead = One example for each thing you can type. A command typed alone opens a form.
help-note = Every command also works after /ronde, for example `/ronde poll`. French words are understood too.
