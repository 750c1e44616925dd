# Impact: what the community brings, in figures.

impact-about = What the community brings, in figures

impact-show = Report
    .title = Impact report
    .send = Show
    .about = Figures of some months, with what each counts
    .example = `/impact show last month` shows figures, each with what it counts
impact-show-period = Which months
    .about = 2026-10, last month, this quarter, 3 months, 2026; empty for the last three months
    .hint = last month
impact-export = Report as a file
    .title = Impact report
    .send = Make the file
    .about = The same as a text or as a table
    .example = `/impact export 2026 format:csv` gives the year as a table
impact-export-period = Which months
    .about = 2026-10, last month, this quarter, 3 months, 2026; empty for the last three months
    .hint = last month
impact-export-format = Format
    .about = md to read, csv for a spreadsheet

impact-unclear = “{ $given }” is no time that is over or has begun. Type `2026-10`, `last month`, `this quarter`, `3 months` or `2026`; three years at most.
impact-title = Impact of { $name }
impact-period = Period: { $days }, by the community’s clock
impact-cycle-i = **Activities and interactions**
impact-cycle-p = **Knowledge in store**
impact-cycle-a = **Changes in practice**
impact-cycle-r = **Results**
impact-cycle-e = **What makes it possible**
impact-cycle-s = **With the organisation**
impact-cycle-t = **Reframing**
impact-value = { $value }% (n = { $n })
impact-count = { $value }
impact-masked = hidden: it comes from fewer than { $least } people
impact-no-evidence = no evidence yet
impact-none-yet = **No evidence yet, and what would produce it**
impact-none = no evidence yet. What would produce it: { $what }
impact-defined = **{ $name }**: { $about }
impact-caution = These figures describe the part of the community that passes through Ronde. Never use them to judge a person.
impact-limits = n is what a figure comes from. A figure about the behaviour of fewer than { $least } people is hidden. What is said elsewhere, what people learn and what it changes for learners is not measured here.
impact-how = How is this counted?
impact-share = Share in the channel
impact-as-text = As a text
impact-as-table = As a table
impact-where = It will be posted in { $channel }, and its figures will stay as they are now.
impact-shared = Shared in { $channel }. These figures stay as they are.
impact-shared-before = This was shared in { $channel } today already.
impact-export-says = The report as a file
