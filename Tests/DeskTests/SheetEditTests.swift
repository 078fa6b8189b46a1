import Desk
import Testing
import YAMLParsing

/// How one change is written, line by line.
struct SheetEditTests {
  private func saved(
    _ text: String, _ fields: [EditedValue.Member] = [], body: String? = nil, order: [String] = []
  ) throws -> String {
    let sheet = try OpenedSheet(Array(text.utf8))
    let edit = SheetEdit(fields: fields, body: body, order: order)
    return String(decoding: try sheet.bytes(applying: edit), as: UTF8.self)
  }

  private func text(_ text: String) -> EditedValue { .scalar(text, isText: true) }
  private func name(_ text: String) -> EditedValue { .scalar(text, isText: false) }

  @Test(arguments: [
    ("titre: Un\n", "Deux", "titre: Deux\n"),
    ("titre: Un\n", "Deux : trois", "titre: \"Deux : trois\"\n"),
    ("titre: Un\n", "oui", "titre: \"oui\"\n"),
    ("titre: Un\n", "", "titre: \"\"\n"),
    ("titre: Un\n", "12", "titre: \"12\"\n"),
    ("titre: 'Un'   # le titre\n", "L’un d'eux", "titre: 'L’un d''eux'   # le titre\n"),
    ("titre: \"Un\"\n", "Dit « \"oui\" » \\ fin", "titre: \"Dit « \\\"oui\\\" » \\\\ fin\"\n"),
    ("titre:\n", "Deux", "titre: \"Deux\"\n"),
    ("titre: ~ # rien\n", "Deux", "titre: Deux # rien\n"),
    ("titre: |\n  un\n  deux\n\n", "un\ntrois", "titre: |\n  un\n  trois\n\n"),
    ("titre: >-\n  un deux\n  trois\n", "un deux quatre", "titre: >-\n  un deux quatre\n"),
    ("titre: Un # note\n", "deux\nlignes", "titre: \"deux\\nlignes\" # note\n"),
    ("titre: Un\n", "deux\nlignes", "titre: |-\n  deux\n  lignes\n"),
    ("titre: Un\n", "  retrait\nlignes\n", "titre: |2\n    retrait\n  lignes\n"),
    ("titre: Un\n", "---\n...\n# a: b", "titre: |-\n  ---\n  ...\n  # a: b\n"),
    ("titre: Un\n", "une\u{85}fin\u{2028}", "titre: \"une\\u0085fin\\u2028\"\n"),
    ("titre: Un\n", "🎉 عربي", "titre: 🎉 عربي\n"),
    ("titre: un\n  deux\n", "trois", "titre: trois\n"),
    ("titre: !!str Un\n", "deux", "titre: deux\n"),
  ])
  func writesAText(front: String, new: String, expected: String) throws {
    let around = ("---\n# avant\navant: 1\n", "apres: [1,  2] # fin\n---\nTexte\n")
    #expect(
      try saved(around.0 + front + around.1, [EditedValue.Member("titre", text(new))])
        == around.0 + expected + around.1)
  }

  @Test func keepsMarksLineEndsAndComments() throws {
    let file =
      "\u{FEFF}---\r\n# Titre\r\ntitre: 'Un'\r\nautre: x\r\n---\r\n\r\nTexte\r\nfin\r\n"
    #expect(
      try saved(
        file,
        [
          EditedValue.Member("titre", text("Deux")),
          EditedValue.Member("quand", .list([EditedValue.Element(text("a"))])),
        ], body: "Texte\nnouveau\nfin", order: ["titre", "quand", "autre"])
        == "\u{FEFF}---\r\n# Titre\r\ntitre: 'Deux'\r\nquand:\r\n  - \"a\"\r\n"
        + "autre: x\r\n---\r\n\r\n"
        + "Texte\r\nnouveau\r\nfin\r\n")
  }

  @Test func movesAddsAndTakesOutRowsWithTheirComments() throws {
    let file = """
      ---
      etapes:
        - titre: "Un" # premier
          minutes: 10
        # le deuxième
        - titre: "Deux"
          autre: gardé
          minutes: 20

        - { titre: "Trois", minutes: 30 }
      fin: x
      ---
      """
    func row(_ title: String, _ minutes: String, _ origin: Int?) -> EditedValue.Element {
      EditedValue.Element(
        .object([
          EditedValue.Member("titre", text(title)), EditedValue.Member("minutes", name(minutes)),
          EditedValue.Member("notes", nil),
        ]), origin: origin)
    }
    let rows = [row("Trois", "35", 2), row("Deux", "20", 1), row("Neuf", "5", nil)]
    #expect(
      try saved(file, [EditedValue.Member("etapes", .list(rows))]) == """
        ---
        etapes:

          - { titre: "Trois", minutes: 35 }
          # le deuxième
          - titre: "Deux"
            autre: gardé
            minutes: 20
          - { titre: "Neuf", minutes: 5 }
        fin: x
        ---
        """)
  }

  @Test func writesWhatIsNew() throws {
    let object = EditedValue.object([
      EditedValue.Member("min", name("45 min")), EditedValue.Member("max", name("1 h 30")),
    ])
    let rows = EditedValue.list([
      EditedValue.Element(
        .object([
          EditedValue.Member("titre", text("Ouvrir")), EditedValue.Member("consigne", text("a\nb")),
          EditedValue.Member("termes", .list([EditedValue.Element(name("x"))])),
        ]))
    ])
    let expected = """
      ---
      titre: "Un"
      phase: [exploration, ideation]
      duree:
        min: 45 min
        max: 1 h 30
      etapes:
        - titre: "Ouvrir"
          consigne: |-
            a
            b
          termes: [x]
      statut: brouillon
      ---

      Texte

      """
    let fields = [
      EditedValue.Member(
        "phase",
        .list([EditedValue.Element(name("exploration")), EditedValue.Element(name("ideation"))])),
      EditedValue.Member("duree", object), EditedValue.Member("etapes", rows),
    ]
    let order = ["titre", "phase", "duree", "etapes", "statut"]
    #expect(
      try saved("---\ntitre: \"Un\"\nstatut: brouillon\n---\n", fields, body: "Texte", order: order)
        == expected)
    #expect(
      try saved("Seul\n", [EditedValue.Member("titre", text("Un"))])
        == "---\ntitre: \"Un\"\n---\nSeul\n")
    #expect(
      try saved("", [EditedValue.Member("titre", text("Un"))], body: "a")
        == "---\ntitre: \"Un\"\n---\n\na\n")
    #expect(
      try saved("---\n# rien\n---\na\n", [EditedValue.Member("titre", text("Un"))])
        == "---\n# rien\ntitre: \"Un\"\n---\na\n")
  }

  @Test func changesValuesBetweenBracketsAndBraces() throws {
    let file = "---\na: [x,  'y', z]\nb: { c: 1,   d: \"e\" } # b\n---\n"
    func names(_ values: String...) -> EditedValue {
      .list(values.map { EditedValue.Element(name($0)) })
    }
    #expect(
      try saved(file, [EditedValue.Member("a", names("z", "y", "un, deux"))])
        == "---\na: [z,  'y',  \"un, deux\"]\nb: { c: 1,   d: \"e\" } # b\n---\n")
    let object = EditedValue.object([
      EditedValue.Member("c", nil), EditedValue.Member("d", text("f")),
      EditedValue.Member("g", names("h")),
    ])
    #expect(
      try saved(file, [EditedValue.Member("b", object)])
        == "---\na: [x,  'y', z]\nb: { d: \"f\", g: [h] } # b\n---\n")
    #expect(
      try saved(file, [EditedValue.Member("a", .list([]))])
        == "---\nb: { c: 1,   d: \"e\" } # b\n---\n")
  }

  @Test func editsJSON() throws {
    let file = "{\n  \"titre\": \"Un\",\n  \"n\": 1\n}\nTexte\n"
    #expect(
      try saved(
        file,
        [
          EditedValue.Member("titre", text("De\"ux")), EditedValue.Member("n", name("2")),
          EditedValue.Member("x", .list([EditedValue.Element(name("oui"))])),
        ])
        == "{\n  \"titre\": \"De\\\"ux\",\n  \"n\": 2, \"x\": [\"oui\"]\n}\nTexte\n")
  }

  @Test func refusesToChangeWhatAnotherFieldNames() throws {
    let sheet = try OpenedSheet(Array("---\na: &x un\nb: *x\n---\n".utf8))
    #expect(throws: SheetEditFailure.entangled(["a"])) {
      try sheet.bytes(
        applying: SheetEdit(fields: [EditedValue.Member("a", .scalar("deux", isText: true))]))
    }
    #expect(
      try saved("---\na: &x un\nb: *x\n---\n", [EditedValue.Member("b", text("deux"))])
        == "---\na: &x un\nb: \"deux\"\n---\n")
  }

  @Test(arguments: [
    ("---\na: 1\n", SheetEditFailure.otherFrontMatter),
    ("+++\na = 1\n+++\n", .otherFrontMatter), ("---\na: b: c\n---\n", .unreadableYAML),
    ("---\n- a\n---\n", .unreadableYAML), ("---\na: 1\na: 2\n---\n", .unreadableYAML),
  ])
  func leavesToTheSourceWhatItCannotRead(text: String, failure: SheetEditFailure) {
    #expect(throws: failure) { try OpenedSheet(Array(text.utf8)) }
  }

  @Test func leavesBytesThatAreNoTextToTheSource() {
    #expect(throws: SheetEditFailure.notText) { try OpenedSheet([0x61, 0xFF]) }
  }
}
