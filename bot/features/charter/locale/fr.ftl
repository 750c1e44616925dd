charter-about = La charte : l’écrire ensemble, l’adopter, la signer, voir ce qui a changé

charter-show = Charte
    .about = La charte telle qu’elle est : son texte, qui l’a signée, quand on y revient
    .example = `/charte` montre la charte, ou deux façons de la commencer
charter-draft = Rédiger la charte
    .title = Le brouillon
    .about = Le brouillon, partie par partie : modifier, suggérer, retenir ou laisser une suggestion
    .example = `/charte rédiger rythme` ouvre une partie du brouillon
charter-draft-section = Partie
    .about = Quelle partie ouvrir ; rien : tout le brouillon
charter-adopt = Adopter la charte
    .title = Adopter le brouillon
    .about = Garder le brouillon tel qu’il est, et soumettre ce texte à une décision par consentement
    .example = `/charte adopter` soumet le brouillon, tel qu’il est, à une décision
charter-adopt-minor = Une simple coquille ?
    .about = Corriger l’écriture sans décision ; pour la personne qui anime
charter-sign = Signer la charte
    .title = Signer la charte
    .about = Signer la version en vigueur
    .example = `/charte signer` signe la version en vigueur
charter-sign-version = Version
    .about = Son numéro ; rien : celle qui est en vigueur
charter-diff = Ce qui a changé
    .title = Ce qui a changé
    .about = Ce qui a changé entre deux versions, ou dans le brouillon
    .example = `/charte différences 1 2` dit ce qui a changé de la version 1 à la version 2
charter-diff-before = De la version
    .about = Le numéro de la version la plus ancienne
charter-diff-after = À la version
    .about = Le numéro de l’autre ; rien : la plus récente

charter-express = Charte express
    .title = Charte express
    .send = Commencer
    .note = Cinq phrases suffisent pour commencer. Elles deviennent un brouillon que tout le monde peut modifier.
charter-express-community = Communauté
charter-express-why = Notre raison d’être
charter-express-whom = Pour qui
charter-express-rhythm = Notre rythme
charter-express-sharing = Ce que l’on partage, ce qui reste entre nous
charter-express-decide = Comment on décide
charter-edit = Modifier une partie
    .title = Modifier la partie
    .send = Enregistrer
charter-edit-community = Communauté
charter-edit-key = Partie
charter-edit-edition = Édition
charter-edit-words = Ce que dit cette partie
    .hint = Vide : la charte se passe de cette partie
charter-suggest = Suggérer un autre texte
    .title = Suggérer un texte
    .send = Suggérer
charter-suggest-community = Communauté
charter-suggest-key = Partie
charter-suggest-words = Ce que cette partie pourrait dire
charter-review = Date de révision
    .title = Date de révision
    .send = Enregistrer
    .note = La personne qui anime reçoit un rappel sept jours avant.
charter-review-version = Version
charter-review-day = Quand y revient-on ?
    .hint = Dans un an, 1er septembre, 2027-10-01

# ── parties ─────────────────────────────────────────────────────────────────────────────────────

charter-section-why = Notre raison d’être
charter-section-whom = Pour qui
charter-section-objectives = Nos objectifs
charter-section-roles = Rôles et tours
charter-section-rhythm = Notre rythme
charter-section-sharing = Partage et confidentialité
charter-section-decide = Comment on décide
charter-section-conduct = Comment on se traite
charter-section-records = Ce qui est enregistré
charter-section-review = Comment on révise cette charte

charter-proposed-why = { $name } nous réunit pour { $purpose }. Nous apprenons de la pratique des autres, pour que personne ne travaille dans son coin.
charter-proposed-aim = { $name } nous réunit pour apprendre de la pratique des autres, afin que personne ne travaille dans son coin.
charter-proposed-whom = { $name } accueille toute personne qui exerce dans ce domaine, depuis peu ou depuis longtemps, quelle que soit son organisation. On en fait partie en le disant, et l’on en part de même.
charter-proposed-objectives =
    Cette année, nous voulons construire une bibliothèque qui nous sert, essayer les méthodes des autres et dire ce que cela a changé.
    Chaque objectif a un chiffre et une date ; nous en parlons ensemble le jour venu.
charter-proposed-roles =
    L’animation, la prise de notes et les autres rôles tournent : chacun se tient le temps d’un tour, avec l’accord de la personne, et se transmet avec un mot.
    Personne ne garde le même rôle deux tours d’affilée sans qu’on lui repose la question.
charter-proposed-rhythm = Nous nous retrouvons une heure par mois, à distance. Les dates sont proposées à l’avance, et le compte rendu attend qui n’a pas pu venir.
charter-proposed-sharing =
    Ce qui est dans la bibliothèque peut servir à tous les membres, en citant la personne qui l’a partagé.
    Ce qui se dit des personnes, des publics ou d’une organisation reste entre nous.
charter-proposed-decide = Nous décidons par consentement : une proposition est adoptée quand personne n’a d’objection argumentée. Une objection sert à améliorer la proposition.
charter-proposed-conduct =
    Nous parlons en notre nom, nous écoutons jusqu’au bout, et les essais ratés sont bienvenus.
    En cas de malaise, on le dit à la personne qui anime, qui répond dans la semaine.
charter-proposed-records = Ronde garde nos sondages, nos rencontres, nos rôles et les ressources partagées, pour que nous puissions compter ce que nous faisons ensemble. Tous les membres le voient, et chaque personne peut demander ce qui est gardé d’elle.
charter-proposed-review = Nous revenons sur cette charte une fois par an. Tout membre peut suggérer un changement à tout moment ; une nouvelle version est adoptée par consentement, puis signée à nouveau.

# ── où en est la charte ─────────────────────────────────────────────────────────────────────────

charter-title = Charte de { $name }
charter-called = Charte, { $name }
charter-version = version { $number }
charter-version-retired = version { $number }, plus en vigueur depuis le { $at }
charter-put-of = texte du { $at }
charter-the-draft = le brouillon
charter-nothing = Il n’y a pas encore de charte. Deux façons de commencer : écrire cinq phrases vous-même, ou demander d’abord à tout le monde pourquoi nous sommes là, ce que nous ferons ensemble, et comment.
charter-nothing-note = Les deux mènent à un brouillon que tout le monde peut modifier. Rien n’est en vigueur avant d’être adopté.
charter-numbered = Version
charter-since = { $number }, adoptée le { $at }
charter-looked-at = À revoir
charter-adopted-on = adoptée le { $at }
charter-minor = Correction
charter-minor-of = les signatures valent depuis la version { $number }
charter-signed = Signée
charter-signed-count = { $count ->
        [one] par { $count } membre
       *[other] par { $count } membres
    }
charter-coverage = par { $count } des { $active } membres qui participent · { $share } %
charter-known-by = Empreinte
charter-fingerprint = Empreinte (SHA-256) : { $hash }
charter-is-retired = Cette charte n’est plus en vigueur depuis le { $at }. Son texte et ses signatures restent.
charter-members-sign = Ce sont les membres de la communauté qui la signent.
charter-mine-signed = Vous l’avez signée le { $at }.
charter-mine-none = Vous ne l’avez pas encore signée. Ne pas signer ne vous ferme aucune porte.
charter-mine-renew = Vous avez signé la version { $number } : votre signature est à renouveler.
charter-head = **{ $title }**
charter-page = page { $page } sur { $count }
charter-signed-by = Signée par { $names }.
charter-to-renew = Encore sous une version antérieure : { $names }.
charter-signed-left = Signée, par des personnes parties depuis : { $names }.
charter-nobody-signed = Personne n’a encore signé cette version.

charter-button-express = Écrire cinq phrases
charter-button-round = Demander d’abord à tout le monde
charter-button-draft = Le brouillon
charter-button-write = Lire et écrire
charter-button-open = Voir la charte
charter-button-read = La lire
charter-button-diff = Ce qui a changé
charter-button-my-diff = Ce qui a changé depuis la version { $number }
charter-button-sign = Signer la version { $number }
charter-button-withdraw = Retirer ma signature
charter-button-signatures = Qui a signé
charter-button-md = En Markdown
charter-button-html = À imprimer
charter-button-review = Date de révision
charter-button-retire = Retirer la charte
charter-retire-sure = Aucune charte ne sera en vigueur avant qu’une autre soit adoptée. Son texte et ses signatures restent.
charter-button-earlier = Page précédente
charter-button-later = Page suivante
charter-button-back = Tout le brouillon
charter-button-adopt = Adopter ce brouillon
charter-button-rest = Proposer un texte pour le reste
charter-button-correct = Ce n’est qu’une coquille
charter-correct-sure = En vigueur aussitôt, sans décision, et les signatures restent. C’est noté au journal.
charter-button-proposed = Prendre ce texte
charter-button-edit = Modifier
charter-button-suggest = Suggérer
charter-button-take = Retenir la suggestion { $index }
charter-button-leave = Laisser la suggestion { $index }
charter-button-put = Soumettre à une décision

# ── signer ──────────────────────────────────────────────────────────────────────────────────────

charter-signed-now = Vous avez signé la charte, { $name }.
charter-signed-already = Vous avez déjà signé la charte, { $name }. Votre signature compte une fois.
charter-withdrawn = Votre signature est retirée. Vous pouvez signer à nouveau quand vous voulez, avec `/charte signer`.
charter-nothing-signed = Aucune signature de vous sur cette version.
charter-outdated = La version { $old } n’est plus en vigueur : la { $name } l’a remplacée. Voyez ce qui a changé, et signez celle-là.
charter-not-adopted = Ce texte n’est pas encore adopté. On pourra le signer ensuite.
charter-none-in-force = Aucune charte n’est en vigueur. `/charte` montre comment en commencer une, ou où en est le brouillon.
charter-none-adopted = Aucune version n’est encore adoptée. `/charte rédiger` montre le brouillon.
charter-no-version = Il n’y a pas de version { $number } : la plus récente est la version { $last }.
charter-asked = Notre charte dit en une page pourquoi nous existons, ce que nous partageons et comment nous décidons. Prenez deux minutes pour la lire, et signez-la si elle vous convient.
charter-asked-note = Ne pas signer ne vous ferme aucune porte.
charter-renew = Vous avez signé la version { $old } de la charte. La { $name } est maintenant en vigueur ; voici ce qui a changé.
charter-renew-more = { $count ->
        [one] Une autre partie a changé.
       *[other] { $count } autres parties ont changé.
    }
charter-awaits-sign = La charte, { $name }, attend votre signature.

# ── ce qui a changé ─────────────────────────────────────────────────────────────────────────────

charter-added = Ajouté : « { $words } »
charter-removed = Retiré : « { $words } »
charter-reworded = Reformulé : { $swaps }. On lit maintenant : « { $after } »
charter-swapped = « { $before } » est devenu « { $after } »
charter-swapped-in = « { $words } » est entré
charter-swapped-out = « { $words } » est sorti
charter-diff-title = { $before } → { $after }
charter-diff-none = Rien n’a changé.
charter-diff-page = { $count ->
        [one] { $count } partie a changé
       *[other] { $count } parties ont changé
    } · page { $page } sur { $pages }

# ── le brouillon ────────────────────────────────────────────────────────────────────────────────

charter-draft-title = Le brouillon de la charte
charter-unwritten = pas encore écrit
charter-suggestions = { $count ->
        [0] aucune suggestion
        [one] { $count } suggestion
       *[other] { $count } suggestions
    }
charter-pick-section = Ouvrir une partie
charter-empty = Rien n’est encore écrit : écrivez une phrase, ou prenez le texte proposé.
charter-no-draft = Il n’y a pas encore de brouillon à adopter. `/charte rédiger` en commence un.
charter-nothing-new = Le brouillon dit ce que dit la { $name } : il n’y a rien à adopter. `/charte rédiger` permet de le modifier.
charter-draft-same = Le brouillon dit ce que dit la { $name }. Modifiez une partie pour commencer la version suivante.
charter-draft-put = Ce texte a été soumis à une décision le { $at }.
charter-draft-moved = Le brouillon a changé depuis le { $at } : ce qui se décide, c’est le texte tel qu’il était alors.
charter-proposed = Rien n’est encore écrit ici. Un texte pour commencer :
charter-edited = Dernière écriture par { $name }, le { $at }
charter-somebody = Quelqu’un
charter-overtaken = { $name } a modifié cette partie pendant que vous écriviez. Vous voyez les deux : ce qu’elle dit maintenant, et votre texte, gardé plus bas comme suggestion. Rien n’est perdu ; retenez le vôtre, ou modifiez à nouveau.
charter-section-moved = Cette partie a changé depuis que vous l’avez vue. Voici ce qu’elle dit maintenant : appuyez encore une fois si vous voulez toujours retenir la suggestion.
charter-suggestion = Suggestion { $index }, de { $name }, le { $at } :
charter-the-round = la ronde de réponses
charter-more-suggestions = { $count ->
        [one] Une suggestion plus ancienne viendra ensuite.
       *[other] { $count } suggestions plus anciennes viendront ensuite.
    }
charter-suggests-nothing = C’est déjà ce que dit cette partie. Changez un mot, puis suggérez-le.
charter-was-taken = { $name } a déjà retenu cette suggestion.
charter-was-left = { $name } a déjà laissé cette suggestion de côté.
charter-drafting = Qui écrit le brouillon de la charte
charter-drafting-members = Tout membre
charter-drafting-facilitators = Animation, coordination

# ── adoption ────────────────────────────────────────────────────────────────────────────────────

charter-frozen-title = Le texte à décider
charter-frozen = { $count ->
        [one] Une partie est gardée telle qu’elle est
       *[other] { $count } parties sont gardées telles qu’elles sont
    } maintenant (empreinte { $hash }). C’est ce texte qui est soumis à une décision par consentement.
charter-frozen-note = Modifier le brouillon à partir de maintenant, c’est préparer la version suivante : ce qui est adopté, c’est le texte sur lequel on a décidé.
charter-proposal = Charte, version { $number }
charter-followed = La { $name } a suivi depuis. C’est elle qu’il faut retirer.
charter-not-slight = C’est plus qu’une coquille : une partie est venue ou partie, ou plusieurs mots ont changé. Soumettez-le à une décision avec `/charte adopter`.
charter-review-when = Choisissez un jour à venir, dans les cinq ans.

charter-card-draft = Nous écrivons notre charte. Lisez le brouillon, modifiez une partie, ou laissez une suggestion.
charter-card-next = La prochaine version de notre charte s’écrit. Lisez le brouillon, modifiez une partie, ou laissez une suggestion.
charter-card-became = Le brouillon est adopté : { $name }.
charter-written = Écrit
charter-of-ten = { $count } parties sur { $of }
charter-suggested = En attente
charter-card-adopted = Notre charte est adoptée, { $name }. La signe qui s’y retrouve.
charter-card-corrected = Notre charte est corrigée, { $name } : son écriture, pas ce qu’elle dit. Les signatures restent.
charter-card-followed = La { $name } de la charte a remplacé la { $old }.
charter-card-note = Ne pas signer ne ferme aucune porte.

charter-export-md = La charte, en Markdown
charter-export-html = La charte, en page à imprimer
charter-export-review = À revoir le { $day }
charter-export-signed = { $count ->
        [one] Signée par { $names }
       *[other] Signée par { $count } personnes : { $names }
    }

# ── dit ailleurs ────────────────────────────────────────────────────────────────────────────────

charter-news-adopted = Adoptée : la charte, { $name }
charter-handover-draft = { $count ->
        [0] Le brouillon de la charte s’écrit.
        [one] Le brouillon de la charte s’écrit ; une suggestion attend.
       *[other] Le brouillon de la charte s’écrit ; { $count } suggestions attendent.
    }
charter-nudge-review = La charte, version { $number }, est à revoir le { $at }.
charter-nudge-reviewed = La charte, version { $number }, était à revoir le { $at }.
charter-nudge-groups = { $count ->
        [one] Les réponses d’une personne attendent qu’on les regroupe.
       *[other] Les réponses de { $count } personnes attendent qu’on les regroupe.
    }
nudge-rule-charter-review = La révision de la charte
nudge-rule-charter-groups = Des réponses à regrouper
measure-e6 = Adhésion à la charte
    .about = Membres qui participent (un acte en 30 jours) et ont signé ÷ membres qui participent
    .missing = Une charte qu’une décision adopte : `/charte`.
