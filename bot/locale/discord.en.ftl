# What only Discord needs to say.
discord-fact = **{ $label }:** { $value }
discord-more = Shortened: { $count ->
    [one] one more part does not fit here.
   *[other] { $count } more parts do not fit here.
}
discord-cut = Shortened: the rest does not fit here.
discord-whole = The whole text is in the file { $name }.
discord-none = No choice yet.
discord-choose = Choose…
discord-done = Done.
discord-sure = { $label }: are you sure?
discord-yes = Yes
discord-cancel = Leave as is
discord-cancelled = Nothing was changed.
discord-unknown = I do not know this command any more. Discord learns the new ones within minutes: reload it, then try again.
discord-could-not-show = I could not show this here. Type /ronde to see it.
# The names of the permissions as Discord's own settings show them.
discord-permission-view = View Channel
discord-permission-send = Send Messages
discord-permission-threads = Send Messages in Threads
discord-permission-history = Read Message History
discord-permission-embed = Embed Links
discord-permission-attach = Attach Files
