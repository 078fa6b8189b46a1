import Diagnostics
import Testing

@testable import ContentModel

/// Every key that `docs/content-types.md` documents.
struct ContentTypeTests {
  private static let site = SmallSite(
    types: [
      "_commun": "champs: { statut: {}, theme: { libelle: { fr: Thème } } }",
      "methode": """
      libelle: { fr: Méthode, en: Method }
      libelle_pluriel: { fr: Méthodes }
      description: { fr: Les fiches du guide. }
      dossier: methodes
      gabarit: fiche
      schema_org: HowTo
      exporte: [source, donnees]
      inclut: _commun
      tri: -intention
      facettes: [phase, theme]
      brouillon_si: { statut: en cours }
      champs:
        theme: { type: etiquettes }
        intention:
          libelle: { fr: Intention, en: Purpose }
          aide: { fr: En une phrase. }
          requis: true
          schema_org: description
          inclus_dans_liste: oui
          inclus_dans_fiche: non
        phase: { type: terme, vocabulaire: phases, plusieurs: true, min_elements: 1, max_elements: 2 }
        niveau: { type: echelle, max: 3, libelles: [Facile, { fr: Moyen, en: Medium }], defaut: 2 }
      relations:
        avant:
          libelle: { fr: À faire avant }
          aide: { fr: Une méthode. }
          vers: [methode]
          plusieurs: true
          requis: non
          schema_org: isPartOf
          inverse: { nom: apres, libelle: { fr: À faire après } }
        source: { vers: page }
      controles:
        - { somme: etapes.minutes, entre: [duree.min, duree.max] }
        - { ordre: [groupe.min, groupe.ideal, groupe.max] }
      squelette: |
        intention: ""
      """,
    ], vocabularies: ["phases": phases])

  private func type() throws -> ContentType { try #require(Self.site.types["methode"]) }

  private func field(_ key: String) throws -> FieldDefinition {
    try #require(try type().fields.first { $0.key == key })
  }

  @Test func readsWhatATypeSaysOfItself() throws {
    let type = try type()
    #expect(Self.site.findings == [])
    #expect(Self.site.types.keys.sorted() == ["methode", "page"])
    #expect(type.label.text(in: "en") == "Method")
    #expect(type.pluralLabel.text(in: "fr") == "Méthodes")
    #expect(type.folder == "methodes")
    #expect(type.template == "fiche")
    #expect(type.schemaClasses == ["HowTo"])
    #expect(type.exports == [.source, .data])
    #expect(type.sort.key == "intention" && type.sort.isDescending)
    #expect(type.facets == ["phase", "theme"])
    #expect(type.draftMarker?.key == "statut" && type.draftMarker?.value == "en cours")
    #expect(
      type.checks == [
        .sum(of: "etapes.minutes", low: "duree.min", high: "duree.max"),
        .order(["groupe.min", "groupe.ideal", "groupe.max"]),
      ])
    #expect(type.skeleton == "intention: \"\"")
  }

  @Test func takesIncludedFieldsFirstAndItsOwnInTheirPlace() throws {
    #expect(try type().fields.map(\.key) == ["statut", "theme", "intention", "phase", "niveau"])
    #expect(try field("theme").kind == .tags)
  }

  @Test func readsWhatAFieldSaysOfItself() throws {
    let intention = try field("intention")
    #expect(intention.label.text(in: "en") == "Purpose")
    #expect(intention.help?.text(in: "fr") == "En une phrase.")
    #expect(intention.isRequired && intention.isShownInLists && !intention.isList)
    #expect(!intention.isShownOnSheets)
    #expect(try field("theme").isShownOnSheets)
    #expect(intention.schemaProperty == "description")
    let phase = try field("phase")
    #expect(phase.kind == .term(vocabulary: "phases"))
    #expect(phase.isList && !phase.isRequired)
    #expect(phase.elementCount == Bounds(min: 1, max: 2))
    #expect(phase.label.text(in: "fr") == "phase")
    let niveau = try field("niveau")
    let labels = [Label(["fr": "Facile"]), Label(["fr": "Moyen", "en": "Medium"])]
    #expect(niveau.kind == .scale(1...3, labels: labels))
    #expect(niveau.defaultValue == .scale(2))
  }

  @Test func readsRelations() throws {
    let relations = try type().relations
    #expect(relations.map(\.field.key) == ["avant", "source"])
    #expect(relations.map(\.targets) == [["methode"], ["page"]])
    #expect(relations.map(\.inverse?.name) == ["apres", nil])
    let before = try #require(relations.first)
    #expect(before.inverse?.label.text(in: "fr") == "À faire après")
    #expect(before.field.label.text(in: "fr") == "À faire avant")
    #expect(before.field.help?.text(in: "fr") == "Une méthode.")
    #expect(before.field.schemaProperty == "isPartOf")
    #expect(before.field.isList && !before.field.isRequired)
  }

  @Test func readsWhatIsSaidInTheWordsOfSchemaOrg() throws {
    let site = SmallSite(types: [
      "outil": """
      libelle: Outil
      schema_org: [HowTo, LearningResource]
      schema_org_valeurs: { educationalUse: { fr: Groupe, en: Group }, isAccessibleForFree: oui }
      schema_org_ensemble: { propriete: inDefinedTermSet, classe: DefinedTermSet }
      champs:
        temps: { libelle: Temps, type: duree, schema_org: [totalTime, timeRequired] }
        choses:
          libelle: Choses
          type: objet
          plusieurs: true
          schema_org: { propriete: supply, classe: HowToSupply, sinon: { champ: use, propriete: tool } }
          champs: { use: { libelle: S’use, type: booleen } }
      relations:
        lieu: { libelle: Lieu, schema_org: { propriete: location, classe: Place } }
      """
    ])
    #expect(site.findings == [])
    let type = try #require(site.types["outil"])
    #expect(type.schemaClasses == ["HowTo", "LearningResource"])
    #expect(type.schemaValues.map(\.property) == ["educationalUse", "isAccessibleForFree"])
    #expect(type.schemaValues.first?.value.text(in: "en") == "Group")
    #expect(type.schemaSet?.className == "DefinedTermSet")
    #expect(type.fields.first?.schema?.properties == ["totalTime", "timeRequired"])
    let things = try #require(type.fields.last?.schema)
    #expect(things.properties == ["supply"] && things.className == "HowToSupply")
    #expect(things.otherwise?.member == "use" && things.otherwise?.property == "tool")
    #expect(type.relations.first?.field.schema?.className == "Place")
  }

  @Test func givesATypeThatSaysLittleThePlainestValues() throws {
    let site = SmallSite(types: ["lieu": "libelle: Lieu"])
    let type = try #require(site.types["lieu"])
    #expect(site.findings == [])
    #expect(type.pluralLabel == type.label)
    #expect(type.template == "lieu")
    #expect(type.schemaClasses == ["CreativeWork"])
    #expect(type.sort == ContentType.SortOrder(key: "weight", isDescending: false))
    #expect(type.folder == nil && type.exports.isEmpty && type.fields.isEmpty)
  }

  @Test func letsASiteDeclareItsOwnPage() {
    let site = SmallSite(types: ["page": "libelle: Page\nchamps: { note: { type: entier } }"])
    let reading = site.read("---\nnote: 3\nnotes: 4\n---\n")
    #expect(reading.sheet?.fields["note"] == .integer(3))
    #expect(reading.findings == ["front-matter.unknown-key 3:1+5"])
  }
}

struct ContentTypeErrorTests {
  @Test(arguments: [
    ("", ["yaml.empty"]),
    ("- a\n", ["yaml.mapping 1:1+1"]),
    ("dossier: a\n", ["type.label 1:1+1"]),
    ("libelle: T\ndosier: a\n", ["front-matter.unknown-key 2:1+6"]),
    ("libelle: T\ninclut: _comun\n", ["type.set 2:1+6"]),
    ("libelle: T\nexporte: [sources]\n", ["type.export 2:1+7"]),
    (
      "libelle: T\nschema_org_ensemble: { classe: A, clase: B }\n",
      ["yaml.scalar 2:22+1", "front-matter.unknown-key 2:35+5"]
    ),
    ("libelle: [T]\n", ["yaml.scalar 1:10+1"]),
    ("libelle: { fr: [T] }\n", ["yaml.scalar 1:10+1"]),
    ("libelle: T\nchamps: [a]\n", ["yaml.mapping 2:9+1"]),
    ("libelle: T\nchamps: { a: b }\n", ["yaml.mapping 2:14+1"]),
    ("libelle: T\nfacettes: [phaze]\n", ["front-matter.unknown-key"]),
    ("libelle: T\ntri: -titres\n", ["front-matter.unknown-key"]),
    ("libelle: T\nrelations: { avant: { vers: metode } }\n", ["type.unknown"]),
    ("libelle: T\nchamps: { voir: { type: reference, vers: [metode] } }\n", ["type.unknown"]),
    (
      "libelle: T\nrelations:\n  avant:\n    inverses: {}\n",
      ["front-matter.unknown-key 4:5+8"]
    ),
    ("libelle: T\ncontroles:\n  - { somme: a }\n", ["type.check 3:5+1"]),
    ("libelle: T\ncontroles:\n  - somme: a\n    entre: [b]\n", ["type.check 4:5+5"]),
    ("libelle: T\ncontroles: [{ ordre: [a] }]\n", ["type.check 2:15+5"]),
  ])
  func locatesWhatIsWrongInAType(text: String, findings: [String]) {
    #expect(SmallSite(types: ["t": text]).findings == findings)
  }

  @Test(arguments: [
    ("type: textes", "type.kind 2:16+4"),
    ("type: terme", "type.vocabulary-missing 2:16+4"),
    ("type: terme, vocabulaire: phase", "type.vocabulary 2:29+11"),
    ("type: echelle", "type.scale 2:14+1"),
    ("type: echelle, max: 0", "type.scale 2:31+3"),
    ("type: echelle, max: 500", "type.scale 2:31+3"),
    ("type: echelle, min: -9223372036854775807, max: 9", "type.scale 2:58+3"),
    ("motif: '['", "type.pattern 2:16+5"),
    ("type: entier, min: un", "type.limit 2:30+3"),
    ("type: duree, max: longtemps", "type.limit 2:29+3"),
    ("type: duree, paliers: [zut]", "type.preset 2:39+3"),
    ("type: entier, paliers: [-5]", "type.preset 2:40+2"),
    ("type: entier, paliers: [0]", "type.preset 2:40+1"),
    ("type: entier, signe: Une Horloge", "type.sign 2:30+5"),
    ("type: date, min: 2026-02-30", "type.limit 2:28+3"),
    ("type: entier, min: 9, max: 1", "type.limit 2:38+3"),
    ("type: duree, min: 2 h, max: 10 min", "type.limit 2:39+3"),
    ("min_elements: 3, max_elements: 2", "type.limit 2:33+12"),
    ("type: entier, defaut: x", "front-matter.integer 2:38+1"),
    ("type: entier, max: 2, defaut: 3", "front-matter.bounds 2:46+1"),
    ("requis: peut-être", "front-matter.boolean 2:24+9"),
    ("min_elements: deux", "front-matter.integer 2:30+4"),
    ("obligatoire: oui", "front-matter.unknown-key 2:16+11"),
    ("type: objet, champs: { x: { type: textes } }", "type.kind 2:44+4"),
    ("recherche: durée", "type.search-role 2:16+9"),
    ("recherche: duree", "type.search-role 2:16+9"),
    ("type: date, recherche: sujet", "type.search-role 2:28+9"),
    ("type: duree, recherche: personnes", "type.search-role 2:29+9"),
    ("type: duree, recherche: duree", "type.search-facet"),
    ("revision: oui", "type.review-day 2:16+8"),
    ("type: date, plusieurs: true, revision: oui", "type.review-day 2:45+8"),
    (
      "type: objet, plusieurs: true, champs: { n: { type: entier } }, cumul: m",
      "type.sum 2:79+5"
    ),
    (
      "type: objet, plusieurs: true, champs: { n: { libelle: N } }, cumul: n", "type.sum 2:77+5"
    ),
    ("type: objet, champs: { n: { type: entier } }, cumul: n", "type.sum 2:62+5"),
    (
      "type: objet, champs: { nom: { libelle: N } }, oeuvre: { titre: non }",
      "front-matter.unknown-key 2:72+5"
    ),
    (
      "type: objet, champs: { nom: { libelle: N } }, oeuvre: { nom: nom }",
      "front-matter.unknown-key 2:72+3"
    ),
  ])
  func locatesWhatIsWrongInAField(declaration: String, finding: String) {
    let text = "libelle: T\nchamps: { a: { \(declaration) } }\n"
    let site = SmallSite(types: ["t": text], vocabularies: ["phases": phases])
    #expect(site.findings == [finding])
  }

  @Test(arguments: [
    ("type: textes", "vouliez-vous dire « texte » ?"),
    ("type: terme, vocabulaire: phase", "vouliez-vous dire « phases » ?"),
    ("requi: oui", "vouliez-vous dire « requis » ?"),
  ])
  func suggestsWhatWasMeant(declaration: String, suggestion: String) {
    var diagnostics: [Diagnostic] = []
    let site = SmallSite(vocabularies: ["phases": phases])
    var loader = ContentTypeLoader(vocabularies: site.vocabularies)
    let text = "libelle: T\nchamps: { a: { \(declaration) } }\n"
    let file = ContentTypeLoader.File(path: "t.yaml", name: "t", text: text)
    _ = loader.load([file], reporting: &diagnostics)
    #expect(diagnostics.map(\.suggestion?.french) == [suggestion])
  }
}
