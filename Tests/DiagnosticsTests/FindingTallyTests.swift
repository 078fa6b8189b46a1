import Diagnostics
import Testing

@Suite struct FindingTallyTests {
  private static func finding(_ id: String, _ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      .warning, id: id, at: SourceLocation(path: path, line: line, column: 1),
      LocalizedText(verbatim: "x"))
  }

  @Test func tellsAThousandOfAKindAndCountsTheOthers() {
    let many = (1...1_234).map { Self.finding("a.b", "x.md", line: $0) }
    let others = (1...1_000).map { Self.finding("a.b", "y.md", line: $0) }
    let bounded = (many + others + [Self.finding("a.c", "x.md", line: 1)]).bounded()
    #expect(bounded.count == 2_002)
    let more = bounded.filter { $0.id == "findings.more" }
    #expect(more.map(\.location.path) == ["x.md"])
    #expect(more.first?.location.position?.line == 1_001)
    #expect(more.first?.message.french.hasPrefix("… et 234 autres « a.b »") == true)
    #expect(more.first?.severity == .warning)
  }
}
