# What only Slack needs to say. {date_long} and {time} are Slack's: each reader sees their own zone.
slack-moment-full = { "{date_long}" } at { "{time}" }
slack-moment-short = { "{date_short}" } { "{time}" }
slack-moment-relative = { "{date_pretty}" } at { "{time}" }
slack-fact = **{ $label }:** { $value }
slack-more = Shortened: { $count ->
    [one] one more part does not fit here.
   *[other] { $count } more parts do not fit here.
}
slack-none = No choice yet.
slack-file-here = { $name }, to copy from here. Whoever installed Ronde can add the permission `files:write`: Ronde would then send it as a file.
slack-file-cut = { $name }, its first { $count } characters. Whoever installed Ronde can add the permission `files:write`: Ronde would then send it whole, as a file.
slack-file-binary = { $name } cannot be shown as text. Whoever installed Ronde can add the permission `files:write`: Ronde would then send it as a file.
slack-file-sent = { $name }: sent to you as a direct message.
slack-confirm-title = Are you sure?
slack-confirm-deny = Leave as is
slack-form-close = Cancel
slack-card-close = Close
slack-card-title = Ronde
slack-choose = Choose…
slack-app-about = Helps people start and run a community of practice: polls, dates, resources, needs.
slack-app-about-long = Ronde helps practitioners start and run a community of practice without leaving Slack. It asks one question at a time, finds dates that suit, keeps what people share where it can be found again, and hands whoever facilitates one thing to do at a time. What it keeps, and for how long, is said by /ronde data.
