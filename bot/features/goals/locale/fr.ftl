# Objectifs : ce qu’une communauté veut atteindre, et comment elle le verra.

goal-about = Objectifs : ce que vous voulez atteindre, pour quand, et à quoi vous le verrez

goal-new = Écrire un objectif
    .title = Nouvel objectif
    .send = Aperçu
    .about = Un objectif, son indicateur, sa cible et son échéance ; seule, la commande ouvre un formulaire
    .example = `/objectif "Partager ce qui marche" cible:"12 → 30" échéance:"30 juin"` propose un objectif
goal-new-sentence = Que voulez-vous atteindre ?
    .hint = Chacune, chacun trouve en un jour une ressource qui marche
    .about = L’objectif, en une phrase
goal-new-indicator = À quoi le verrez-vous ?
    .hint = Ressources essayées, en clair ; ou une mesure que je sais lire, par exemple I4
    .about = Ce que vous regardez, en clair ; ou une mesure que Ronde sait lire
goal-new-range = D’où à où ?
    .hint = 12 → 30, 40 → 60 % ; la cible seule si personne ne connaît le départ
    .about = 12 → 30, de 12 à 30 %, ou la cible seule
goal-new-date = Pour quand ?
    .hint = 30 juin, dans 6 mois
    .about = Le jour où il doit être atteint, et revu
goal-new-kind = Stratégique ou opérationnel ?
    .about = Stratégique : ce pour quoi vous êtes là ; opérationnel : une étape sur le chemin
goal-list = Objectifs
    .about = Tous les objectifs : en vigueur ou non, échéance, où ils en sont
    .example = `/objectif liste` montre tous les objectifs, et où ils en sont
goal-assess = Évaluer un objectif
    .title = Où en est-il ?
    .send = Enregistrer
    .about = Dire où en est un objectif, avec un commentaire
    .example = `/objectif évaluer 1 18` note que l’objectif 1 en est à 18
goal-assess-goal = Objectif
    .about = Son numéro, ou des mots de sa phrase
goal-assess-value = Valeur
    .about = Un nombre : 18, 34,5 %
goal-assess-comment = Commentaire
    .about = Ce qu’il y a à en dire
goal-assess-date = Jour
    .about = Rien : aujourd’hui ; hier, 12 novembre
goal-review = Revoir un objectif
    .title = Revoir un objectif
    .about = Le garder, le réécrire, lui donner une autre échéance, ou le retirer
    .example = `/objectif revoir 1` montre les suites possibles de l’objectif 1
goal-review-goal = Objectif
    .about = Son numéro, ou des mots de sa phrase
goal-retire = Retirer un objectif
    .title = Retirer un objectif
    .about = Ne plus poursuivre un objectif, et dire pourquoi
    .example = `/objectif retirer 1 "Atteint"` retire l’objectif 1
goal-retire-goal = Objectif
    .about = Son numéro, ou des mots de sa phrase
goal-retire-why = Pourquoi ?
    .about = Pourquoi il n’est plus poursuivi

goal-value = Où en est-il ?
    .title = Où en est-il ?
    .send = Enregistrer
goal-value-goal = Objectif
goal-value-value = Valeur
    .hint = Un nombre : 18, 34,5 % ; vide : ce que dit la mesure, s’il en suit une
goal-value-comment = Qu’y a-t-il à en dire ?
goal-value-date = Quel jour ?
    .hint = Vide : aujourd’hui ; hier, 12 novembre
goal-rewrite = Réécrire un objectif
    .title = Nouvelle version
    .send = Enregistrer
    .note = L’ancienne version est gardée. La nouvelle reste ouverte aux objections pendant une semaine.
goal-rewrite-goal = Objectif
goal-rewrite-sentence = Que voulez-vous atteindre ?
goal-rewrite-indicator = À quoi le verrez-vous ?
goal-rewrite-range = D’où à où ?
    .hint = 12 → 30, 40 → 60 % ; ou la cible seule
goal-rewrite-kind = Stratégique ou opérationnel ?
goal-rewrite-why = Pourquoi le réécrire ?
goal-date = Nouvelle échéance
    .title = Nouvelle échéance
    .send = Enregistrer
goal-date-goal = Objectif
goal-date-date = Pour quand ?
    .hint = 30 juin, dans 6 mois
goal-end = Retirer un objectif
    .title = Retirer un objectif
    .send = Retirer
    .note = Il reste lisible parmi les objectifs retirés, avec son histoire.
goal-end-goal = Objectif
goal-end-why = Pourquoi ne plus le poursuivre ?
    .hint = Atteint ; ce n’est plus ce qui compte ; hors de portée
goal-object = Objecter
    .title = Objecter
    .send = Objecter
    .note = Votre nom et votre raison figurent sur la carte de l’objectif. Vous pouvez revenir dessus à tout moment.
goal-object-goal = Objectif
goal-object-why = Qu’est-ce qui s’y oppose ?
goal-answer = Répondre à une objection
    .title = Répondre
    .send = Répondre
    .note = L’objection ne bloque plus ; elle reste sur la carte, avec votre réponse.
goal-answer-goal = Objection
goal-answer-why = Votre réponse, et pourquoi

# Lire
goal-range-unclear = Je ne lis pas un ou deux nombres dans « { $given } ». Écrivez « 12 → 30 », ou la cible seule : « 30 % ».
goal-range-same = Le départ et l’arrivée sont les mêmes ({ $value }) : il n’y aurait rien à atteindre. Écrivez une autre cible, ou la cible seule.
goal-range-share = Cette mesure est une part : les deux valeurs sont entre 0 et 100 %.
goal-measure-unknown = Je ne connais pas cette mesure. Ce que je sais lire ici : { $known }. Vous pouvez aussi dire en clair ce que vous regarderez.
goal-date-past = Ce jour est passé, ou c’est aujourd’hui. Écrivez un jour à venir : « 30 juin », « dans 6 mois ».
goal-there = L’objectif { $number } dit déjà la même chose.
goal-value-missing = Écrivez un nombre : « 18 », « 34,5 % ».
goal-value-unclear = Je ne lis pas un nombre dans « { $given } ». Écrivez « 18 », ou « 34,5 % ».
goal-day-unclear = Je ne lis pas un jour passé dans « { $given } ». Écrivez « hier », « 12 novembre » ou « 2026-11-12 ».
goal-rewrite-same = Rien n’y est nouveau. Changez ce qui doit se lire autrement, ou fermez ce formulaire.

# Lignes
goal-number = { $value }
goal-percent = { $value } %
goal-in-unit = { $value } { $unit }
goal-range = { $baseline } → { $target }
goal-target-only = { $target } (départ inconnu)
goal-way = { $percent } % du chemin
goal-bound = { $name } (lu par Ronde)
goal-indicator = Indicateur
goal-aims = Visée
goal-due = Échéance
goal-by = Proposé par
goal-stands = En est à
goal-stood = { $said } ({ $day })
goal-now = Maintenant
goal-measure-now = { $value } (n = { $n }, 30 derniers jours)
goal-measure-gone = plus personne ne mesure cela
goal-measure-masked = moins de 5 personnes : pas montré
goal-measure-none = n/a : rien à compter ces 30 derniers jours
goal-title-strategic = **Objectif stratégique** · { $sentence }
goal-title-operational = **Objectif** · { $sentence }
goal-retired = Retiré le { $day } : { $why }
goal-in-force = En vigueur depuis le { $day }
goal-contested = { $count ->
    [one] Attend la réponse à { $count } objection
   *[other] Attend la réponse à { $count } objections
}
goal-deciding = Soumis à décision : c’est elle qui tranche, et non le silence
goal-decision-ended = il a été mis fin à la décision « { $name } »
goal-open = En vigueur à partir du { $day }, sauf objection
goal-objects = { $who } objecte : { $why }
goal-objection-answered = Objection de { $who } : { $why } · réponse de { $by } : { $answer }
goal-objection-decided = Objection de { $who } : { $why } · réglée par une décision
goal-objections-more = { $count ->
    [one] et { $count } autre objection
   *[other] et { $count } autres objections
}
goal-head-day = Jour
goal-head-value = Valeur
goal-head-way = Progrès
goal-head-comment = Commentaire
goal-value-of = { $value } (n = { $n })
goal-older = { $count ->
    [one] { $count } évaluation plus ancienne n’est pas montrée.
   *[other] { $count } évaluations plus anciennes ne sont pas montrées.
}
goal-was = Jusqu’au { $day } : { $words } · réécrit parce que : { $why }
goal-tied = { $count ->
    [one] { $count } élément y est relié : { $names }
   *[other] { $count } éléments y sont reliés : { $names }
}
goal-line-due = pour le { $day }
goal-line-overdue = échéance passée ({ $day }) sans évaluation

# Réponses
goal-posted-how = Il est publié ici. Qui objecte dit pourquoi sur sa carte ; sans objection ouverte, il est en vigueur à partir du { $day }.
goal-lacks = Pour être complet, il lui manque encore { $what }. Vous pourrez l’ajouter plus tard.
goal-lacks-indicator = un indicateur
goal-lacks-target = une cible
goal-lacks-date = une échéance
goal-lacks-and = { $first } et { $second }
goal-made = L’objectif { $number } est publié. Sauf objection, il est en vigueur à partir du { $day }.
goal-noted = C’est noté : { $value }.
goal-noted-way = C’est noté : { $value }, { $way }.
goal-kept = Gardé tel quel.
goal-kept-over = Gardé tel quel. Son échéance est passée : dites où il en est, ou donnez-lui une nouvelle échéance.
goal-rewritten-since = Il a été reformulé après avoir été soumis à décision.
goal-rewritten = La nouvelle version est publiée ; sauf objection, elle est en vigueur à partir du { $day }. L’ancienne est gardée ci-dessous.
goal-rewritten-deciding = La nouvelle version est publiée, l’ancienne est gardée ci-dessous. La décision en cours porte encore sur l’ancienne : « Soumettre à une décision » y met la nouvelle à la place.
goal-moved = Son échéance est maintenant le { $day }.
goal-review-how = Une nouvelle version reste ouverte aux objections pendant une semaine ; une nouvelle échéance ne change rien d’autre.
goal-is-retired = Cet objectif est retiré. `/objectif nouveau` en propose un autre.
goal-not-yours = La personne qui a proposé cet objectif, l’animation et la coordination peuvent le changer. Tant qu’il n’est pas en vigueur, vous pouvez objecter.
goal-object-late = Il est en vigueur depuis le { $day }. Demandez à l’animation de le revoir, ou proposez-en un autre avec `/objectif nouveau`.
goal-object-there = Cet objectif est soumis à décision : objectez dans le tour de consentement, c’est là que cela compte. `/decision voir` y mène, tout comme « Voir la décision » sur sa carte.
goal-object-noted = Votre objection figure sur la carte. L’animation doit y répondre.
goal-object-changed = Votre objection dit maintenant ceci.
goal-object-withdrawn = Vous avez retiré votre objection.
goal-object-answered = Réponse donnée : l’objection ne bloque plus.
goal-objection-closed = Cette objection a déjà été retirée, ou a reçu une réponse.
goal-objection-not-yours = Seule la personne qui a objecté peut retirer son objection.
goal-objection-own = C’est votre propre objection : une autre personne y répond, ou vous la retirez.
goal-proposal = Adopter l’objectif : { $name }
goal-none = Il n’y a pas encore d’objectif. Que voulez-vous atteindre ensemble, et à quoi le verrez-vous ?
goal-none-past = Aucun objectif n’a été retiré.
goal-list-title = Objectifs
goal-past-title = Objectifs retirés
goal-unknown = Je ne connais pas d’objectif avec « { $given } ». `/objectif liste` les montre tous.
goal-which-assess = Quel objectif évaluez-vous ?
goal-which-review = Quel objectif revoyez-vous ?
goal-which-retire = Quel objectif retirez-vous ?
goal-which-label = Quel objectif ?
goal-suggestion = { $number } · { $name }

# Liens
goal-tie-asks = Quels objectifs sert-il ?
goal-tie-which = Objectifs
goal-tie-done = { $count ->
    [0] Relié à aucun objectif.
    [one] Relié à { $count } objectif.
   *[other] Relié à { $count } objectifs.
}
goal-ties-title = Relier à un objectif
goal-ties-which = À quel objectif relier ?
goal-ties-asks = Parmi ceci, qu’est-ce qui sert « { $name } » ? Rien de tout cela n’est encore relié à un objectif.
goal-ties-label = Qu’est-ce qui le sert ?
goal-ties-none = Tout est déjà relié à un objectif.
goal-ties-rest = { $count ->
    [one] { $count } élément plus ancien viendra ensuite.
   *[other] { $count } éléments plus anciens viendront ensuite.
}
goal-ties-done = { $count ->
    [one] { $count } élément y est maintenant relié.
   *[other] { $count } éléments y sont maintenant reliés.
}
goal-ties-not-yours = L’animation, la coordination et la bibliothèque relient plusieurs éléments d’un coup. Un par un, tout le monde le peut : ouvrez l’élément, puis « Relier à un objectif ».

# Boutons
goal-button-new = Nouvel objectif
goal-button-details = Détails
goal-button-object = J’objecte
goal-button-object-again = Modifier mon objection
goal-button-withdraw = Retirer mon objection
goal-button-answer = Répondre à { $name }
goal-button-decision = Voir la décision
goal-button-decide = Soumettre à une décision
goal-button-assess = Évaluer
goal-button-review = Revoir
goal-button-keep = Garder tel quel
goal-button-rewrite = Réécrire
goal-button-date = Nouvelle échéance
goal-button-retire = Retirer
goal-button-tie = Relier à un objectif
goal-button-ties = Relier d’un coup
goal-button-open = Objectif { $number }
goal-button-past = Objectifs retirés
goal-button-standing = Objectifs actuels

# Messages, nouvelles, ce qui attend
goal-told-objected = Une objection à « { $name } » :
goal-told-answered = Votre objection à « { $name } » a reçu une réponse :
goal-told-in-force = Votre objectif « { $name } » est en vigueur.
goal-told-due = L’échéance de « { $name } » est le { $day }. Où en est-il, et quelle suite lui donner ?
goal-awaits-objection = Une objection à « { $name } » attend une réponse
goal-awaits-answer = Répondre
goal-awaits-due = « { $name } », échéance le { $day }, est à évaluer
goal-awaits-assess = Évaluer
goal-handover-objection = Une objection à « { $name } » attend une réponse
goal-handover-due = Objectif « { $name } », pour le { $day }
goal-change-new = Nouvel objectif : { $name }
goal-change-rewritten = Objectif réécrit : { $name }
goal-change-retired = Objectif retiré : { $name }

nudge-rule-goal-due = Un objectif à évaluer
nudge-rule-goal-objection = Une objection sans réponse
nudge-rule-goal-untied = Ce qui ne sert aucun objectif
goal-nudge-due = « { $name } » a pour échéance le { $day }, et n’a pas été évalué pour cela.
goal-nudge-objection = Une objection à « { $name } » attend depuis trois jours ou plus.
goal-nudge-untied = { $count } éléments ne sont reliés à aucun objectif.
