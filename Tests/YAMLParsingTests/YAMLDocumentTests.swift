import Testing
import YAMLParsing

struct YAMLDocumentTests {
  /// A node as a line, which says what holds what and where it starts.
  private static func line(_ node: YAMLNode) -> String {
    let content =
      switch node {
      case .scalar(let scalar): "\(scalar.style):\(scalar.string)"
      case .sequence(let list): "[" + list.map(line).joined(separator: ", ") + "]"
      case .mapping(let mapping):
        "{" + mapping.map { "\(line($0)) = \(line($1))" }.joined(separator: ", ") + "}"
      }
    return "\(content)@\(node.mark.line):\(node.mark.column)"
  }

  @Test(arguments: [
    ("a: 1", "{plain:a@1:1 = plain:1@1:4}@1:1"),
    (
      "é: 'x'\nb: \"y\"", "{plain:é@1:1 = singleQuoted:x@1:4, plain:b@2:1 = doubleQuoted:y@2:4}@1:1"
    ),
    ("- |\n  un\n- >\n  deux\n", "[literal:un\n@1:3, folded:deux\n@3:3]@1:1"),
    ("- &a [x, {}]\n- *a", "[[plain:x@1:7, {}@1:10]@1:3, [plain:x@1:7, {}@1:10]@1:3]@1:1"),
    ("&a un: &a deux\nb: *a", "{plain:un@1:1 = plain:deux@1:8, plain:b@2:1 = plain:deux@1:8}@1:1"),
    ("a:\nb: ~", "{plain:a@1:1 = plain:@1:3, plain:b@2:1 = plain:~@2:4}@1:1"),
    ("--- un\n...\n", "plain:un@1:5"), ("---\n", "plain:@2:1"),
    ("\"a\\0b\"", "doubleQuoted:a\0b@1:1"),
    (
      #"{"a": "x \ud83d\ude00", "b": "\\ud83d\\ude00 \uD83D\uDE00"}"#,
      #"{doubleQuoted:a@1:2 = doubleQuoted:x 😀@1:7, doubleQuoted:b@1:23 = "#
        + #"doubleQuoted:\ud83d\ude00 😀@1:28}@1:1"#
    ),
    (#"a: '\ud83d\ude00'"#, #"{plain:a@1:1 = singleQuoted:\ud83d\ude00@1:4}@1:1"#),
    ("- \"u\u{85}v\"\n- w", "[doubleQuoted:u v@1:3, plain:w@2:3]@1:1"),
  ])
  func readsADocument(text: String, expected: String) throws {
    let root = try YAMLDocument.parse(text)
    #expect(root.map(Self.line) == expected)
  }

  @Test(arguments: ["", "\n", "# rien\n"])
  func findsNoDocument(text: String) throws {
    #expect(try YAMLDocument.parse(text) == nil)
  }

  @Test(arguments: [
    ("a: [1", 2, 1), ("a: *b", 1, 4), ("a\nb: 1", 2, 2), ("a: b: c", 1, 5),
    ("a: 1\n---\nb: 2", 2, 1),
    ("\"a\\x\"", 1, 5),
    // Ends of lines for YAML 1.1, none for editors.
    ("a: \"u\u{85}v\"\nb: c: d", 2, 5), ("a: \"u\u{2028}v\u{2029}\"\r\nb: c: d", 2, 5),
    ("a: \"é\u{2028}\" b", 1, 9),
  ])
  func saysWhereATextStopsBeingYAML(text: String, line: Int, column: Int) {
    do throws(YAMLError) {
      _ = try YAMLDocument.parse(text)
      Issue.record("read: \(text)")
    } catch {
      guard case .syntax(let problem, let mark, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(mark == YAMLMark(line: line, column: column))
      #expect(!problem.isEmpty)
    }
  }

  @Test func namesKeysThatAreWrittenTwice() {
    #expect(throws: YAMLError.duplicateKeys(["a", "b"], mark: YAMLMark(line: 2, column: 1))) {
      try YAMLDocument.parse("b: 1\na: 2\nc: 3\n'a': 4\nb: 5\n")
    }
  }

  @Test func saysAtWhichByteACharacterCannotBeRead() {
    #expect(throws: YAMLError.unreadable(problem: "control characters are not allowed", offset: 4))
    {
      try YAMLDocument.parse("é: \u{1}")
    }
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func refusesNodesNestedWithoutEnd(opening: String) {
    #expect(throws: YAMLError.self) {
      try YAMLDocument.parse(String(repeating: opening, count: 100_000))
    }
  }

  @Test func findsAValueByItsKey() throws {
    let mapping = try #require(try YAMLDocument.parse("a: 1\nb: 2")?.mapping)
    #expect(mapping["b"]?.scalar?.string == "2")
    #expect(mapping["c"] == nil)
  }
}
