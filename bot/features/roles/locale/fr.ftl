role-about = Chacun son tour : qui tient quel rôle, échanges et absences

role-list = Rôles
    .about = Tous les rôles : qui les tient, et à qui le tour
    .example = `/tour` montre qui tient quel rôle, et à qui le tour
role-new = Faire tourner un rôle
    .title = Faire tourner un rôle
    .send = Aperçu
    .about = Animation, prise de notes, accueil ou un rôle à vous ; seule, la commande ouvre un formulaire
    .example = `/tour nouveau animation tour:1-mois` fait tourner l’animation chaque mois
role-new-role = Rôle
    .hint = Animation, prise de notes, temps, bibliothèque, accueil, regard critique, récolte, ou le vôtre
    .about = Un rôle tout prêt, ou un nom à vous
role-new-term = Durée d’un tour
    .hint = 1 mois, 2 semaines, 10 jours ; vide : 1 mois
    .about = 1-mois, 2-semaines, 10-jours
role-new-start = Début du premier tour
    .hint = lundi, 1er septembre ; vide : dans deux semaines
    .about = Le premier jour du premier tour
role-new-pool = Qui prend son tour ?
    .hint = Un nom par ligne ; vide : tout le monde
    .about = @Inès @Zoé ; rien : tout le monde
role-new-seats = Combien de personnes à la fois ?
    .hint = 1
    .about = Combien de personnes le tiennent en même temps
role-new-in_a_row = Tours d’affilée
    .hint = 1 ; 0 sans limite
    .about = Combien de tours d’affilée pour une même personne ; 0 sans limite
role-new-grace = Jours de répit à l’arrivée
    .hint = 30 jours
    .about = Combien de temps on laisse tranquille qui vient d’arriver : 30j
role-new-excludes = Pas en même temps que
    .hint = Un rôle par ligne
    .about = Les rôles que l’on ne tient pas en même temps
role-turn = Demander le tour suivant
    .title = Le tour suivant
    .send = Demander
    .about = Demander dès maintenant pour le tour suivant (animation)
    .example = `/tour suivant animation` demande dès maintenant à la personne suivante
role-turn-role = Rôle
    .about = Son nom, ou son numéro
role-swap = Chercher un échange
    .title = Chercher un échange
    .send = Demander
    .about = Trouver quelqu’un pour votre prochain tour
    .example = `/tour échange animation` demande qui prendrait votre prochain tour
role-swap-role = Rôle
    .about = Son nom, ou son numéro
role-swap-person = Demander d’abord à
    .about = La personne à qui demander avant les autres
role-away = Absence
    .title = Absence
    .send = Enregistrer
    .note = Personne ne voit pourquoi. Un tour que vous manquez à moitié est proposé à quelqu’un d’autre ; pour moins, vous pouvez vous faire remplacer.
    .about = Dire quand vous n’êtes pas là, ou revoir ce que vous avez dit
    .example = `/tour absence "du 1er au 15 août"` note votre absence, et s’occupe de vos tours
role-away-when = Quand ?
    .hint = du 1er au 15 août, la semaine prochaine, jusqu’à vendredi
    .about = De quand à quand : du 1er au 15 août, la semaine prochaine
role-away-roles = Pour quels rôles ?
    .hint = Un par ligne ; vide : pour tous
    .about = Rien : pour tous
role-away-person = Pour
    .about = Quelqu’un qui ne peut pas le dire (animation)
role-handover = Passation
    .title = Passation
    .send = Voir
    .about = Ce qu’il y a à transmettre, ou ce qui est transmis
    .example = `/tour passation animation` montre ce qu’il y a à transmettre
role-handover-role = Rôle
    .about = Son nom, ou son numéro
role-why = À qui le tour, et pourquoi
    .title = À qui le tour ?
    .send = Voir
    .about = Pourquoi c’est son tour, et pourquoi pas celui d’une autre personne
    .example = `/tour pourquoi animation` dit pourquoi c’est le tour de qui
role-why-role = Rôle
    .about = Son nom, ou son numéro
role-why-person = Pourquoi pas …
    .about = Une personne dont ce n’est pas le tour
role-preview = Tours à venir
    .title = Tours à venir
    .send = Voir
    .about = Les quatre prochains tours
    .example = `/tour aperçu animation` montre les quatre prochains tours
role-preview-role = Rôle
    .about = Son nom, ou son numéro
role-history = Jusqu’ici
    .title = Jusqu’ici
    .send = Voir
    .about = Qui a tenu le rôle jusqu’ici
    .example = `/tour historique animation` montre qui a tenu le rôle
role-history-role = Rôle
    .about = Son nom, ou son numéro

role-edit = À quoi sert ce rôle
    .title = À quoi sert ce rôle
    .send = Enregistrer
role-edit-role = Rôle
role-edit-name = Nom
    .hint = Vide : le nom tout prêt
role-edit-purpose = À quoi sert-il ?
role-edit-duties = De quoi répond-il ?
    .hint = Une ligne par chose
role-edit-checklist = À faire avant de passer la main
    .hint = Une ligne par chose

role-edit-group = Groupe qui suit le rôle
    .hint = Le numéro d’un groupe Slack ou d’un rôle Discord ; vide : aucun

role-limits = Qui prend son tour
    .title = Qui prend son tour
    .send = Enregistrer
    .note = Les tours déjà acceptés ne changent pas.
role-limits-role = Rôle
role-limits-pool = Qui prend son tour ?
    .hint = Un nom par ligne ; vide : tout le monde
role-limits-seats = Combien de personnes à la fois ?
role-limits-in_a_row = Tours d’affilée
    .hint = 0 sans limite
role-limits-grace = Jours de répit à l’arrivée
role-limits-excludes = Pas en même temps que
    .hint = Un rôle par ligne

role-note = Trois lignes à transmettre
    .title = Trois lignes à passer
    .send = Enregistrer
role-note-turn = Tour
role-note-going = Qu’est-ce qui est en cours ?
role-note-coming = Qu’est-ce qui vient ensuite ?
role-note-care = Qu’est-ce qu’il est bon de savoir ?

role-noted-going = En cours : { $words }
role-noted-coming = À venir : { $words }
role-noted-care = Bon à savoir : { $words }

# ── lequel ──
role-which-turn = Quel rôle ?
role-which-swap = Quel rôle voulez-vous échanger ?
role-which-handover = Quel rôle ?
role-which-why = Quel rôle ?
role-which-preview = Quel rôle ?
role-which-history = Quel rôle ?
role-which-label = Choisir un rôle
role-suggestion = { $number } · { $name }
role-unknown = Il n’y a pas de rôle « { $given } ». /tour montre ceux qu’il y a.
role-none = Aucun rôle ne tourne ici pour l’instant.
role-not-yours = Seules la personne concernée et celles qui animent ou coordonnent peuvent le faire.
role-does-not-turn = « { $given } » ne tourne pas encore ici. La coordination peut commencer par /tour nouveau.

# ── rôles tout prêts ──
ready-facilitation = Animation
ready-facilitation-purpose = Fait vivre la ronde : on se retrouve, chaque personne a la parole, et rien ne reste bloqué.
ready-facilitation-duties =
    Proposer des dates, et les fixer
    Ouvrir et clore les rencontres
    Veiller à ce que les questions trouvent une réponse
ready-facilitation-checklist =
    La prochaine rencontre a une date
    Les sondages et les questions en cours sont passés en revue
    La personne suivante sait ce qui est en cours
ready-notes = Prise de notes
ready-notes-purpose = Garde ce qui a été décidé, et qui fait quoi, pour que les absents puissent suivre.
ready-notes-duties =
    Noter décisions et actions pendant les rencontres
    Mettre à la bibliothèque ce qui y a été partagé
ready-notes-checklist =
    Les notes de la dernière rencontre sont écrites
    Chaque action a quelqu’un et une date
ready-time = Gestion du temps
ready-time-purpose = Garde un œil sur l’heure, pour que chaque point ait sa part et que l’on finisse à temps.
ready-time-duties =
    Dire quand la moitié du temps d’un point est passée
    Proposer ce que l’on reporte à la fois suivante
ready-time-checklist =
    Les points reportés sont à l’ordre du jour suivant
ready-library = Bibliothèque
ready-library-purpose = Prend soin de ce que la communauté partage, pour qu’on le retrouve.
ready-library-duties =
    Étiqueter et ranger ce qui est partagé
    Répondre à qui n’a rien trouvé
ready-library-checklist =
    Les derniers arrivages ont des étiquettes
    Les doublons sont réunis
ready-welcome = Accueil
ready-welcome-purpose = Veille à ce que chaque nouvelle personne en rencontre une autre, et trouve ses repères.
ready-welcome-duties =
    Écrire à chaque nouvelle personne dans les premiers jours
    La mettre en lien avec quelqu’un qui fait un travail proche
ready-welcome-checklist =
    Chaque nouvelle personne a reçu un mot
    La personne suivante sait qui vient d’arriver
ready-critical = Regard critique
ready-critical-purpose = Pose, avec bienveillance, les questions que l’on ne pose plus : est-ce utile, à qui, et qui manque ?
ready-critical-duties =
    Poser une bonne question à chaque rencontre
    Dire ce qui a bien marché, et ce qui pourrait changer
ready-critical-checklist =
    Une chose à changer a été dite, et reprise ou non
ready-harvest = Récolte des effets
ready-harvest-purpose = Recueille ce que la communauté change dans les pratiques, une courte histoire à la fois.
ready-harvest-duties =
    Demander ce qui a été essayé, et ce que cela a donné
    Garder une histoire de chaque rencontre
ready-harvest-checklist =
    Les dernières histoires sont à la bibliothèque

# ── lignes ──
role-head = **{ $name }**
role-duties = **Ce dont ce rôle répond**
    { $words }
role-now = En ce moment
role-until = Jours
role-next = Ensuite
role-then = À partir de
role-days = { $first } – { $last }
role-part = { $name } ({ $days })
role-is-asked = { $name }, la question est posée
role-likely = { $name }, si c’est oui
role-vacant = personne pour l’instant
role-length = Durée d’un tour
role-length-day = { $count ->
    [one] 1 jour
   *[other] { $count } jours
}
role-length-week = { $count ->
    [one] 1 semaine
   *[other] { $count } semaines
}
role-length-month = { $count ->
    [one] 1 mois
   *[other] { $count } mois
}
role-turns = Un tour dure { $length }.
role-pool = Prennent leur tour
role-pool-everybody = tout le monde
role-first = Premier tour
role-asked-first = Première demande
role-bullet = • { $line }

# ── cartes ──
role-call-title = Qui en a envie ? { $name }
role-call = Parmi les personnes dont ce pourrait être le tour, aucune n’est libre : { $days }. Si le cœur vous en dit, il est à vous.
role-call-taken = { $who } s’en charge : { $days }. Merci.
role-call-asked = La question est posée à quelqu’un : { $days }.
role-call-over = Personne ne l’a tenu : { $days }.
role-swap-title = Échange : { $name }
role-swap-open = { $name } cherche quelqu’un pour prendre le relais : { $days }.
role-swap-is-taken = { $name } prend le relais : { $days }. Merci.
role-swap-is-undone = Le tour revient à { $name } : { $days }.
role-swap-is-past-due = Personne n’a pris le relais : { $days }. { $name } le garde.
role-swap-is-withdrawn = Plus besoin : { $name } garde son tour, { $days }.
role-asked-title = Votre tour ? { $name }
role-asked = Ce serait votre tour : { $days }.
role-asked-until = Sans réponse d’ici le { $at }, la question passe à la personne suivante. Dire non ne vous coûte rien.
role-asked-done = Vous avez dit oui : { $days }.
role-vacant-title = Personne : { $name }
role-vacant-told = Personne dans le groupe ne peut prendre ce tour : { $days }. Le canal est prévenu.
role-changed-swap-taken = { $name } prend votre tour : { $days }. Vous gardez votre place dans la ronde.
role-changed-swap-back = { $name } vous le rend : { $days } est de nouveau à vous.
role-changed-past-due = Personne n’a pris le relais à temps : { $name } garde le tour, { $days }.
role-changed-accepted = { $name } a dit oui pour vous : { $days }. Si cela ne vous va pas, cherchez un échange.
role-changed-declined = { $name } a dit non pour vous : { $days }. La question passe à la personne suivante.
role-changed-away = { $name } a noté votre absence : { $days } va à quelqu’un d’autre.
role-changed-swap-asked = { $name } cherche quelqu’un pour votre tour : { $days }.
role-passing-on-title = Passer la main : { $name }
role-passing-on = Votre tour se termine le { $day }. Quelques coches ou trois lignes, et la suite commence bien.
role-ticked = Fait jusqu’ici
role-passed-complete = C’est transmis. Merci.
role-pack-title = À votre tour : { $name }
role-pack = Votre tour a commencé : { $days }. Voici où en sont les choses.
role-last-note = **Un mot de qui tenait le rôle avant**
role-open-things = **En cours en ce moment**
role-more-things = { $count ->
    [one] et 1 autre
   *[other] et { $count } autres
}
role-nothing-open = Rien n’attend en ce moment.

role-list-title = Rôles
role-none-yet = La coordination peut en lancer un par /tour nouveau.
role-made = Désormais, ce rôle tourne : { $name }. Première demande : { $who }.
role-made-vacant = Désormais, ce rôle tourne : { $name }. Personne n’est libre pour le premier tour : le canal est prévenu.
role-how = La question est posée deux semaines avant. Qui a le moins servi passe d’abord.
role-preview-title = À venir : { $name }
role-preview-note = Tel que cela se présente aujourd’hui, si tout le monde dit oui.
role-history-title = Jusqu’ici : { $name }
role-history-none = Personne ne l’a encore tenu.
role-served-head = **Tours tenus, en tout**
role-served = { $name } { $count }
role-newer = Plus récents
role-older = Plus anciens

role-why-title = À qui le tour ? { $name }
role-why-me = C’est votre tour : { $days }.
role-why-them = C’est le tour de { $name } : { $days }.
role-why-offered = C’était proposé de bon cœur.
role-why-nobody = Personne ne l’a : dans le groupe, personne n’est libre.
role-why-then = Viendraient ensuite : { $names }.
role-why-not = Pourquoi pas … ?
role-why-rule = D’abord qui a le moins servi parmi les tours possibles en douze mois, puis qui a servi il y a le plus longtemps, puis un tirage fixe.
role-load = { $served } sur { $eligible } tours possibles en douze mois.
role-load-none = Aucun tour possible ces douze derniers mois.
role-last = Le dernier a commencé le { $day }.
role-last-never = Aucun jusqu’ici.
role-hindered-taken = Ont ce tour
role-hindered-unavailable = Indisponibles
role-hindered-elsewhere = Ont alors un autre rôle
role-hindered-in-a-row = Juste avant ou juste après
role-hindered-new = Viennent d’arriver
role-why-not-pool = { $name } ne fait pas partie du groupe de ce rôle.
role-why-not-taken = { $name } a déjà ce tour.
role-why-not-unavailable = { $name } n’est pas disponible à ce moment-là.
role-why-not-elsewhere = { $name } tient alors un rôle qui ne va pas avec celui-ci.
role-why-not-in-a-row = { $name } aurait trop de tours d’affilée.
role-why-not-new = { $name } vient d’arriver : on laisse d’abord un temps de répit.
role-why-not-load = { $name } a tenu une plus grande part des tours possibles.
role-why-not-last = { $name } en a tenu autant, et plus récemment.
role-why-not-lot = À égalité sur tout : le tirage a tranché.
role-why-not-offered = Quelqu’un a dit oui avant que ce soit le tour de { $name }.

role-you-take = C’est noté : { $role }, { $days }.
role-they-take = C’est noté pour { $name } : { $role }, { $days }.
role-take-note = Au début de votre tour, vous recevez ce qui est en cours et le dernier mot transmis.
role-declined = C’est noté. La question passe à la personne suivante ; votre place dans la ronde reste.
role-keen = C’est noté : { $name } pourrait vous revenir bientôt, même si vous venez d’arriver.
role-keen-back = C’est noté : { $name } vous reviendra dans l’ordre habituel.
role-swap-now-open = Le canal sait que l’on cherche un relais : { $role }, { $days }. En attendant, { $name } garde le tour.
role-swap-now-taken = { $name } prend le relais : { $role }, { $days }.
role-swap-now-undone = { $role } revient à qui l’avait avant : { $days }.
role-swap-now-withdrawn = Plus besoin de relais : { $name } garde { $role }, { $days }.
role-swap-now-past-due = Personne n’a pris le relais : { $role }, { $days }.
role-swap-note = Vous pouvez le rendre jusqu’à la veille.
role-away-title = Absence
role-away-none = Vous n’avez pas d’absence notée.
role-away-line = Absence : { $days }.
role-away-only = Seulement pour : { $names }.
role-away-moved = { $name }, { $days } : la question passe à quelqu’un d’autre.
role-away-cover = { $name }, { $days } : vous n’en manquez qu’une partie. Quelqu’un pourrait vous remplacer ces jours-là.
role-away-swapped = Vous aviez pris le relais : { $name }, { $days }. Vous pouvez le rendre.
role-away-note = Personne ne voit pourquoi. Si vous revenez plus tôt, dites-le ici.
role-away-for-note = La personne est prévenue.
role-ended = Ce rôle ne tourne plus.
role-awaits = Vous en chargez-vous ? { $name }, { $days }
role-awaits-see = Voir
role-awaits-note = Passer la main : { $name }, votre tour se termine bientôt
role-awaits-vacant = Personne pour l’instant : { $name }
role-news-vacant = personne pour l’instant : { $days }
role-news-begins = { $who } à partir du { $day }
role-handover-asked = { $name }, { $days } : la question est posée
role-handover-vacant = { $name }, { $days } : personne pour l’instant

# ── boutons ──
role-button-accept = Oui, je m’en charge
role-button-decline = Pas cette fois
role-button-swap = Chercher un échange
role-button-why = Pourquoi moi ?
role-button-why-them = Pourquoi cette personne ?
role-button-volunteer = Je m’en charge
role-button-take = Je prends le relais
role-button-give-back = Rendre le tour
role-button-withdraw = Plus besoin
role-button-away = Je ne serai pas là
role-button-back = Je suis de retour
role-button-not-away = Finalement, je serai là
role-button-cover = Trouver un relais : { $name }
role-button-more = Plus
role-button-see = Ouvrir : { $name }
role-button-new = Nouveau rôle
role-button-preview = Tours à venir
role-button-history = Jusqu’ici
role-button-keen = Un tour me plairait
role-button-pack = Passation
role-button-next = Demander la suite
role-button-edit = À quoi il sert
role-button-limits = Qui prend son tour
role-button-retire = Arrêter ce rôle
role-retire-sure = Arrêter ce rôle ? La personne qui le tient s’arrête aujourd’hui.
role-button-accept-for = Oui pour { $name }
role-button-decline-for = Non pour { $name }
role-button-note = Écrire trois lignes
role-button-note-edit = Modifier les lignes

# ── ce qui ne va pas, et quoi faire ──
role-term-unclear = « { $given } » n’est pas une durée que je comprends. Écrivez par exemple : 1 mois, 2 semaines, 10 jours.
role-days-unclear = « { $given } » n’est pas un nombre de jours. Écrivez par exemple : 30 jours.
role-excludes-itself = Un rôle ne peut pas s’exclure lui-même. Nommez-en un autre.
role-start-past = Ce jour est passé. Choisissez aujourd’hui ou plus tard.
role-start-far = C’est dans plus d’un an. Choisissez un jour plus proche.
role-no-coordination = La coordination ne tourne pas : elle se donne et se retire dans les réglages.
role-there = Ce rôle tourne déjà ici : { $name }. /tour le montre.
role-warn-nobody = Personne n’est libre pour le premier tour : le canal serait sollicité.
role-warn-few = { $count ->
    [one] Une seule personne prend son tour, et jamais deux fois d’affilée : un tour sur deux resterait vide.
   *[other] { $count } personnes prennent leur tour, et jamais deux fois d’affilée : un tour sur deux resterait vide.
}
role-passed-on = Entre-temps, ce tour est allé à quelqu’un d’autre.
role-over = Ce tour est terminé.
role-begun = Votre tour a commencé. Dites quand vous n’êtes pas là, et quelqu’un pourra prendre le relais.
role-taken = { $name } l’a déjà pris. Merci quand même.
role-asked-another = La question est posée à quelqu’un en ce moment.
role-nobody-has-it = Personne n’a ce tour.
role-you-have-it = Vous l’avez déjà à ce moment-là.
role-you-are-away = Vous avez noté une absence à ce moment-là.
role-you-are-elsewhere = Vous tenez alors un rôle qui ne va pas avec celui-ci.
role-swap-begun = Ce tour a commencé. Dites quand vous n’êtes pas là (/tour absence), et quelqu’un pourra prendre le relais.
role-swap-oneself = C’est votre propre tour : il faut une autre personne pour prendre le relais.
role-swap-there = Pour certains de ces jours, on cherche déjà quelqu’un, ou c’est trouvé.
role-swap-over = Cet échange est terminé.
role-swap-late = C’est trop tard : le tour a commencé.
role-swap-too-late = Cela commence dans moins d’un jour. Demandez à la personne qui anime de le rendre.
role-swap-nothing = Vous n’avez pas de tour à venir.
role-swap-not-this = Vous n’avez pas de tour à venir : { $name }.

# ── le groupe de la plateforme ──
role-group-forbidden = Le groupe de la plateforme ne suit pas : Ronde n’a pas le droit de le modifier. La personne qui administre l’espace ou le serveur peut l’autoriser.
role-group-missing = Le groupe de la plateforme ne suit pas : il n’y en a pas de ce nom. Écrivez son numéro sous « À quoi il sert ».
role-group-paid = Le groupe de la plateforme ne suit pas : sur Slack, les groupes demandent une offre payante.
role-group-nobody = Le groupe de la plateforme reste tel quel : personne n’a le rôle, et Slack ne garde pas de groupe vide.
role-group-outside = Le groupe de la plateforme suit en partie : une personne qui a le rôle n’est pas sur le serveur, ou y est comme invitée.
role-group-full = Le groupe de la plateforme ne suit pas : il est plein.

# ── coups de pouce ──
nudge-rule-role-vacant = Un tour que personne n’a
nudge-rule-role-handover = Une passation qui manque
role-nudge-asked = { $name } : pas encore de oui, { $days }.
role-nudge-vacant = { $name } : personne n’a ce tour, { $days }. Un mot à quelqu’un qui pourrait suffit souvent.
role-nudge-handover = { $name } : le tour ({ $days }) est terminé, et rien n’a été transmis, ni coche ni ligne.

role-knows-now = tient le rôle « { $name } »
role-knows-then = a tenu le rôle « { $name } »

# Ce qui se mesure, et ce qui a changé

measure-e2 = Équilibre des rôles
    .about = La régularité avec laquelle un rôle a été porté ces douze derniers mois par toutes les personnes qui pouvaient le tenir : 100 % si chacune en a fait autant, 0 % si une seule a tout fait. Il s’agit du rôle où elle est la plus basse.
    .missing = Un rôle qui tourne entre trois personnes ou plus : `/tour nouveau`.
measure-e3 = Vacance des rôles
    .about = Parmi les jours de la période où un rôle devait être tenu, ceux où personne ne le tenait.
    .missing = Un rôle qui tourne : `/tour nouveau`.

role-change-made = Nouveau rôle : { $name }
role-change-edited = Rôle modifié : { $name }
role-change-retired = Rôle arrêté : { $name }
