share-about = Bring something useful into the library
share-from-message = Keep in the library
    .short = Keep in the library
find-about = Find it again in the library

share-new = Share a resource
    .title = Share a resource
    .send = Preview
    .about = A link or a note worth keeping; the command alone opens a form
    .example = `/share https://example.org/guide "A guide" #evaluation` keeps a link for everybody
share-new-link = Link
    .about = The address of the page; leave it out for a note
    .hint = https://example.org/guide
share-new-title = Title
    .about = Left out, the page's own title is taken
    .hint = A guide to peer evaluation
share-new-tags = Tags
    .about = Up to eight: #evaluation #adults
    .hint = #evaluation #adults
share-new-note = Note
    .about = What it is good for, in a sentence
    .hint = What is it good for?
share-new-kind = Type
    .about = Left out, it is told from the link

share-list = Library
    .title = Library
    .send = Show
    .about = What is in the library: newest, most used, mine, or a tag
    .example = `/share list` shows the newest resources
share-list-by = Shelf
    .about = newest, used, mine, or a #tag
    .hint = newest

share-edit = Edit the resource
    .title = Edit the resource
    .send = Save
share-edit-link = Link
share-edit-title = Title
share-edit-tags = Tags
    .hint = #evaluation #adults
share-edit-note = Note
share-edit-kind = Type
share-edit-resource = Resource

share-add = Add my note
    .title = Add my note and tags
    .send = Add
share-add-note = Your note
    .hint = What did you use it for?
share-add-resource = Resource
share-add-tags = More tags
    .hint = #evaluation #adults

share-merge = Merge two tags
    .title = Merge two tags
    .send = Merge
share-merge-tag = This tag
    .hint = assessment
share-merge-into = means this one
    .hint = evaluation

find-find = Find
    .title = Find in the library
    .send = Find
    .about = Words, #tag, "exact words", by:@ines, type:guide, since:6mo, -without
    .example = `/find evaluation #adults since:6mo` finds what was shared about it
find-find-words = Words
    .about = Words, #tag, "exact words", by:@ines, type:guide, since:6mo, -without
    .hint = evaluation #adults type:guide since:6mo -video

library-titles = Titles of pages
library-titles-on = Fetched when a link is shared
library-titles-off = Never fetched

library-kind-guide = Guide
library-kind-article = Article
library-kind-video = Video
library-kind-tool = Tool
library-kind-template = Template
library-kind-course = Course
library-kind-note = Note

# ── sharing ─────────────────────────────────────────────────────────────────────────────────────
library-link-missing = Paste a link here, or give a title to keep a note without one.
library-shared = **{ $title }** is in the library, and shown in { $channel }.
library-kept = **{ $title }** is in the library.
library-credited = { $who } is credited, gets a message about it, and can take it back for seven days.
library-number = n° { $number }
library-publish = Show it in the channel
library-edit = Edit
library-delete = Delete
library-delete-sure = Delete “{ $title }”? It stays in the bin for 30 days.
library-already = **{ $title }** is in the library already: { $who } shared it ({ $at }). Your recommendation is counted.
library-already-own = **{ $title }** is in the library already: you shared it ({ $at }).
library-already-typed = What you typed is kept: “Add my note or tags” brings it along.
library-add-mine = Add my note or tags
library-message-empty = There is nothing to keep in this message: it has no words and no link.
library-which-link = Which link shall we keep?
library-private = This was said in private. Keep its words and its address for all members of { $name }? Nothing is kept unless you say yes.
library-private-yes = Yes, keep it
library-kept-yours = { $who } kept something you wrote in the library of { $name }, with your name. You can take it back for seven days.
library-withdraw = Take it back
library-withdrawn = Done. It is no longer in the library.
library-withdraw-late = The seven days are over. You can still delete it from the library, or ask whoever facilitates.

# ── a resource ──────────────────────────────────────────────────────────────────────────────────
library-by = shared by { $who }
library-by-on = { $who }, { $at }
library-former = a former member
library-reuses = { $count ->
    [0] not tried yet
    [one] tried once
   *[other] tried { $count } times
 }
library-recommend = { $count ->
    [0] I recommend it
   *[other] I recommend it · { $count }
 }
library-tried = I tried it
library-will-try = I'll try it
library-details = More
library-origin = { $kind } n° { $number }, shared by { $who } ({ $at })
library-permalink = The message it comes from
library-recommended-by = { $more ->
    [0] Recommended by { $names }
    [one] Recommended by { $names } and 1 other
   *[other] Recommended by { $names } and { $more } others
 }
library-remark = { $who }: { $note }
library-reuses-own = { $count ->
    [0] tried by who shared it
    [one] tried once, and by who shared it
   *[other] tried { $count } times, and by who shared it
 }
library-planned = { $count ->
    [one] 1 person plans to
   *[other] { $count } people plan to
 }
library-title-guessed = title taken from the address
library-saved = Saved.
library-added = Added. Thank you for saying so.
library-verified = found still good on { $at }
library-fresh = up to date
library-older = not looked at for six months
library-to-check = to check
library-archived = archived
library-take-back = Take my recommendation back
library-still-good = Still good
library-not-yours = Only who shared it, or whoever looks after the library or facilitates, can change this.
library-in-bin = “{ $title }” is in the bin. Who shared it, or whoever facilitates, can restore it.
library-link-taken = This link is in the library already, as n° { $number }.
library-deleted = **{ $title }** is in the bin, for 30 days.
library-restore = Restore
library-restored = **{ $title }** is back in the library.
library-recommended = Your recommendation of **{ $title }** is counted.
library-recommended-before = You recommend **{ $title }** already.
library-recommend-own = You shared it: that counts as a recommendation already.
library-tried-noted = Noted: you tried **{ $title }**. Thank you for saying so.
library-untried = I did not try it after all
library-tried-back = Taken back: it is not counted any more that you tried **{ $title }**.
library-tried-before = This month you have said so already for **{ $title }**.
library-tried-own = Noted: you tried **{ $title }**. As you shared it yourself, it is counted apart.
library-will-try-noted = Noted: you mean to try **{ $title }**.
library-will-try-before = This month you have said so already for **{ $title }**.

# ── finding ─────────────────────────────────────────────────────────────────────────────────────
library-found = { $count ->
    [one] 1 resource found
   *[other] { $count } resources found
 }{ $pages ->
    [1] {""}
   *[other] {" "}· page { $page } of { $pages }
 }
library-line = **{ $number }.** { $title }
library-match = **{ $word }**
library-open = Open { $number }
library-previous = Previous
library-next = Next
library-begins = Nothing holds just these words. These begin like “{ $words }”.
library-newest-only = Very many resources hold these words: the newest { $count } were compared. One more word narrows it down.
library-empty = Nothing here yet. The first resource makes the library.
library-share-first = Share the first resource
library-share-one = Share one
library-nothing = Nothing found.
library-nothing-for = Nothing found for “{ $words }”.
library-conditions = Looked for among: { $said }
library-asked-words = “{ $words }”
library-asked-by = by { $who }
library-asked-since = since { $at }
library-asked-without = without { $words }
library-asked-all = archived ones too
library-did-you-mean = Did you mean “{ $words }”?
library-search-for = Find { $words }
library-near-tags = Near by:

# ── shelves ─────────────────────────────────────────────────────────────────────────────────────
library-shelf = { $shelf } · { $count ->
    [0] nothing
    [one] 1 resource
   *[other] { $count } resources
 }{ $pages ->
    [1] {""}
   *[other] {" "}· page { $page } of { $pages }
 }
library-shelf-newest = Newest
library-shelf-used = Most used
library-shelf-mine = Mine
library-shelf-bin = Bin
library-shelf-empty = Nothing on this shelf.
library-restore-number = Restore { $number }
library-tags = Tags
library-no-tags = No tags yet. Add some when you share: #evaluation
library-which-tag = { $pages ->
    [1] Which tag?
   *[other] Which of the { $count } tags? Page { $page } of { $pages }
 }
library-tag = #{ $tag } ({ $count })
library-merge = Merge two tags
library-tag-unknown = Nothing carries the tag “{ $tag }”.
library-tag-same = These are the same tag.
library-missed = { $count ->
    [one] looked for once in vain: { $topic }
   *[other] looked for { $count } times in vain: { $topic }
 }

# ── files ───────────────────────────────────────────────────────────────────────────────────────
library-import-known = in the library already, as n° { $number }
library-import-binned = in the bin, as n° { $number }: restore it there
library-import-twice = the same as line { $line }
resource-file-empty = nothing was found in this file
resource-file-binary = this is no text: export bookmarks, CSV or JSON, and try that file
resource-file-columns = the first row names no column for the address or the title
resource-file-cut = the file ends in the middle of this entry
resource-file-too-long = one piece of this entry is longer than 10,000 characters
resource-file-no-address = neither an address nor a title
resource-file-not-one = this is no entry

# ── what cannot be used ─────────────────────────────────────────────────────────────────────────
resource-link-empty = Paste a link here: https://example.org/guide
resource-link-long = This link has { $count } characters; at most { $most } can be kept.
resource-link-signs = This link holds signs that no address has. Copy it once more from the browser.
resource-link-spaces = A link has no spaces. Copy it once more from the browser.
resource-link-scheme = Only links that begin with https:// or http:// can be kept, not { $scheme }:
resource-link-secret = This link holds a name or password. Take it out, then share.
resource-link-host = “{ $host }” is no public web address. It should look like https://example.org/guide
resource-link-private = “{ $host }” is a private address: nobody else could open it.
resource-find-long = This question has { $count } characters; at most { $most } can be looked for.
resource-find-words = What are you looking for? Type a word or a #tag.
resource-find-type = “{ $words }” is no type. You can use: guide, article, video, tool, template, course, note.
resource-find-type-missing = Which type? You can use: guide, article, video, tool, template, course, note.
resource-find-since-missing = Since when? You can write since:6mo, since:2w or since:2026-01-31.
resource-find-since = I do not understand since:{ $words }. You can write since:6mo, since:2w or since:2026-01-31.
resource-tags-many = These are { $count } tags; at most { $most } fit.
resource-tag-signs = “{ $tag }” cannot be a tag: use letters, digits and hyphens.
resource-tag-long = The tag “{ $tag }…” has { $count } characters; at most { $most } fit.

# Whom to ask
library-who = **{ $who }** · { $basis }
library-who-open = Ask { $name }
library-knows = { $count ->
    [one] shared “{ $title }”
   *[other] shared { $count } resources on it, the latest “{ $title }”
}

# What is measured

measure-p1 = Entries in the library
    .about = What was shared before the end of the period and still stands in the library now; archived entries and those in the bin are not counted.
    .missing = A first resource: `/share`.
measure-p1-fresh = Entries verified lately
    .about = Of these entries, those shared or found still good within the last 180 days.
    .missing = A first resource: `/share`.
measure-p1-check = Entries to check
    .about = Of these entries, those that are marked “to check” now.
    .missing = A first resource: `/share`.
measure-a1 = Reuses
    .about = How often somebody pressed “I tried it” on what another person had shared: once a person, a resource and a month. One’s own use is not counted, nor what was taken back.
    .missing = Somebody who presses “I tried it” on what another person shared.
