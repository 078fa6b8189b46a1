"""French words for the generated sheets, the frequent ones first, with weights after Zipf.

Words are built from stems of regular verbs, nouns and adjectives with their endings, so that a
stemmer finds the families that it would find in real sheets.
"""

FREQUENT = """
de la le et les des à en un une pour que qui dans du par sur avec ce est plus au se sont pas ne il
elle ils elles on nous vous leur leurs son sa ses cette ces aux être avoir fait faire comme mais
ou où donc si tout tous toute toutes peut peuvent doit doivent sans sous entre chaque aussi même
très bien encore puis avant après pendant depuis vers chez dont ainsi afin lorsque quand alors
souvent toujours jamais parfois ensemble autour plusieurs quelques autre autres premier première
deux trois quatre cinq dix petit petite grand grande nouveau nouvelle nouveaux nouvelles notre nos
votre vos
""".split()

NOUNS = """
accueil acteur action agence agent aménagement animation atelier avis besoin bibliothèque bilan
budget bureau calendrier carte centre charte citoyen collectivité comité commune communauté compte
conseil contexte contrainte contribution coopération cours critère culture débat décision démarche
département dépense diagnostic dispositif document donnée durée échange école économie effet
enfant engagement enjeu enquête entretien environnement équipe espace essai étape étude évaluation
événement exemple expérience facilitateur famille fiche fonction formation forum foyer groupe
guide habitant hypothèse idée image impact indicateur initiative innovation instance intention
jardin jeune journée laboratoire lecture lettre levier lien lieu ligne limite liste livrable
logement maison maire mairie marché matériel médiation membre méthode minute mission mobilité
modèle moment mouvement niveau note objectif observation outil page panneau paragraphe parcours
partage partenaire participant participation pas patrimoine personne phase place plan plage
pratique présentation principe priorité problème procédure processus production profil programme
projet proposition prototype public quartier question rapport réalisation recherche récit regard
règle rencontre rendez-vous réponse réseau ressource restitution résultat réunion rôle route rue
salle santé scénario schéma secteur semaine service signe site situation société solidarité
solution source statut stratégie structure suite sujet support synthèse table tableau témoignage
temps territoire test texte thème titre transition transport travail usage usager valeur variante
version vigilance village ville visite voisin volontaire vote
""".split()

VERBS = """
accompagn accord ador adopt affich aid ajout align aliment am anim apport approch appuy arriv
articul assist associ assur attir augment autoris bas bloqu branch calcul caus centr cherch chiffr
class coll collabor combin command compar compos compt concern confi confirm confront consacr
conseill conserv consolid constat consult continu contribu cré crois cumul dat début décid déclar
découp dédi délimit demand demeur dépos dérout désign dessin détaill détermin développ dialogu
diffus discut dispos document dur échou écart écout édit élabor élimin embauch emprunt encadr
enquêt entour entraîn envisag épaul éprouv équip esquiss essay estim étal étudi évalu évit évolu
examin exécut expériment expliqu explor exprim facilit fix form formul gagn gard goût habit hésit
identifi illustr imagin impliqu import impos incarn indiqu inform initi inspir install insist
interrog invent invit isol jou li limit list lou manipul marqu mélang mentionn mesur mobilis
modélis modifi montr mont nomm not observ occup orient parl particip pass pens pilot pos post
prépar présent prêt prim prioris propos prouv publi qualifi racont raisonn ralli rapport rassembl
réalis récolt réform refus regard rejet reli remarqu remerci rencontr répar représent réserv
respect ressembl rest restitu résum retrouv réutilis risqu sauvegard sensibilis signal signifi
simplifi situ soign sollicit souhait stimul structur tent termin test tir tourn trait transform
travaill trouv unifi utilis valid valoris vérifi vis visit vot sépar rentr
""".split()

ENDINGS = "er e ent ons ez ait aient é ée és ées ant era eront erait".split()

ADJECTIVES = """
adapté attentif breton central clair collectif commun complet concret courant différent direct
discret durable écrit égal élu final fragile grand habituel important inclusif intéressant local
lourd mixte mobile national naturel neuf numérique ouvert participatif particulier patient
pertinent possible précis présent prêt privé prochain prudent public rapide rare régional rural
simple social solide souple suivant territorial urbain utile vif visible vivant volontaire
""".split()

ADVERBS = """
clairement collectivement concrètement directement facilement finalement généralement largement
librement localement notamment particulièrement précisément progressivement publiquement
rapidement régulièrement simplement totalement utilement
""".split()

SUBJECTS = """
accessibilité accueil agriculture alimentation animation archives arts associations bénévolat
budget bibliothèques citoyenneté climat collèges commerce commissions communication concertation
conseil coopération culture débat déchets design données démocratie dialogue école eau écoute
emploi énergie enfance enquête espaces évaluation facilitation familles fêtes finances formation
forêts handicap histoire hôpital idées inclusion innovation insertion jardins jeunesse jeux
justice langues lecture littoral logement loisirs marchés mer médiation mobilité montagne musées
musique nature numérique observation paysage parcs participation partage patrimoine pêche
petite-enfance places plages prévention projets prototypage qualité quartiers récits recherche
réemploi réseaux rivières rues santé sciences sécurité seniors services sobriété solidarité sport
tourisme transport travail urbanisme usages vélo vie-associative villages voirie
""".split()

QUALITIES = ["", " partagée", " en chantier", " au quotidien"]


def _without_repeats(words):
    return list(dict.fromkeys(words))


def _elided(word):
    return word[0] in "aeiouéèêâîôûœ"


def _rare_words():
    words = []
    for noun in NOUNS:
        words += [noun, noun if noun[-1] in "sxz" else noun + "s"]
        if _elided(noun):
            # Both apostrophes are found in real sheets.
            words += ["l’" + noun, "d'" + noun]
    for stem in VERBS:
        words += [stem + ending for ending in ENDINGS]
    for adjective in ADJECTIVES:
        words += [adjective, adjective + "s"]
    return words + ADVERBS


def _spread(words):
    """Mixes the kinds of words over the ranks, always in the same way."""
    step = 1_597
    while len(words) % step == 0:
        step += 2
    return [words[index * step % len(words)] for index in range(len(words))]


def cumulated(weights):
    total, sums = 0.0, []
    for weight in weights:
        total += weight
        sums.append(total)
    return sums


WORDS = _without_repeats(FREQUENT + _spread(_without_repeats(_rare_words())))
WORD_WEIGHTS = cumulated(1 / (rank + 3) for rank in range(len(WORDS)))

TAGS = _without_repeats(subject + quality for quality in QUALITIES for subject in SUBJECTS)[:300]
TAG_WEIGHTS = cumulated(1 / (rank + 2) for rank in range(len(TAGS)))
