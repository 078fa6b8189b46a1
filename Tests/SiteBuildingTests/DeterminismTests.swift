import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

@Suite struct DeterminismTests {
  @Test func buildsTheSameFromTwoFoldersWithOneJobOrTwo() async throws {
    let (first, second) = (try Self.sample(), try Self.sample())
    try await first.build { $0.jobs = 1 }
    try await second.build { $0.jobs = 2 }
    #expect(first.files.count > 300)
    #expect(first.files == second.files)
  }

  @Test func buildsTheSameAgainAsFromScratch() async throws {
    let site = try Self.sample()
    try await site.build { $0.jobs = 2 }
    let before = site.files
    try site.write("---\ntitle: Passager\ntags: [seul]\n---\n", to: "content/passager.md")
    try await site.build { $0.jobs = 2 }
    #expect(site.files != before)
    try site.remove("content/passager.md")
    try await site.build { $0.jobs = 2 }
    #expect(site.files == before)
  }

  @Test func readsTheSameWhateverTheOrderOfCreation() async throws {
    let (first, second) = (try SampleSite(), try SampleSite())
    let names = ["a", "b", "é", "z", "œ"]
    for name in names { try first.write("---\ntags: [t]\n---\n", to: "content/\(name).md") }
    for name in names.reversed() {
      try second.write("---\ntags: [t]\n---\n", to: "content/\(name).md")
    }
    try await first.build()
    try await second.build()
    #expect(first.files == second.files)
  }

  /// Three hundred sheets that share tags and link to one another.
  private static func sample() throws -> SampleSite {
    let site = try SampleSite()
    for number in 0..<300 {
      let text = """
        ---
        title: "Fiche \(number)"
        date: 2025-0\(1 + number % 9)-1\(number % 10)
        tags: [a\(number % 7), b\(number % 11), c\(number % 13)]
        ---

        ## Partie

        Voir [la suivante](fiche-\((number + 1) % 300).md#partie) et ~~rien~~ www.exemple.fr.
        """
      try site.write(text, to: "content/s/fiche-\(number).md")
    }
    return site
  }
}
