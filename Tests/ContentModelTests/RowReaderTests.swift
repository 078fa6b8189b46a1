import Diagnostics
import TextEncoding
import Testing

@testable import ContentModel

/// Rows of data files as the texts of sheets.
struct RowReaderTests {
  private static let fields = """
    champs:
      ville: { libelle: Ville ou commune, requis: true }
      surface: { libelle: Surface, type: entier }
      usages: { libelle: Usages, type: etiquettes }
      adresses: { libelle: Adresses, plusieurs: true }
      jauge:
        libelle: Jauge
        type: objet
        champs: { min: { libelle: Au moins, type: entier }, max: { libelle: Au plus, type: entier } }
    """

  private struct Reading {
    let rows: [SheetRow]
    let diagnostics: [Diagnostic]
    var findings: [String] { diagnostics.findings }
    var texts: [String] { rows.map { String(decoding: $0.bytes, as: UTF8.self) } }
  }

  /// Reads a data file for a type.
  private static func read(
    _ text: String, as path: String = "lieux.csv", _ source: String = "lieux"
  ) throws -> Reading {
    var diagnostics: [Diagnostic] = []
    var loader = ContentTypeLoader(vocabularies: [:])
    let types = loader.load(
      [
        ContentTypeLoader.File(
          path: "lieu.yaml", name: "lieu",
          text: "libelle: Lieu\ndossier: lieux\ndonnees: \(source)\n\(fields)\n")
      ], reporting: &diagnostics)
    let type = try #require(types["lieu"])
    guard let source = type.rows else { return Reading(rows: [], diagnostics: diagnostics) }
    let rows = RowReader(type, source).rows(path: path, text: text, reporting: &diagnostics)
    return Reading(rows: rows, diagnostics: diagnostics)
  }

  /// The same row in every form of data; the words of a spreadsheet, with its mark and its empty rows.
  @Test(arguments: [
    (
      "lieux.csv",
      "\u{FEFF};;;;;;;\r\nTitre;Ville ou commune;SURFACE;usages;Adresses;jauge.min;jauge.max;texte\r\n"
        + "\"L’été ; \"\"au port\"\"\";Brest;12;eau, vélo;\"1, rue du Port ; 2 quai\";4;30;"
        + "\"Un **lieu**.\r\n\r\nOuvert.\"\r\n;;;;;;;\r\n"
    ),
    (
      "lieux.yaml",
      """
      - titre: L’été ; "au port"
        ville: Brest
        surface: 12
        usages: [eau, vélo]
        adresses:
          - 1, rue du Port
          - 2 quai
        jauge: { min: 4, max: 30 }
        texte: |
          Un **lieu**.

          Ouvert.
      """
    ),
    (
      "lieux.json",
      #"[{"titre": "L’été ; \"au port\"", "Ville ou commune": "Brest", "surface": 12, "#
        + #""usages": ["eau", "vélo"], "adresses": ["1, rue du Port", "2 quai"], "#
        + #""jauge": {"min": 4, "max": 30}, "texte": "Un **lieu**.\n\nOuvert."}]"#
    ),
  ])
  func makesTheTextOfASheetOfARow(path: String, text: String) throws {
    let reading = try Self.read(text, as: path)
    #expect(reading.findings == [])
    #expect(reading.rows.map(\.name) == ["l-ete-au-port"])
    let wanted = """
      ---
      titre: L’été ; "au port"
      ville: Brest
      surface: 12
      usages:
        - eau
        - vélo
      adresses:
        - 1, rue du Port
        - 2 quai
      jauge:
        min: 4
        max: 30
      ---

      Un **lieu**.

      Ouvert.

      """
    #expect(reading.texts.first?.trimmed == wanted.trimmed)
  }

  /// A list under a name of its own, as TOML and programs write it.
  @Test(arguments: [
    ("lieux.toml", "[[lieux]]\ntitre = \"A\"\nville = \"Brest\"\n"),
    ("lieux.json", #"{"lieux": [{"titre": "A", "ville": "Brest"}]}"#),
  ])
  func readsAListUnderAName(path: String, text: String) throws {
    let reading = try Self.read(text, as: path)
    #expect(reading.findings == [])
    #expect(reading.texts == ["---\ntitre: A\nville: Brest\n---\n"])
  }

  /// What YAML would take for something else stays the words of its cell.
  @Test(arguments: [
    "null", "~", "- a", "#3", "a: b", "[x", "\\", "'", "*a", "&a", "!a", "%", "---",
  ])
  func keepsTheWordsOfACell(cell: String) throws {
    let reading = try Self.read("titre;ville\nA;\(cell)\n")
    let row = try #require(reading.rows.first)
    let site = SmallSite(types: ["lieu": "libelle: Lieu\ndossier: lieux\n\(Self.fields)\n"])
    let sheet = site.read(row.bytes, at: "lieux/a.md")
    #expect(sheet.sheet?.fields["ville"] == .text(cell))
    #expect(sheet.findings == [])
  }

  /// A day is read as spreadsheets write it.
  @Test func readsTheDaysOfSpreadsheets() throws {
    let reading = try Self.read("titre;ville;date\nA;Brest;14/03/2026\nB;Brest;2026-03-15\n")
    #expect(
      reading.texts == [
        "---\ntitre: A\nville: Brest\ndate: 2026-03-14\n---\n",
        "---\ntitre: B\nville: Brest\ndate: 2026-03-15\n---\n",
      ])
  }

  @Test func namesSheetsAfterAColumnThatIsNamed() throws {
    let reading = try Self.read(
      "Code;Nom du lieu;ville;Note\nB-1;Le Port;Brest;x\nB-2;Le Port;Brest;\n",
      "{ fichier: lieux.csv, titre: nom du lieu, identifiant: Code, sans: [Note] }")
    #expect(reading.findings == [])
    #expect(reading.rows.map(\.name) == ["b-1", "b-2"])
  }

  @Test func readsAColumnAsTheFieldThatIsNamed() throws {
    let reading = try Self.read(
      "titre,Commune,Capacité\nA,Brest,30\n",
      "{ fichier: lieux, colonnes: { Commune: ville, Capacité: jauge.max } }")
    #expect(reading.findings == [])
    #expect(reading.texts == ["---\ntitre: A\nville: Brest\njauge:\n  max: 30\n---\n"])
  }

  /// Each mistake of the declaration or of the columns is told once, where it is.
  @Test(arguments: [
    (
      "titre;ville\nA;B\n", "{ fichier: lieux, texte: Présentation }", "rows.missing-column 3:35+12"
    ),
    ("titre;ville\nA;B\n", "{ fichier: lieux, sans: [vile] }", "rows.missing-column 3:35+4"),
    (
      "titre;ville;x\nA;B;\n", "{ fichier: lieux, colonnes: { x: y } }",
      "front-matter.unknown-key 3:40+1"
    ),
    ("titre;ville\nA;B\n", "{ titre: ville }", "rows.file 3:10+1"),
    ("lieu;ville\nA;B\n", "lieux", "rows.title-column 1:1+4"),
    ("titre;ville;Notes internes\nA;B;c\nD;E;f\n", "lieux", "rows.unknown-column 1:13+14"),
    ("titre;vile\nA;B\n", "lieux", "rows.unknown-column 1:7+4"),
    ("titre;ville;Ville ou commune\nA;B;C\n", "lieux", "rows.column-twice 1:13+16"),
    ("titre;Type;ville\nA;B;C\n", "lieux", "rows.unknown-column 1:7+4"),
  ])
  func tellsMistakesOfColumnsOnce(text: String, source: String, finding: String) throws {
    let reading = try Self.read(text, as: "lieux.csv", source)
    #expect(reading.findings.first == finding)
    #expect(reading.findings.count == (text.contains("vile") && source == "lieux" ? 2 : 1))
  }

  @Test func suggestsTheFieldThatAColumnMayBe() throws {
    let reading = try Self.read("titre;vile\nA;B\n")
    #expect(reading.findings == ["rows.unknown-column 1:7+4", "rows.required-column 1:1+5"])
    let suggestions = reading.diagnostics.compactMap(\.suggestion?.french)
    #expect(suggestions.first == "vouliez-vous dire « ville » ?")
    #expect(suggestions.last?.contains("colonnes: { vile: ville }") == true)
    #expect(reading.rows.isEmpty)
  }

  /// Each row that cannot be a sheet is told at its cell, and the others are.
  @Test(arguments: [
    ("A;B\n;C\n", "rows.title 3:1+1", ["a"]),
    ("A;B\n\"x\ny\";B\na ! ;C\n", "rows.same-name 5:1+3", ["a", "x-y"]),
    ("A;B\n…;C\nD;E\n", "rows.name 3:1+1", ["a", "d"]),
    ("A;B\nIndex;C\n", "rows.name 3:1+5", ["a"]),
    ("A;B;perdu\nC;D;\n", "data.cells 2:5+5", ["a", "c"]),
  ])
  func tellsMistakesOfRowsAtTheirCells(rows: String, finding: String, names: [String]) throws {
    let reading = try Self.read("titre;ville\n" + rows)
    #expect(reading.findings == [finding])
    #expect(reading.rows.map(\.name) == names)
  }

  @Test(arguments: [
    ("", []), ("[]\n", []), ("- A\n", ["yaml.mapping 1:3+1"]), ("a: b\n", ["data.rows 1:1+1"]),
    ("- { ville: B }\n", ["rows.title-column 1:5+5"]),
    ("- { titre: A, ville: B }\n- { ville: B }\n", ["rows.title 2:3+1"]),
  ])
  func saysWhatIsNoListOfRows(text: String, findings: [String]) throws {
    #expect(try Self.read(text, as: "lieux.yaml").findings == findings)
  }

  @Test func readsTenThousandRowsAndNoMore() throws {
    let rows = (1...10_001).map { "L\($0);B\n" }.joined()
    let reading = try Self.read("titre;ville\n" + rows)
    #expect(reading.rows.count == 10_000)
    #expect(reading.findings == ["rows.count 10002:1+1"])
  }

  /// The places of the text of a row are those of its cells.
  @Test func saysWhereEachLineIsWritten() throws {
    let reading = try Self.read(
      "titre;ville;surface;texte\n\"L’été\";  Brest;\"1 2x\";\"Un **lieu**.\u{2028}\n\nVoir.\"\n")
    let row = try #require(reading.rows.first)
    func place(_ line: Int, _ column: Int, _ length: Int = 1) -> String {
      let location = row.location(
        of: SourceLocation(path: "a.md", line: line, column: column, length: length))
      return "\(location.path) \(location.position?.line ?? 0):\(location.position?.column ?? 0)"
        + "+\(location.length)"
    }
    #expect(place(2, 8, 5) == "lieux.csv 2:2+5")
    #expect(place(3, 8, 5) == "lieux.csv 2:11+5")
    #expect(place(4, 10, 4) == "lieux.csv 2:18+4")
    #expect(place(7, 4) == "lieux.csv 2:28+1")
    #expect(place(9, 2) == "lieux.csv 4:2+1")
    #expect(row.location(of: SourceLocation(path: "a.md")) == row.start)
  }

  /// A row keeps its text when others come above it: nothing is made again for it.
  @Test func givesARowTheSameTextWhereverItStands() throws {
    let first = try Self.read("titre;ville\nA;B\n").rows.first
    let second = try Self.read("ville;titre\nX;Y\n\nB;A\n").rows.last
    #expect(first?.bytes == second?.bytes)
    #expect(first?.start != second?.start)
  }
}
