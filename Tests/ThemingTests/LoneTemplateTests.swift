import Diagnostics
import Testing

@testable import Theming

/// Templates that stand alone, and do no more than they may.
@Suite struct LoneTemplateTests {
  private func template(_ text: String) throws -> LoneTemplate {
    var diagnostics: [Diagnostic] = []
    let template = LoneTemplate(
      path: "a.mustache", bytes: Array(text.utf8), reporting: &diagnostics)
    #expect(diagnostics == [])
    return try #require(template)
  }

  private func written(
    _ text: String, _ root: TemplateObject, steps: Int = 1_000, bytes: Int = 1_000
  ) throws -> (text: String?, left: TemplateAllowance) {
    var allowance = TemplateAllowance(steps: steps, bytes: bytes)
    let written = try template(text).render(root, within: &allowance)
    return (written.map { String(decoding: $0.bytes, as: UTF8.self) }, allowance)
  }

  @Test func writesItsValuesEscaped() throws {
    let made = try written("<b>{{a}}</b>", ["a": "<i>"])
    #expect(made.text == "<b>&lt;i&gt;</b>")
    #expect(made.left == TemplateAllowance(steps: 997, bytes: 1_000 - 16))
  }

  @Test(arguments: ["{{>b}}", "{{<b}}{{$c}}{{/c}}{{/b}}"])
  func includesNoOther(text: String) {
    var diagnostics: [Diagnostic] = []
    let template = LoneTemplate(
      path: "a.mustache", bytes: Array(text.utf8), reporting: &diagnostics)
    #expect(template == nil)
    #expect(diagnostics.map(\.id) == ["theme.syntax"])
  }

  @Test(arguments: [
    // Ten lists in one another, of ten values each.
    (String(repeating: "{{#a}}", count: 10) + "x" + String(repeating: "{{/a}}", count: 10), 5_000),
    (String(repeating: "{{b}}", count: 30), 100),
  ])
  func endsWhereItTakesMoreThanItMay(text: String, bytes: Int) throws {
    let root: TemplateObject = [
      "a": .list(Array(repeating: "x", count: 10)), "b": "twenty letters in all",
    ]
    #expect(try written(text, root, steps: 5_000, bytes: bytes).text == nil)
  }

  @Test func namesWhatNothingKnows() throws {
    var allowance = TemplateAllowance(steps: 100, bytes: 100)
    let written = try template("a\n {{titer}}").render(["titre": "b"], within: &allowance)
    let unknown = try #require(written?.unknownNames.first)
    #expect(unknown.location == SourceLocation(path: "a.mustache", line: 2, column: 2, length: 9))
    #expect(unknown.suggestion?.french.contains("titre") == true)
  }
}
