# Les coups de pouce : une chose à faire à la fois, pour qui assure l’animation.

ronde-nudges = Coups de pouce
    .title = Coups de pouce
    .about = Ce que l’animation peut faire maintenant
    .example = `/ronde coups-de-pouce aperçu` montre ce qui partirait cette semaine
ronde-nudges-preview = Aperçu
    .about = Ce qui partirait cette semaine ; rien n’est envoyé

nudge-title = Un coup de pouce
nudge-snooze-1 = Me le rappeler demain
nudge-snooze-7 = Me le rappeler dans une semaine
nudge-stop = Arrêter cette règle
nudge-snoozed = J’y reviendrai le { $day }, si c’est toujours d’actualité.
nudge-stopped = Tant que vous tenez ce rôle, je ne vous écrirai plus au sujet de « { $rule } ».
nudge-solved = « { $rule } » : ce n’est plus d’actualité. Merci.
nudge-passed-on = Quelqu’un d’autre tient ce rôle désormais : la suite lui revient.
nudge-often-snoozed = Trois reports de suite. Si « { $rule } » n’apporte rien ici, vous pouvez désactiver la règle pour toute la communauté.
nudge-ask-to-switch-off = Trois reports de suite. Si « { $rule } » n’apporte rien ici, la règle peut être désactivée par { $names }.
nudge-switch-off = Désactiver la règle

nudge-awaits = { $count ->
    [one] Un coup de pouce serait utile
   *[other] { $count } coups de pouce seraient utiles
}
nudge-waiting-title = Coups de pouce
nudge-waiting-button = Tous les coups de pouce
nudge-nothing = Rien n’a besoin d’un coup de pouce. Bonne journée.
nudge-young = Pendant les 30 premiers jours d’une communauté, je n’envoie aucun coup de pouce. Vous pouvez tout de même les lire ici.
nudge-for-whom = Quand quelque chose piétine ici, je le signale à { $who } : une chose à la fois, une fois par jour au plus.
nudge-for-whom-note = Les coups de pouce s’adressent à qui assure l’animation. Ils comptent, et ne disent jamais qui a fait quoi.

nudge-preview-button = Ce qui part cette semaine
nudge-preview-title = Les coups de pouce de la semaine
nudge-preview = Si rien ne change d’ici là, j’enverrai :
nudge-preview-nothing = Si rien ne change, je n’enverrai aucun coup de pouce cette semaine.
nudge-preview-note = Rien n’a été envoyé. Les autres messages de la semaine passent d’abord, s’il n’y a pas de place pour tous.
nudge-foreseen = { $at } · à { $person } · { $why }

nudge-rules-button = Règles des coups de pouce
nudge-rules-title = Règles des coups de pouce
nudge-rules-lead = Une règle désactivée n’envoie rien à personne, et rien n’attend dans `/ronde coups-de-pouce`.
nudge-is-on = active
nudge-is-off = désactivée
nudge-turn-off = Désactiver : { $rule }
nudge-turn-on = Activer : { $rule }
