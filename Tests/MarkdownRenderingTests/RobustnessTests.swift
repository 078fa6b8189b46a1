import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import MarkdownRendering

@Suite struct RobustnessTests {
  @Test func rendersConcurrentlyAsSerially() async {
    let texts = (0..<200).map { number in
      """
      ## Titre \(number)\n\n~~barré \(number)~~ et https://exemple.fr/\(number) puis \
      www.exemple.fr 
      """
        + "et **gras** ~un~ a@exemple.fr\n\n| a | ~~b~~ |\n|---|---|\n| \(number) | ~~c~~ |\n"
    }
    let serial = texts.map { html($0) }
    for _ in 0..<5 {
      let concurrent = await withTaskGroup(of: (Int, String).self) { group in
        for (index, text) in texts.enumerated() {
          group.addTask { (index, html(text)) }
        }
        var all = [String](repeating: "", count: texts.count)
        for await (index, made) in group { all[index] = made }
        return all
      }
      #expect(concurrent == serial)
    }
  }

  @Test(arguments: [
    "a&#1;b", "a&#x1F;b", "## a&#8;b", "[a&#1;b](c&#2;d \"e&#3;f\")", "![a&#1;b](c.png)",
    "| a&#1; |\n|---|\n| b&#127; |\n", "- a&#xFFFE;b", "[^1]\n\n[^1]: a&#1;b",
  ])
  func writesNoControlCharacterThatAReferenceStandsFor(text: String) {
    let document = render(text).htmlText
    #expect(document.contains("\u{FFFD}") || document.contains("%EF%BF%BD"))
    let forbidden: [Unicode.Scalar] = ["\u{7F}", "\u{FFFE}"]
    #expect(
      document.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0 >= " " && !forbidden.contains($0))
      })
  }

  /// Parses alone, on threads of its own: tasks may all run on one thread while other tests run.
  @Test func parsesConcurrentlyAsSerially() {
    let line = "~~a~~ www.exemple.fr ~b~ https://exemple.fr\n"
    let text = Array(String(repeating: line, count: 50).utf8)
    let counts = Mutex<Set<Int>>([])
    let isDone = DispatchSemaphore(value: 0)
    for _ in 0..<4 {
      Thread {
        let found = Set((0..<400).map { _ in Self.inlineCount(of: text) })
        counts.withLock { $0.formUnion(found) }
        isDone.signal()
      }.start()
    }
    for _ in 0..<4 { isDone.wait() }
    #expect(counts.withLock { $0 } == [Self.inlineCount(of: text)])
  }

  private static func inlineCount(of text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { bytes in
      guard let tree = SyntaxTree(parsing: bytes, as: nil, MarkdownOptions()) else { return 0 }
      var count = 0
      var child = tree.root.firstChild?.firstChild
      while let node = child {
        count += 1
        child = node.next
      }
      return count
    }
  }

  @Test(arguments: [
    String(repeating: "> ", count: 10_000) + "a",
    String(repeating: "- ", count: 10_000) + "a",
    (0..<10_000).map { String(repeating: " ", count: min($0, 300)) + "- a" }.joined(
      separator: "\n"),
  ])
  func reportsBlocksNestedTooDeep(_ text: String) {
    let document = render(text)
    #expect(document.diagnostics.map(\.id) == ["markdown.nesting"])
    #expect(document.diagnostics.first?.severity == .error)
    #expect(document.html.count < 2 * text.utf8.count)
  }

  @Test(arguments: [
    String(repeating: "[", count: 10_000), String(repeating: "![", count: 10_000),
    String(repeating: "[a](", count: 10_000), String(repeating: "[[a]", count: 10_000),
    String(repeating: "*a_ ", count: 10_000), String(repeating: "<a", count: 10_000),
    String(repeating: "« ", count: 10_000), String(repeating: "[^1]", count: 10_000),
  ])
  func keepsAbsurdInlinesAsText(_ text: String) {
    let document = render(text)
    #expect(!document.html.isEmpty)
    #expect(!document.diagnostics.contains { $0.id == "markdown.nesting" })
  }

  @Test func reportsEmphasisNestedTooDeep() {
    let text =
      String(repeating: "*a **b ", count: 5_000) + "c" + String(repeating: " d** e*", count: 5_000)
    #expect(render(text).diagnostics.map(\.id) == ["markdown.nesting"])
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "\0", "a\r\nb\rc", "|", "```", "---"])
  func acceptsOddities(_ text: String) {
    let first = render(text)
    #expect(first.html == render(text).html)
    #expect(first.diagnostics.isEmpty)
  }

  @Test func takesInvalidUTF8AsItComes() {
    let bytes: [UInt8] = [0xC2, 0x21, 0xE2, 0x80, 0x20, 0x21, 0xC3, 0xAB, 0xC2]
    let source = MarkdownSource(path: "a.md", body: bytes[...])
    #expect(!MarkdownRenderer().render(source, links: SampleLinks()).html.isEmpty)
    #expect(FrenchTypography.apply(to: [0xC2]) == [0xC2])
    #expect(FrenchTypography.apply(to: [0x35, 0x20, 0xE2]) == [0x35, 0x20, 0xE2])
  }

  @Test(.timeLimit(.minutes(30))) func rendersAHugeSheet() {
    let paragraph = "Un paragraphe avec [un lien](guide.md), *du gras* et l'été : 10 000 fois !\n\n"
    let text = String(repeating: paragraph, count: 8_000_000 / paragraph.utf8.count)
    let document = render(text)
    #expect(document.links.count == 8_000_000 / paragraph.utf8.count)
    #expect(document.links.last?.location.position?.line == document.links.count * 2 - 1)
  }

  @Test(
    .timeLimit(.minutes(30)),
    arguments: [("<b> ", 1...9), ("![](b) ", 1_000...1_009), ("« é ! » ", 0...0)])
  func staysLinearOnALongLine(_ piece: String, told: ClosedRange<Int>) {
    let count = 60_000
    let document = render(String(repeating: piece, count: count))
    #expect(document.html.count >= count)
    let columns = document.diagnostics.compactMap { $0.location.position?.column }
    #expect(columns == columns.sorted())
    // Elements are told once a kind; of others, a thousand are told and the rest counted.
    #expect(told.contains(columns.count))
  }
}
