charter-round = Demander d’abord à tout le monde
    .title = Demander à tout le monde
    .send = Aperçu
    .note = Chaque personne répond en privé à trois questions : pourquoi sommes-nous là, que ferons-nous ensemble, comment. Toutes les réponses sont montrées d’un coup à la fin.
charter-round-until = Réponses jusqu’à
    .hint = Vendredi, dans dix jours ; vide : dans sept jours
charter-answer = Répondre
    .title = Vos réponses
    .send = Enregistrer
    .note = Personne ne les voit avant la fin ; elles sont alors montrées toutes ensemble, sans nom. Vous pouvez les changer jusque-là.
charter-answer-round = Ronde
charter-answer-why = Pourquoi sommes-nous là ?
    .hint = Ce qui vous amène, ce qui vous manquerait sans nous
charter-answer-what = Que ferons-nous ensemble ?
    .hint = Une chose pour laquelle vous viendriez
charter-answer-how = Comment travailler et décider ?
    .hint = À quel rythme, par quels moyens, qui décide
charter-group = Nouveau groupe
    .title = Nouveau groupe
    .send = Créer le groupe
charter-group-round = Ronde
charter-group-question = Question
charter-group-name = Qu’ont ces réponses en commun ?
    .hint = Quelques mots : c’est sous ce nom qu’elles seront classées

charter-question-why = Pourquoi sommes-nous là ?
charter-question-what = Que ferons-nous ensemble ?
charter-question-how = Comment travailler et décider ?
charter-fed-why = Nous sommes là pour :
charter-fed-what = Ensemble, nous voulons :
charter-fed-how = Nous nous accordons sur ceci :

charter-round-title = Pourquoi, quoi, comment
charter-round-stands =
    { "" }**Pourquoi, quoi, comment**
    { $state } { $progress }
charter-round-asks = Avant d’écrire notre charte, trois questions à chaque membre :
charter-round-answers = Réponses jusqu’au { $at }.
charter-round-groups = Les réponses sont là. On les regroupe, puis tout le monde dira ce qui compte le plus.
charter-round-dots = Chaque personne pose trois points sur ce qui compte le plus, jusqu’au { $at }.
charter-round-ended = C’est terminé. Ce qui compte le plus est dans le brouillon de la charte.
charter-round-answered = { $count ->
        [0] Aucune réponse pour l’instant · { $of } membres
        [one] { $count } personne a répondu · { $of } membres
       *[other] { $count } personnes ont répondu · { $of } membres
    }
charter-round-voted = { $count ->
        [0] Aucun point pour l’instant · { $of } membres
        [one] { $count } personne a posé ses points · { $of } membres
       *[other] { $count } personnes ont posé leurs points · { $of } membres
    }
charter-round-private-answers = Les réponses restent privées jusqu’à la fin, puis sont montrées sans nom. Le serveur pourrait encore les relier à vous, pour que vous puissiez changer les vôtres.
charter-round-private-dots = Personne ne voit qui a posé quels points. Vous pouvez changer les vôtres jusqu’à la fin.
charter-round-opened = Les questions sont dans { $channel }.
charter-round-runs = Une ronde de questions est déjà en cours : `/charte` la montre.
charter-round-when = Choisissez un moment entre une heure et quatre-vingt-dix jours.
charter-round-closed = On ne peut plus répondre. `/charte` montre où l’on en est.
charter-round-waits-answers = Pourquoi sommes-nous là, que ferons-nous ensemble, comment ? Votre réponse est attendue jusqu’au { $at }.
charter-round-waits-groups = Toutes les réponses sont là. Regroupez celles qui disent la même chose, puis tout le monde posera ses points.
charter-round-waits-dots = Qu’est-ce qui compte le plus dans ce que nous avons dit ? Vos trois points sont attendus jusqu’au { $at }.
charter-answers-kept = Vos réponses sont gardées. Vous pouvez les changer jusqu’au { $at }.
charter-answers-nothing = Répondez à l’une des trois questions au moins.
charter-answers-later = Les réponses sont montrées toutes ensemble, après le { $at }.
charter-no-answers = Personne n’a répondu à cette question.
charter-answer-count = { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
charter-bullet = – { $words }

charter-desk-title = Regrouper les réponses
charter-desk = Créez un groupe pour ce qui revient souvent, puis mettez-y des réponses. Ce qui reste en dehors est gardé, sans être classé.
charter-group-size = { $name } · { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
charter-group-of = { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
charter-ungrouped = { $count ->
        [0] Toutes les réponses sont dans un groupe
        [one] { $count } réponse sans groupe
       *[other] { $count } réponses sans groupe
    }
charter-pick-group = Ouvrir un groupe
charter-group-empty = Aucune réponse dans ce groupe pour l’instant.
charter-more-answers = { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
charter-put-in = Mettre dans « { $name } »
charter-take-out = Sortir de « { $name } »
charter-group-there = « { $name } » existe déjà : mettez les réponses dans ce groupe.
charter-groups-full = On ne peut pas classer plus de { $most } groupes : mettez les réponses dans l’un d’eux.
charter-groups-few = Créez deux groupes au moins : sinon, il n’y a rien à classer.
charter-not-grouping = Les réponses ne se regroupent pas en ce moment. `/charte` montre où l’on en est.
charter-dots-started = Tout le monde peut poser ses points jusqu’au { $at }.
charter-dots-closed = On ne peut pas poser de points en ce moment. `/charte` montre où l’on en est.
charter-dots-most = { $most } points au plus : choisissez moins de groupes.
charter-dots-how = Posez jusqu’à trois points, un par groupe, sur ce qui compte le plus pour vous. Ouvert jusqu’au { $at }.
charter-pick-dots = Vos points
charter-my-dots = Vos points : { $names }.
charter-no-dots = Vous n’avez pas encore posé de points.
charter-dots = { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
charter-end-sure = Tout ce qui a été dit jusqu’ici est montré d’un coup. C’est noté au journal.
charter-ended = C’est terminé : la carte du canal dit la suite.

charter-button-answer = Répondre
charter-button-dots = Poser mes points
charter-button-answers = Lire toutes les réponses
charter-button-read-why = Lire : pourquoi
charter-button-read-what = Lire : quoi
charter-button-read-how = Lire : comment
charter-button-desk = Regrouper les réponses
charter-button-end = Terminer maintenant
charter-button-group-why = Nouveau groupe : pourquoi
charter-button-group-what = Nouveau groupe : quoi
charter-button-group-how = Nouveau groupe : comment
charter-button-start = Demander les points
charter-button-put-in = Y mettre des réponses
charter-button-take-out = En sortir des réponses
charter-button-drop = Supprimer le groupe
charter-button-groups = Tous les groupes
