digest-title = Le point de la semaine : { $name }
digest-title-since = { $name } : le point depuis le { $at }
digest-decide = **À décider :** { $line }
digest-closing = **Bientôt clos :** { $line }
digest-next = **Prochaine rencontre :** { $line }
digest-resources = **Nouveau dans la bibliothèque :** { $line }
digest-needs = **Besoin :** { $line }
digest-welcomes = **Bienvenue :** { $line }
digest-decisions = **Décidé :** { $line }
digest-story = **Cela a servi :** { $line }
digest-more = { $count ->
    [one] et 1 autre chose : /ronde
   *[other] et { $count } autres choses : /ronde
}
digest-over = Plus rien de cela n’est à lire ici.

# Ce qui m’attend
digest-personal = { $name } : ce qui vous attend
digest-personal-note = Vous avez demandé ce message une fois par semaine. Tout est aussi dans /ronde.
digest-ask-button = Le mien par message direct
digest-stop-button = Plus de message hebdomadaire
digest-mine-not = Une fois par semaine, vous pouvez recevoir en un message tout ce qui vous attend.
digest-mine = Une fois par semaine, vous recevez en un message tout ce qui vous attend, s’il y a quelque chose ; le prochain { $at }.
digest-quiet = Vous avez choisi de recevoir seulement ce que vous avez lancé : ce message attend que vous reveniez sur ce choix.

# Réglages
digest-tuning = Le point de la semaine
digest-tuning-button = Le point de la semaine
digest-about = Une fois par semaine, douze lignes au plus : ce qui est à décider, ce qui se termine bientôt, la prochaine rencontre, les nouveautés. Une semaine sans rien de neuf n’en a pas.
digest-comes = Le prochain arrive { $at }, dans { $channel }.
digest-choose-on = Dans le canal
digest-on-off = Pas de point
digest-on-on = Une fois par semaine
digest-choose-day = Jour
digest-day-1 = lundi
digest-day-2 = mardi
digest-day-3 = mercredi
digest-day-4 = jeudi
digest-day-5 = vendredi
digest-day-6 = samedi
digest-day-7 = dimanche
digest-choose-hour = Heure
digest-hour = { $hour } h
digest-preview-button = Aperçu
digest-preview = Voilà ce que { $channel } lirait maintenant. Personne d’autre ne le voit.
digest-nothing = Il n’y a rien de neuf à dire. Une telle semaine n’a pas de point.
