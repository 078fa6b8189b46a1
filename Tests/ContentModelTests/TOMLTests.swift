import Diagnostics
import Testing

@testable import ContentModel

struct TOMLTests {
  private func load(_ text: String) -> (value: DataValue?, findings: [String]) {
    var diagnostics: [Diagnostic] = []
    let value = DataFile.load(path: "a.toml", text: text, reporting: &diagnostics)
    return (value, diagnostics.findings)
  }

  @Test(arguments: [
    (#"a = "é\t\"\\ \u00e9 \U0001F30A""#, "é\t\"\\ é 🌊"), (#"a = 'C:\photos'"#, #"C:\photos"#),
    ("a = \"\"\"\nun\r\ndeux \\\n\n   trois\"\"\"", "un\ndeux trois"),
    ("a = '''\nl'un \\\n''deux'''''", "l'un \\\n''deux''"), (#"a = """"oui"""""#, "\"oui\""),
    ("a = ''", ""), (#"a = """""""#, ""), (#"a = """"""""#, "\""),
  ])
  func readsTextsOfFourKinds(text: String, value: String) {
    let (read, findings) = load(text)
    #expect(findings == [])
    #expect(read == .object(["a": .text(value)]))
  }

  @Test(arguments: [
    ("1_000", "1000"), ("+99", "99"), ("-17", "-17"), ("0xDEAD_beef", "3735928559"), ("0o17", "15"),
    ("0b101", "5"), ("3.14", "3.14"), ("-0.5e-1_0", "-0.5e-10"), ("6E2", "6e2"), ("+inf", "inf"),
    ("-nan", "-nan"), ("true", "true"), ("1979-05-27", "1979-05-27"),
    ("1979-05-27T07:32:00Z", "1979-05-27T07:32:00Z"),
    ("1979-05-27 07:32:00.5-07:00", "1979-05-27T07:32:00.5-07:00"),
    ("1979-05-27t07:32:00z", "1979-05-27T07:32:00Z"), ("07:32:00", "07:32:00"), ("-0", "0"),
  ])
  func readsNumbersAndDays(text: String, value: String) {
    let (read, findings) = load("a = \(text) # remarque\r\n")
    #expect(findings == [])
    #expect(read == .object(["a": .text(value)]))
  }

  @Test func readsTables() {
    let (read, findings) = load(
      """
      # Un site
      titre."en français" = "A"
      'clé'.x = [ 1, [ 2, # deux
        3 ],
      ]
      vide = []
      boite = { a.b = 1, c = { d = 'e' }, f = {} }

      [ a . b ]
      c = 1
      [a]
      d = 2
      [a.b.e]
      [[liste]]
      n = 1
      [liste.sous]
      x = 1
      [[liste.plus]]
      y = 1
      [[liste]]
      """)
    #expect(findings == [])
    let listed: [DataValue] = [
      .object([
        "n": .text("1"), "sous": .object(["x": .text("1")]),
        "plus": .list([.object(["y": .text("1")])]),
      ]), .object([:]),
    ]
    #expect(
      read
        == .object([
          "titre": .object(["en français": .text("A")]),
          "clé": .object(["x": .list([.text("1"), .list([.text("2"), .text("3")])])]),
          "vide": .list([]),
          "boite": .object([
            "a": .object(["b": .text("1")]), "c": .object(["d": .text("e")]), "f": .object([:]),
          ]),
          "a": .object([
            "b": .object(["c": .text("1"), "e": .object([:])]), "d": .text("2"),
          ]),
          "liste": .list(listed),
        ]))
  }

  @Test(arguments: [
    ("a = oui, vraiment", "1:5+3"), ("a = ", "1:5+1"), ("a", "1:2+1"), ("a : 1", "1:3+1"),
    ("é = 1", "1:1+1"), ("= 1", "1:1+1"), ("a = \"x\ny\"", "1:5+1"), ("a = '''x", "1:5+3"),
    (#"a = "\q""#, "1:6+1"), (#"a = "\ud800""#, "1:6+1"), ("a = 'x\u{1}'", "1:7+1"),
    ("a = [1 2]", "1:8+1"), ("b = 1\na = [1,\n", "2:5+1"), ("a = { b = 1", "1:5+1"),
    ("a = { b = 1, }", "1:14+1"), ("a = { b = 1\n}", "1:5+1"), ("a = 1 b = 2", "1:7+1"),
    ("[a", "1:1+1"), ("[[a]", "1:1+1"), ("[a] b = 1", "1:5+1"), ("a = 01", "1:5+2"),
    ("a = 1__0", "1:5+4"), ("a = 1.", "1:5+2"), ("a = 2024-02-30", "1:5+10"),
    ("a = 25:00:00", "1:5+8"), ("a = 9223372036854775808", "1:5+19"), ("a = “x”", "1:5+3"),
    ("# \u{7}", "1:3+1"), ("a = +0x1", "1:5+4"), ("a = 1\rb = 2", "1:6+1"),
  ])
  func locatesBrokenTOML(text: String, place: String) {
    let (value, findings) = load(text)
    #expect(value == nil)
    #expect(findings == ["toml.syntax \(place)"])
  }

  @Test(arguments: [
    ("a = 1\na = 2", "2:1+1"), ("a.b = 1\na.b = 2", "2:3+1"), ("[a]\n[a]", "2:2+1"),
    ("a = 1\na.b = 2", "2:1+1"), ("a = { b = 1 }\na.c = 2", "2:1+1"), ("a = [1]\n[[a]]", "2:3+1"),
    ("[a.b.c]\nz = 9\n[a]\nb.c.t = 1", "4:1+1"), ("[f]\na.b = 1\n[f.a]", "3:4+1"),
    ("[[a]]\n[a]", "2:2+1"), ("[a]\n[[a]]", "2:3+1"), ("a = 1\n\"a\" = 2", "2:1+3"),
    ("a = { b = 1, b = 2 }", "1:14+1"),
  ])
  func refusesKeysGivenTwice(text: String, place: String) {
    let (value, findings) = load(text)
    #expect(value == nil)
    #expect(findings == ["toml.duplicate-key \(place)"])
  }

  @Test func boundsItsDepth() {
    for opening in ["a = [", "a = {b = ", "a."] {
      let repeated = opening == "a." ? "a." : String(opening.dropFirst(4))
      let text = opening + String(repeating: repeated, count: 100_000)
      let (value, findings) = load(text)
      #expect(value == nil)
      #expect(findings.first?.hasPrefix("toml.syntax") == true)
    }
  }

  @Test(.timeLimit(.minutes(30)))
  func readsALongLineInLinearTime() {
    let (value, findings) = load("a = [" + String(repeating: "1,", count: 300_000) + "]")
    #expect(findings == [])
    #expect(value != nil)
  }
}
