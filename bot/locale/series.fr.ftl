# Ce qui revient : sondages et rencontres

series-title = 🔁 { $title }
series-rule = Revient { $rule }.
series-alternative = Si vous pensiez à autre chose, tapez par exemple « { $words } ».
series-every-week = chaque { $weekday } à { $at }
series-next = Prochaines dates :
series-started = C’est réglé : la publication se fera toute seule. Vous pouvez ici la suspendre, sauter une date ou l’arrêter.
series-started-ahead = C’est réglé : les prochaines dates entrent dans les calendriers. Dans le canal, la prochaine rencontre reste affichée, avec les présences.
series-changed = C’est modifié. Ce qui est déjà publié reste tel quel.
series-changed-ahead = C’est modifié pour les dates qui ne sont pas encore annoncées. Celles qui le sont restent telles quelles : ouvrez-en une pour la déplacer ou l’annuler.
series-paused = En pause : rien ne sera publié avant la reprise.
series-stopped = Arrêté : plus rien ne sera publié.
series-made-stay = Les dates déjà annoncées restent.
series-quiet = En pause : les trois dernières fois, moins d’une personne sur dix a participé. Vous pouvez reprendre, changer le rythme ou la question, ou arrêter.
series-halted = En pause, car la publication n’a pas pu se faire : { $why }
series-skipped = { $day } : date sautée
series-left-month = Rien en { $month }
series-left-holiday = { $day } : pas ce jour-là ({ $name })
series-where = dans { $channel }, sous la responsabilité de { $who }
series-number = série { $number }

series-pause = Mettre en pause
series-resume = Reprendre
series-skip = Sauter { $day }
series-bring-back = Rétablir { $day }
series-edit = Modifier
series-edit-title = Modifier ce qui revient
series-stop = Arrêter
series-stop-confirm = Arrêter ? Plus rien ne sera publié.
series-stop-confirm-ahead = Arrêter ? Les dates déjà annoncées restent ; annulez-les une par une.
series-new = Nouvelle série
series-see = Voir
series-show-number = Voir la série { $number }

series-list-poll = Sondages réguliers
series-none-poll = Aucun sondage régulier pour l’instant. Ouvrez-en un avec `/sondage voir` et choisissez « Répéter ».
series-list-meet = Rencontres régulières
series-none-meet = Aucune rencontre régulière pour l’instant. `/rencontre série` en met en place.
series-line = **{ $title }** · { $rule } · prochaine date : { $at } · série { $number }
series-line-paused = { $title } · { $rule } · en pause · série { $number }

series-inherited = La personne qui avait mis cela en place a quitté { $community }. La série continue et vous en avez désormais la responsabilité : vous pouvez la modifier, la suspendre ou l’arrêter.
series-awaits = { $title } : en pause, car la publication n’a pas pu se faire

# Refus
series-never = Aucune date à venir ne correspond. Vérifiez les jours exclus et la fin.
series-one-date = C’est une date précise, or ce sondage revient. Dites combien de temps il reste ouvert : « +2j » ou « vendredi 18h ».
series-place-gone = Je ne peux plus rien publier dans { $channel }. Reprenez la série depuis un autre canal de la communauté.
series-not-yours = Cette action revient à la personne responsable de la série, à l’animation ou à la coordination.
series-is-stopped = Cette série est arrêtée. Pour la faire revenir, mettez-la de nouveau en place.
series-day-gone = Cette date est passée, ou ne fait pas partie des prochaines.
