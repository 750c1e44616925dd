"""What people type into a search box, and the resource that they have in mind.

Sixty questions, half in French and half in English, written as people type: two to five words,
plurals as they come, accents missing, a slip of the finger, an operator now and then. They were
written before the search was looked at, and are not tuned to it: `BUILD` may be looked at while
working on the search, `MEASURE` only counts. `DISTRACTORS` stand beside the sample library, so that
the right answer has neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

from adapters.playground.shared import Shared


@dataclass(frozen=True, slots=True)
class Question:
    """A line as typed after `/find`, and the address of what should come up."""

    words: str
    expects: str


_DISTRACTORS = """
grille-evaluation-orale | Grille d’évaluation d’une présentation orale | évaluation, oral | template | Critères simples, à cocher pendant l’exposé.
evaluer-a-chaud | Évaluer une formation à chaud et à froid | évaluation, questionnaire | guide | Deux questionnaires, le dernier jour puis trois mois après.
auto-evaluation | Fiches d’auto-évaluation pour la fin d’un module | auto-évaluation, fiches | template | Chaque personne situe ses acquis avant l’entretien.
evaluation-pairs | L’évaluation par les pairs, pas à pas | évaluation, pairs | article | Préparer le groupe à donner un avis utile.
evaluation-competences | Évaluer des compétences en situation de travail | compétences, évaluation | article | Observer, puis en parler avec la personne.
portfolio | Construire un portfolio de compétences | portfolio, compétences | guide | Choisir ses preuves et les commenter.
retour-constructif | Donner un retour constructif | rétroaction, communication | article | Décrire les faits, dire l’effet, demander la suite.
observation-croisee | Observation croisée entre collègues | pairs, observation | guide | On se rend visite en formation, sans juger.
brise-glace-visio | Brise-glaces pour visioconférence | brise-glace, visio | tool | Dix activités courtes, caméra facultative.
brise-glace-presence | Activités de lancement en présentiel | brise-glace, présentiel | tool | Se présenter sans faire de tour de table.
animer-reunion | Animer une réunion efficace | réunion, animation | guide | Ordre du jour, rôles et décisions visibles.
compte-rendu | Modèle de compte rendu de réunion | réunion, modèle | template | Une page : décisions, actions, échéances.
ordre-du-jour | Préparer un ordre du jour avec le groupe | réunion, préparation | article | Trois questions à poser une semaine avant.
roles-tournants | Rôles tournants en réunion | réunion, rôles | article | Animation, temps, notes : on change à chaque fois.
decision-consentement | Décider par consentement | décision, gouvernance | guide | Objections, amendements et essai limité dans le temps.
sociocratie | Sociocratie en bref | gouvernance, décision | article | Cercles, double lien, élection sans candidature.
charte-groupe | Écrire la charte d’un groupe | charte, communauté | template | Des questions plutôt que des articles de loi.
animer-communaute | Faire vivre une communauté dans la durée | communauté, animation | guide | Rythme, accueil et petites contributions.
accueillir-nouveaux | Accueillir une nouvelle personne dans le groupe | accueil, communauté | article | Un message, un binôme, une première tâche.
mesurer-communaute | Mesurer les effets d’une communauté professionnelle | communauté, effets | article | Histoires de réutilisation et cycles de valeur.
codeveloppement | Le codéveloppement professionnel | codéveloppement, pairs | guide | Six étapes pour avancer sur la situation d’une personne.
analyse-pratiques | Analyse de pratiques : animer un groupe | analyse-de-pratiques, groupe | guide | Cadre, confidentialité et déroulement.
tutorat | Le tutorat en entreprise | tutorat, entreprise | guide | Accompagner une personne pendant ses premiers mois.
mentorat | Mettre en place un mentorat | mentorat, accompagnement | article | Former les paires et fixer une durée.
afest | L’AFEST expliquée | afest, entreprise | article | Apprendre en situation de travail, avec des temps de réflexion.
besoins-formation | Recueillir les besoins de formation | besoins, entretien | guide | Questions pour les entretiens et les sondages.
cahier-charges | Cahier des charges d’une formation | conception, modèle | template | Public, objectifs, contraintes, budget.
scenario-pedagogique | Modèle de scénario pédagogique | conception, scénario | template | Un tableau : durée, activité, support, consigne.
objectifs-pedagogiques | Formuler des objectifs pédagogiques | objectifs, conception | article | Un verbe d’action et une condition observable.
consignes-claires | Rédiger des consignes claires | consignes, écriture | article | Une action par phrase, un exemple à la fin.
quiz-interactif | Créer un quiz interactif | quiz, numérique | tool | Questions minutées pour réviser ensemble.
escape-game | Concevoir un jeu d’évasion pédagogique | jeu, conception | guide | Énigmes, indices et bilan.
jeu-cartes-emotions | Cartes des émotions à imprimer | émotions, cartes | template | Pour ouvrir ou fermer une séance.
serious-game | Jeux sérieux en formation d’adultes | jeu, adultes | article | Quand le jeu aide, et quand il distrait.
capsule-video | Tourner une capsule vidéo avec un téléphone | vidéo, tournage | video | Lumière, son et plan fixe.
montage-video | Montage vidéo pour débuter | vidéo, montage | course | Couper, titrer, sous-titrer.
sous-titres | Ajouter des sous-titres à une vidéo | vidéo, accessibilité | guide | Transcription, découpage et relecture.
podcast | Lancer un podcast avec un groupe | podcast, son | guide | Écrire, enregistrer, publier.
falc | Écrire en facile à lire et à comprendre | falc, accessibilité | guide | Phrases courtes, mots courants, relecture par les personnes concernées.
documents-accessibles | Rendre ses documents accessibles | accessibilité, bureautique | guide | Titres, textes de remplacement, contrastes.
dys | Adapter ses supports pour les personnes dys | accessibilité, supports | article | Police, interligne et consignes orales.
handicap-formation | Accueillir une personne en situation de handicap | handicap, inclusion | guide | Parler des besoins, pas du diagnostic.
illettrisme | Repérer l’illettrisme en formation | illettrisme, adultes | article | Des indices, et comment en parler.
interculturel | Animer un groupe interculturel | interculturel, groupe | guide | Malentendus fréquents et règles communes.
conflit | Désamorcer un conflit en formation | conflit, groupe | article | Écouter chaque partie, revenir au cadre.
gestion-temps | Tenir le temps d’un atelier | temps, animation | article | Un minuteur visible et des marges.
hybride | Animer une séance hybride | hybride, animation | guide | Penser d’abord aux personnes à distance.
classe-virtuelle | Réussir sa classe virtuelle | visio, distance | guide | Une consigne, un outil, une pause.
moodle-debuter | Débuter avec Moodle | moodle, plateforme | course | Ouvrir un espace, déposer, inviter.
wiki-collaboratif | Écrire à plusieurs avec un wiki | wiki, écriture | tool | Historique, rôles et relecture.
pad | Prendre des notes à plusieurs | notes, outils | tool | Un bloc-notes partagé, sans compte.
carte-mentale-outil | Comparatif d’outils de cartes mentales | cartes, outils | article | Libres ou payants, en ligne ou non.
veille | Organiser sa veille | veille, méthode | guide | Choisir peu de sources et les relire à date fixe.
licences-libres | Choisir une licence libre | licences, droit | article | Questions et réponses pour les auteurs et autrices.
droit-image | Droit à l’image en formation | droit, photos | template | Une autorisation à faire signer.
rgpd-formulaire | Mention RGPD pour un formulaire d’inscription | rgpd, modèle | template | Un paragraphe à copier sous le questionnaire.
cpf | Comprendre le compte personnel de formation | cpf, financement | article | Droits, démarches et limites.
qualiopi | Préparer l’audit Qualiopi | qualiopi, qualité | guide | Les preuves à rassembler, indicateur par indicateur.
memoire | Mémoire et apprentissage | mémoire, cerveau | article | Espacer, se tester, dormir.
neuromythes | En finir avec les neuromythes | cerveau, idées-reçues | article | Styles d’apprentissage et autres croyances.
peer-feedback | Feedback in pairs: a one-page guide | feedback, pairs | guide | Twenty minutes, start with what worked.
giving-feedback | Giving feedback people can use | feedback, communication | article | Describe, say the effect, ask.
rubric | Rubric template for group projects | assessment, rubric | template | Four criteria, four levels, one page.
formative | Formative assessment in ten techniques | assessment, formative | guide | Exit tickets, minute papers and traffic lights.
exit-ticket | Exit ticket template | assessment, template | template | Three questions on a small card.
survey-design | Writing survey questions | survey, evaluation | guide | One idea a question, no leading words.
roi-training | Return on investment of training | evaluation, budget | article | What can be counted and what cannot.
impact-stories | Collecting stories of impact | evaluation, stories | guide | Interview prompts and consent.
theory-of-change | Theory of change, a short introduction | evaluation, planning | article | From activities to effects, with assumptions.
logic-model | Logic model worksheet | planning, template | template | Inputs, activities, outputs, outcomes.
most-significant-change | Most significant change technique | evaluation, stories | article | Groups choose the story that matters most.
online-icebreakers | Icebreakers for online meetings | icebreaker, online | tool | Short, optional, no camera needed.
energisers | Energisers without touching | energiser, groups | tool | For the hour after lunch.
agenda-template | Meeting agenda template | meetings, template | template | Purpose, questions, time, owner.
meeting-notes | Taking meeting notes everyone reads | meetings, notes | article | Decisions first, talk last.
silent-meetings | Silent meetings | meetings, writing | article | Read together, comment, then talk.
difficult-meetings | Facilitating difficult conversations | facilitation, conflict | guide | Ground rules and ways back.
facilitator-checklist | Checklist for workshop facilitators | facilitation, checklist | template | The day before, the hour before, the day after.
online-facilitation | Facilitating online workshops | facilitation, online | guide | Shorter blocks and more silence.
graphic-facilitation | Graphic facilitation for beginners | visual, facilitation | course | Letters, figures, frames.
sticky-notes | Clustering ideas with sticky notes | visual, ideas | article | Silent sorting before naming.
brainwriting | Brainwriting instead of brainstorming | ideas, methods | article | Write first, pass on, build.
fishbowl | Fishbowl discussions | conversation, methods | guide | Inner circle, outer circle, empty chair.
open-space | Running an open space day | large-groups, methods | guide | Marketplace, law of two feet, notes wall.
unconference | Unconference planning kit | large-groups, template | template | Posters, grid and opening words.
action-learning | Action learning sets | peers, learning | guide | One person's question, everybody's questions.
peer-coaching | Peer coaching circles | peers, coaching | guide | Triads and rotating roles.
mentoring | Starting a mentoring programme | mentoring, programme | guide | Matching, goals and a good ending.
onboarding | Onboarding checklist for new members | community, onboarding | template | First day, first week, first contribution.
community-launch | Launching a community in ninety days | community, launch | guide | Core group, rhythm, first win.
community-health | Community health check | community, survey | template | Ten statements to discuss twice a year.
community-roles | Roles in a community | community, roles | article | Coordinator, host, librarian, newcomer.
lurkers | In praise of quiet members | community, participation | article | Reading is taking part.
situated-learning | Situated learning, a summary | learning, theory | article | Legitimate peripheral participation in plain words.
adult-learning | Adult learning principles | adults, learning | article | Experience, relevance, autonomy.
experiential | The experiential learning cycle | learning, theory | article | Do, look back, understand, try again.
spaced-practice | Spaced practice and retrieval | memory, learning | article | Why a short test next week beats rereading.
learning-styles | The learning styles myth | myths, learning | article | What research says, and what to do instead.
learning-objectives | Verbs for learning objectives | objectives, template | template | A list sorted by level.
lesson-plan | Lesson plan template | planning, template | template | Time, activity, material, check.
backward-design | Backward design | design, planning | article | Start from what people will do afterwards.
blended | Blended learning design guide | design, blended | guide | What to do together and what to do alone.
flipped | The flipped classroom | flipped, methods | article | Short inputs at home, practice together.
microlearning | Microlearning: when it helps | digital, design | article | Small pieces need a thread.
video-tips | Recording short training videos | video, digital | video | Sound matters more than picture.
captions | Captions and transcripts | accessibility, video | guide | Who needs them and how to make them.
alt-text | Writing alternative text for images | accessibility, images | guide | Say what the picture is there for.
plain-language | Plain language checklist | writing, accessibility | template | Short sentences, known words, one idea.
neurodiversity | Neurodiversity in the training room | inclusion, neurodiversity | article | Clear plans, quiet corners, choices.
gender-inclusive | Gender-inclusive facilitation | inclusion, facilitation | guide | Who speaks, who notes, who is thanked.
copyright | Copyright for trainers | copyright, licences | article | Quoting, showing, handing out.
find-images | Where to find free images | images, oer | tool | Check the licence of each.
quiz-maker | Make a quiz in ten minutes | quiz, digital | tool | Multiple choice with feedback.
polling-tools | Live polling tools compared | polling, digital | article | Free plans and their limits.
whiteboards | Online whiteboards compared | whiteboard, digital | article | With and without accounts.
digital-skills | Digital skills self-check | digital, self-assessment | tool | Places a beginner without judging.
data-protection | Data protection for small groups | privacy, law | guide | Keep little, say why, delete on time.
retro-formats | Retrospective formats for teams | retrospective, teams | article | Sailboat, start-stop-continue, timeline.
burnout | Burnout among trainers | well-being, trainers | article | Signs, limits and peers.
storytelling | Storytelling in training | stories, methods | video | One person, one obstacle, one change.
"""
"""On example.org: what it is called there, title, tags, type, note."""

_QUESTIONS = """
evaluation docimologie | https://fr.wikipedia.org/wiki/Docimologie
pédagogie inversée | https://fr.wikipedia.org/wiki/Classe_invers%C3%A9e
kirkpatrick levels | https://en.wikipedia.org/wiki/Donald_Kirkpatrick
liberating structures | https://www.liberatingstructures.com/ls-menu/
brise glace visio | https://example.org/brise-glace-visio
compte rendu réunion modèle | https://example.org/compte-rendu
feedback in pairs | https://example.org/peer-feedback
meeting agenda template | https://example.org/agenda-template
carte heuristique | https://fr.wikipedia.org/wiki/Carte_heuristique
cartes métacartes animation | https://www.metacartes.cc/
accessible presentations | https://www.w3.org/WAI/teach-advocate/accessible-presentations/
udl guidelines | https://udlguidelines.cast.org/
apprentissage des adultes | https://fr.wikipedia.org/wiki/Andragogie
vae validation des acquis | https://fr.wikipedia.org/wiki/Validation_des_acquis_de_l%27exp%C3%A9rience
onboarding new members | https://example.org/onboarding
community of practice introduction | https://www.wenger-trayner.com/introduction-to-communities-of-practice/
sous titre video | https://example.org/sous-titres
documents accessibles | https://example.org/documents-accessibles
world cafe | https://theworldcafe.com/key-concepts-resources/world-cafe-method/
open space | https://example.org/open-space
questionnaire en ligne libre | https://framaforms.org/
outils numériques libres | https://ladigitale.dev/
energizers after lunch | https://example.org/energisers
retrospective activities | https://retromat.org/en/
decision par consentement | https://example.org/decision-consentement
rôles tournants | https://example.org/roles-tournants
interactive video h5p | https://h5p.org/content-types-and-applications
online whiteboard | https://example.org/whiteboards
licence creative commons | https://creativecommons.org/licenses/by/4.0/deed.fr
rgpd type:cours | https://atelier-rgpd.cnil.fr/
learning styles myth | https://example.org/learning-styles
bloom taxonomy verbs | https://en.wikipedia.org/wiki/Bloom%27s_taxonomy
codevelopement | https://example.org/codeveloppement
analyse de pratique | https://example.org/analyse-pratiques
#evaluation stories | https://example.org/impact-stories
theory of change | https://example.org/theory-of-change
mooc gratuit | https://www.fun-mooc.fr/fr/
facile a lire | https://example.org/falc
flipped clasroom | https://example.org/flipped
jigsaw groups | https://en.wikipedia.org/wiki/Jigsaw_(teaching_technique)
scénario pédagogique modele | https://example.org/scenario-pedagogique
objectif pédagogique | https://example.org/objectifs-pedagogiques
rubric group projects | https://example.org/rubric
exit tickets | https://example.org/exit-ticket
grille évaluation oral | https://example.org/grille-evaluation-orale
forum ouvert -anglais | https://fr.wikipedia.org/wiki/M%C3%A9thodologie_Forum_Ouvert
debate tool | https://www.kialo-edu.com/
graphic facilitation beginner | https://example.org/graphic-facilitation
tutorat entreprise | https://example.org/tutorat
droits humains activités | https://www.coe.int/fr/web/compass
mentoring program | https://example.org/mentoring
oer unesco | https://www.unesco.org/en/open-educational-resources
"communauté de pratique" | https://fr.wikipedia.org/wiki/Communaut%C3%A9_de_pratique
faire vivre une communauté | https://example.org/animer-communaute
facilitation -online checklist | https://example.org/facilitator-checklist
"learning design" cards | https://abc-ld.org/
animer une seance hybride | https://example.org/hybride
évaluer à chaud | https://example.org/evaluer-a-chaud
adult education europe | https://epale.ec.europa.eu/en
training videos type:video | https://example.org/video-tips
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split(" | ")] for row in table.strip().splitlines()]


DISTRACTORS: tuple[Shared, ...] = tuple(
    Shared(
        title,
        f"https://example.org/{path}",
        tuple(tags.split(", ")),
        kind,
        note,
        person=number % 11,
        days=number * 7 % 170,
    )
    for number, (path, title, tags, kind, note) in enumerate(_rows(_DISTRACTORS))
)
"""Plausible neighbours of the sample library, all fresh enough that age decides nothing."""

QUESTIONS: tuple[Question, ...] = tuple(
    Question(words, address) for words, address in _rows(_QUESTIONS)
)
BUILD, MEASURE = QUESTIONS[::2], QUESTIONS[1::2]
