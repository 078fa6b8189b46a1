import Diagnostics
import Testing

@testable import ContentModel

struct DataFileTests {
  private func load(_ path: String, _ text: String) -> (value: DataValue?, findings: [String]) {
    var diagnostics: [Diagnostic] = []
    let value = DataFile.load(path: path, text: text, reporting: &diagnostics)
    return (value, diagnostics.findings)
  }

  @Test(arguments: [
    ("a.yaml", "- { nom: Brest, budget: 2.50, actif: oui, note: ~ }\n- Rennes\n"),
    ("a.yml", "- nom: Brest\n  budget: 2.50\n  actif: oui\n  note:\n- \"Rennes\"\n"),
  ])
  func keepsYAMLAsWritten(path: String, text: String) {
    let (value, findings) = load(path, text)
    #expect(findings == [])
    #expect(
      value
        == .list([
          .object([
            "nom": .text("Brest"), "budget": .text("2.50"), "actif": .text("oui"), "note": .null,
          ]),
          .text("Rennes"),
        ]))
  }

  /// Tables whose cells, those that short lines leave out included, are more than data may hold.
  @Test(arguments: [
    String(repeating: "a\n", count: 200_001), String(repeating: "\n", count: 300_000),
    String(repeating: "a,", count: 999) + "a\n" + String(repeating: "b\n", count: 1_001),
  ])
  func refusesATableOfTooManyCells(text: String) {
    let (value, findings) = load("a.csv", text)
    #expect(value == nil)
    #expect(findings == ["yaml.size"])
  }

  @Test func refusesALongDocumentBeforeReadingIt() {
    let text = String(repeating: "- a: b\n", count: 600_000)
    #expect(load("a.yaml", text).findings == ["yaml.length 1:1+1"])
  }

  @Test func boundsTheValuesOfATextOfJSON() throws {
    let zeros = "[" + String(repeating: "0,", count: 2_000_000) + "0]"
    #expect(throws: JSONReader.Problem.self) { try JSONReader.read(zeros) }
    // What is found and not read takes no room.
    let list = try JSONReader.read(
      Array("{\"sheets\":\(zeros)}".utf8), listing: "sheets", atMost: 3, beside: [])
    #expect(list.elements.count == 3 && list.count == 2_000_001)
  }

  @Test func readsJSON() {
    let (value, findings) = load(
      "a.json", #"{"nom": "Brest", "n": [1, 2.5, -3, true, null], "o": {}, "l": []}"#)
    #expect(findings == [])
    #expect(
      value
        == .object([
          "nom": .text("Brest"),
          "n": .list([.text("1"), .text("2.5"), .text("-3"), .text("true"), .null]),
          "o": .object([:]), "l": .list([]),
        ]))
  }

  @Test(arguments: [
    ("{\"a\": 1,\n \"b\": }\n", "2:7+1"), ("{\"a\": 1\n\n", "3:1+1"), ("[1, 2\n, x]", "2:3+1"),
    ("", "1:1+1"), ("[1] 2", "1:5+1"), ("[\"é\", x]", "1:7+1"), ("[\"a\n\"]", "1:4+1"),
  ])
  func locatesBrokenJSON(text: String, place: String) {
    let (value, findings) = load("a.json", text)
    #expect(value == nil)
    #expect(findings == ["data.syntax \(place)"])
  }

  @Test(arguments: [
    (#"["\"\\\/\b\f\n\r\t\u00e9\ud83c\udf0a"]"#, "\"\\/\u{8}\u{C}\n\r\té🌊"),
    ("[1e3]", "1000"), ("[-0.50]", "-0.5"), ("[12345678901234567890123]", "1.2345678901234568e+22"),
    ("[1,]", "1"),
  ])
  func readsJSONValues(text: String, value: String) {
    let (read, findings) = load("a.json", text)
    #expect(findings == [])
    #expect(read == .list([.text(value)]))
  }

  @Test(arguments: [
    "[01]", "[1.]", "[.5]", "[1e]", "[1e999]", "[tru]", "['a']", #"["\x"]"#, #"["\ud83c"]"#,
    #"["\u12"]"#, "[\"a", "{a: 1}", "{\"a\" 1}", "[1 2]", "-",
  ])
  func refusesWhatIsNotJSON(text: String) {
    let (read, findings) = load("a.json", text)
    #expect(read == nil)
    #expect(findings.count == 1)
  }

  @Test(arguments: [
    (##"{"z": {"y": [1, "]}"]}, "a": [1], "l": [1, {"l": [2, "]"]} , "x\n\"],"], "b": "c"}"##, 3),
    (#"{"l":[],"a":[1],"b":"c"}"#, 0), (#"{"l":[1,],"a":[1],"b":"c"}"#, 1),
  ])
  func findsTheElementsOfOneList(text: String, count: Int) throws {
    let bytes = Array(text.utf8)
    let found = try JSONReader.read(bytes, listing: "l", atMost: 9, beside: ["a", "b"])
    #expect(found.members == ["a": .list([.text("1")]), "l": .list([]), "b": .text("c")])
    #expect(found.count == count)
    let expected: [DataValue] = [
      .text("1"), .object(["l": .list([.text("2"), .text("]")])]), .text("x\n\"],"),
    ]
    let elements = try found.elements.map { try JSONReader.read(bytes, at: $0) }
    #expect(elements == Array(expected.prefix(count)))
  }

  @Test func findsNoMoreElementsThanItIsAskedFor() throws {
    let text = Array(#"{"l": [1, 2, 3, [4]]}"#.utf8)
    let found = try JSONReader.read(text, listing: "l", atMost: 2, beside: [])
    #expect(found.elements.count == 2)
    #expect(found.count == 4)
  }

  @Test(arguments: [
    #"{"l": [1 2]}"#, #"{"l": [{]}"#, #"{"l": [,]}"#, #"{"l": [{"a": 1, 2]}"#, #"{"l": ["a]}"#,
    #"{"l": ["a\"#, #"{"l": [{"a": 1}}]}"#, #"{"l": [1"#, #"{"l": [tru]}"#,
  ])
  func refusesElementsThatAreNoJSON(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: JSONReader.Problem.self) {
      let found = try JSONReader.read(bytes, listing: "l", atMost: 9, beside: [])
      for place in found.elements { _ = try JSONReader.read(bytes, at: place) }
    }
  }

  @Test func refusesJSONTenThousandDeep() {
    let text = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let (value, findings) = load("a.json", text)
    #expect(value == nil)
    #expect(findings == ["data.syntax 1:513+1"])
  }

  @Test(arguments: [
    "nom,budget\nBrest,\"2,50\"\n\"Saint \"\"Brieuc\"\"\",3\n",
    "nom;budget\r\nBrest;2,50\r\n\"Saint \"\"Brieuc\"\"\";3\r\n",
    "\u{FEFF}nom\tbudget\nBrest\t2,50\n\"Saint \"\"Brieuc\"\"\"\t3",
  ])
  func readsCSVByItsFirstLine(text: String) {
    let (value, findings) = load("a.csv", text)
    #expect(findings == [])
    #expect(
      value
        == .list([
          .object(["nom": .text("Brest"), "budget": .text("2,50")]),
          .object(["nom": .text("Saint \"Brieuc\""), "budget": .text("3")]),
        ]))
  }

  @Test(arguments: [
    ("a,b\n1\n", [["a": "1", "b": ""]]), ("a,b\n1,2,\n", [["a": "1", "b": "2"]]),
    ("a,a\n1,2\n", [["a": "2"]]), ("a,b\n", []), ("", []),
  ])
  func fillsShortLinesAndDropsEmptyCells(text: String, rows: [[String: String]]) {
    let (value, findings) = load("a.csv", text)
    #expect(findings == [])
    #expect(value == .list(rows.map { .object($0.mapValues(DataValue.text)) }))
  }

  @Test func tellsOfACellBesideTheColumns() {
    let (value, findings) = load("a.csv", "a,b\n1,2\n3,4, 5\n")
    #expect(findings == ["data.cells 3:1+1"])
    let rows = [["a": "1", "b": "2"], ["a": "3", "b": "4"]]
    #expect(value == .list(rows.map { .object($0.mapValues(DataValue.text)) }))
  }

  @Test func keepsLineEndsAndDelimitersInQuotes() {
    let (value, findings) = load("a.csv", "a,b\n \"1\n,2\" ,  3 \n\n4,\"\"")
    #expect(findings == [])
    let rows = [["a": "1\n,2", "b": "3 "], ["a": "", "b": ""], ["a": "4", "b": ""]]
    #expect(value == .list(rows.map { .object($0.mapValues(DataValue.text)) }))
  }

  /// Signs that are white space and end no line, in whatever a table is written.
  @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}"])
  func endsLinesWhereEditorsDo(sign: String) {
    let text = "a,b\r1,x\(sign)y\n3,4, 5\r\n"
    let (value, findings) = load("a.csv", text)
    #expect(findings == ["data.cells 3:1+1"])
    let rows = [["a": "1", "b": "x\(sign)y"], ["a": "3", "b": "4"]]
    #expect(value == .list(rows.map { .object($0.mapValues(DataValue.text)) }))
  }

  @Test(arguments: ["a,b\n\"1\"x,2\n", "a,b\n1\"x,2\n", "a,b\n1,\"2\n3,4\n"])
  func reportsAnUnreadableCSV(text: String) {
    let (value, findings) = load("a.csv", text)
    #expect(value == nil)
    #expect(findings == ["data.syntax 2:1+1"])
  }

  @Test(arguments: [("a: [1\n", "yaml.syntax 1:4+1"), ("a: *b\n", "yaml.syntax 1:4+1")])
  func locatesBrokenYAML(text: String, finding: String) {
    #expect(load("a.yaml", text).findings == [finding])
  }
}
