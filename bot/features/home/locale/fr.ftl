ronde-home = Accueil
    .about = Ce qui vous attend
    .example = `/ronde` montre ce qui vous attend
ronde-help = Aide
    .about = Chaque commande, avec un exemple
    .example = `/ronde aide` montre cette liste

home-title = Ce qui vous attend
home-nothing = Rien ne vous attend. Bonne journée.
home-more = et { $count } de plus
home-not-in = Ce canal est celui de la communauté **{ $name }**, pour { $purpose }. Vous n’en faites pas encore partie.
home-members = { $name } · { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
home-library = Bibliothèque
home-new-poll = Nouveau sondage
home-plan = Les trente premières minutes
home-settings = Réglages
home-help = Aide
home-switch = Changer de communauté
home-start-title = Lancer une communauté ici
home-start = Aucune communauté ne vit encore dans ce canal. Une communauté de pratique réunit des personnes d’un même métier qui partagent ce qui marche. La fonder prend une minute.
home-start-note = Vous pouvez la fonder maintenant et inviter plus tard.
home-no-community-direct = Vous ne faites encore partie d’aucune communauté. Allez dans le canal où vous vous retrouverez, et tapez /ronde.

help-title = Aide
help-lead = Un exemple pour chaque chose que vous pouvez taper. Une commande tapée seule ouvre un formulaire.
help-note = Chaque commande marche aussi après /ronde, par exemple `/ronde sondage`. L’anglais est compris aussi.
