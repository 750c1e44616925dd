share-about = Ajouter une ressource utile à la bibliothèque
share-from-message = Garder dans la bibliothèque
    .short = Garder en bibliothèque
find-about = La retrouver dans la bibliothèque

share-new = Partager une ressource
    .title = Partager une ressource
    .send = Aperçu
    .about = Un lien ou une note à garder ; la commande seule ouvre un formulaire
    .example = `/partager https://example.org/guide "Un guide" #évaluation` garde un lien pour tout le monde
share-new-link = Lien
    .about = L’adresse de la page ; sans lien, c’est une note
    .hint = https://example.org/guide
share-new-title = Titre
    .about = Sans titre, celui de la page est repris
    .hint = Un guide de l’évaluation entre pairs
share-new-tags = Étiquettes
    .about = Huit au plus : #évaluation #adultes
    .hint = #évaluation #adultes
share-new-note = Note
    .about = À quoi elle sert, en une phrase
    .hint = À quoi sert-elle ?
share-new-kind = Type
    .about = Sans réponse, il est déduit du lien

share-list = Bibliothèque
    .title = Bibliothèque
    .send = Voir
    .about = La bibliothèque : récentes, les plus utilisées, miennes, ou une étiquette
    .example = `/partager liste` montre les ressources les plus récentes
share-list-by = Rayon
    .about = récentes, plus-utilisées, miennes, ou une #étiquette
    .hint = récentes

share-edit = Modifier la ressource
    .title = Modifier la ressource
    .send = Enregistrer
share-edit-link = Lien
share-edit-title = Titre
share-edit-tags = Étiquettes
    .hint = #évaluation #adultes
share-edit-note = Note
share-edit-kind = Type
share-edit-resource = Ressource

share-add = Ajouter ma note
    .title = Compléter la ressource
    .send = Ajouter
share-add-note = Votre note
    .hint = À quoi vous a-t-elle servi ?
share-add-resource = Ressource
share-add-tags = Autres étiquettes
    .hint = #évaluation #adultes

share-merge = Fusionner deux étiquettes
    .title = Fusionner des étiquettes
    .send = Fusionner
share-merge-tag = Cette étiquette
    .hint = examen
share-merge-into = veut dire celle-ci
    .hint = évaluation

find-find = Chercher
    .title = Chercher une ressource
    .send = Chercher
    .about = Mots, #étiquette, « mots exacts », de:@ines, type:guide, depuis:6mois, -sans
    .example = `/chercher évaluation #adultes depuis:6mois` retrouve ce qui a été partagé
find-find-words = Mots
    .about = Mots, #étiquette, « mots exacts », de:@ines, type:guide, depuis:6mois, -sans
    .hint = évaluation #adultes type:guide depuis:6mois -vidéo

library-titles = Titres des pages
library-titles-on = Lus quand un lien est partagé
library-titles-off = Jamais lus

library-kind-guide = Guide
library-kind-article = Article
library-kind-video = Vidéo
library-kind-tool = Outil
library-kind-template = Modèle
library-kind-course = Formation
library-kind-note = Note

# ── partager ────────────────────────────────────────────────────────────────────────────────────
library-link-missing = Collez un lien ici, ou donnez un titre pour garder une note sans lien.
library-shared = **{ $title }** est dans la bibliothèque, et visible dans { $channel }.
library-kept = **{ $title }** est dans la bibliothèque.
library-credited = Le crédit revient à { $who }, qui reçoit un message et peut retirer ses mots pendant sept jours.
library-number = n° { $number }
library-publish = Montrer dans le canal
library-edit = Modifier
library-delete = Supprimer
library-delete-sure = Supprimer « { $title } » ? La ressource reste 30 jours dans la corbeille.
library-already = **{ $title }** est déjà dans la bibliothèque, grâce à { $who } ({ $at }). Votre recommandation est comptée.
library-already-own = **{ $title }** est déjà dans la bibliothèque, grâce à vous ({ $at }).
library-already-typed = Ce que vous avez écrit est gardé : « Ajouter ma note ou des étiquettes » le reprend.
library-add-mine = Ajouter ma note ou des étiquettes
library-message-empty = Il n’y a rien à garder dans ce message : ni mots, ni lien.
library-which-link = Quel lien garder ?
library-private = Ce message vient d’un échange privé. Garder ses mots et son adresse pour tous les membres de la communauté { $name } ? Sans votre accord, rien n’est gardé.
library-private-yes = Oui, garder
library-kept-yours = { $who } a gardé dans la bibliothèque de la communauté { $name } un message que vous avez écrit, avec votre nom. Vous pouvez le retirer pendant sept jours.
library-withdraw = Retirer
library-withdrawn = C’est fait. Ce message n’est plus dans la bibliothèque.
library-withdraw-late = Les sept jours sont passés. Vous pouvez encore supprimer la ressource depuis la bibliothèque, ou en parler à l’animation.

# ── une ressource ───────────────────────────────────────────────────────────────────────────────
library-by = par { $who }
library-by-on = { $who }, { $at }
library-former = une personne partie depuis
library-reuses = { $count ->
    [0] pas encore essayée
    [1] essayée une fois
   *[other] essayée { $count } fois
 }
library-recommend = { $count ->
    [0] Je recommande
   *[other] Je recommande · { $count }
 }
library-tried = J’ai essayé
library-will-try = Je vais essayer
library-details = En savoir plus
library-origin = { $kind } n° { $number }, par { $who } ({ $at })
library-permalink = Le message d’origine
library-recommended-by = { $more ->
    [0] Recommandée par { $names }
    [one] Recommandée par { $names } et 1 autre personne
   *[other] Recommandée par { $names } et { $more } autres personnes
 }
library-remark = { $who } : { $note }
library-reuses-own = { $count ->
    [0] essayée par la personne qui l’a partagée
    [1] essayée une fois, et par la personne qui l’a partagée
   *[other] essayée { $count } fois, et par la personne qui l’a partagée
 }
library-planned = { $count ->
    [one] 1 personne compte l’essayer
   *[other] { $count } personnes comptent l’essayer
 }
library-title-guessed = titre tiré de l’adresse
library-saved = C’est enregistré.
library-added = C’est ajouté, merci.
library-verified = jugée toujours valable le { $at }
library-fresh = à jour
library-older = pas relue depuis six mois
library-to-check = à vérifier
library-archived = archivée
library-take-back = Retirer ma recommandation
library-still-good = Toujours valable
library-not-yours = Seules la personne qui l’a partagée, celle qui s’occupe de la bibliothèque et l’animation peuvent modifier cette ressource.
library-in-bin = « { $title } » est dans la corbeille. La personne qui l’a partagée ou l’animation peut la restaurer.
library-link-taken = Ce lien est déjà dans la bibliothèque, sous le n° { $number }.
library-deleted = **{ $title }** est dans la corbeille, pour 30 jours.
library-restore = Restaurer
library-restored = **{ $title }** est de retour dans la bibliothèque.
library-recommended = Votre recommandation est comptée : **{ $title }**.
library-recommended-before = Vous recommandez déjà **{ $title }**.
library-recommend-own = Vous l’avez partagée : cela vaut déjà recommandation.
library-tried-noted = C’est noté : vous avez essayé **{ $title }**. Merci de l’avoir dit.
library-untried = Finalement, je ne l’ai pas essayé
library-tried-back = C’est retiré : votre essai de **{ $title }** n’est plus compté.
library-tried-before = Vous l’avez déjà dit ce mois-ci : **{ $title }**.
library-tried-own = C’est noté : vous avez essayé **{ $title }**. Comme cette ressource vient de vous, cet essai est compté à part.
library-will-try-noted = C’est noté : vous comptez essayer **{ $title }**.
library-will-try-before = Vous l’avez déjà dit ce mois-ci : **{ $title }**.

# ── chercher ────────────────────────────────────────────────────────────────────────────────────
library-found = { $count ->
    [one] 1 ressource trouvée
   *[other] { $count } ressources trouvées
 }{ $pages ->
    [1] {""}
   *[other] {" "}· page { $page } sur { $pages }
 }
library-line = **{ $number }.** { $title }
library-match = **{ $word }**
library-open = Ouvrir { $number }
library-previous = Précédent
library-next = Suivant
library-begins = Rien ne contient exactement ces mots. Voici ce qui commence comme « { $words } ».
library-newest-only = Ces mots sont très fréquents : les { $count } ressources les plus récentes ont été comparées. Un mot de plus aide à préciser.
library-empty = Rien ici pour l’instant. La première ressource fait la bibliothèque.
library-share-first = Partager la première ressource
library-share-one = Partager une ressource
library-nothing = Rien trouvé.
library-nothing-for = Rien trouvé pour « { $words } ».
library-conditions = Recherche limitée à : { $said }
library-asked-words = « { $words } »
library-asked-by = par { $who }
library-asked-since = depuis le { $at }
library-asked-without = sans { $words }
library-asked-all = archives comprises
library-did-you-mean = Vouliez-vous dire « { $words } » ?
library-search-for = Chercher { $words }
library-near-tags = Tout près :

# ── rayons ──────────────────────────────────────────────────────────────────────────────────────
library-shelf = { $shelf } · { $count ->
    [0] rien
    [one] 1 ressource
   *[other] { $count } ressources
 }{ $pages ->
    [1] {""}
   *[other] {" "}· page { $page } sur { $pages }
 }
library-shelf-newest = Récentes
library-shelf-used = Les plus utilisées
library-shelf-mine = Les miennes
library-shelf-bin = Corbeille
library-shelf-empty = Rien sur ce rayon.
library-restore-number = Restaurer { $number }
library-tags = Étiquettes
library-no-tags = Pas encore d’étiquette. Ajoutez-en en partageant : #évaluation
library-which-tag = { $pages ->
    [1] Quelle étiquette ?
   *[other] Laquelle des { $count } étiquettes ? Page { $page } sur { $pages }
 }
library-tag = #{ $tag } ({ $count })
library-merge = Fusionner deux étiquettes
library-tag-unknown = Rien ne porte l’étiquette « { $tag } ».
library-tag-same = C’est la même étiquette.
library-missed = { $count ->
    [one] cherché une fois sans résultat : { $topic }
   *[other] cherché { $count } fois sans résultat : { $topic }
 }

# ── fichiers ────────────────────────────────────────────────────────────────────────────────────
library-import-known = déjà dans la bibliothèque, sous le n° { $number }
library-import-binned = dans la corbeille, sous le n° { $number } : restaurez-la
library-import-twice = identique à la ligne { $line }
resource-file-empty = rien n’a été trouvé dans ce fichier
resource-file-binary = ce n’est pas du texte : exportez des signets, du CSV ou du JSON, puis reprenez ce fichier
resource-file-columns = la première ligne ne nomme aucune colonne pour l’adresse ou le titre
resource-file-cut = le fichier s’arrête au milieu de cette entrée
resource-file-too-long = un élément de cette entrée dépasse 10 000 caractères
resource-file-no-address = ni adresse, ni titre
resource-file-not-one = ce n’est pas une entrée

# ── ce qui ne convient pas ──────────────────────────────────────────────────────────────────────
resource-link-empty = Collez un lien ici : https://example.org/guide
resource-link-long = Ce lien compte { $count } caractères ; { $most } au plus peuvent être gardés.
resource-link-signs = Ce lien contient des signes qu’aucune adresse ne porte. Copiez-le de nouveau depuis le navigateur.
resource-link-spaces = Un lien ne contient pas d’espace. Copiez-le de nouveau depuis le navigateur.
resource-link-scheme = Seuls les liens qui commencent par https:// ou http:// peuvent être gardés, pas { $scheme } :
resource-link-secret = Ce lien contient un nom ou un mot de passe. Retirez-le, puis partagez.
resource-link-host = « { $host } » n’est pas une adresse publique. Elle devrait ressembler à https://example.org/guide
resource-link-private = « { $host } » est une adresse privée : personne d’autre ne pourrait l’ouvrir.
resource-find-long = Cette question compte { $count } caractères ; { $most } au plus peuvent être cherchés.
resource-find-words = Que cherchez-vous ? Écrivez un mot ou une #étiquette.
resource-find-type = « { $words } » n’est pas un type. Vous pouvez écrire : guide, article, vidéo, outil, modèle, formation, note.
resource-find-type-missing = Quel type ? Vous pouvez écrire : guide, article, vidéo, outil, modèle, formation, note.
resource-find-since-missing = Depuis quand ? Vous pouvez écrire depuis:6mois, depuis:2sem ou depuis:2026-01-31.
resource-find-since = Je ne comprends pas depuis:{ $words }. Vous pouvez écrire depuis:6mois, depuis:2sem ou depuis:2026-01-31.
resource-tags-many = Cela fait { $count } étiquettes ; { $most } au plus.
resource-tag-signs = « { $tag } » ne peut pas être une étiquette : des lettres, des chiffres et des tirets suffisent.
resource-tag-long = L’étiquette « { $tag }… » compte { $count } caractères ; { $most } au plus.

# À qui demander
library-who = **{ $who }** · { $basis }
library-who-open = Demander à { $name }
library-knows = { $count ->
    [one] a partagé « { $title } »
   *[other] a partagé { $count } ressources à ce sujet, la dernière « { $title } »
}

# Ce qui se mesure

measure-p1 = Entrées de la bibliothèque
    .about = Ce qui a été partagé avant la fin de la période et se trouve encore dans la bibliothèque ; ni les archives ni la corbeille ne comptent.
    .missing = Une première ressource : `/partager`.
measure-p1-fresh = Entrées vérifiées depuis peu
    .about = Parmi ces entrées, celles partagées ou jugées toujours valables dans les 180 derniers jours.
    .missing = Une première ressource : `/partager`.
measure-p1-check = Entrées à vérifier
    .about = Parmi ces entrées, celles qui sont marquées « à vérifier » aujourd’hui.
    .missing = Une première ressource : `/partager`.
measure-a1 = Réutilisations
    .about = Combien de fois quelqu’un a appuyé sur « J’ai essayé » pour une ressource partagée par une autre personne : une fois par personne, par ressource et par mois. L’usage de ses propres ressources ne compte pas, ni ce qui a été retiré.
    .missing = Quelqu’un qui appuie sur « J’ai essayé » pour la ressource d’une autre personne.
