# Nudges: one thing to do at a time, for whoever facilitates.

ronde-nudges = Nudges
    .title = Nudges
    .about = What whoever facilitates could do next
    .example = `/ronde nudges preview` shows what would go out this week
ronde-nudges-preview = Preview
    .about = What would go out this week; nothing is sent

nudge-title = A nudge
nudge-snooze-1 = Remind me tomorrow
nudge-snooze-7 = Remind me in a week
nudge-stop = No more of this rule
nudge-snoozed = I will come back to this on { $day }, if it still holds.
nudge-stopped = As long as you hold the role, I will not write to you any more about “{ $rule }”.
nudge-solved = “{ $rule }” no longer holds. Thank you.
nudge-passed-on = Somebody else answers for this now, so they decide what becomes of it.
nudge-often-snoozed = This has been put off three times in a row. If “{ $rule }” is of no use here, switch the rule off for everybody.
nudge-ask-to-switch-off = This has been put off three times in a row. If “{ $rule }” is of no use here, { $names } can switch the rule off.
nudge-switch-off = Switch the rule off

nudge-awaits = { $count ->
    [one] 1 thing could do with a nudge
   *[other] { $count } things could do with a nudge
}
nudge-waiting-title = Nudges
nudge-waiting-button = All nudges
nudge-nothing = Nothing needs a nudge. Enjoy your day.
nudge-young = In a community’s first 30 days I send no nudges. Here you can see them all the same.
nudge-for-whom = When something is stuck here, I tell { $who }: one thing at a time, once a day at most.
nudge-for-whom-note = Nudges are for whoever facilitates. They count, and never say who did what.

nudge-preview-button = What goes out this week
nudge-preview-title = This week’s nudges
nudge-preview = If nothing changes until then, I will send:
nudge-preview-nothing = If nothing changes, I will send no nudge this week.
nudge-preview-note = Nothing has been sent. Other messages of the same week come first where there is no room for all.
nudge-foreseen = { $at } · to { $person } · { $why }

nudge-rules-button = Rules for nudges
nudge-rules-title = Rules for nudges
nudge-rules-lead = What is off is told to nobody, and does not wait in `/ronde nudges` either.
nudge-is-on = on
nudge-is-off = off
nudge-turn-off = Off: { $rule }
nudge-turn-on = On: { $rule }
