import ContentModel
import Desk
import Diagnostics
import Formats
import SiteGraph
import SiteLoading
import Testing

/// The first `archipel.yaml` of a site that nobody has configured.
struct NewConfigurationTests {
  private static let path = "archipel.yaml"

  private static let ofAnotherTool = [
    "hugo.yaml": """
    title: "Lab: the port"
    languageCode: en
    menus:
      main:
        - name: Guide
          pageRef: /guide
        - name: Code
          url: https://example.org/code

    """,
    "content/index.md": "# Home\n", "content/guide.md": "# Guide\n",
    "content/fr/guide.md": "# Le guide\n",
  ]
  private static let ofNobody = ["content/index.md": "# Accueil\n"]

  @Test func startsWithWhatWasTakenFromAnotherTool() async throws {
    let desk = try await OpenDesk(files: Self.ofAnotherTool)
    let opened = try desk.open(Self.path)
    #expect(opened["values"]["fields"]["title"]["value"].text == "Lab: the port")
    #expect(opened["values"]["fields"]["menu"]["value"].elements.count == 2)
    #expect(opened["messages"].elements.isEmpty)
    #expect(!desk.lab.has(Self.path))
    _ = try desk.save(Self.path, opened, #"{ "publisher": "Town hall" }"#)
    let new = try Self.configuration(of: desk)
    #expect(new.publisher == "Town hall")
    expectWhatWasGuessed(new, desk)
  }

  @Test func goesBackToWhatWasGuessed() async throws {
    let desk = try await OpenDesk(files: Self.ofAnotherTool)
    let opened = try desk.open(Self.path)
    let saved = try desk.save(Self.path, opened, #"{ "title": "Another", "menu": null }"#)
    #expect(try Self.configuration(of: desk).title == "Another")
    let undone = try desk.save(Self.path, saved, source: opened["source"].text)
    expectWhatWasGuessed(try Self.configuration(of: desk), desk)
    #expect(undone["source"] == opened["source"])
  }

  @Test func leavesNoEmptyFileWhereThereWasNone() async throws {
    let desk = try await OpenDesk(files: Self.ofNobody)
    let opened = try desk.open(Self.path)
    #expect(opened["source"].text.isEmpty)
    #expect(opened["version"].text == WritingDesk.version(of: []))
    let saved = try desk.save(Self.path, opened, #"{ "title": "Le nôtre" }"#)
    let written = try desk.lab.bytes(of: Self.path)
    let undone = try desk.save(Self.path, saved, source: opened["source"].text)
    #expect(!desk.lab.has(Self.path))
    #expect(undone["version"] == opened["version"])
    #expect(try desk.lab.bytes(of: ".corbeille/1/" + Self.path) == written)
    // The page may go on from there.
    _ = try desk.save(Self.path, undone, source: "")
    #expect(!desk.lab.has(Self.path))
    _ = try desk.save(Self.path, undone, source: "title: Encore")
    #expect(try desk.lab.text(of: Self.path) == "title: Encore\n")
  }

  @Test func asksAPageThatWasGivenNothingBeforeSomethingWasGuessed() async throws {
    let desk = try await OpenDesk(files: Self.ofAnotherTool)
    let empty: JSONValue = ["version": .string(WritingDesk.version(of: []))]
    do {
      _ = try desk.save(Self.path, empty, #"{ "title": "Another" }"#)
      Issue.record("what was guessed is lost")
    } catch DeskProblem.conflict(let now) {
      #expect(!desk.lab.has(Self.path))
      _ = try desk.save(Self.path, now, #"{ "title": "Another" }"#, more: #""keeps": "oui""#)
    }
    let new = try Self.configuration(of: desk)
    #expect(new.title == "Another" && new.language == "en" && new.menu.count == 2)
  }

  private func expectWhatWasGuessed(_ new: SiteConfiguration, _ desk: OpenDesk) {
    #expect(new.title == "Lab: the port")
    #expect(new.language == "en")
    #expect(new.languages == ["fr"])
    #expect(new.menu.map(\.target) == ["guide", "https://example.org/code"])
    #expect(new.menu.map { $0.label.text(in: "en") } == ["Guide", "Code"])
    let guessed = desk.lab.commons.site.configuration
    #expect(new.title == guessed.title && new.languages == guessed.languages)
  }

  /// Reads what was written, and expects no mistake in it.
  private static func configuration(of desk: OpenDesk) throws -> SiteConfiguration {
    var diagnostics: [Diagnostic] = []
    let configuration = SiteConfiguration(
      path: path, text: try desk.lab.text(of: path), reporting: &diagnostics)
    #expect(diagnostics.map(\.id) == [])
    return configuration
  }
}
