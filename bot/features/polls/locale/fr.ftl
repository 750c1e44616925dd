poll-about = Poser une question à la communauté
poll-from-message = En faire un sondage

poll-new = Nouveau sondage
    .title = Nouveau sondage
    .about = Poser une question ; la commande seule ouvre un formulaire
    .example = `/sondage "Où nous retrouver ?" "En ligne" "Sur place"` pose une question
poll-new-question = Question
    .about = Ce que vous voulez demander
    .hint = Où nous retrouver ?
poll-new-choices = Choix, un par ligne
    .about = Séparez-les par des points-virgules : En ligne ; Sur place
    .hint = En ligne
poll-new-until = Clôture
    .about = Une date, comme vous la diriez : vendredi 18h, +3j, 27/11/2026
    .hint = vide : dans une semaine, à 18 h
poll-new-names = Noms
    .about = Qui a choisi quoi : noms masqués, noms visibles ou vote anonyme
poll-new-results = Résultats
    .about = À quel moment les résultats se voient
option-poll-new-results-live = en direct
option-poll-new-results-after-vote = après avoir voté
option-poll-new-results-at-close = à la clôture
poll-new-anonymous = Anonyme
    .about = Vote secret : envoyé une seule fois, résultats à la clôture
poll-new-multi = Plusieurs choix
    .about = Combien de choix chaque personne peut faire
poll-new-who = Pour qui
    .about = tout-le-monde, @animation, ou des noms : @Inès @Karim
poll-new-adding = Ajout de choix
    .about = Les personnes consultées peuvent ajouter des choix
poll-new-reminders = Rappels
    .about = 0, 1 ou 2 rappels aux personnes qui n’ont pas répondu
poll-new-close_when_all = Clore quand tout le monde a voté
    .about = Seulement avec une liste de noms dans « pour »

poll-new-every = Revient
    .about = Chaque semaine, chaque mois : chaque lundi 9h, le 1er mardi du mois à 14h
    .hint = chaque lundi 9h

poll-list = Sondages
    .about = Les sondages de la communauté
    .example = `/sondage liste` montre les sondages ouverts et passés
poll-show = Voir un sondage
    .title = Voir un sondage
    .send = Voir
    .about = Un sondage : votre choix, les résultats, ce que vous pouvez faire
    .example = `/sondage voir 3` montre le sondage 3
poll-show-poll = Sondage
    .about = Son numéro, ou des mots de sa question
poll-close = Clore un sondage
    .title = Clore un sondage
    .send = Clore maintenant
    .about = Clore un sondage avant l’heure
    .example = `/sondage clore 3` clôt le sondage 3 tout de suite
poll-close-poll = Sondage
    .about = Son numéro, ou des mots de sa question
poll-extend = Déplacer la clôture
    .title = Déplacer la clôture
    .send = Enregistrer
    .about = Déplacer la clôture d’un sondage ouvert
    .example = `/sondage prolonger 3 fin:"vendredi 18h"` déplace sa clôture
poll-extend-poll = Sondage
    .about = Son numéro, ou des mots de sa question
poll-extend-until = Nouvelle clôture
    .about = Une date, comme vous la diriez : vendredi 18h, +3j, 27/11/2026
    .hint = vendredi 18h
poll-missing = Qui n’a pas répondu
    .title = Qui n’a pas répondu
    .send = Voir
    .about = Qui n’a pas encore répondu ; réservé à qui a lancé le sondage et à l’animation
    .example = `/sondage attente 3` montre qui n’a pas répondu
poll-missing-poll = Sondage
    .about = Son numéro, ou des mots de sa question
poll-cancel = Annuler le sondage
    .title = Annuler un sondage
    .send = Annuler le sondage
    .about = Annuler un sondage ouvert
    .example = `/sondage annuler 3` annule le sondage 3
poll-cancel-poll = Sondage
    .about = Son numéro, ou des mots de sa question
poll-export = Exporter
    .title = Exporter un sondage
    .send = Exporter
    .about = Le résultat dans un fichier
    .example = `/sondage exporter 3` donne son résultat dans un fichier
poll-export-poll = Sondage
    .about = Son numéro, ou des mots de sa question
poll-export-format = Format
    .about = csv pour un tableur, json pour un programme

poll-correct = Corriger la question
    .title = Corriger la question
    .send = Enregistrer
poll-correct-poll = Sondage
poll-correct-question = Question
poll-add-option = Ajouter un choix
    .title = Ajouter un choix
    .send = Ajouter
poll-add-option-poll = Sondage
poll-add-option-option = Choix
poll-choose = Départager
    .title = Départager
    .send = Départager
poll-choose-poll = Sondage
poll-choose-option = Choix à retenir
poll-choose-why = Raison (tout le monde peut la lire)

# La carte
poll-title = 📊 { $question }
poll-result-title = Résultat : { $question }
poll-edited = (question corrigée)
poll-reopened = (rouvert)
poll-second-round = (second tour)
poll-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
poll-row = { $option } : { $count }
poll-vote = Voter
poll-turnout = { $count ->
    [0] aucun vote
    [one] 1 personne a voté
   *[other] { $count } personnes ont voté
} · { $voted } { $voted ->
    [one] membre
   *[other] membres
} sur { $members }
poll-turnout-list = { $count ->
    [0] aucun vote
    [one] 1 personne a voté
   *[other] { $count } personnes ont voté
} · { $members } { $members ->
    [one] personne consultée
   *[other] personnes consultées
}
poll-turnout-small = { $count ->
    [0] aucun vote
    [one] 1 personne a voté
   *[other] { $count } personnes ont voté
}
poll-closes = clôture le { $at }
poll-closed-at = clos le { $at }
poll-up-to = jusqu’à { $most } choix
poll-number = sondage { $number }
poll-secrecy-hidden = Personne ne voit qui a choisi quoi. Le serveur pourrait relier les votes aux personnes : c’est ce qui vous permet de changer le vôtre.
poll-secrecy-shown = Tout le monde voit qui a choisi quoi.
poll-secrecy-anonymous = Rien de ce que nous gardons ne vous relie à votre choix. Slack ou Discord, et qui contrôle le serveur au moment où vous appuyez, pourraient encore le voir.
poll-shown-after-vote = Après avoir voté, vous verrez qui a choisi quoi.
poll-shown-at-close = À la clôture, tout le monde verra qui a choisi quoi.
poll-results-anonymous = Résultats à la clôture, à partir de 5 réponses.
poll-results-live = Les résultats se voient en direct.
poll-results-after-vote = Vous verrez les résultats après avoir voté.
poll-results-at-close = Les résultats apparaîtront à la clôture.

# La fin
poll-winner = **{ $option }** : le choix { $count ->
    [one] d’une personne
   *[other] de { $count } personnes
} sur { $voters }.
poll-tie = Égalité à { $count } { $count ->
    [one] vote
   *[other] votes
} : { $options }.
poll-chosen = Choix retenu après une égalité entre { $tied } : **{ $option }**. Raison : { $why }
poll-no-answer = Clos sans réponse.
poll-masked = Pas assez de réponses ({ $count }/{ $least }) : le résultat reste masqué.
poll-cancelled = Ce sondage a été annulé ; il n’a pas de résultat.
poll-run-off = Second tour
poll-choose-button = Départager
poll-news-extended = La clôture a changé : ce sondage se termine désormais le { $at }.
poll-news-reopened = Ce sondage est rouvert, jusqu’au { $at }. Vous pouvez changer votre vote.

# Réponses privées
poll-published = Publié dans { $channel } : { $question }
poll-your-choice = Votre choix : { $options }
poll-you-voted = Votre vote est enregistré. Il ne peut plus être modifié.
poll-withdraw = Retirer mon vote
poll-withdrawn = Votre vote est retiré. Vous pouvez voter à nouveau jusqu’à la clôture.
poll-remove = Retirer : { $option }
poll-pick = Jusqu’à { $most } choix
poll-full = Vos { $most } choix sont déjà faits. Retirez-en un d’abord, ou refaites toute la sélection.
poll-review = Envoyer { $options } ? Ce vote ne pourra plus être modifié.
poll-send = Envoyer
poll-already-voted = Vous avez déjà voté dans ce sondage anonyme ; ce vote ne peut plus être modifié.
poll-sent-for-good = Un vote anonyme ne se retire pas : rien ne le relie à vous.
poll-nothing-to-withdraw = Vous n’avez pas de vote à retirer ici.
poll-guest-vote = Votre vote compte. Vous ne faites pas encore partie de la communauté { $community } : en la rejoignant, vous verrez ce qui vous attend et compterez parmi ses membres.
poll-extend-button = Déplacer la clôture
poll-correct-button = Corriger la question
poll-close-now = Clore maintenant
poll-close-confirm = Clore ce sondage maintenant ? Le résultat sera publié.
poll-cancel-this = Annuler ce sondage
poll-cancel-confirm = Annuler ce sondage ? Il n’aura pas de résultat.
poll-reopen = Rouvrir
poll-export-csv = Exporter (CSV)
poll-export-json = Exporter (JSON)
poll-export-says = Le résultat, dans un fichier que personne d’autre ne reçoit.
poll-see = Voir le sondage
poll-show-number = Voir le sondage { $number }
poll-answer = Répondre
poll-awaits = { $question } — clôture { $left }
poll-unreached = { $count ->
    [one] { $count } personne n’a pas pu recevoir de rappel.
   *[other] { $count } personnes n’ont pas pu recevoir de rappel.
}
poll-unreached-names = { $count ->
    [one] { $count } personne n’a pas pu recevoir de rappel : { $names }
   *[other] { $count } personnes n’ont pas pu recevoir de rappel : { $names }
}
poll-missing-button = Qui n’a pas répondu
poll-missing-none = Tout le monde a répondu.
poll-missing-count = { $count ->
    [one] { $count } personne n’a pas encore répondu.
   *[other] { $count } personnes n’ont pas encore répondu.
}
poll-missing-names = { $count ->
    [one] N’a pas encore répondu : { $names }
   *[other] { $count } personnes n’ont pas encore répondu : { $names }
}
poll-closed-by-hand = Le sondage est clos, et son résultat est dans le canal : { $question }
poll-cancelled-by-hand = Sondage annulé : { $question }
poll-reopened-by-hand = Sondage rouvert pour une semaine : { $question }
poll-deadline-moved = Le sondage se termine désormais le { $at } : { $question }
poll-corrected = La question est maintenant : { $question }
poll-option-added = Choix ajouté : { $option }
poll-choice-made = Choix retenu : { $option }. La raison figure sur le sondage.
poll-run-off-started = Le second tour est ouvert pendant 24 heures : { $question }

# À répéter, ou prêts à l’emploi
poll-repeat = Répéter
poll-repeats = Ses autres dates
poll-until-days = { $days ->
    [0] aujourd’hui à { $at }
    [one] dans 1 jour à { $at }
   *[other] dans { $days } jours à { $at }
}
poll-series-button = Sondages réguliers ({ $count })
poll-templates-button = Prêts à l’emploi
poll-templates-title = Sondages prêts à l’emploi
poll-templates-about = Le formulaire est déjà rempli : publiez-le tel quel, ou mettez-y vos mots.
poll-template-checkin = Météo du groupe
    .about = **Météo avant une rencontre** : savoir comment chaque personne arrive, avant de commencer.
    .question = Comment arrivez-vous à cette rencontre ?
    .choices =
        En pleine forme
        Bien, on peut commencer
        Un peu de fatigue
        La tête ailleurs
    .until = +1j
poll-template-feedback = Retour sur la rencontre
    .about = **Retour sur la rencontre** : trois questions courtes, envoyées ensemble.
    .first =
        Cette rencontre vous a-t-elle été utile ?
        Oui, beaucoup
        Oui, plutôt
        Un peu
        Pas cette fois
    .second =
        Avez-vous pu dire ce que vous vouliez dire ?
        Oui
        En partie
        Non, le temps a manqué
        J’ai préféré écouter
    .third =
        Que changer en premier la prochaine fois ?
        Rien, tout va bien
        La durée
        Le rythme
        Les sujets
        Plus de temps pour échanger
    .until = +3j
poll-template-topics = Choix des sujets
    .about = **Choix des sujets** : jusqu’à trois choix par personne, et tout le monde peut proposer un sujet.
    .question = Quels sujets aborder prochainement ?
    .choices =
        Animer un groupe
        Évaluer ce qui a été appris
        Travailler à distance
poll-template-practice = Pratique du mois
    .about = **Pratique du mois** : une même chose à essayer, avant d’en parler ensemble.
    .question = Quelle pratique essayer ce mois-ci ?
    .choices =
        Finir par un tour de table : ce que je retiens
        Poser une question avant d’expliquer
        Confier l’ouverture à quelqu’un du groupe
poll-template-retrospective = Rétrospective
    .about = **Rétrospective** : ce qu’on garde, ce qu’on arrête, ce qu’on commence ; tout le monde peut compléter.
    .question = Avec le recul : que garder, qu’arrêter, que commencer ?
    .choices =
        Garder : le rythme de nos rencontres
        Garder : raconter ce qu’on a essayé
        Arrêter : les rencontres qui débordent
        Commencer : de courts échanges à deux
poll-several = Sondages courts
    .title = Trois sondages courts
poll-several-first = 1er : question, puis un choix par ligne
poll-several-second = 2e (peut rester vide)
poll-several-third = 3e (peut rester vide)
poll-several-until = Clôture
    .hint = vide : dans une semaine, à 18 h
poll-several-names = Noms

# Listes
poll-list-title = Sondages
poll-list-empty = Aucun sondage pour l’instant. Tapez `/sondage` pour poser la première question.
poll-line-open = **{ $question }** · ouvert jusqu’au { $at } · { $count ->
    [0] aucun vote
    [one] 1 personne a voté
   *[other] { $count } personnes ont voté
} · sondage { $number }
poll-line-closed = { $question } · clos le { $at } · { $count ->
    [0] aucun vote
    [one] 1 personne a voté
   *[other] { $count } personnes ont voté
} · sondage { $number }
poll-line-cancelled = { $question } · annulé le { $at } · sondage { $number }
poll-which-show = Quel sondage voir ?
poll-which-close = Quel sondage clore ?
poll-which-extend = De quel sondage déplacer la clôture ?
poll-which-missing = Pour quel sondage voir qui n’a pas répondu ?
poll-which-cancel = Quel sondage annuler ?
poll-which-export = Quel sondage exporter ?
poll-which-label = Sondage
poll-suggestion = { $number } · { $name }

# Rappel
poll-reminder-title = **{ $question }** ({ $community })
poll-reminder = Vous n’avez pas encore répondu. Clôture { $left } : { $at }.
poll-reminder-thanks = Merci, votre réponse est enregistrée.
poll-orphaned = La personne qui a lancé ce sondage a quitté { $community }. Vous pouvez désormais le clore, le prolonger ou l’annuler.
poll-handover = Sondage ouvert jusqu’au { $at } : { $question }

# Refus
poll-too-few = Il faut au moins 2 choix ; il y en a { $given }. Écrivez-en un par ligne.
poll-twins = « { $first } » et « { $second } » se lisent de la même façon. Modifiez l’un des deux.
poll-too-soon = Un sondage reste ouvert 5 minutes au moins. Choisissez une heure plus tardive.
poll-too-late = Un sondage reste ouvert 90 jours au plus. Choisissez une date plus proche.
poll-anonymous-at-close = Un sondage anonyme ne montre ses résultats qu’à la fin. Choisissez « à la clôture ».
poll-close-when-all-list = Cela ne marche qu’avec une liste de noms : `pour:"@Inès @Karim"`.
polls-by-facilitator = Dans cette communauté, c’est l’animation ou la coordination qui lance les sondages. Proposez-leur votre question.
polls-by-coordinator = Dans cette communauté, c’est la coordination qui lance les sondages. Proposez-lui votre question.
poll-none = Il n’y a pas encore de sondage ici. Tapez `/sondage` pour poser la première question.
poll-unknown = Je ne trouve aucun sondage pour « { $given } ». `/sondage liste` les montre tous, avec leur numéro.
poll-closed = Ce sondage est clos. Son résultat est dans le canal.
poll-is-cancelled = Ce sondage a été annulé.
poll-not-closed = Ce sondage n’est pas clos.
poll-option-gone = Ce choix n’existe pas ou plus. Affichez à nouveau le sondage avec `/sondage voir`.
poll-not-yours = Cette action revient à la personne qui a lancé le sondage, à l’animation ou à la coordination.
poll-not-asked = Ce sondage ne s’adresse qu’à certaines personnes ; votre vote ne peut pas y être compté.
poll-correct-late = Une question se corrige dans les 60 premières minutes. Si elle prête à confusion, annulez le sondage et posez-la autrement.
poll-options-fixed = Quelqu’un a déjà voté : les choix restent tels quels.
poll-options-full = Un sondage compte { $most } choix au plus.
poll-shorten-limit = La clôture peut être avancée à une heure d’ici, pas plus tôt. Pour terminer tout de suite, choisissez « Clore maintenant ».
poll-reopen-anonymous = Un sondage anonyme ne se rouvre pas : son résultat est connu.
poll-reopen-late = Un sondage peut être rouvert pendant 7 jours. Posez plutôt la question à nouveau.
poll-no-tie = Il n’y a pas d’égalité à trancher ici.
poll-run-off-exists = Le second tour est déjà lancé.
poll-export-open = Le résultat pourra être exporté une fois le sondage clos.

nudge-rule-poll-turnout = Un sondage avec peu de réponses
poll-nudge-few = La moitié du temps de « { $question } » est passée : { $voted ->
    [0] aucune réponse pour { $asked } personnes
    [one] 1 réponse pour { $asked } personnes
   *[other] { $voted } réponses pour { $asked } personnes
}. Trop de questions, mauvaise heure, mauvais canal ?
poll-nudge-none = « { $question } » s’est terminé sans réponse de { $asked } personnes. Trop de questions, mauvaise heure, mauvais canal ?
poll-nudge-button = Voir le sondage

# Ce qui se mesure

measure-i4 = Participation aux sondages
    .about = Les votes, rapportés à qui pouvait voter à la clôture ; la valeur du milieu des sondages clos dans la période. Qui est parti sans avoir voté ne compte pas.
    .missing = Un sondage qui arrive à sa fin : `/sondage`.
