# Ce que seul Slack doit dire. {date_long} et {time} sont à Slack : chacun voit son propre fuseau.
slack-moment-full = { "{date_long}" } à { "{time}" }
slack-moment-short = { "{date_short}" } { "{time}" }
slack-moment-day = { "{date_short}" }
slack-moment-relative = { "{date_pretty}" } à { "{time}" }
slack-fact = **{ $label } :** { $value }
slack-more = Abrégé : { $count ->
    [one] une autre partie ne tient pas ici.
   *[other] { $count } autres parties ne tiennent pas ici.
}
slack-none = Aucun choix pour l’instant.
slack-file-here = { $name }, à copier d’ici. La personne qui a installé Ronde peut ajouter la permission `files:write` : Ronde l’enverrait alors en fichier.
slack-file-cut = { $name }, ses { $count } premiers caractères. La personne qui a installé Ronde peut ajouter la permission `files:write` : Ronde l’enverrait alors en entier, en fichier.
slack-file-binary = { $name } ne peut pas s’afficher en texte. La personne qui a installé Ronde peut ajouter la permission `files:write` : Ronde l’enverrait alors en fichier.
slack-file-sent = { $name } : envoyé en message direct.
slack-confirm-title = Voulez-vous continuer ?
slack-confirm-deny = Ne rien changer
slack-form-close = Annuler
slack-card-close = Fermer
slack-card-title = Ronde
slack-choose = Choisir…
slack-app-about = Aide à lancer et à animer une communauté de pratique : invitations, sondages, bibliothèque, rappels.
slack-app-about-long = Ronde aide à lancer et à animer une communauté de pratique sans quitter Slack. Ronde invite, pose des questions, garde ce que les membres partagent là où cela se retrouve, et ne rappelle qu’aux personnes qui n’ont pas répondu. La commande /ronde données dit ce qui est gardé, et combien de temps.
