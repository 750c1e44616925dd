ronde-rehearse = Répéter les semaines à venir
    .title = Répétition
    .send = Répéter
    .about = Qui sert quand, les trous, les conflits et les messages, avant que cela n’arrive
    .example = `/ronde répétition 90j` montre qui servira et ce qui partira, et n’envoie rien
ronde-rehearse-length = Durée
    .about = 90j, 6 semaines, 3 mois ; sans un mot, 90 jours
    .hint = 90j

rehearsal-unclear = « { $given } » n’est pas une durée que l’on puisse répéter. Tapez `90j`, `6 semaines` ou `3 mois` ; un an au plus.
rehearsal-under-way = Une répétition est en cours. Tapez à nouveau `/ronde répétition` dans une minute.
rehearsal-stopped = Ronde s’arrête, et la répétition avec. Rien n’a été écrit ni envoyé. Tapez à nouveau `/ronde répétition` dans une minute.
rehearsal-too-long = C’est trop long ici. Répétez moins : `/ronde répétition 30j`. Rien n’a été écrit ni envoyé.

rehearsal-title = Répétition
rehearsal-lead = Ce qui se passerait : { $days }.
rehearsal-assumed = Toute personne à qui un tour est proposé dit oui aussitôt. Sinon personne n’écrit ni n’appuie, et les absences restent celles d’aujourd’hui.
rehearsal-no-roles = Aucun rôle ne tourne encore ici : `/tour nouveau` pour commencer.
rehearsal-role = **{ $name }**
rehearsal-serves = { $days } · { $name }
rehearsal-bullet = • { $line }
rehearsal-none = • Rien.
rehearsal-more = + { $count } de plus
rehearsal-gaps = **Tours que personne n’a**
rehearsal-vacant = { $role } · { $days }
rehearsal-unanswered = { $role } · { $days } · la question est posée, sans réponse encore
rehearsal-clashes = **Ce qui tombe mal**
rehearsal-begins-on = { $role } change de mains le { $day }, jour férié ({ $holiday })
rehearsal-meets-on = { $title } tombe le { $day }, jour férié ({ $holiday })
rehearsal-unavailable = { $name } n’est pas disponible pendant son tour ({ $role }) : { $days }
rehearsal-messages = **Messages directs**
rehearsal-load = { $name } · { $count }{ $unasked ->
    [0] {""}
    [one] {" "}(dont { $unasked } non sollicité)
   *[other] {" "}(dont { $unasked } non sollicités)
}
rehearsal-others = { $count ->
    [one] { $count } autre personne, moins
   *[other] { $count } autres personnes, moins
}
rehearsal-silence = { $count ->
    [one] { $count } personne, aucun
   *[other] { $count } personnes, aucun
}
rehearsal-crowded = Plus de { $most } non sollicités en une semaine : { $names }.
rehearsal-never-crowded = Personne ne reçoit plus de { $most } messages non sollicités par semaine.
rehearsal-channel = Dans les canaux : { $count ->
    [0] aucun nouveau message
    [one] { $count } nouveau message
   *[other] { $count } nouveaux messages
}.
rehearsal-nothing-sent = Rien n’a été écrit ni envoyé : tout s’est joué sur une copie, déjà effacée. Les rappels des sondages anonymes ne sont pas comptés.
