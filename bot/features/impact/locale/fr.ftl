# Le bilan : ce que la communauté apporte, en chiffres.

impact-about = Ce que la communauté apporte, en chiffres

impact-show = Bilan
    .title = Bilan
    .send = Voir
    .about = Les chiffres de quelques mois, avec ce que chacun compte
    .example = `/bilan voir le mois dernier` montre des chiffres, chacun avec ce qu’il compte
impact-show-period = Quels mois
    .about = 2026-10, le mois dernier, ce trimestre, 3 mois, 2026 ; vide pour les trois derniers mois
    .hint = le mois dernier
impact-export = Bilan en fichier
    .title = Bilan
    .send = Créer le fichier
    .about = Le même, en texte ou en tableau
    .example = `/bilan exporter 2026 format:csv` donne l’année en tableau
impact-export-period = Quels mois
    .about = 2026-10, le mois dernier, ce trimestre, 3 mois, 2026 ; vide pour les trois derniers mois
    .hint = le mois dernier
impact-export-format = Format
    .about = md pour lire, csv pour un tableur

impact-unclear = « { $given } » n’est pas une période passée ou commencée. Tapez `2026-10`, `le mois dernier`, `ce trimestre`, `3 mois` ou `2026` ; trois ans au plus.
impact-title = Bilan de { $name }
impact-period = Période : { $days }, à l’heure de la communauté
impact-cycle-i = **Activités et échanges**
impact-cycle-p = **Savoirs en réserve**
impact-cycle-a = **Pratiques qui changent**
impact-cycle-r = **Résultats**
impact-cycle-e = **Ce qui le rend possible**
impact-cycle-s = **Avec l’organisation**
impact-cycle-t = **Remises en question**
impact-value = { $value } % (n = { $n })
impact-count = { $value }
impact-masked = masqué : moins de { $least } personnes derrière ce chiffre
impact-no-evidence = rien ne le montre encore
impact-none-yet = **Rien ne le montre encore ; ce qui le montrerait**
impact-none = rien ne le montre encore. Ce qui le montrerait : { $what }
impact-defined = **{ $name }** : { $about }
impact-caution = Ces chiffres décrivent la part de la communauté qui passe par Ronde. Ne vous en servez jamais pour juger une personne.
impact-limits = n est ce dont un chiffre est tiré. Un chiffre sur la conduite de moins de { $least } personnes est masqué. Ce qui se dit ailleurs, ce que chacune et chacun apprend, et ce que cela change en formation n’est pas mesuré ici.
impact-how = Comment est-ce compté ?
impact-share = Partager dans le canal
impact-as-text = En texte
impact-as-table = En tableau
impact-where = Il sera publié dans { $channel }, et ses chiffres resteront tels quels.
impact-shared = Partagé dans { $channel }. Ces chiffres restent tels quels.
impact-shared-before = Ce bilan a déjà été partagé dans { $channel } aujourd’hui.
impact-export-says = Le bilan en fichier
