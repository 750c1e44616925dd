# Les mots qui n’appartiennent à aucune fonction : refus, formulaires, messages.

ok = D’accord
nobody = personne
publish = Publier
edit = Modifier
next = Suite
previous = Retour
page-of = Page { $page } sur { $pages }
list-and = { $first } et { $last }
names-and-others = { $names } + { $count ->
    [one] 1 autre
   *[other] { $count } autres
}
table-fact = { $label } : { $value }
table-blank = Sans réponse : { $names }
table-silent = Aucune réponse : { $names }
language-en = anglais
language-fr = français
rank-member = les membres
rank-facilitator = l’animation
rank-coordinator = la coordination

# Droits
needs-member = Rejoignez d’abord la communauté : un appui suffit.
needs-facilitator = Cette action revient à l’animation ou à la coordination.
needs-coordinator = Cette action revient à la coordination ; `/ronde données` indique à qui vous adresser.
needs-admin = Cette action revient à l’administration.
no-community = Aucune communauté ne vit encore dans ce canal. Tapez /ronde pour en fonder une, ou allez dans un canal qui en a une.
no-place = Votre communauté n’a aucun canal que je puisse atteindre. Tapez /ronde dans un canal pour l’ajouter.
unknown-thing = Cet élément n’existe plus, ou n’est pas accessible d’ici. Tapez /ronde pour voir ce qui l’est.
unknown-person = Je ne connais pas « { $name } » ici. Écrivez le nom tel qu’il s’affiche, par exemple @Inès ; il faut avoir rejoint la communauté.

# Lignes tapées
unknown-command = Je ne connais pas { $given }. Tapez `/ronde aide` : chaque commande y a son exemple.
unknown-command-near = Je ne connais pas { $given }. Vouliez-vous dire `{ $meant }` ? Tapez `/ronde aide` : chaque commande y a son exemple.
unknown-subcommand = Je ne connais pas « { $given } » ici. Vous pouvez écrire : { $offered }.
unknown-subcommand-near = Je ne connais pas « { $given } » ici. Vouliez-vous dire { $meant } ? Vous pouvez écrire : { $offered }.
unknown-option = Je ne connais pas « { $given } ». Vous pouvez écrire : { $offered }.
open-quote = Un guillemet est resté ouvert. Vérifiez le texte ci-dessous.
extra-words = Ces mots n’ont pas trouvé leur place : « { $given } ». Mettez entre guillemets ce qui va ensemble, `"comme ceci"`.

# Valeurs
value-missing = Ce champ est nécessaire.
too-long = { $longest } caractères au plus ; il y en a { $given }.
entry-too-long = « { $entry } » compte { $given } caractères ; { $longest } au plus.
too-many-entries = { $most } au plus ; il y en a { $given }.
too-few-entries = Il en faut au moins { $least }, un par ligne.
not-a-number = « { $given } » n’est pas un nombre. Écrivez par exemple 2.
number-outside = Écrivez un nombre de { $least } à { $most }.
not-a-choice = « { $given } » ne fait pas partie de : { $offered }.
unknown-zone = Je ne connais pas le fuseau « { $given } ». Écrivez par exemple Europe/Paris ou America/Montreal.
unknown-zone-near = Je ne connais pas le fuseau « { $given } ». Est-ce { $near } ?
date-unknown = Je ne comprends pas « { $given } ». Écrivez par exemple « vendredi 18h », « +3j » ou « 27/11/2026 18h ».
date-past = « { $given } » est déjà passé. Écrivez une date à venir.
date-too-far = « { $given } » est à plus de deux ans d’ici. Écrivez une date plus proche.
date-gap = Vouliez-vous dire { $proposal } ? « { $given } » n’existe pas : on avance l’heure cette nuit-là.
date-ambiguous = « { $given } » peut désigner deux dates. Écrivez le jour et l’heure en entier, par exemple « 27/11/2026 18h ».
date-ambiguous-proposal = Vouliez-vous dire { $proposal } ? « { $given } » peut désigner deux dates.
date-impossible = « { $given } » n’existe pas. Vérifiez le jour et l’heure.
date-no-hour = Il manque l’heure à « { $given } ». Écrivez le jour et l’heure, par exemple « vendredi 14h ».
date-no-hour-proposal = Vouliez-vous dire { $proposal } ? Il manque l’heure à « { $given } ».
date-ends-early = « { $given } » se termine avant de commencer. Écrivez le début puis la fin, par exemple « vendredi 14h-15h30 ».
span-unknown = Je ne comprends pas « { $given } ». Écrivez le premier et le dernier jour, par exemple « { $proposal } ».
span-open = « { $given } » a un début, mais pas de fin. Écrivez aussi le dernier jour, par exemple « { $proposal } ».
span-past = « { $given } » est déjà passé. Écrivez des jours à venir, par exemple « { $proposal } ».
span-too-long = « { $given } » dure plus d’un an. Écrivez un an au plus, par exemple « { $proposal } ».
span-ambiguous = Vouliez-vous dire « { $proposal } » ? « { $given } » peut désigner d’autres jours. Écrivez le premier et le dernier en entier.
span-impossible = Vouliez-vous dire « { $proposal } » ? « { $given } » contient un jour qui n’existe pas.
span-ends-early = Vouliez-vous dire « { $proposal } » ? « { $given } » se termine avant de commencer.

# Formulaires
form-send = Aperçu
form-waits = Votre formulaire est prêt à s’ouvrir.
field-error = **{ $field }** : { $says }
open-form = Ouvrir le formulaire
preview-title = Cet aperçu n’est visible que par vous
preview-where = Ceci paraîtra dans { $channel }.
draft-gone = Ce brouillon n’est plus là : les brouillons sont gardés un jour. Il faut le taper à nouveau.
not-in-channel = Je ne suis pas encore dans ce canal : tapez `/invite @Ronde`, puis appuyez sur Publier. Votre texte est gardé.
missing-permissions = Je ne peux pas encore publier dans ce canal : il me manque { $names }. Demandez-le à la personne qui gère le serveur, puis appuyez sur Publier. Votre texte est gardé.
which-community = Vous faites partie de plusieurs communautés. De laquelle s’agit-il ? Vous pourrez en changer dans /ronde.
which-community-label = Communauté
community-chosen = Désormais, vos messages ici concernent { $name }.

# Pannes
fault = Quelque chose s’est mal passé de mon côté, et rien n’a changé. Réessayez dans un instant.
fault-storage = Je ne peux rien enregistrer pour le moment ; rien n’a changé. Réessayez dans un instant.
fault-reference = Si cela se reproduit, donnez cette référence à la personne qui gère Ronde : { $reference }

# Messages directs
notice-less = Moins de messages
notice-stop-poll = Ne plus me relancer
notice-stopped-poll = Vous ne recevrez plus de relance pour les sondages. Ceux qui sont ouverts restent dans /ronde.
notice-stop-meeting = Ne plus m’écrire à ce sujet
notice-stopped-meeting = Vous ne recevrez plus de message sur les rencontres et leurs actions, sauf pour celles où vous avez dit oui. Tout reste dans /ronde.
notice-stop-digest = Plus de message hebdomadaire
notice-stopped-digest = Vous ne recevrez plus ce message chaque semaine. Ce qui vous attend reste dans /ronde.
notice-stop-other = Ne plus en recevoir
notice-stopped-other = Vous ne recevrez plus ce type de message. Ce qui vous attend reste dans /ronde.
notice-fewer = Désormais, un message par semaine au plus. Le reste attend dans /ronde.
notice-stop-question = Ne plus en recevoir
notice-stopped-question = Vous ne recevrez plus de questions de ce type. Ce qui vous attend reste dans /ronde.
notice-undo = Pour les recevoir à nouveau : /ronde, puis « Mes messages ».
undelivered = Je ne peux plus publier dans { $channel } ; voici ce que j’avais à dire

# Ce que chaque personne choisit pour elle-même
mine-button = Mes messages
mine-title = Mes messages
mine-language = Je vous parle en { $language }, comme vous l’avez choisi.
mine-language-usual = Je vous parle en { $language }, comme votre messagerie.
mine-speak-en = Me parler en anglais
mine-speak-fr = Me parler en français
mine-speak-usual = La langue de ma messagerie
mine-usual = Je vous écris une fois par jour et trois fois par semaine au plus, sur ce qui vous attend.
mine-fewer = Je vous écris une fois par semaine au plus, sur ce qui vous attend.
mine-quiet = Je vous écris seulement sur ce que vous avez lancé ou accepté. Le reste attend dans /ronde.
mine-quiet-start = Seulement ce que j’ai lancé
mine-quiet-end = M’écrire à nouveau
mine-fewer-end = Aussi souvent que d’habitude
mine-stopped-poll = Vous ne recevez pas de relance pour les sondages.
mine-stopped-meeting = Vous ne recevez pas de message sur les rencontres, sauf pour celles où vous avez dit oui.
mine-stopped-question = Vous ne recevez pas de questions sur les rôles.
mine-stopped-other = Vous ne recevez pas les autres messages.
mine-again-poll = Reprendre les relances
mine-again-meeting = Reprendre les messages sur les rencontres
mine-again-question = Reprendre les questions
mine-again-other = Reprendre les autres messages
mine-community = Ces choix concernent { $name } ; la langue vaut partout.

# Rôles
role-facilitation = animation
role-coordination = coordination
role-notes = prise de notes
role-time = gestion du temps
role-library = bibliothèque
role-welcome = accueil
role-critical = regard critique
role-harvest = récolte des effets
