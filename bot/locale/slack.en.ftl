# What only Slack needs to say. {date_long} and {time} are Slack's: each reader sees their own zone.
slack-moment-full = { "{date_long}" } at { "{time}" }
slack-moment-short = { "{date_short}" } { "{time}" }
slack-moment-day = { "{date_short}" }
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
slack-app-about = Helps people start and run a community of practice: invitations, polls, a library, reminders.
slack-app-about-long = Ronde helps people start and run a community of practice without leaving Slack. It invites people, asks them questions, keeps what they share where it can be found again, and reminds only those who have not answered. What it keeps, and for how long, is said by /ronde data.
