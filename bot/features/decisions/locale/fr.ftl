decide-about = Décider ensemble par consentement : proposer, objecter avec des raisons, adopter

decision-new = Nouvelle proposition
    .title = Nouvelle proposition
    .send = Aperçu
    .about = Faire une proposition à la communauté ; seule, la commande ouvre un formulaire
    .example = `/decision nouveau "Publier nos modèles sous licence libre" quorum:60` la soumet à la communauté
    .note = Les réponses portent un nom : une objection ne s’intègre que si l’on peut en parler avec la personne. Pour un sujet sensible, commencez par un sondage anonyme.
decision-new-title = Ce qui est proposé, en une ligne
    .about = Ce qui est proposé, en une ligne
    .hint = Publier nos modèles sous licence libre
decision-new-words = Le texte entier
    .about = Ce qui vaudra, tel que ce serait adopté ; sinon, la ligne ci-dessus
    .hint = Ce qui vaudra, tel que ce serait adopté
decision-new-until = Fin du tour
    .about = Une date, comme vous la diriez : vendredi 18h, +7j ; sinon, dans une semaine
    .hint = vide : dans une semaine, à 18 h
decision-new-quorum = Quorum, en % des personnes consultées
    .about = Part des personnes consultées qui doit répondre : 50 par défaut, trois personnes au moins
    .hint = 50 ; trois personnes au moins

decision-propose = Soumettre à décision
    .title = Soumettre à décision
    .send = Aperçu
    .note = Les réponses portent un nom : une objection ne s’intègre que si l’on peut en parler avec la personne. Pour un sujet sensible, commencez par un sondage anonyme.
decision-propose-title = Ce qui est proposé, en une ligne
decision-propose-words = Texte
decision-propose-until = Fin du tour
    .hint = vide : dans une semaine, à 18 h
decision-propose-quorum = Quorum, en % des personnes consultées
decision-propose-about = Objet

decision-list = Décisions
    .title = Décisions
    .about = Décisions et propositions, les plus récentes d’abord ; avec des mots, celles qui en parlent
    .example = `/decision liste modèles` trouve les décisions qui parlent de modèles
decision-list-words = Mots
    .about = Des mots du titre ou du texte

decision-show = Voir une décision
    .title = Voir une décision
    .about = Une décision : son texte, les réponses, ce qui peut se faire maintenant
    .example = `/decision voir D-2026-007` montre une décision
decision-show-decision = Décision
    .about = D-2026-007, le numéro sur sa carte, ou des mots de son titre

decision-review = Revoir les décisions
    .title = Revoir les décisions
    .about = Ce qui est à revoir, et quand ; avec une décision, la revoir maintenant
    .example = `/decision revoir D-2026-007` demande s’il faut la garder, la changer ou l’abandonner
decision-review-decision = Décision
    .about = D-2026-007, le numéro sur sa carte, ou des mots de son titre
decision-review-by = À revoir avant
    .about = Un autre jour pour la revoir, au lieu de maintenant

decision-edit = Reformuler
    .title = Reformuler
    .send = Enregistrer
decision-edit-decision = Décision
decision-edit-title = Ce qui est proposé, en une ligne
decision-edit-words = Le texte entier

decision-open = Ouvrir le tour
    .title = Ouvrir le tour
    .send = Ouvrir
decision-open-decision = Décision
decision-open-until = Fin du tour
decision-open-quorum = Quorum, en % des personnes consultées
    .hint = 50 ; trois personnes au moins

decision-amend = Amender
    .title = Amender
    .send = Aperçu
decision-amend-decision = Décision
decision-amend-version = Version
decision-amend-words = La version suivante
decision-amend-until = Fin de son tour

decision-again = Amender
    .title = Amender
    .send = Aperçu
decision-again-decision = Décision
decision-again-version = Version
decision-again-words = Texte
decision-again-until = Fin de son tour
decision-again-about = Objet

decision-end = Proposer d’y mettre fin
    .title = Proposer d’y mettre fin
    .send = Ouvrir le tour
decision-end-decision = Décision
decision-end-version = Version
decision-end-words = Pourquoi y mettre fin ?
decision-end-until = Fin du tour

decision-extend = Plus de temps
    .title = Plus de temps
    .send = Prolonger
decision-extend-round = Tour
decision-extend-until = Fin du tour

decision-question = Poser une question
    .title = Poser une question
    .send = Demander
decision-question-decision = Décision
decision-question-kind = Genre
decision-question-words = Votre question
decision-amendment = Proposer un amendement
    .title = Proposer un amendement
    .send = Proposer
decision-amendment-decision = Décision
decision-amendment-kind = Genre
decision-amendment-words = Qu’écririez-vous à la place ?
decision-reply = Répondre
    .title = Répondre
    .send = Répondre
decision-reply-remark = Question
decision-reply-words = Votre réponse

decision-say-concern = Consentir, avec réserve
    .title = Consentir, avec réserve
    .send = Consentir
    .note = Une réserve n’arrête pas la proposition. Tout le monde peut la lire, avec votre nom.
decision-say-concern-round = Tour
decision-say-concern-answer = Réponse
decision-say-concern-words = Votre réserve
decision-say-objection = Objection
    .title = Objection
    .send = Objecter
    .note = Une objection est explicite, repose sur des faits et non sur un goût, et dit quel tort ferait la proposition, ou pourquoi il serait risqué de l’essayer. Tout le monde peut la lire, avec votre nom.
decision-say-objection-round = Tour
decision-say-objection-answer = Réponse
decision-say-objection-words = Quel tort ferait-elle, d’où le savez-vous ?
decision-say-change = La changer
    .title = La changer
    .send = Envoyer
    .note = Votre réponse ouvre un tour complet sur cette décision.
decision-say-change-round = Tour
decision-say-change-answer = Réponse
decision-say-change-words = Que faudrait-il changer, et pourquoi ?
decision-say-drop = L’abandonner
    .title = L’abandonner
    .send = Envoyer
    .note = Votre réponse ouvre un tour complet sur cette décision.
decision-say-drop-round = Tour
decision-say-drop-answer = Réponse
decision-say-drop-words = Pourquoi l’abandonner ?

decision-settle = Clore une objection
    .title = Clore une objection
    .send = Clore
decision-settle-objection = Objection
decision-settle-how = Comment
decision-settle-reason = Pourquoi ? Tout le monde peut le lire
decision-settle-integrated = intégrée dans la nouvelle version
decision-settle-outside = hors critères
decision-settle-gone = la personne n’est plus membre

# ── which one ──
decision-which-show = Quelle décision voulez-vous voir ?
decision-which-review = Quelle décision voulez-vous revoir ?
decision-which-label = Choisir une décision
decision-suggestion = { $number } · { $name }
decision-unknown = Il n’y a pas de décision « { $given } ». /decision liste montre celles qui existent.
decision-none = Rien n’a encore été proposé. Tapez `/decision` pour commencer.
decision-not-yours = Seules la personne à l’origine de la proposition, l’animation et la coordination peuvent le faire.

# ── proposals ──
decision-title = { $code } · { $title }
decision-title-proposal = Proposition : { $title }
decision-about = Objet : { $thing }
decision-ends = Ceci propose de mettre fin à { $code }.
decision-by = proposition de { $name }
decision-version = version { $version }
decision-number = n° { $number }
decision-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
decision-amendments = { $count ->
    [one] { $count } amendement proposé
   *[other] { $count } amendements proposés
}
decision-opens-note = Sont consultées les personnes membres à l’ouverture du tour. Les réponses portent un nom.
decision-proposed = Proposé dans { $channel } : { $title }
decision-planned = Ouvert aux questions et aux amendements ; vous ouvrirez le tour quand ce sera mûr, prévu jusqu’au { $at }, avec un quorum de { $quorum } %.
decision-there = C’est déjà en train de se décider.
decision-alike-title = Quelque chose de proche a déjà été proposé
decision-alike = { $name } (n° { $number }). { $state }
decision-amend-note = La version { $next } aura son propre tour. Les réponses à la version { $version } restent lisibles et ne sont pas reprises.

decision-in-force = Version { $version } en vigueur depuis le { $at }.
decision-unfollowed = L’objet de la décision n’a pas suivi : il a changé entre-temps, ou n’existe plus. Tel qu’il est maintenant, on peut le soumettre de nouveau à décision.
decision-due-by = À revoir avant le { $day }.
decision-due-over = Sa revue est en retard depuis le { $day }.
decision-state-talk = Ouvert aux questions et aux amendements.
decision-state-undecided = La version { $version } n’est pas décidée : trop peu de réponses.
decision-state-objected = La version { $version } n’est pas adoptée : une objection demeure.
decision-state-withdrawn = Proposition retirée.
decision-state-ended = { $code } : terminée le { $at }.
decision-state-consent = Tour de consentement sur la version { $version }, jusqu’au { $at }.
decision-state-review = En revue jusqu’au { $at } : garder, changer ou abandonner.

decision-edited = C’est noté : { $name } en est à la version { $version }.
decision-opened = Le tour est ouvert : { $name }, version { $version }.
decision-extended = Plus de temps : { $name }.
decision-amended = { $name } : la version { $version } a son propre tour.
decision-withdrawn = Proposition retirée : { $name }.
decision-said-question = Votre question est posée, dans le fil de la proposition.
decision-said-amendment = Votre amendement est proposé, dans le fil de la proposition.
decision-replied = Votre réponse est dans le fil.

# ── rounds ──
decision-round-consent = Tour de consentement : { $title }
decision-round-review = Revue : { $title }
decision-answer-consent = Je consens
decision-answer-concern = Je consens, avec une réserve
decision-answer-objection = J’objecte
decision-answer-aside = Je laisse faire
decision-answer-keep = Garder
decision-answer-change = Changer
decision-answer-drop = Abandonner
decision-count-consent = { $count ->
    [one] { $count } consentement
   *[other] { $count } consentements
}
decision-count-concern = { $count } avec réserve
decision-count-objection = { $count ->
    [one] { $count } objection
   *[other] { $count } objections
}
decision-count-aside = { $count ->
    [one] { $count } laisse faire
   *[other] { $count } laissent faire
}
decision-count-keep = { $count } pour garder
decision-count-change = { $count } pour changer
decision-count-drop = { $count } pour abandonner
decision-mine-consent = Vous consentez.
decision-mine-concern = Vous consentez, avec une réserve :
decision-mine-objection = Vous objectez :
decision-mine-aside = Vous laissez faire.
decision-mine-keep = Vous la garderiez.
decision-mine-change = Vous la changeriez :
decision-mine-drop = Vous l’abandonneriez :
decision-changeable = Vous pouvez répondre autrement jusqu’au { $at }.
decision-turnout = { $count ->
    [one] { $count } réponse sur { $roll } ; il en faut { $needed }
   *[other] { $count } réponses sur { $roll } ; il en faut { $needed }
}
decision-answered = { $count ->
    [one] { $count } réponse sur { $roll }
   *[other] { $count } réponses sur { $roll }
}
decision-gave = { $answer } : { $names }
decision-closes = se clôt le { $at }
decision-closed-at = clos le { $at }
decision-was-extended = prolongé une fois
decision-note-consent = Qui ne dit mot ne consent pas. Les réponses portent un nom, pour qu’une objection puisse se discuter et s’intégrer ; elles peuvent changer jusqu’à la clôture.
decision-note-review = Un seul « Changer » ou « Abandonner » ouvre un tour complet. Les réponses portent un nom ; elles peuvent changer jusqu’à la clôture.
decision-objection = **Objection** de { $name } : { $words }
decision-objection-left = (n’est plus membre)
decision-objection-lifted = Objection levée.
decision-objection-integrated = Intégrée dans la nouvelle version, selon { $by } : { $reason }
decision-objection-outside = Hors critères, selon { $by } : { $reason }
decision-objection-gone = Close par { $by } après son départ : { $reason }
decision-said-concern = **Réserve** de { $name } : { $words }
decision-said-change = { $name } la changerait : { $words }
decision-said-drop = { $name } l’abandonnerait : { $words }
decision-more-said = { $count ->
    [one] { $count } autre sous « Plus »
   *[other] { $count } autres sous « Plus »
}
decision-waiting = { $count ->
    [one] Réponse attendue : { $names }
   *[other] { $count } réponses attendues : { $names }
}
decision-unreached = { $count ->
    [one] Une personne n’a pas pu être jointe : { $names }
   *[other] { $count } personnes n’ont pas pu être jointes : { $names }
}
decision-verdict-adopted = Adopté : { $code }, version { $version }.
decision-verdict-ended = Fin décidée par consentement : { $code }.
decision-verdict-undecided = Pas de décision : { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}, il en fallait { $needed }. Qui ne dit mot ne consent pas.
decision-verdict-objected = { $count ->
    [one] Pas adopté : une objection demeure.
   *[other] Pas adopté : { $count } objections demeurent.
}
decision-verdict-kept = { $code } est gardée pour six mois de plus.
decision-verdict-full = { $code } est à changer ou à abandonner pour quelqu’un : un tour complet décidera.
decision-verdict-silent = Aucune réponse : { $code } reste en vigueur, et sa revue reste à faire.
decision-round-replaced = La version { $version } a été remplacée : ce tour s’est arrêté sans résultat.
decision-result-title = Résultat : { $title }
decision-lifted = Votre objection est levée.
decision-settled = L’objection est close ; votre raison est écrite à côté.
decision-remark-question = Question de { $name }
decision-remark-amendment = Amendement proposé par { $name }
decision-remark-line-question = Question de { $name } : { $words }
decision-remark-line-amendment = { $name } propose : { $words }
decision-reply-line = { $name } répond : { $words }
decision-on = sur { $title }, version { $version }
decision-version-title = { $title }, version { $version }

# ── direct messages ──
decision-reminder-title = { $community } attend votre réponse : { $title }
decision-reminder = Le tour se clôt le { $at } ({ $left }).
decision-reminder-thanks = Vous avez répondu. Merci.
decision-orphaned = La personne à l’origine de cette proposition a quitté { $community } : à vous de la mener plus loin.
decision-left-note = La personne qui objectait n’est plus membre. Son objection arrête la proposition jusqu’à ce que vous la closiez, avec une raison que tout le monde peut lire.
decision-awaits-consent = { $title } : votre réponse est attendue (encore { $left })
decision-awaits-review = { $title } : garder, changer ou abandonner ? (encore { $left })
decision-awaits-left = { $title } : la personne qui objectait n’est plus membre

# ── lists ──
decision-list-title = Décisions
decision-list-empty = Rien n’a encore été proposé. Tapez `/decision` pour commencer.
decision-list-nothing = Aucune décision ne parle de « { $words } ».
decision-entry =
    { "" }**{ $title }**
    { $state }
decision-reviews-title = Revues
decision-reviews-note = Une semaine avant son jour, chacune est soumise d’elle-même à tout le monde.
decision-review-moved = { $name } est à revoir avant le { $day }.
decision-review-started = { $name } est en revue jusqu’au { $at }.
decision-handover = { $title } : une proposition en discussion
decision-handover-round = { $title } : son tour se clôt le { $at }
decision-handover-review = { $title } : à revoir avant le { $day }

# ── buttons ──
decision-answer = Répondre
decision-more = Plus
decision-ask-question = Poser une question
decision-ask-amendment = Proposer un amendement
decision-ask-open = Ouvrir le tour de consentement
decision-ask-reply = Y répondre
decision-ask-edit = Reformuler
decision-ask-amend = Amender
decision-ask-extend = Plus de temps
decision-ask-end = Proposer d’y mettre fin
decision-ask-settle = Décider de l’objection
decision-settle-of = Objection de { $name }
decision-lift = Lever mon objection
decision-close-now = Clore maintenant
decision-start-review = Revoir maintenant
decision-withdraw = Retirer
decision-withdraw-sure = Ce n’est plus proposé. Ce qui a été dit reste lisible.
decision-see-version = Version { $version }
decision-show-number = Voir { $number }
decision-nudge-button = Regarder

# ── what does not work, and what to do ──
decision-anonymous = Les réponses portent un nom. Sujet sensible : commencez par un sondage anonyme.
decision-too-soon = Un tour dure une heure au moins. Choisissez une date plus tardive.
decision-too-late = C’est dans plus de 90 jours. Choisissez une date plus proche.
decision-too-few = Un tour demande { $least } membres au moins. Invitez d’abord d’autres personnes.
decision-fixed = Le tour sur la version { $version } est ouvert : son texte ne bouge plus. « Amender » (sous « Plus ») fait la version suivante, avec son propre tour.
decision-words-there = Ce texte est celui de l’objet à décider. Modifiez-le là où il vit, puis soumettez-le de nouveau à décision : cela fait la version suivante de cette proposition.
decision-amended-meanwhile = Un amendement est passé entre-temps : c’est la version { $version } qui est proposée. Rouvrez le formulaire pour partir d’elle.
decision-is-talk = Aucun tour n’est encore ouvert : « Reformuler » (sous « Plus ») fait la version suivante.
decision-is-undecided = Trop peu de réponses à son tour. Donnez-lui plus de temps, ou amendez-la : cela ouvre un nouveau tour.
decision-is-objected = Une objection demeure. Amendez la proposition : cela ouvre un nouveau tour.
decision-is-adopted = C’est adopté. Un amendement fait la version suivante, avec son propre tour.
decision-is-ended = Cette décision est terminée. Proposez à nouveau avec /decision.
decision-is-withdrawn = Cette proposition a été retirée. Proposez à nouveau avec /decision.
decision-closed = Ce tour est clos. `/decision voir` dit comment il s’est terminé.
decision-replaced = Cette version a été remplacée : répondez dans le tour de la nouvelle.
decision-not-on-roll = Ce tour consulte les personnes qui étaient membres à son ouverture, { $at }. Vous pouvez le suivre, poser des questions et proposer des amendements.
decision-objected-before = Donnez une autre raison : celle-ci a été close ({ $reason })
decision-objection-closed = Cette objection est déjà close.
decision-objection-not-yours = Seule la personne qui a fait une objection peut la lever.
decision-objection-own = Cette objection est la vôtre : levez-la, ou laissez quelqu’un d’autre s’en occuper.
decision-only-facilitator = Seules l’animation et la coordination peuvent clore l’objection de quelqu’un.
decision-integrate-first = Amendez d’abord la proposition : il n’y a pas encore de nouvelle version.
decision-settle-unknown = Choisissez l’une des façons proposées.
decision-extended-once = Un tour ne se prolonge qu’une fois. Amendez la proposition : cela ouvre un nouveau tour.
decision-not-extensible = Ce tour ne peut pas être prolongé.
decision-extend-later = Choisissez une date plus tardive que l’actuelle.
decision-close-early = Il manque des réponses, et le temps d’objecter est à tout le monde : le tour se clôt de lui-même.
decision-not-in-force = Ce n’est pas en vigueur : rien à revoir, et rien à terminer.
decision-round-there = Un tour est déjà ouvert à ce sujet.
decision-review-past = Choisissez un jour à venir.

# ── nudges ──
nudge-rule-decision-review = Une décision à revoir
decision-nudge-soon = { $name } est à revoir avant le { $day } ({ $days ->
    [one] encore { $days } jour
   *[other] encore { $days } jours
}).
decision-nudge-overdue = { $name } était à revoir avant le { $day } ({ $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
}).
