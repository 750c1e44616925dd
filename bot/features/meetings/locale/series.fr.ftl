# Rencontres régulières

meet-series = Rencontres régulières
    .title = Rencontres régulières
    .about = Une rencontre chaque semaine, chaque mois… ; seule, montre celles en place
    .example = `/rencontre série "Cercle de pratique" "2e mardi du mois 14h, sauf en août"` met une série en place
meet-series-title = Titre
    .about = Le nom des rencontres
    .hint = Cercle de pratique
meet-series-every = Quand
    .about = chaque mardi 14h ; 1er lundi du mois 9h, sauf en août
    .hint = 2e mardi du mois 14h, sauf en août
meet-series-duration = Durée
    .about = Par exemple 90m, 1h30, 2 heures
    .hint = vide : une heure
meet-series-venue = Lieu
    .about = Un lien ou une salle
    .hint = un lien ou une salle

meet-series-button = Rencontres régulières ({ $count })
meet-series-see = Ses autres dates
meet-series-moved = { $day } : déplacée au { $at }
meet-series-cancelled = { $at } : annulée
