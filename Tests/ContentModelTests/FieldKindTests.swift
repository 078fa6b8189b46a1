import Calendars
import Diagnostics
import Testing

@testable import ContentModel

/// The kinds of fields of `docs/content-types.md`: what each reads, and what each refuses.
struct FieldKindTests {
  private static let place = SourceLocation(path: "essais/a.md", line: 2, column: 8)

  @Test(
    arguments: [
      ("Bonjour à tous", "type: texte", .text("Bonjour à tous")),
      ("sans type", "aide: Rien", .text("sans type")),
      ("2026", "type: texte, motif: '[0-9]{4}'", .text("2026")),
      ("été", "type: texte, min: 3, max: 3", .text("été")),
      ("1 234", "type: entier, min: 4, max: 2000", .integer(1_234)),
      ("2,5", "type: nombre, min: 0, max: '2,5'", .number(2.5)),
      ("oui", "type: booleen", .boolean(true)),
      ("False", "type: booleen", .boolean(false)),
      ("90 min", "type: duree, max: 1 h 30", .duration(TimeSpan(low: 90, high: 90))),
      ("3", "type: echelle, max: 5", .scale(3)),
      ("0", "type: echelle, min: 0, max: 2, libelles: [Bas, Moyen, Haut]", .scale(0)),
      ("Créativité", "type: terme, vocabulaire: phases", .term("ideation")),
      ("Ideation", "type: terme, vocabulaire: phases", .term("ideation")),
      ("essai", "type: terme, vocabulaire: phases", .term("essai")),
      ("a, b ,,", "type: etiquettes", .list([.text("a"), .text("b")])),
      ("[a, ' ', b]", "type: etiquettes", .list([.text("a"), .text("b")])),
      ("https://a.bzh/x?y#z", "type: url", .url("https://a.bzh/x?y#z")),
      ("HTTP://a.bzh", "type: url", .url("HTTP://a.bzh")),
      ("br", "type: langue", .code("br")),
      ("fr-FR", "type: langue", .code("fr-FR")),
    ] as [(String, String, FieldValue)])
  func readsValues(text: String, declaration: String, value: FieldValue) {
    let reading = FieldReading(text, as: declaration)
    #expect(reading.findings == [])
    #expect(reading.value == value)
  }

  @Test(arguments: [
    ("(a+)+b", "aaab", TextPattern.Outcome.matches), ("(a+)+b", "ab c", .differs),
    (#"(?:\d\d ?){5}"#, "02 99 00 00 00", .matches), ("[(+]+[)*]", "(+*", .matches),
    ("(a+)+c", String(repeating: "a", count: 40), .tooSlow),
    ("(?:a?){30}a{30}b", String(repeating: "a", count: 30), .tooSlow),
  ])
  func givesUpAPatternThatWouldNotEnd(
    pattern: String, text: String, outcome: TextPattern.Outcome
  ) throws {
    #expect(try #require(TextPattern(pattern)).outcome(for: text) == outcome)
  }

  @Test func readsValuesThatKeepTheirPlace() throws {
    let place = SourceLocation(path: "essais/a.md", line: 2, column: 8, length: 5)
    #expect(FieldReading("a *b*", as: "type: markdown").value == .markdown("a *b*", place))
    #expect(FieldReading("a.png", as: "type: image").value == .file("a.png", place))
    #expect(FieldReading("a.odt", as: "type: fichier").value == .file("a.odt", place))
    #expect(FieldReading("notes", as: "type: reference").value == .reference("notes", place))
    let day = try #require(CalendarDate(iso: "2026-03-14"))
    #expect(FieldReading("2026-03-14T09:30Z", as: "type: date").value == .date(day))
    let moment = try #require(DateTime(iso: "2026-03-14T09:30"))
    #expect(FieldReading("2026-03-14 09:30", as: "type: date_heure").value == .dateTime(moment))
    let licence = try #require(Licence(id: "CC0-1.0"))
    let whole = SourceLocation(path: "essais/a.md", line: 2, column: 8, length: 7)
    #expect(FieldReading("cc0-1.0", as: "type: licence").value == .licence(licence, whole))
    let range = try #require(NumberRange(parsing: "4 – 30"))
    #expect(FieldReading("4 – 30", as: "type: intervalle").value == .range(range))
  }

  @Test(arguments: [
    ("été", "type: texte, min: 4", "length 2:8+3"),
    ("été", "type: markdown, max: 2", "length 2:8+3"),
    ("20265", "type: texte, motif: '[0-9]{4}'", "pattern 2:8+5"),
    ("douze", "type: entier", "integer 2:8+5"),
    ("0", "type: entier, min: 1", "bounds 2:8+1"),
    ("'12'", "type: entier, max: 11", "bounds 2:8+4"),
    ("1.2.3", "type: nombre", "number 2:8+5"),
    ("2,6", "type: nombre, max: 2.5", "bounds 2:8+3"),
    ("peut-être", "type: booleen", "boolean 2:8+9"),
    ("2026-02-29", "type: date", "date 2:8+10"),
    ("2025-12-31", "type: date, min: 2026-01-01", "bounds 2:8+10"),
    ("2026-03-14T25:00", "type: date_heure", "date-time 2:8+16"),
    ("3 heure et quart", "type: duree", "duration 2:8+16"),
    ("2 h – 1 h", "type: duree", "reversed-range 2:8+9"),
    ("1 h – 3 h", "type: duree, max: 2 h", "bounds 2:8+9"),
    ("beaucoup", "type: intervalle", "range 2:8+8"),
    ("9 – 4", "type: intervalle", "reversed-range 2:8+5"),
    ("4 – 99", "type: intervalle, max: 30", "bounds 2:8+6"),
    ("6", "type: echelle, max: 5", "scale 2:8+1"),
    ("un", "type: echelle, max: 5", "scale 2:8+2"),
    ("Idéatoin", "type: terme, vocabulaire: phases", "term 2:8+8"),
    ("mailto:a@b.test", "type: url", "url 2:8+15"),
    ("https://", "type: url", "url 2:8+8"),
    ("CC-BY-SA-4", "type: licence", "licence 2:8+10"),
    ("français", "type: langue", "language 2:8+8"),
    ("texte", "type: objet, champs: { a: {} }", "object 2:8+5"),
    ("[a, b]", "type: texte", "list 2:8+1"),
  ])
  func refusesValuesWhereTheyStand(text: String, declaration: String, finding: String) {
    let reading = FieldReading(text, as: declaration)
    #expect(reading.findings == ["front-matter.\(finding)"])
    #expect(reading.value == nil)
  }

  @Test(arguments: [
    ("Idéatoin", "type: terme, vocabulaire: phases", "vouliez-vous dire « Idéation » ?"),
    ("CC-BY-SA-4", "type: licence", "vouliez-vous dire « CC-BY-SA-4.0 » ?"),
  ])
  func suggestsWhatWasMeant(text: String, declaration: String, suggestion: String) {
    let reading = FieldReading(text, as: declaration)
    #expect(reading.diagnostics.map(\.suggestion?.french) == [suggestion])
  }

  @Test(arguments: [
    ("31", "type: intervalle, min: 4, max: 30", "« 31 » est hors limites", "de 4 à 30"),
    ("2,75", "type: nombre, max: '2,5'", "« 2,75 » est hors limites", "au plus 2,5"),
    ("0", "type: entier, min: 1", "« 0 » est hors limites", "au moins 1"),
    (
      "2027-01-01", "type: date, max: 2026-12-31", "« 2027-01-01 » est hors limites",
      "au plus 2026-12-31"
    ),
    ("3 h", "type: duree, max: 2 h", "« 3 h » est hors limites", "au plus 120 min"),
  ])
  func saysBoundsAsPeopleWriteThem(
    text: String, declaration: String, message: String, expected: String
  ) {
    let diagnostic = FieldReading(text, as: declaration).diagnostics.first
    #expect(diagnostic?.message.french == message)
    #expect(diagnostic?.expected?.french == expected)
  }
}
