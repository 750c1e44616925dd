profile-about = Votre fiche : ce que vous apportez, ce que vous cherchez
people-about = Qui apporte quoi, à qui demander, le noyau

profile-show = Une fiche
    .title = Une fiche
    .about = Votre fiche, ou celle d’un autre membre
    .example = `/profil voir @Inès` montre la fiche d’Inès ; sans nom, la vôtre
profile-show-person = Personne
    .about = Un nom, ou une partie du nom ; vide : vous
profile-quiet = Silence
    .about = Plus de message, sauf sur ce que vous avez lancé
    .example = `/profil silence` arrête les messages, sauf sur ce que vous avez lancé
profile-edit = Votre fiche
    .title = Votre fiche
    .send = Enregistrer
    .note = Chaque ligne peut rester vide. Seuls les membres de la communauté peuvent la lire.
profile-edit-offers = Ce que vous apportez, une chose par ligne
    .hint = médiation, écrire des quiz, une salle à Lille
profile-edit-asks = Ce que vous cherchez
    .hint = quelqu’un avec qui essayer un atelier à distance
profile-edit-organisation = Organisation
    .hint = Centre de formation de l’Est
profile-edit-zone = Fuseau ; vide : celui de la messagerie
    .hint = Europe/Paris
profile-edit-contact = Comment vous joindre
    .hint = par message direct, plutôt le matin
profile-edit-community = Communauté
profile-introduce = Présentation
    .title = Me présenter
    .note = Deux lignes suffisent. Rien ne paraît avant que vous l’ayez vu.
profile-introduce-brings = Qu’est-ce qui vous amène ici ?
    .hint = je forme des adultes, et cherche à mieux animer à distance
profile-introduce-offers = Que pouvez-vous apporter ?
    .hint = écrire des quiz, une salle à Lille
profile-introduce-community = Communauté

people-who = Qui
    .title = Qui
    .about = À qui demander ; sans un mot : tous les membres
    .example = `/membres qui médiation` trouve à qui demander, et dit pourquoi
people-who-words = À quel sujet
    .about = Un mot ou deux : médiation
people-core = Noyau
    .title = Le noyau
    .send = Proposer
    .about = Qui met la communauté en route ; la coordination propose
    .example = `/membres noyau @Inès @Zoé` propose à Inès et à Zoé d’en faire partie
    .note = Chaque personne reçoit un message, avec oui et non. Il faut avoir rejoint la communauté.
people-core-people = À qui proposer, un nom par ligne
    .about = Des noms : @Inès @Zoé
    .hint = @Inès
people-core-community = Communauté
    .about = De quelle communauté

# Les fiches
card-mine = Votre fiche
card-title = { $who }
card-offers = Apporte
card-asks = Cherche
card-organisation = Organisation
card-zone = Fuseau horaire
card-contact = Contact
card-empty = non rempli
card-zone-told = { $zone }, d’après votre messagerie ; les autres ne le voient pas
card-unwritten = { $who } n’a pas encore rempli sa fiche.
card-core = Fait partie du noyau
card-left = Cette personne n’est plus dans la communauté : sa fiche n’est plus montrée.
card-which = Plusieurs membres portent un nom pareil. Quelle fiche ?
card-written = Votre fiche est enregistrée.
card-listed = On vous propose aux membres qui cherchent ce que vous apportez.
card-unlisted = On ne vous propose à personne. Les membres peuvent toujours ouvrir votre fiche.
card-reminder = Je vous demande le { $at } si votre fiche est encore juste.
card-who-sees = Seuls les membres de { $name } peuvent lire votre fiche. Votre langue et votre fuseau valent partout.
card-edit = Modifier ma fiche
card-mine-button = Ma fiche
card-fill-button = Remplir ma fiche
card-remind = Me le rappeler dans 6 mois
card-forget = Sans rappel
card-list-me = Me proposer à nouveau
card-unlist-me = Ne pas me proposer
card-about = Votre fiche dit aux membres ce que vous apportez et cherchez.
card-check-title = Votre fiche est-elle encore juste ?
card-check = Vous vouliez que je vous le demande : voici ce que dit votre fiche dans { $name }.
card-still-right = Elle est juste : rappel dans 6 mois

# Les présentations
intro-button = Me présenter
intro-change = Modifier ma présentation
intro-take-back = Retirer ma présentation
intro-take-back-confirm = Retirer votre présentation ? Son texte quitte le canal.
intro-title = Faites connaissance avec { $who }
intro-brings = Ce qui m’amène
intro-offers = Ce que je peux apporter
intro-card = Voir la fiche
intro-taken = { $who } a retiré cette présentation.
intro-replaces = Ce texte remplace votre présentation dans le canal.
intro-made = Merci : votre présentation est dans { $channel }.
intro-changed = Votre présentation est modifiée, dans le canal aussi.
intro-kept = Ce que vous pouvez apporter est aussi sur votre fiche : c’est par là que les membres vous trouvent.
intro-taken-back = Votre présentation est retirée, et son texte effacé. Votre fiche reste comme elle est.
intro-none = Il n’y a ici aucune présentation de vous à retirer.
intro-awaits = Dites en deux lignes ce qui vous amène ici, pour que les autres fassent votre connaissance.

# Les membres
people-list-button = Membres
people-title = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
} · page { $page } sur { $pages }
people-who-title = « { $words } » : { $count ->
    [one] { $count } personne à qui demander
   *[other] { $count } personnes à qui demander
}
people-line = **{ $who }** · { $basis }
people-offers = apporte : { $words }
people-silent = rien sur la fiche pour l’instant
people-open = Ouvrir : { $name }
people-previous = Précédent
people-next = Suivant
people-who-note = D’abord qui le propose, puis qui l’a montré ici.
people-list-note = Pour trouver à qui demander : `/membres qui médiation`
people-nobody = Je ne connais encore personne pour « { $words } ». Essayez un seul autre mot, posez la question dans le canal avec /sondage, ou cherchez dans la bibliothèque avec /chercher.

# Le noyau
core-title = Le noyau
core-button = Noyau
core-figures = { $count ->
    [one] { $count } personne a dit oui
   *[other] { $count } personnes ont dit oui
}, dont { $filled } avec une offre et une demande sur la fiche.
core-empty = Le noyau est encore vide. { $enough } personnes suffisent pour commencer.
core-accepted = Dans le noyau
core-asked = Sans réponse
core-declined = A dit non
core-left = En est sorti
core-filled = { $who } (fiche remplie)
core-unfilled = { $who } (il manque une offre ou une demande sur la fiche)
core-since = { $who } (depuis le { $at })
core-note = Le noyau met la communauté en route. La coordination propose ; chaque personne répond pour elle-même et peut en sortir.
core-ask-button = Proposer à des personnes
core-withdraw = Retirer : { $name }
core-asked-now = Proposé à : { $names }. Chaque personne reçoit un message, avec oui et non.
core-asked-before = Déjà proposé, ou déjà dans le noyau : { $names }.
core-question = { $by } vous propose de faire partie du noyau de **{ $name }** : les quelques personnes qui mettent la communauté en route.
core-question-note = Il y faut une fiche qui dit ce que vous apportez et cherchez, et venir aux premières rencontres. Vous pourrez en sortir.
core-yes = Oui, j’en suis
core-no = Non, pas maintenant
core-leave = Sortir du noyau
core-leave-confirm = Sortir du noyau ? Vous restez membre.
core-you-accepted = Vous faites partie du noyau de { $name }. Dites sur votre fiche ce que vous apportez et ce que vous cherchez.
core-you-declined = C’est noté : vous ne faites pas partie du noyau de { $name }. Rien d’autre ne change.
core-you-left = Vous êtes hors du noyau de { $name } maintenant. Vous restez membre.
core-they-accepted = { $who } a dit oui pour le noyau.
core-they-declined = { $who } a dit non pour le noyau. Vous pouvez proposer à quelqu’un d’autre.
core-they-left = { $who } ne fait plus partie du noyau.
core-withdrawn = Cette proposition a été retirée : il n’y a rien à répondre.
core-too-late = { $who } a déjà dit oui. Seule cette personne peut sortir du noyau.
core-not-in = Vous ne faites pas partie du noyau.
core-awaits = On vous propose de faire partie du noyau.
core-awaits-see = Répondre
core-awaits-card = Vous faites partie du noyau, et il manque une offre ou une demande sur votre fiche.
core-handover = Proposé pour le noyau, sans réponse : { $names }
