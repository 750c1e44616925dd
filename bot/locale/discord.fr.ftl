# Ce que seul Discord doit dire.
discord-fact = **{ $label } :** { $value }
discord-more = Abrégé : { $count ->
    [one] une autre partie ne tient pas ici.
   *[other] { $count } autres parties ne tiennent pas ici.
}
discord-cut = Abrégé : la suite ne tient pas ici.
discord-whole = Le texte entier est dans le fichier { $name }.
discord-none = Aucun choix pour l’instant.
discord-choose = Choisir…
discord-done = C’est fait.
discord-sure = { $label } : voulez-vous continuer ?
discord-yes = Oui
discord-cancel = Ne rien changer
discord-cancelled = Rien n’a changé.
discord-unknown = Je ne connais plus cette commande. Discord apprend les nouvelles en quelques minutes : rechargez-le, puis réessayez.
discord-could-not-show = Je ne peux pas afficher cela ici. Tapez /ronde pour le voir.
# Les noms des permissions tels que Discord les affiche.
discord-permission-view = Voir le salon
discord-permission-send = Envoyer des messages
discord-permission-threads = Envoyer des messages dans les fils
discord-permission-history = Voir les anciens messages
discord-permission-embed = Intégrer des liens
discord-permission-attach = Joindre des fichiers
