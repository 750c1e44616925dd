"""The long story's words in French: what is typed, pressed, read, and said in forms."""

from __future__ import annotations

NB = "\u00a0"
"""What stands before a colon on a card; a story's answers are read with plain spaces."""

_SAME = (
    *("", "7", "2 → 10", "2027-01-31", "2027-02-10", "sharing what works", "/ronde"),
    "2026-12-22 18:00 Europe/Paris\n2026-12-23 18:00 Europe/Paris",
)

FRENCH: dict[str, str] = {
    **{said: said for said in _SAME},
    # steps
    "1. Objectives": "1. Objectifs",
    "2. Key members": "2. Membres clés",
    "3. First exchanges, why and how": "3. Premiers échanges, pourquoi et comment",
    "4. Roles that turn": "4. Rôles qui tournent",
    "5. Charter": "5. Charte",
    "6. Calendar of meetings": "6. Calendrier des rencontres",
    "7. Platform and tools": "7. Plateforme et outils",
    "8. Engagement": "8. Participation",
    "9. Measuring impact": "9. Mesure des effets",
    "10. Adapting": "10. Adaptation",
    # commands
    "/journey": "/étapes",
    "/profile": "/profil",
    "/share": "/partager",
    "/meet settle": "/rencontre fixer",
    "/meet series": "/rencontre série",
    '/meet series "Circle" "1st tuesday of the month 18:00"': (
        '/rencontre série "Cercle" "1er mardi du mois 18h"'
    ),
    "/charter": "/charte",
    "/charter sign": "/charte signer",
    # said in forms
    "resources tried": "ressources essayées",
    "To be less alone": "Rompre l’isolement",
    "quizzes": "quiz",
    "a room": "une salle",
    "3 months": "3 mois",
    "1 month": "1 mois",
    "tomorrow": "demain",
    "in two weeks": "dans deux semaines",
    "Names first": "Les prénoms d’abord",
    "Adopt a charter": "Adopter une charte",
    # begun in forms
    "First meeting": "Première rencontre",
    "Next meeting": "Prochaine rencontre",
    "Facilitation": "Animation",
    "Note-taking": "Prise de notes",
    "Library": "Bibliothèque",
    "Which topic shall we begin with?": "Par quel sujet commencer ?",
    "The last three months": "Les trois derniers mois",
    "We meet once a month for an hour, online. Dates are proposed in advance,"
    " and whoever cannot come finds the notes.": (
        "Nous nous retrouvons une heure par mois, à distance. Les dates sont proposées à l’avance,"
        " et le compte rendu attend qui n’a pas pu venir."
    ),
    # pressed
    "Speak English to me": "Speak French to me",
    "Write an objective": "Écrire un objectif",
    "Publish": "Publier",
    "Invite people": "Inviter des personnes",
    "Ask why and how": "Demander pourquoi et comment",
    "Answer": "Répondre",
    "See the objectives": "Voir les objectifs",
    "See the meetings": "Voir les rencontres",
    "Propose dates": "Proposer des dates",
    "Ask somebody into the core group": "Proposer à quelqu’un de rejoindre le noyau",
    "Yes, count me in": "Oui, j’en suis",
    "Edit my card": "Modifier ma fiche",
    "See who is who": "Voir qui est qui",
    "Define a role": "Définir un rôle",
    "See the roles": "Voir les rôles",
    "Share a resource": "Partager une ressource",
    "Turn the digest on": "Activer le point de la semaine",
    "Once a week": "Une fois par semaine",
    "Let the library role turn": "Faire tourner le rôle de bibliothèque",
    "Yes, I’ll do it": "Oui, je m’en charge",
    "I’ll do it": "Je m’en charge",
    "Who was there": "Qui était là",
    "That is right": "C’est bien cela",
    "Ask a question": "Poser une question",
    "A question that we share": "Une question que nous partageons",
    "Look back together": "Faire une rétrospective",
    "Add mine": "Ajouter mes idées",
    "Close": "Clore",
    "Add something to do": "Ajouter une chose à faire",
    "See what is to be done": "Voir ce qui est à faire",
    "Draft the charter": "Rédiger la charte",
    "Go on with the draft": "Continuer le brouillon",
    "Adopt this draft": "Adopter ce brouillon",
    "Put it to a decision": "Soumettre à une décision",
    "Open the consent round": "Ouvrir le tour de consentement",
    "Consent": "Je consens",
    "Sign version 1": "Signer la version 1",
    "Take my signature back": "Retirer ma signature",
    "See the charter": "Voir la charte",
    "Day of the review": "Date de révision",
    "I tried it": "J’ai essayé",
    "See the library": "Voir la bibliothèque",
    "See the report": "Voir le bilan",
    "Share in the channel": "Partager dans le canal",
    "Open": "Ouvrir",
    "Done": "C’est fait",
    "Adopted: the charter, version 1": f"Adoptée{NB}: la charte, version 1",
    "Say where an objective stands": "Dire où en est un objectif",
    "Show 1": "Voir la série 1",
    "Stop": "Arrêter",
    # cards
    "three questions": "trois questions",
    "Looking back": "Regard en arrière",
    "Proposal: Charter, version 1": f"Proposition{NB}: Charte, version 1",
    "Consent round": "Tour de consentement",
    "Our charter is adopted": "Notre charte est adoptée",
    # read
    "All ten steps are done.": "Les dix étapes sont faites.",
    "All that it takes is there.": "Tout ce qu’il faut est là.",
    "No objective in force has an indicator, a target and a date yet.": (
        "Aucun objectif en vigueur n’a encore d’indicateur, de cible et de date."
    ),
    "The core group has 0 of 3 people.": "Le noyau compte 0 personnes ; il en faut 3.",
    "Members who answered why and how: 60% (60% needed)": (
        "Membres qui ont dit pourquoi et comment : 60 % (il en faut 60 %)"
    ),
    "46 days since the founding, and no first meeting yet; 45 is the limit.": (
        "46 jours depuis la fondation, et pas encore de première rencontre ; la limite est de 45."
    ),
    "46 days since the founding, and nothing in the library; 45 is the limit.": (
        "46 jours depuis la fondation, et rien dans la bibliothèque ; la limite est de 45."
    ),
    "0 of 3 people of the core group said what they look for and what they bring.": (
        "Personnes du noyau qui ont dit ce qu’elles cherchent et apportent : 0 ; il en faut 3."
    ),
    "0 of 2 roles have a holder and a known next one.": (
        "Rôles tenus, dont la relève est connue : 0 ; il en faut 2."
    ),
    "No version is adopted yet.": "Aucune version n’est encore adoptée.",
    "Active members who signed it: 80% (66% needed)": (
        "Membres actifs qui l’ont signée : 80 % (il en faut 66 %)"
    ),
    "No report was put into a channel in the last 90 days.": (
        "Aucun bilan n’a été partagé dans un canal ces 90 derniers jours."
    ),
    "No change came of a retrospective in the last 180 days.": (
        "Aucun changement n’est venu d’une rétrospective ces 180 derniers jours."
    ),
    "Actions done, of those due: 100% (50% needed)": (
        "Actions faites, parmi les échues : 100 % (il en faut 50 %)"
    ),
    "Active members who signed the charter: 20%, below 50%.": (
        "Membres actifs qui ont signé la charte : 20 %, sous 50 %."
    ),
    "A role has had nobody for 8 days; 7 is the limit.": (
        "Un rôle est vacant depuis 8 jours ; la limite est de 7."
    ),
    "Roles whose holder stays longer than their limit: 1.": (
        "Rôles tenus plus longtemps que leur limite : 1."
    ),
    "Nobody holds the library role.": "Personne ne tient la bibliothèque.",
    "Objectives whose date is over, and that nobody assessed: 1.": (
        "Objectifs échus que personne n’a évalués : 1."
    ),
    "Nothing new in the library for 46 days; 45 is the limit.": (
        "Rien de nouveau dans la bibliothèque depuis 46 jours ; la limite est de 45."
    ),
    "The charter’s review date is over.": "La date de révision de la charte est passée.",
    "No date is planned.": "Aucune date n’est prévue.",
    "Fewer than 3 people of the core group were active in the last 60 days.": (
        "Moins de 3 personnes du noyau ont agi ces 60 derniers jours."
    ),
    "Two months in a row too few took part.": "Deux mois de suite, trop peu de participation.",
    "The last report in a channel is older than 90 days.": (
        "Le dernier bilan partagé dans un canal a plus de 90 jours."
    ),
    "It was tried once; nothing was in the last 90 days.": (
        "Il y a eu des essais, mais aucun ces 90 derniers jours."
    ),
    "Neither a retrospective nor a change that came of one in the last 180 days.": (
        "Ni rétrospective, ni changement qui en vienne, ces 180 derniers jours."
    ),
}
