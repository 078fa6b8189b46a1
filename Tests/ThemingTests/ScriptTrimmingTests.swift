import Testing

@testable import Theming

/// What is dropped from scripts.
@Suite struct ScriptTrimmingTests {
  @Test(arguments: [
    ("a();\n", "a();\n"), ("  a();\n\n\tb();", "a();\nb();"),
    ("// Un mot.\na();  // là\n", "a();  // là\n"),
    ("/* Un\n   mot. */\na();\n", "a();\n"), ("/* Un. */ a();\n", "a();\n"),
    ("/*! MIT */\na();\n", "/*! MIT */\na();\n"),
    ("a(\"// b\");\nreturn\n  /x/.test(y);\n", "a(\"// b\");\nreturn\n/x/.test(y);\n"),
    ("a(`${b}`);\n  c();\n", "a(`${b}`);\nc();\n"), ("", ""), ("/* sans fin", ""),
  ])
  func dropsIndentationAndLinesOfComments(script: String, kept: String) {
    #expect(String(decoding: ScriptTrimming.trim(Array(script.utf8)), as: UTF8.self) == kept)
  }

  @Test(arguments: ["a(`\n  // texte\n`);\n", "a(`b\n  ` + `c\n`);\n", "a(\"b\\\n  // c\");\n"])
  func leavesAScriptWholeWhoseTextsGoOverLines(script: String) {
    #expect(ScriptTrimming.trim(Array(script.utf8)) == Array(script.utf8))
  }
}
