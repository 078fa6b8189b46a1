import Testing

@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

/// A sheet that was kept is not believed once the build has left it out of what it keeps.
@Suite struct KeptSheetTests {
  /// Enough sheets for a change of one to be written beside those that were kept.
  private static func site() throws -> SampleSite {
    let site = try SampleSite()
    for name in "abcdefghijklmnopqrst" {
      try site.write("---\ntitre: \(name)\n---\n\nTexte.\n", to: "content/\(name).md")
    }
    return site
  }

  /// The steps that are built one after another: the text of each file that they change.
  private static func follow(
    _ steps: [[String: String?]], in site: SampleSite
  ) async throws {
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    let first = try site.keptBases
    for (number, step) in steps.enumerated() {
      for (path, text) in step {
        if let text {
          try site.write(text, to: "content/" + path)
        } else {
          try site.remove("content/" + path)
        }
      }
      try await site.settle()
      #expect(try await Regeneration(site).differences == [], "step \(number)")
    }
    // They were all written beside the same sheets, or nothing was shown.
    #expect(try site.keptBases["sheets"] == first["sheets"])
  }

  @Test func readsASheetAgainThatHasGainedAView() async throws {
    try await Self.follow(
      [
        ["a.md": "---\ntitre: a\nvue: { genre: types }\n---\n\nTexte.\n"],
        ["b.md": "Autre.\n"], ["b.md": "Autre encore.\n"],
      ], in: Self.site())
  }

  @Test func readsATranslationAgainThatComesBackToAnotherOriginal() async throws {
    let site = try Self.site()
    let translation = "---\ntitre: A\n---\n"
    try site.write(translation, to: "content/a.en.md")
    try site.write("---\ntitre: a\netiquettes: [avant]\n---\n\nTexte.\n", to: "content/a.md")
    try await Self.follow(
      [
        ["a.en.md": nil, "a.md": "---\ntitre: a\netiquettes: [apres]\n---\n\nTexte.\n"],
        ["a.en.md": translation], ["b.md": "Autre.\n"],
      ], in: site)
  }
}
