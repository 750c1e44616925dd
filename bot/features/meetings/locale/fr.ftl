meet-about = Trouver une date ensemble, et se retrouver

meet-propose = Proposer des dates
    .title = Proposer des dates
    .about = Proposer des dates de rencontre ; la commande seule ouvre un formulaire
    .example = `/rencontre "Analyse de pratiques" "mardi 14h" "jeudi 10h"` demande quelle date convient
meet-propose-title = Titre
    .about = Le nom de la rencontre
    .hint = Analyse de pratiques
meet-propose-slots = Dates, une par ligne
    .about = De deux à douze, séparées par des points-virgules : mardi 14h ; 5 nov 10h-11h30
    .hint = mardi 14h
meet-propose-duration = Durée
    .about = Par exemple 90m, 1h30, 2 heures
    .hint = vide : une heure
meet-propose-venue = Lieu
    .about = Un lien ou une salle
    .hint = un lien ou une salle
meet-propose-needs = Présences indispensables
    .about = Les personnes ou les rôles sans qui cela n’a pas de sens : @Inès @animation
    .hint = Inès
meet-propose-until = Réponses jusqu’à
    .about = Une date, comme vous la diriez : vendredi 18h, +3j, 27/11/2026
meet-propose-quorum = Quorum
    .about = Combien de personnes il faut

meet-announce = Annoncer une date
    .title = Annoncer une date
meet-announce-title = Titre
    .hint = Analyse de pratiques
meet-announce-date = Date
    .hint = mardi 14h
meet-announce-duration = Durée
    .hint = vide : une heure
meet-announce-venue = Lieu
    .hint = un lien ou une salle

meet-list = Rencontres
    .about = Ce qui est proposé, ce qui vient, ce qui a eu lieu
    .example = `/rencontre liste` montre les rencontres proposées, à venir et passées
meet-show = Voir une rencontre
    .title = Voir une rencontre
    .send = Voir
    .about = Une rencontre : ses dates ou sa date, et ce que vous pouvez faire
    .example = `/rencontre voir 3` montre la rencontre 3
meet-show-meeting = Rencontre
    .about = Son numéro, ou des mots de son titre
meet-settle = Fixer la date
    .title = Fixer la date
    .send = Fixer
    .about = Choisir l’une des dates proposées
    .example = `/rencontre fixer 3` montre quelle date convient le mieux, et la fixe
meet-settle-meeting = Rencontre
    .about = Son numéro, ou des mots de son titre
meet-settle-date = Date
    .about = L’une des dates proposées, comme vous la diriez
    .hint = mardi 14h
meet-move = Déplacer une rencontre
    .title = Déplacer une rencontre
    .send = Déplacer
    .about = Une autre date pour une rencontre déjà fixée
    .example = `/rencontre déplacer 3 "jeudi 10h"` déplace la rencontre 3
meet-move-meeting = Rencontre
    .about = Son numéro, ou des mots de son titre
meet-move-date = Nouvelle date
    .about = Une date, comme vous la diriez : jeudi 10h
    .hint = jeudi 10h
meet-missing = Qui n’a pas répondu
    .title = Qui n’a pas répondu
    .send = Voir
    .about = Qui n’a pas encore répondu (organisation et animation)
    .example = `/rencontre attente 3` montre qui n’a pas répondu
meet-missing-meeting = Rencontre
    .about = Son numéro, ou des mots de son titre
meet-cancel = Annuler
    .title = Annuler une rencontre
    .send = Annuler la rencontre
    .about = Annuler une rencontre, proposée ou fixée
    .example = `/rencontre annuler 3` annule la rencontre 3
meet-cancel-meeting = Rencontre
    .about = Son numéro, ou des mots de son titre
meet-cancel-why = Pourquoi, si vous voulez le dire
    .about = Tout le monde peut le lire
meet-export = Exporter
    .title = Exporter les réponses
    .send = Exporter
    .about = Les réponses de tout le monde, dans un fichier
    .example = `/rencontre exporter 3` donne les réponses dans un fichier
meet-export-meeting = Rencontre
    .about = Son numéro, ou des mots de son titre
meet-export-format = Format
    .about = csv pour un tableur, json pour un programme

meet-add-slot = Ajouter une date
    .title = Ajouter une date
    .send = Ajouter
meet-add-slot-meeting = Rencontre
meet-add-slot-slot = Date
    .hint = vendredi 9h
meet-extend = Réponses jusqu’à
    .title = Changer le délai
    .send = Enregistrer
meet-extend-meeting = Rencontre
meet-extend-until = Réponses jusqu’à
    .hint = vendredi 18h
meet-edit = Modifier
    .title = Modifier la rencontre
    .send = Enregistrer
meet-edit-meeting = Rencontre
meet-edit-title = Titre
meet-edit-venue = Lieu
    .hint = un lien ou une salle
meet-edit-duration = Durée
    .hint = 90m
meet-edit-zone = Fuseau horaire
    .hint = Europe/Paris
meet-force = Fixer malgré tout
    .title = Personne n’est libre
    .send = Fixer
    .note = Personne n’a dit oui à cette date. Vous pouvez la choisir malgré tout, pour une raison que tout le monde lira.
meet-force-slot = Date
meet-force-why = Pourquoi cette date
meet-move-to = Déplacer
    .title = Déplacer la rencontre
    .send = Déplacer
meet-move-to-meeting = Rencontre
meet-move-to-date = Nouvelle date
    .hint = jeudi 10h
meet-call-off = Annuler la rencontre
    .title = Annuler la rencontre
    .send = Annuler la rencontre
meet-call-off-meeting = Rencontre
meet-call-off-why = Pourquoi (tout le monde peut le lire)

# Les cartes
meet-title = 📅 { $title }
meet-headed = **{ $title }** ({ $community })
meet-minutes = { $minutes } min
meet-hours = { $hours } h
meet-hours-minutes = { $hours } h { $minutes }
meet-answer-button = Répondre
meet-grid-button = Voir les réponses
meet-slot-past = { $at } · passée
meet-count-yes = { $count } oui
meet-count-maybe = { $count } si nécessaire
meet-count-no = { $count } non
meet-answered = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
} · { $answered } sur { $members } { $members ->
    [one] membre
   *[other] membres
}
meet-answered-small = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
meet-until = réponses jusqu’au { $at }
meet-until-over = réponses attendues jusqu’au { $at }
meet-number = rencontre { $number }
meet-hidden = Vous verrez les réponses des autres une fois les vôtres données.
meet-needs = Indispensables : { $names }
meet-needs-people = { $count ->
    [one] à partir d’{ $count } personne
   *[other] à partir de { $count } personnes
}
meet-settled-on = Date fixée : **{ $at }**
meet-cancelled = Cette rencontre est annulée.
meet-cancelled-why = Cette rencontre est annulée. Raison : { $why }
meet-was = Elle était prévue { $at }.
meet-when = Quand
meet-how-long = Durée
meet-where = Lieu
meet-forced = Peu de monde est libre ; pourquoi cette date malgré tout : { $why }
meet-calendar-button = Ajouter à mon agenda
meet-event-full = Le serveur a atteint sa limite de 100 événements Discord, alors il n’y en aura pas. La rencontre est maintenue.
meet-event-forbidden = Je n’ai pas le droit de créer des événements sur ce serveur, alors il n’y en a pas. La permission s’appelle « Créer des événements ».
meet-event-nowhere = Sur ce serveur
meet-news-moved = La rencontre est déplacée : elle aura lieu { $at }.
meet-news-extended = Vous avez jusqu’au { $at } pour répondre.
meet-news-zone = Les règles du fuseau horaire ont changé. La rencontre garde son heure locale : { $at }.

# Répondre
meet-answers-lead = Quand pourriez-vous venir ? Chaque choix est gardé aussitôt.
meet-say-yes = ✓ Oui
meet-say-maybe = (✓) Si nécessaire
meet-say-no = ✗ Non
meet-say-none = Retirer ma réponse
meet-as-before = Comme la dernière fois
meet-as-before-done = { $count ->
    [one] { $count } date est remplie comme vous aviez répondu la dernière fois.
   *[other] { $count } dates sont remplies comme vous aviez répondu la dernière fois.
}
meet-nothing-before = La dernière fois, aucune date n’était à ces heures : il n’y a rien à reprendre.
meet-rest-no = Non pour le reste
meet-left = { $count ->
    [one] { $count } date sans réponse de votre part
   *[other] { $count } dates sans réponse de votre part
}
meet-all-answered = Vous avez répondu à toutes les dates
meet-change-until = modifiable jusqu’au { $at }
meet-answer-kept = Votre réponse est gardée. Merci.
meet-guest = Votre réponse compte. Vous n’êtes pas encore dans { $community } : en rejoignant la communauté, vous voyez ce qui vous attend et comptez parmi ses membres.

# Les réponses d’un coup d’œil
meet-grid-who = Qui
meet-cell-yes = oui
meet-cell-maybe = si nécessaire
meet-cell-no = non
meet-grid-total = Peuvent venir
meet-grid-count = { $yes } + { $maybe }
meet-rank-line = { $rank }. { $at } · { $said }
meet-needed-no = indisponible : { $names }
meet-needed-open = réponse attendue : { $names }
meet-below-quorum = sous le quorum de { $quorum }

# Pourquoi cette date
meet-no-answer-yet = Personne n’a encore répondu.
meet-all-past = Toutes ces dates sont passées.
meet-why-only = **{ $best }** est la seule date encore possible.
meet-why-tie = Égalité entre { $dates } : à vous de choisir, si vous organisez.
meet-why-refused = **{ $best }** vient en tête : { $count ->
    [one] { $count } personne indispensable de plus est libre
   *[other] { $count } personnes indispensables de plus sont libres
} par rapport au { $other } ; { $price }.
meet-why-unanswered = **{ $best }** vient en tête : { $count ->
    [one] { $count } personne indispensable de plus a dit oui
   *[other] { $count } personnes indispensables de plus ont dit oui
} par rapport au { $other } ; { $price }.
meet-why-turn = **{ $best }** vient en tête : { $count ->
    [0] les dernières dates arrangeaient surtout les autres
    [one] c’est le tour de 1 membre que les dernières dates arrangeaient moins
   *[other] c’est le tour de { $count } membres que les dernières dates arrangeaient moins
} ; par rapport au { $other }, { $price }.
meet-why-available = **{ $best }** vient en tête : { $count ->
    [one] { $count } personne de plus peut venir
   *[other] { $count } personnes de plus peuvent venir
} par rapport au { $other }.
meet-why-yes = **{ $best }** vient en tête : { $count ->
    [one] { $count } personne de plus dit franchement oui
   *[other] { $count } personnes de plus disent franchement oui
} par rapport au { $other } ; { $price }.
meet-price = cela fait { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
} de moins
meet-price-none = cela ne fait perdre personne
meet-turn-of = Ceci n’est montré qu’à vous : c’est le tour de { $names }.

# Réponses privées
meet-published = Dates proposées dans { $channel } : { $title }
meet-announced = Rencontre annoncée : { $title }
meet-overlap = Certaines de ces dates se chevauchent.
meet-on-holiday = jour férié : { $name }
meet-near = près d’une autre rencontre : { $title }
meet-clock-changes = changement d’heure ce jour-là
meet-settle-button = Fixer la date
meet-settle-note = Tout le monde lira la date que vous choisissez ; les personnes qui ont dit oui auront un rappel.
meet-settled-done = Date fixée : { $title }
meet-moved-done = Rencontre déplacée : { $title }
meet-cancelled-done = Rencontre annulée : { $title }
meet-add-slot-button = Ajouter une date
meet-remove-slot = Retirer une date
meet-remove-which = Quelle date voulez-vous retirer ?
meet-remove-line = { $at } · { $count ->
    [0] aucune réponse
    [one] { $count } réponse partirait avec elle
   *[other] { $count } réponses partiraient avec elle
}
meet-remove-confirm = Retirer { $at } ? { $count ->
    [0] Personne n’y a répondu.
    [one] { $count } réponse part avec elle.
   *[other] { $count } réponses partent avec elle.
}
meet-slot-removed = Date retirée : { $at }. { $count ->
    [0] Personne n’y avait répondu.
    [one] { $count } réponse est partie avec elle.
   *[other] { $count } réponses sont parties avec elle.
}
meet-slot-added = Date ajoutée : { $at }
meet-slot-asked = { $count ->
    [one] { $count } personne qui avait répondu n’est consultée que sur cette date.
   *[other] { $count } personnes qui avaient répondu ne sont consultées que sur cette date.
}
meet-extend-button = Changer le délai
meet-extended = Les réponses sont maintenant attendues jusqu’au { $at }.
meet-missing-button = Qui n’a pas répondu
meet-missing-none = Tout le monde a répondu.
meet-missing-names = { $count ->
    [one] N’a pas encore répondu : { $names }
   *[other] { $count } personnes n’ont pas encore répondu : { $names }
}
meet-edit-button = Modifier
meet-edited = C’est enregistré.
meet-move-button = Déplacer
meet-cancel-button = Annuler la rencontre
meet-unreached = { $count ->
    [one] { $count } personne n’a pas pu recevoir de rappel : { $names }
   *[other] { $count } personnes n’ont pas pu recevoir de rappel : { $names }
}
meet-see = Voir la rencontre
meet-show-number = Voir { $number }
meet-calendar-file = Fichier d’agenda
meet-calendar-google = Google Agenda
meet-calendar-outlook = Outlook
meet-calendar-says = Ouvrez ce fichier, et votre agenda propose d’ajouter la rencontre.
meet-calendar-off = Retirer de mon agenda
meet-calendar-off-says = Ouvrez ce fichier : votre agenda retire la rencontre.
meet-file-name = rencontre-{ $number }
meet-export-says = Les réponses de tout le monde, dans un fichier que personne d’autre ne reçoit.

# Listes
meet-list-title = Rencontres
meet-list-empty = Aucune rencontre pour l’instant. Proposez deux ou trois dates, et voyez laquelle convient.
meet-propose-button = Proposer des dates
meet-announce-button = Annoncer une date
meet-line-proposed = **{ $title }** · réponses jusqu’au { $at } · { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
} · rencontre { $number }
meet-line-coming = **{ $title }** · { $at } · rencontre { $number }
meet-line-past = { $title } · { $at } · rencontre { $number }
meet-line-cancelled = { $title } · annulée · rencontre { $number }
meet-which-show = Quelle rencontre voulez-vous voir ?
meet-which-settle = Pour quelle rencontre voulez-vous fixer la date ?
meet-which-move = Quelle rencontre voulez-vous déplacer ?
meet-which-missing = Pour quelle rencontre voulez-vous voir qui n’a pas répondu ?
meet-which-cancel = Quelle rencontre voulez-vous annuler ?
meet-which-export = De quelle rencontre voulez-vous exporter les réponses ?
meet-which-label = Rencontre
meet-suggestion = { $number } · { $name }

# Messages directs
meet-new-slot = Une date de plus est proposée. Vous convient-elle ?
meet-reminder = Vous n’avez pas encore dit quand vous pourriez venir. Les réponses sont attendues { $left } : { $at }.
meet-reminder-thanks = Merci, vos réponses sont bien là.
meet-can-decide = { $count ->
    [one] { $count } personne a répondu. Vous pouvez fixer la date.
   *[other] { $count } personnes ont répondu. Vous pouvez fixer la date.
}
meet-orphaned = La personne qui organisait cette rencontre a quitté { $community }. Vous pouvez maintenant en fixer la date, la déplacer ou l’annuler.
meet-awaits = { $title } — quand pourriez-vous venir ? Réponses attendues { $left }
meet-awaits-decision = { $title } — les réponses sont là, à vous de fixer la date
meet-news-answer = répondez avant le { $at }
meet-news-settle = les réponses sont là, la date reste à fixer
meet-handover-open = Date à fixer : { $title }
meet-handover-coming = { $title }, { $at }

# Mon agenda
meet-feed = Mes rencontres dans mon agenda
    .about = Une adresse privée qui tient votre agenda à jour
    .example = `/rencontre abonnement` tient votre agenda à jour de vos rencontres
meet-feed-title = Mes rencontres dans mon agenda
meet-feed-lead = Avec cette adresse, votre propre agenda montre toujours vos rencontres telles qu’elles sont, dans toutes vos communautés. Copiez-la maintenant : elle n’est montrée que cette fois.
meet-feed-google = **Google** : sur un ordinateur, + à côté de « Autres agendas », puis « À partir de l’URL ».
meet-feed-outlook = **Outlook** : « Ajouter un calendrier », puis « S’abonner à partir du web ».
meet-feed-apple = **Apple** : « Ajouter un calendrier », puis « Ajouter un calendrier avec abonnement » ; sur un Mac, « Nouvel abonnement à un calendrier » dans le menu Fichier.
meet-feed-shows = Le titre, l’heure, le lieu et l’ordre du jour de chaque rencontre, sans le nom de personne. Cette adresse suffit pour les lire : gardez-la pour vous. Les agendas la consultent toutes les quelques heures, certains une fois par jour seulement.
meet-feed-since = Votre agenda a une adresse privée depuis le { $at }. Je n’en garde aucune copie et ne peux pas vous la remontrer. Elle est perdue, ou quelqu’un l’a vue ? Prenez-en une nouvelle, et l’ancienne s’arrête.
meet-feed-new-button = Nouvelle adresse
meet-feed-new-confirm = L’adresse que vous avez s’arrête aussitôt, et vos agendas auront besoin de la nouvelle. Prendre une nouvelle adresse ?
meet-feed-stop-button = Arrêter l’abonnement
meet-feed-stop-confirm = Les agendas qui utilisent votre adresse ne reçoivent plus rien. L’arrêter ?
meet-feed-stopped = C’est arrêté. L’adresse n’ouvre plus rien ; retirez-la de votre agenda quand vous voulez.
meet-feed-closed = La personne qui fait tourner ce Ronde n’a pas ouvert les abonnements d’agenda : il n’y a pas d’adresse à vous donner.
meet-feed-file = Voici vos rencontres à venir, telles qu’elles sont aujourd’hui. Le fichier ne suit pas les changements.
meet-feed-file-name = rencontres
meet-feed-no-file = Aucune rencontre à venir pour l’instant, donc rien à mettre dans un fichier.

# Réglages
meetings-who = Qui propose des dates
meetings-who-member = tous les membres
meetings-who-facilitator = l’animation et la coordination
meetings-who-coordinator = la coordination
meetings-answers = Les réponses des autres
meetings-answers-hidden = visibles après avoir répondu
meetings-answers-shown = visibles tout de suite
meetings-turn = Des dates à tour de rôle (équité sur l’année)
meetings-turn-on = oui
meetings-turn-off = non
meetings-first = Ce qui compte d’abord pour une date
meetings-first-available = le nombre de personnes libres
meetings-first-yes = le nombre de oui francs
meetings-events = Les rencontres fixées en événements Discord
meetings-events-on = oui, si j’en ai le droit
meetings-events-off = non

# Refus
meet-too-few = Proposez au moins { $least } dates, une par ligne. Si la date est déjà décidée : `/rencontre fixer "Titre" "date"`.
meet-twins = « { $first } » et « { $second } » désignent le même moment. Changez l’une des deux.
meet-duration-unclear = Je ne comprends pas la durée « { $given } » (un jour au plus). Écrivez par exemple 90m, 1h30 ou 2 heures.
meet-until-soon = Il faut au moins 5 minutes pour répondre. Choisissez une heure plus tardive.
meet-until-late = Les réponses doivent arriver avant la dernière des dates. Choisissez un moment plus tôt.
meet-by-facilitator = Ici, ce sont l’animation et la coordination qui proposent des dates. Parlez-leur de votre idée.
meet-by-coordinator = Ici, c’est la coordination qui propose des dates. Parlez-lui de votre idée.
meet-none = Il n’y a pas encore de rencontre ici. Tapez `/rencontre` pour proposer les premières dates.
meet-unknown = Je ne trouve pas de rencontre pour « { $given } ». `/rencontre liste` les montre toutes, avec leurs numéros.
meet-not-yours = Seules la personne qui organise cette rencontre, l’animation et la coordination peuvent faire cela.
meet-slot-is-past = Cette date est passée. Choisissez-en une autre.
meet-already-settled = Cette rencontre est déjà fixée : { $at }.
meet-not-settled = Cette rencontre n’a pas encore de date. Fixez-la d’abord : `/rencontre fixer`.
meet-is-past = Cette rencontre a commencé : elle reste comme elle est.
meet-same-date = La rencontre est déjà à cette date.
meet-answers-over = Le délai de réponse est passé ; la date va être fixée. La personne qui organise peut vous donner plus de temps.
meet-answer-first = Donnez d’abord vos réponses, vous verrez ensuite celles de tout le monde : chaque réponse reste ainsi sincère.
meet-slots-full = On peut proposer { $most } dates au plus. Retirez-en une d’abord.
meet-slot-known = « { $given } » est déjà proposé.
meet-last-slot = C’est la dernière date. Ajoutez-en une autre d’abord, ou annulez la rencontre.
meet-not-proposed = « { $given } » ne fait pas partie des dates proposées. Ajoutez cette date d’abord, ou ne tapez pas de date pour les voir toutes.
meet-zone-stays = Quelqu’un a déjà répondu : le fuseau horaire reste comme il est.
meet-export-none = Aucune date n’a été proposée pour cette rencontre : il n’y a pas de réponses à exporter.

meet-knows = { $count ->
    [one] a animé la rencontre « { $title } »
   *[other] a animé { $count } rencontres à ce sujet, la dernière « { $title } »
}

# Ce qui se mesure

measure-i5-attendance = Présence aux rencontres
    .about = Les membres présents, rapportés à tous les membres d’alors, pour les rencontres dont la présence a été confirmée.
    .missing = Une rencontre, et quelqu’un qui confirme qui était là.
measure-i5-show-up = Venues annoncées et tenues
    .about = Parmi qui avait dit oui, la part de qui est venu, pour les rencontres dont la présence a été confirmée.
    .missing = Une rencontre à laquelle des membres ont dit oui, et quelqu’un qui confirme qui était là.
