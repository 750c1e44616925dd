# Ce qui entoure une rencontre fixée : qui vient, l’ordre du jour, les présences, les notes, les actions.

meet-agenda = Ordre du jour
    .title = Ordre du jour
    .send = Enregistrer
    .about = L’ordre du jour d’une rencontre ; vous pouvez y ajouter un point
    .example = `/rencontre ordre-du-jour 3 "Quels outils utilisons-nous ?"` ajoute un point à la rencontre 3
meet-agenda-meeting = Rencontre
    .about = Son numéro, ou des mots de son titre
meet-agenda-point = Point à ajouter
    .about = Ce dont vous aimeriez parler
meet-agenda-minutes = Minutes
    .about = Le temps qu’il peut prendre
meet-notes = Notes
    .title = Notes d’une rencontre
    .send = Ouvrir
    .about = Les notes d’une rencontre, ou le formulaire pour les écrire
    .example = `/rencontre notes 3` montre les notes de la rencontre 3, ou vous aide à les écrire
meet-notes-meeting = Rencontre
    .about = Son numéro, ou des mots de son titre

meet-add-point = Ajouter un point
    .title = Ajouter un point
    .send = Ajouter
meet-add-point-point = Point
    .hint = Quels outils utilisons-nous ?
meet-add-point-minutes = Minutes (peut rester vide)
    .hint = 15
meet-add-point-meeting = Rencontre
meet-edit-point = Modifier un point
    .title = Modifier un point
    .send = Enregistrer
meet-edit-point-point = Point
meet-edit-point-minutes = Minutes (peut rester vide)
meet-edit-point-number = Numéro
meet-guests = Qui d’autre était là
    .title = Qui d’autre était là
    .send = Enregistrer
meet-guests-guests = Noms, un par ligne
    .hint = Léa Martin
meet-guests-meeting = Rencontre
meet-write = Écrire les notes
    .title = Notes de la rencontre
    .send = Aperçu
meet-write-summary = Ce dont nous avons parlé
    .hint = Trois ou quatre phrases suffisent
meet-write-decisions = Décisions, une par ligne
    .hint = Nous nous retrouvons un mardi sur deux
meet-write-actions = Actions, une par ligne : qui, quoi, quand
    .hint = @Inès envoyer le support, avant vendredi
meet-write-links = Liens à garder, un par ligne
    .hint = https://exemple.org/guide
meet-write-meeting = Rencontre

# Qui vient
meet-come-yes = Je viens
meet-come-maybe = Peut-être
meet-come-no = Je ne peux pas
meet-come-count = { $count ->
    [0] Personne n’a encore dit oui
    [one] 1 personne vient
   *[other] { $count } personnes viennent
}
meet-maybe-count = { $count } peut-être
meet-said-yes = Vous avez dit que vous venez.
meet-said-maybe = Vous avez dit : peut-être.
meet-said-no = Vous avez dit que vous ne pouvez pas venir.
meet-said-nothing = Vous n’avez pas encore dit si vous venez.
meet-venue = Lieu : { $venue }
meet-duty-facilitation = Animation
meet-duty-notes = Prise de notes
meet-duty-time = Garde du temps

# Messages directs sur la venue
meet-recalled-yes = Vous avez dit que vous venez. En cas d’empêchement, un appui suffit.
meet-recalled-maybe = Vous aviez laissé la question ouverte. Finalement, pouvez-vous venir ?
meet-recalled-no = Vous ne pouvez pas venir : merci de l’avoir dit.
meet-recalled-nothing = Viendrez-vous ?
meet-still-yes = La date a changé. Vous aviez dit que celle-ci vous convient : on vous attend.
meet-still-maybe = La date a changé, et vous avez laissé celle-ci ouverte. Pouvez-vous venir ?
meet-still-no = La date a changé, et celle-ci ne vous convient pas. Si cela a changé aussi, un appui suffit.
meet-still-nothing = La date a changé. Pouvez-vous toujours venir ?
meet-told-agenda = À l’ordre du jour : { $points }
meet-you-facilitation = Vous l’animez.
meet-you-notes = Vous prenez les notes.
meet-you-time = Vous gardez le temps.
meet-told-cancelled = La rencontre du { $at } est annulée. Vous n’avez rien à faire.
meet-told-why = Raison : { $why }
meet-soon = **{ $title }** commence dans moins d’une heure : { $at }

# L’ordre du jour
meet-agenda-title = Ordre du jour : { $title }
meet-agenda-head = **Ordre du jour**
meet-agenda-empty = Rien à l’ordre du jour pour l’instant. De quoi aimeriez-vous parler ?
meet-agenda-planned = { $total } minutes prévues sur { $minutes }.
meet-agenda-long = Les points prennent { $total } minutes en tout, et la rencontre en dure { $minutes }. Qu’est-ce qui peut attendre la prochaine ?
meet-agenda-more = { $count ->
    [one] + 1 autre
   *[other] + { $count } autres
}
meet-agenda-button = Ordre du jour
meet-point = { $spot }. { $words }
meet-point-chosen = **{ $spot }. { $words }**
meet-point-minutes = { $minutes } min
meet-point-add = Ajouter un point
meet-point-pick = Modifier un point
meet-point-one = Modifier ce point : { $words }
meet-point-up = Monter
meet-point-down = Descendre
meet-point-edit = Modifier
meet-point-remove = Retirer
meet-point-back = Revenir à l’ordre du jour
meet-point-added = Votre point est à l’ordre du jour.
meet-point-changed = Le point est modifié.
meet-point-removed = Le point n’est plus à l’ordre du jour.
meet-still-open = **Encore ouvert depuis la dernière fois**

# La première rencontre
meet-kit-use = Reprendre la trame d’une première rencontre
meet-kit-done = Six points pour une première heure ensemble sont à l’ordre du jour. Déplacez, modifiez ou retirez ceux que vous voulez.
meet-kit-names = Tour de table : qui nous sommes, où nous travaillons
meet-kit-why = Pourquoi sommes-nous là ? Ce que chaque personne espère
meet-kit-needs = Nos besoins : ce qui nous résiste, ce que nous portons sans appui
meet-kit-rules = Quelques règles simples : ce que nous partageons, ce qui reste entre nous
meet-kit-next = La date de notre prochaine rencontre
meet-kit-roles = Qui anime la prochaine fois
meet-letter-button = Une note pour ma hiérarchie
meet-letter-title = Une note pour votre hiérarchie
meet-letter-about = Mettez-la à votre main, puis envoyez-la. Elle dit à quoi cela sert, le temps que cela prend et ce dont vous rendrez compte.
meet-letter-first = La première rencontre a lieu le { $at } et dure { $minutes } minutes.
meet-letter-undated = La première rencontre dure { $minutes } minutes ; sa date est en train d’être choisie.
meet-letter = Objet : un peu de mon temps de travail pour une communauté de pratique

    Bonjour,

    Des personnes qui font le même métier que moi, dans plusieurs organisations, lancent une communauté de pratique : « { $community } », pour { $purpose }. J’aimerais y prendre part, et je vous demande votre accord.

    LE BUT
    Bien des choses que nous faisons se mettent au point en solitaire. Ensemble, nous partageons ce qui marche, nous cherchons des réponses à ce qui est difficile, et nous apprenons de ce que d’autres ont déjà essayé. J’y porterai nos questions, et j’en rapporterai des méthodes utilisables ici.

    LE TEMPS
    { $first } Le groupe choisit ensuite son rythme ; une rencontre par mois, d’une heure environ, est l’usage. Chacune est annoncée à l’avance, et quelques minutes suffisent entre deux.

    CE DONT JE RENDRAI COMPTE
    Après chaque rencontre : les décisions, et qui fait quoi pour quand. Tous les trois mois, en une page : ce que j’ai essayé de ce que d’autres ont partagé, ce que cela a changé pour les personnes avec qui je travaille, et ce qui n’a pas marché. Ce qui est confidentiel ici reste ici.

    CE QUE JE VOUS DEMANDE
    Que cette heure fasse partie de mon travail. Et, si vous le souhaitez, une question que vous aimeriez me voir poser au groupe.

    Merci. J’en parlerai volontiers avec vous, quand cela vous conviendra.
meet-letter-note = Vous êtes la seule personne à voir ceci.

# Qui était là
meet-there-title = Qui était là ? { $title }
meet-there-asked = Les personnes qui avaient dit oui sont cochées. Corrigez, puis confirmez ; c’est possible jusqu’au { $until }.
meet-there-confirmed = C’est confirmé. Vous pouvez encore corriger jusqu’au { $until }.
meet-there-done = Cette liste a été confirmée par la personne qui suivait la rencontre.
meet-there-unconfirmed = Personne n’a confirmé à temps ; la liste reste telle quelle, marquée comme non confirmée.
meet-there-pick = Qui était là
meet-there-confirm = C’est bien cela
meet-there-button = Qui était là
meet-there-count = { $count ->
    [0] Personne n’était là
    [one] 1 personne était là
   *[other] { $count } personnes étaient là
}
meet-there-unsure = { $count ->
    [0] personne n’avait dit oui
    [one] 1 personne avait dit oui
   *[other] { $count } personnes avaient dit oui
} · les présences ne sont pas confirmées
meet-guests-button = Quelqu’un d’autre était là
meet-guests-are = Aussi là : { $names }
meet-guests-count = { $count ->
    [one] dont 1 de l’extérieur
   *[other] dont { $count } de l’extérieur
}
meet-after-there = { $count ->
    [0] La rencontre est terminée. Qui était là ?
    [one] La rencontre est terminée, et 1 personne avait dit oui. Qui était là ?
   *[other] La rencontre est terminée, et { $count } personnes avaient dit oui. Qui était là ?
}
meet-after-notes = Qu’avez-vous décidé, et qui fait quoi ? Quelques lignes suffisent.
meet-after-done = Tout est noté. Merci d’y avoir veillé.

# Notes
meet-notes-title = Notes : { $title }
meet-notes-decisions = **Décisions**
meet-notes-actions = **Actions**
meet-notes-links = **À garder**
meet-bullet = • { $line }
meet-link = { $number }. { $link }
meet-link-keep = Garder le lien { $number } dans la bibliothèque
meet-notes-by = notes de { $name } · rencontre { $number }
meet-notes-write = Écrire les notes
meet-notes-see = Notes
meet-notes-edit = Modifier les notes
meet-notes-published = Les notes sont sous la carte de la rencontre. Merci.
meet-notes-changed = Les notes sont modifiées.
meet-notes-undated = { $count ->
    [one] 1 action n’a pas de date : personne n’en aura de rappel. Ajoutez par exemple « , avant vendredi ».
   *[other] { $count } actions n’ont pas de date : personne n’en aura de rappel. Ajoutez par exemple « , avant vendredi ».
}

# Actions
meet-task-open = { $words }
meet-task-done = { $words } (fait)
meet-task-dropped = { $words } (plus nécessaire)
meet-task-due = pour le { $day }
meet-actions-title = Actions ouvertes
meet-actions-none = Rien n’est ouvert. Tout ce que vos rencontres ont demandé est fait.
meet-actions-button = Actions ouvertes
meet-action-line = { $spot }. { $task }
meet-action-title = Une action
meet-action-from = de « { $title } »
meet-action-done = C’est fait. Merci.
meet-action-dropped = Ce n’est plus nécessaire.
meet-due-yours = Vous avez pris ceci en charge lors de « { $title } », pour le { $day }.
meet-due-nobodys = « { $title } » l’a demandé pour le { $day }, et personne ne s’en charge plus. Pouvez-vous y veiller, ou trouver qui le peut ?
meet-finish-done = C’est fait
meet-finish-dropped = Plus nécessaire
meet-finish-open = Finalement, c’est encore à faire
meet-finish-done-number = Le { $number } est fait
meet-finish-dropped-number = Le { $number } n’est plus nécessaire

# Dans /ronde, les passations, les nouvelles
meet-awaits-action = { $task }
meet-awaits-see = Voir
meet-awaits-there = { $title } — qui était là ?
meet-awaits-notes = { $title } — les notes ne sont pas encore écrites
meet-awaits-come = { $title }, { $at } — viendrez-vous ?
meet-awaits-kit = { $title } — préparez votre première rencontre
meet-handover-action = Action ouverte : { $task }
meet-handover-there = Présences à confirmer : { $title }
meet-handover-notes = Notes à écrire : { $title }
meet-news-duty = { $duty } : { $names }

meet-which-agenda = L’ordre du jour de quelle rencontre ?
meet-which-notes = Les notes de quelle rencontre ?

# Refus
meet-come-early = Cette rencontre n’a pas encore de date. Répondez d’abord aux dates proposées.
meet-not-leading = Seules la personne qui anime cette rencontre, celle qui l’organise et la coordination peuvent faire cela.
meet-agenda-full = Un ordre du jour compte { $most } points au plus. Retirez-en un d’abord, ou gardez le vôtre pour la prochaine rencontre.
meet-agenda-over = Cette rencontre est terminée. Ajoutez votre point à la prochaine.
meet-point-not-yours = Seules la personne qui a ajouté ce point et celle qui anime la rencontre peuvent le modifier.
meet-kit-used = La trame sert à la première rencontre d’une communauté, une fois, et avant sa fin.
meet-there-early = La rencontre n’est pas encore terminée.
meet-there-late = Les présences pouvaient être corrigées pendant trois jours. La liste reste comme elle est.
meet-notes-early = Les notes s’écrivent une fois la rencontre commencée.
meet-notes-not-yours = Seules la personne qui a écrit ces notes et celle qui anime la rencontre peuvent les modifier.
meet-notes-empty = Écrivez au moins une ligne, dans le champ de votre choix.
meet-link-unclear = « { $given } » n’est pas un lien. Écrivez-en un par ligne, qui commence par https://
meet-action-not-yours = Seules la personne qui s’en est chargée et celle qui anime peuvent faire cela.
meet-task-unclear-person = Dans « { $given } » : je ne connais pas « { $words } » ici. Écrivez le nom tel qu’il s’affiche, par exemple @Inès ; il faut avoir rejoint la communauté.
meet-task-unclear-people = Dans « { $given } » : « { $words } » est le nom de plusieurs personnes. Écrivez davantage du nom.
meet-task-unclear-owners = Dans « { $given } » : une action revient à une seule personne. Écrivez une ligne pour chacune.
meet-task-unclear-words = Dans « { $given } » : qu’y a-t-il à faire ? Écrivez par exemple @Inès envoyer le support, avant vendredi.
meet-task-unclear-date = Dans « { $given } » : { $says }
meet-task-long = « { $given } » compte { $count } caractères ; { $longest } au plus.

nudge-rule-no-meeting = Un mois sans rencontre
nudge-rule-unsettled = Une date reste à fixer
meet-nudge-none = La dernière rencontre remonte à { $days } jours, et aucune n’est prévue.
meet-nudge-never = En { $days } jours, aucune rencontre n’a encore eu lieu, et aucune date n’est prévue.
meet-nudge-unsettled = Les réponses pour « { $title } » sont là depuis { $days ->
    [one] 1 jour
   *[other] { $days } jours
} : { $answered ->
    [one] 1 personne a répondu
   *[other] { $answered } personnes ont répondu
}, et la date n’est pas fixée.
