import Testing

@testable import SearchIndexing

@Suite struct AnalysisTests {
  @Test(arguments: [
    ("l'usager l’usager lʼusager l′usager", "usager usager usager usager"),
    ("d’idées qu'elles jusqu’ici", "idees _ ici"),
    ("lorsqu'un quelqu'un entr'acte presqu'île", "_ quelquun acte ile"),
    ("aujourd'hui d’aujourd’hui", "aujourdhui aujourdhui"),
    ("prud'homme l'avant-projet", "prudhomme _|avantprojet projet"),
    ("'entre guillemets'", "_ guillemets"),
    ("L’ÉTAT S’ENGAGE", "etat engage"),
  ])
  func straightensApostrophesAndDropsElisions(text: String, expected: String) {
    #expect(AnalyzedText(text).forms == expected)
  }

  @Test(arguments: [
    ("Évaluation ŒUVRE cœur ægo Noël ça", "evaluation oeuvre coeur aego noel ca"),
    ("e\u{301}le\u{300}ve c\u{327}a", "eleve ca"),
    ("Straße Łódź Þing", "strasse lodz þing"),
    ("soft\u{AD}hyphen zero\u{200B}width", "softhyphen zerowidth"),
    ("2024 4,5 V4.0", "2024 4 5 v4 0"),
    ("Αθήνα привет 東京", "αθήνα привет 東 京"),
    ("😀 idée → projet…", "idee projet"),
  ])
  func composesLowercasesAndFolds(text: String, expected: String) {
    #expect(AnalyzedText(text).forms == expected)
  }

  @Test(arguments: [
    ("brise-glace", "brise|briseglace glace"),
    ("co‑construction", "co|coconstruction construction"),
    ("rendez-vous", "rendez|rendezvous"),
    ("vient-elle", "vient|vientelle"),
    ("chef-d’œuvre", "chef|chefdoeuvre oeuvre"),
    ("citoyens-usagers", "citoyens|citoyensusagers usagers"),
    ("idée - projet -- lieu-", "idee projet lieu"),
    ("www.exemple.org fin.Début", "www exemple org fin debut"),
  ])
  func countsHyphenatedWordsWholeAndInParts(text: String, expected: String) {
    #expect(AnalyzedText(text).forms == expected)
  }

  @Test(arguments: [
    ("citoyen·nes", "citoyens|citoyennes"),
    ("citoyen.nes", "citoyens|citoyennes"),
    ("citoyen·ne·s", "citoyens|citoyennes"),
    ("habitant-es", "habitants|habitantes"),
    ("habitant-e-s", "habitants|habitantes"),
    ("usager·ère·s", "usagers|usageres"),
    ("chef.f.e.s", "chefs|cheffes"),
    ("facilitateur·rice·s", "facilitateurs|facilitatrices"),
    ("acteur·trice·s", "acteurs|actrices"),
    ("chercheur·euse", "chercheur|chercheuse"),
    ("heureux·se", "heureux|heureuse"),
    ("actif·ve·s", "actifs|actives"),
    ("professionnel·le·s", "professionnels|professionnelles"),
    ("conseiller·ère", "conseiller|conseillere"),
    ("l’élu•e", "elu|elue"),
  ])
  func readsInclusiveFormsAsBothGenders(text: String, expected: String) {
    #expect(AnalyzedText(text).forms == expected)
  }

  @Test(arguments: [("c'hoari", "choari"), ("marc’h", "march"), ("sac'h", "sach")])
  func keepsBretonLettersTogether(text: String, expected: String) {
    #expect(AnalyzedText(text, lang: "br").forms == expected)
  }

  @Test(arguments: [
    ("évaluer", "évaluation"), ("habitant", "habitantes"), ("facilitateur", "facilitatrices"),
    ("scénario", "scénarios"), ("menu", "menus"), ("enjeu", "enjeux"), ("lieu", "lieux"),
    ("réseau", "réseaux"), ("travail", "travaux"), ("local", "locaux"), ("café", "cafés"),
    ("cartographie", "cartographies"), ("citoyen", "citoyenne"), ("outil", "outils"),
    ("projet", "projets"), ("idée", "idées"), ("mobilité", "mobilités"), ("genou", "genoux"),
    ("usager", "usagers"), ("atelier", "ateliers"), ("loisir", "loisirs"), ("crédit", "crédits"),
    ("petit", "petites"), ("retrait", "retraits"), ("réflexion", "réflexions"),
    ("schéma", "schémas"), ("usager", "usagères"), ("conseiller", "conseillère"),
    ("essai", "essais"), ("emploi", "emplois"), ("noyau", "noyaux"),
  ])
  func groupsInflectionsOfOneWord(first: String, second: String) {
    #expect(AnalyzedText(first).keys == AnalyzedText(second).keys)
  }

  @Test(arguments: [
    ("mur", "murmure"), ("projet", "projection"), ("carte", "cartel"), ("fois", "foi"),
    ("mois", "moi"),
  ])
  func keepsDifferentWordsApart(first: String, second: String) {
    #expect(AnalyzedText(first).keys != AnalyzedText(second).keys)
  }

  @Test(arguments: [
    ("A.D.E.M.E. et S.N.C.F", "ademe _ sncf"), ("e.g. U.E.", "eg ue"),
    ("10 000 euros", "10 000|10000 euros"),
    ("1\u{202F}234\u{202F}567 voix", "1 234|1234 567|1234567 voix"),
    ("2024 100 personnes", "2024 100 personnes"),
    ("20 m² et H₂O", "20 m2 _ h2o"), ("2ᵉ étage, 1ʳᵉ, Mᵐᵉ, 1º", "2e etage 1re mme 1o"),
    ("C# ou C++, F#", "c# _ c++ f#"), ("a#b #idée n°5 +3", "_ _ idee _ 5 3"),
    ("le mot 東京タワー ici", "_ mot 東 京 タ ワ ー ici"),
  ])
  func readsSignsAndNumbersAsPeopleTypeThem(text: String, expected: String) {
    #expect(AnalyzedText(text).forms == expected)
  }

  @Test(arguments: [
    ("marche", "marché"), ("citer", "cité"), ("persona", "personne"), ("personas", "personnes"),
    ("règle", "réglé"),
  ])
  func keepsWordsApartThatAnAccentOrAnEndingTellsApart(first: String, second: String) {
    #expect(AnalyzedText(first).keys != AnalyzedText(second).keys)
  }

  @Test func stemsByTheLanguageOfThePage() {
    #expect(AnalyzedText("workshops", lang: "en-GB").keys == ["workshop"])
    #expect(AnalyzedText("the workshop's", lang: "en").forms == "_ workshops")
    #expect(AnalyzedText("Werkstätten", lang: "de").keys == ["werkstatten"])
  }

  @Test func stemsBeforeItFolds() {
    // « évaluée » folded first would keep its last « e » and be a word of its own.
    #expect(AnalyzedText("évaluée").keys == AnalyzedText("évalués").keys)
    #expect(AnalyzedText("évaluée").forms == "evaluee")
  }

  @Test func keepsMinorWordsInTitlesAlone() {
    var analyzer = TextAnalyzer()
    analyzer.add(document(title: "Théorie du U", text: "le u de la théorie"))
    #expect(AnalyzedText.read(analyzer.finish()) == "theorie du u _ _ _ _ theorie")
  }

  @Test func separatesWordsAtInvalidBytes() {
    #expect(
      AnalyzedText(bytes: Array("idée".utf8) + [0xFF, 0xC3] + Array("projet".utf8)).forms
        == "idee projet")
    #expect(AnalyzedText(bytes: Array("ideation".utf8) + [0xE2, 0x80]).forms == "ideation")
  }

  @Test func leavesOutEndlessWordsAndKeepsTheirNeighbours() {
    let endless = String(repeating: "a", count: 100_000)
    #expect(
      AnalyzedText("avant-projet \(endless) atelier \(endless)-e").forms
        == "_|avantprojet projet _ atelier")
  }

  @Test func foldsLikeUnicodeDecomposition() {
    let samples = ["àâäáãå": "aaaaaa", "çćč": "ccc", "èéêëę": "eeeee", "ñńň": "nnn", "ÿý": "yy"]
    for (letters, folded) in samples { #expect(AnalyzedText(letters).forms == folded) }
  }
}
