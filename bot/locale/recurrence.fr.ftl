# Ce qui revient : pourquoi les mots n’ont pas été compris, et quoi écrire à la place.

recurrence-unknown = Je ne comprends pas « { $given } ». Écrivez par exemple « tous les mardis 14h », « un jeudi sur deux 10h30 » ou « le 2e mardi du mois 14h, sauf en août ».
recurrence-once = « { $given } » n’a lieu qu’une fois. Dites à quelle fréquence : par exemple « tous les mardis 14h » ou « le premier mardi du mois 14h ».
recurrence-no-day = Il manque le jour. Écrivez par exemple « toutes les deux semaines le mardi 14h » ou « le 15 de chaque mois 14h ».
recurrence-no-time = Il manque l’heure. Écrivez par exemple « tous les mardis 14h ».
recurrence-hour = À quelle heure exactement ? Écrivez-la sur vingt-quatre heures, par exemple 08:00 ou 20:00.
recurrence-biweekly = Deux fois, ou une fois sur deux ? Écrivez « le mardi et le jeudi 14h » ou « un mardi sur deux 14h ».
recurrence-fifth = La plupart des mois n’en ont que quatre. Écrivez par exemple « le dernier vendredi du mois 14h ».
recurrence-vacations = Quels mois ? Les vacances changent d’un lieu à l’autre : écrivez par exemple « sauf en juillet et août », ou « sauf jours fériés ».
recurrence-one-date = Je peux laisser de côté des mois et des jours fériés, pas une date isolée. Écrivez le reste ; cette fois-là pourra être annulée plus tard.
recurrence-date = Ce début ou cette fin peut se lire de deux façons, ou n’est pas une date. Écrivez par exemple « jusqu’au 30 juin », ou « 6 fois ».
recurrence-past = C’est déjà passé. Écrivez un début et une fin à venir.
recurrence-never = Avec tout ce qui est laissé de côté, cela n’aurait jamais lieu. Laissez-en moins de côté.
recurrence-no-country = Les jours fériés de quel pays ? Écrivez par exemple « sauf jours fériés en France ».
