ronde-about = Votre communauté : ce qui vous attend, l’aide, les réglages

ronde-found = Fonder une communauté
    .title = Fonder une communauté
    .send = Fonder la communauté
ronde-found-name = Nom
    .hint = Pédagogues de l’Est
ronde-found-purpose = Pour quoi faire
    .hint = partager ce qui marche et rompre l’isolement
ronde-found-language = Langue
ronde-found-zone = Fuseau horaire
    .hint = Europe/Paris
ronde-found-first_meeting = Première rencontre (peut rester vide)
    .hint = jeudi 3 décembre 14h
ronde-join = Rejoindre
ronde-settings = Réglages
    .title = Réglages
    .send = Enregistrer
    .about = Fuseau, langue, horaires, animation, qui peut créer des sondages
    .example = `/ronde réglages` change le fuseau, la langue, les horaires, l’animation
ronde-settings-zone = Fuseau horaire
    .about = Par exemple Europe/Paris
    .hint = Europe/Paris
ronde-settings-language = Langue
    .about = La langue des cartes dans le canal
ronde-settings-hours = Horaires des messages directs
    .about = Par exemple 08:00-19:00 lun-ven
    .hint = 08:00-19:00 lun-ven
ronde-settings-facilitator = Animation
    .about = Le nom d’un membre ; vide si personne n’anime
    .hint = @Inès
ronde-settings-country = Jours fériés
    .about = Le pays dont les clôtures évitent les jours fériés : France, CA-QC, ou « aucun »
    .hint = France
ronde-settings-polls = Qui peut créer des sondages
    .about = Les membres, l’animation ou la coordination
ronde-data = Ce qui est gardé
    .about = Ce qui est gardé à votre sujet : quoi, où, combien de temps, qui le voit
    .example = `/ronde données` dit ce qui est gardé à votre sujet

ronde-add = Ajouter des personnes
    .title = Ajouter des personnes
    .send = Ajouter
    .note = Chaque personne lit que vous l’avez ajoutée, ce qui est gardé et comment partir. Ajoutez celles qui sont d’accord.
ronde-add-people = Noms, un par ligne
    .hint = @Inès
ronde-add-community = Communauté
ronde-coordinators = Qui coordonne
    .title = Qui coordonne
    .send = Enregistrer
    .note = La coordination règle ce qui concerne tout le monde. Qui administre coordonne aussi, et choisit qui coordonne.
ronde-coordinators-coordinators = Coordination, un nom par ligne
    .hint = @Inès
ronde-coordinators-admins = Administration, un nom par ligne
    .hint = @Inès
ronde-coordinators-community = Communauté
coordinators-button = Qui coordonne
admin-needed = Une communauté garde au moins une personne pour l’administrer.
appointed-facilitator = Vous animez maintenant **{ $name }**. Vous pouvez clore, prolonger et annuler ses sondages. /ronde montre ce qui vous attend.
appointed-coordinator = Vous coordonnez maintenant **{ $name }** : ses réglages, ses invitations, ses sondages. Tapez /ronde pour les voir.
appointed-admin = Vous administrez maintenant **{ $name }** : ses réglages, et qui la coordonne. Tapez /ronde pour les voir.

add-button = Ajouter des personnes
added = Dans la communauté : { $names }. Chaque personne reçoit un message direct qui le lui dit.
added-already = Déjà dans la communauté : { $names }.
add-unknown = Je n’ai pas encore croisé { $name } ici. Proposez-lui d’appuyer sur « J’en fais partie », ou collez l’identifiant que son profil permet de copier.
add-bot = { $name } est un robot. Les robots ne sont pas membres : ajoutez des personnes.
added-you = { $by } vous fait entrer dans **{ $name }**, pour { $purpose }.
not-told = Je n’ai pas pu joindre { $person } : cette personne ne fait donc pas partie de la communauté { $name }. Proposez-lui d’appuyer sur « J’en fais partie » dans le canal.

founded = La communauté **{ $name }** est fondée, et son invitation est dans le canal.
found-purpose-usual = partager ce qui marche et s’entraider
found-next-year = Ce serait en { $year }. Ajoutez l’année si c’est bien cela.
found-button = Fonder une communauté ici
found-in-channel = Une communauté se fonde dans un canal. Allez dans celui où vous vous retrouverez, et tapez /ronde.
found-already = Ce canal est déjà celui de la communauté { $name }.
add-place-button = Rattacher ce canal à { $name }
place-added = Ce canal fait maintenant partie de la communauté { $name }.

invite-title = { $name }
invite-why = Nous lançons **{ $name }**, pour { $purpose }.
invite-meeting = Première rencontre : { $at }.
invite-how = Trois minutes suffisent : appuyez sur « J’en fais partie », dites ce que vous cherchez et ce que vous pouvez apporter.
invite-count = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
join-button = J’en fais partie
data-button = Ce qui est gardé
invite-email-title = Une invitation à envoyer
invite-email-about = La plupart des personnes ne sont pas encore ici. Copiez ceci dans un courriel :
invite-email = Bonjour, nous lançons { $name }, pour { $purpose }. Trois minutes suffisent : rejoignez { $channel }, dites ce que vous cherchez et ce que vous pouvez apporter.
invite-email-meeting = Bonjour, nous lançons { $name }, pour { $purpose }. Première rencontre : { $at }. Trois minutes suffisent : rejoignez { $channel }, dites ce que vous cherchez et ce que vous pouvez apporter.
invite-post = Publier à nouveau la carte ici
invite-posted = L’invitation est dans { $channel }.
invite-posted-today = L’invitation a déjà été publiée aujourd’hui dans { $channel }.

welcome = Bienvenue. Vous voilà membre de la communauté **{ $name }**.
welcome-again = Bon retour dans **{ $name }**.
welcome-hello = Dites bonjour dans le canal : qu’est-ce qui vous amène, que pouvez-vous apporter ?
welcome-how = Tapez /ronde quand vous voulez voir ce qui vous attend.
welcome-data = En rejoignant la communauté, vous acceptez que Ronde garde votre nom, ce que vous répondez et quand. Le bouton ci-dessous dit quoi, où, combien de temps et qui le voit.
already-in = Vous êtes déjà membre de la communauté { $name }. Tapez /ronde pour voir ce qui vous attend.
left = Vous avez quitté { $name }. Vos réponses restent comptées. Vous pouvez revenir quand vous voulez.
leave-button = Quitter la communauté
leave-confirm = Quitter { $name } ? Vos réponses restent comptées ; vos rôles deviennent vacants.
last-admin = Vous êtes la seule personne à administrer la communauté : confiez ce rôle à quelqu’un avant de partir, avec /ronde, puis « Qui coordonne ».
last-coordinator = Vous êtes la seule personne à la coordination : confiez ce rôle à quelqu’un avant de partir, avec /ronde, puis « Qui coordonne ».

plan-title = Les trente premières minutes : { $name }
plan-progress = { $done } { $done ->
    [one] étape faite
   *[other] étapes faites
} sur { $steps }
plan-done = ✓ { $step } (fait)
plan-todo = ○ { $step } ({ $minutes } minutes)
plan-found = Fonder la communauté
plan-invite = Inviter trois personnes : { $count } sur 3 dans la communauté
plan-meet = Proposer trois dates pour une première rencontre
plan-meet-button = Proposer des dates
plan-share = Partager deux ressources : { $count } sur 2
plan-share-button = Partager une ressource
plan-ask = Demander « Que cherchez-vous ici ? »
plan-see = Voir ce que verront les membres
plan-invite-button = Inviter des personnes
plan-ask-button = Poser la question
plan-see-button = Voir comme un membre
plan-finished = Tout est fait. Votre communauté est lancée.
plan-journey-button = Continuer avec les dix étapes
plan-awaits = Les trente premières minutes : { $done } { $done ->
    [one] étape
   *[other] étapes
} sur { $steps }
plan-go-on = Continuer
plan-resume = Vous pouvez vous arrêter ici et reprendre plus tard : /ronde montre ce qui reste.
first-question = Que cherchez-vous ici ?
first-question-share = Partager ce qui marche pour moi
first-question-help = De l’aide sur quelque chose de difficile
first-question-news = Des idées et des méthodes nouvelles
first-question-people = Des personnes qui font le même travail
as-member-title = Ce que verront les membres
as-member-note = Cet aperçu n’est visible que par vous. Appuyer ici ne change rien.
inert = Ce n’est qu’un aperçu : rien n’a changé.

ronde-holidays = Jours fériés
    .title = Jours fériés
    .send = Enregistrer
    .note = La clôture habituelle d’un sondage y tombe un jour ouvré. Sans pays, seules les fins de semaine sont évitées.
ronde-holidays-country = Pays, ou rien
    .hint = France
holidays-button = Jours fériés
country-none = aucun
unknown-country = Je ne connais pas le pays « { $given } ». Écrivez par exemple France, Sénégal, Québec ou CA-QC ; « aucun » pour n’en tenir aucun compte.
settings-same = Rien n’a changé.
settings-changed = Réglages modifiés
settings-change = { $before } → { $after }
settings-kept = Le journal de la communauté garde qui a changé quoi, et quand.
hours-unclear = Je ne comprends pas « { $given } ». Écrivez par exemple 08:00-19:00 lun-ven.

data-title = Ce qui est gardé
data-what = **Quoi.** Votre nom, votre langue et votre fuseau horaire, tels que votre messagerie les donne ; votre arrivée dans la communauté, et sa date ; vos votes, sauf dans les sondages anonymes ; les sondages que vous lancez ; les messages que vous avez demandé à ne plus recevoir.
data-library = **La bibliothèque.** Ce que vous y partagez, recommandez et essayez, avec votre nom ; un message de vous qu’un membre y garde : vous l’apprenez, et pouvez le retirer pendant sept jours. Ce qui est supprimé disparaît pour de bon au bout de 30 jours. Les recherches sans réponse sont gardées sans dire de qui. Pour connaître son titre, la page d’un lien partagé est demandée, comme le ferait un navigateur.
data-card = **Votre fiche.** Ce que vous choisissez d’y écrire : ce que vous apportez et cherchez, votre organisation, votre fuseau, la façon de vous joindre ; si l’on peut vous proposer aux autres ; si l’on vous a proposé le noyau, et votre réponse. Les membres voient la fiche ; qui a dit non, seule la coordination le voit. Si vous partez, plus personne ne la voit ; elle revient avec vous. Votre présentation reste dans le canal, avec votre nom, jusqu’à ce que vous la retiriez.
data-meetings = **Les rencontres.** Les dates qui vous conviennent, votre venue et votre présence ; les points que vous ajoutez, les notes que vous écrivez, ce que vous prenez en charge et si c’est fait. Les membres le voient ; vos réponses aux dates proposées, seulement après avoir donné les leurs. Pour un abonnement au calendrier, seulement une empreinte de son adresse secrète.
data-roles = **Les rôles.** Les tours que l’on vous a proposés, que vous avez pris ou passés, et les lignes que vous transmettez ; les membres voient qui tient et a tenu un rôle, pas qui a dit non. Les jours où vous n’êtes pas là, jamais pourquoi ; les membres voient que vous n’êtes pas disponible.
data-together = **Décider ensemble.** Ce que vous proposez, demandez, répondez et objectez dans les décisions ; vos réponses, vos points et vos suggestions pour la charte, et vos signatures ; les objectifs que vous proposez, évaluez ou auxquels vous objectez ; ce que vous dites dans les rétrospectives, et ce que vous y prenez en charge. Les membres voient tout cela avec votre nom, sauf vos réponses et vos points dans un tour de table de la charte : ils restent sans nom. Ce qui a été décidé et signé reste quand vous partez. Un bilan partagé contient des décomptes, jamais de moins de 5 personnes.
data-never = **Jamais.** Vos autres messages : je ne lis pas les canaux. Ni mots de passe, ni adresses, ni fichiers.
data-where = **Où.** Dans un seul fichier de base de données, sur la machine de la personne qui gère cette installation de Ronde. Rien n’est envoyé ailleurs.
data-how-long = **Combien de temps.** Tant que la communauté vit. Les brouillons disparaissent au bout d’un jour, les traces techniques au bout de deux.
data-who-sees = **Qui le voit.** Les membres voient ce que montrent les cartes. L’animation lit aussi des décomptes, par exemple combien de membres n’ont pas donné de nouvelles depuis longtemps ; jamais à moins de 5 personnes, et sans aucun nom. La personne qui gère le serveur pourrait lire la base de données.
data-anonymous = **Sondages anonymes.** Le fait que vous ayez voté est gardé à part de ce qui a été voté ; rien ne relie les deux. En dessous de 5 réponses, aucun résultat n’est montré.
data-ask = **À qui s’adresser.** { $names }
settings-all = Tous les réglages
settings-change-button = Modifier
channel-language = Les cartes de #{ $channel }
language-same = Dans la langue de la communauté
facilitator-turns = Ici, l’animation tourne d’elle-même : /tour montre à qui le tour, et trouve un échange ou un relais.

nudge-rule-silent = Membres sans nouvelles
nudge-rule-same-hands = Peu de mains portent presque tout
nudge-why-silent = Depuis { $days } jours, { $count } membres n’ont laissé aucune trace ici (les votes anonymes n’en laissent pas). Une question peut donner envie de revenir.
nudge-why-same-hands = En { $days } jours, trois personnes ont apporté { $few } contributions sur { $total }. D’autres aimeraient peut-être essayer.
nudge-ask-all = Poser une question à tout le monde
nudge-ask-hands = Demander qui veut essayer
ask-hands = De quoi aimeriez-vous vous charger prochainement ?
ask-hands-session = Animer une séance
ask-hands-notes = Prendre les notes une fois
ask-hands-resource = Partager une ressource
ask-hands-welcome = Accueillir quelqu’un

# Ce qui se mesure

measure-i1 = Taux d’activité
    .about = Parmi les membres à la fin de la période, la part de qui a fait quelque chose par Ronde dans les 30 jours d’avant : voter, répondre, venir, partager, essayer, tenir un rôle. Qui était déjà parti ne compte pas.
    .missing = Des membres qui votent, répondent ou partagent.
