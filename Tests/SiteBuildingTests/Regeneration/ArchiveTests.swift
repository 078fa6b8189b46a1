import ByteCoding
import ContentModel
import LivingSite
import Testing

@testable import SiteBuilding

/// What a build keeps of sheets and documents is what reading them again would give.
@Suite struct ArchiveTests {
  private let site: SampleSite
  private let today: CalendarDate

  /// Builds a site that has changed for a while, when it is in a state that can be published.
  init() async throws {
    site = try SampleSite()
    var living = try LivingSite(in: site.source, seed: 12)
    for _ in 0..<30 { _ = try living.change() }
    var today = Fixtures.today
    for _ in 0..<100 {
      today = Fixtures.today.adding(days: living.day)
      if try await !site.build({ $0.today = today }).hasErrors { break }
      _ = try living.change()
    }
    self.today = today
  }

  /// Returns the site as it is read, with what the build has kept.
  private func built() async throws -> (read: PreparedSite, kept: SiteArchive) {
    let request = site.request { $0.today = today }
    var clock = PhaseClock()
    let read = try await SiteBuilder(request).prepare(&clock)
    let file = TraceFile(request)
    let trace = try #require(file.read())
    return (read, try #require(file.archive.read(trace.beside.archive, source: trace.source)))
  }

  @Test func keepsSheetsAndDocumentsAsTheyWere() async throws {
    let (read, kept) = try await built()
    let loaded = read.commons.site
    let reader = SheetReader(
      types: loaded.types, vocabularies: loaded.vocabularies,
      siteLanguage: loaded.configuration.language)
    var count = 0
    for (index, record) in loaded.records.enumerated() where record.original == nil {
      guard let known = kept.record(of: record.file, record.name, translating: nil, reader) else {
        // Those with a view, and events that come back, are read again.
        continue
      }
      count += 1
      let (sheet, same) = (try #require(record.sheet), try #require(known.sheet))
      #expect(same.fields == sheet.fields)
      #expect(same.locations == sheet.locations)
      #expect((same.title, same.id, same.body) == (sheet.title, sheet.id, sheet.body))
      #expect((same.tags, same.aliases, same.slug) == (sheet.tags, sheet.aliases, sheet.slug))
      #expect((same.isDraft, same.isBlank) == (sheet.isDraft, sheet.isBlank))
      #expect((known.digest, known.head) == (record.digest, record.head))
      #expect(known.diagnostics == record.diagnostics)
      let document = read.documents.documents[index]
      let numbers = kept.pages.map { path in loaded.sheets.firstIndex { $0.path == path } }
      let text = document.sheet.text.content
      let found = kept.document(of: record.file.path, numbers: numbers) { text }
      let keptDocument = try #require(found?.document)
      #expect(keptDocument.sheet.title == document.sheet.title)
      #expect(keptDocument.sheet.summary == document.sheet.summary)
      #expect(keptDocument.sheet.headings == document.sheet.headings)
      #expect(keptDocument.sheet.links == document.sheet.links)
      #expect(keptDocument.diagnostics == document.diagnostics)
      #expect(keptDocument.lookups?.answers == document.lookups?.answers)
      #expect(keptDocument.lookups?.requests == document.lookups?.requests)
    }
    #expect(count > 5)
  }

  @Test func refusesAnArchiveThatIsCut() async throws {
    let (read, _) = try await built()
    let bytes = try await ArchiveWriter(read).encoded(Workers(count: 2))
    #expect(try ArchiveFile(bytes).entries.count > 10)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: DamagedBytes.self) { try ArchiveFile(Array(bytes[..<length])) }
    }
  }

  /// Bytes that are not what they were give another sheet or none, and stop nothing.
  @Test func readsDamagedSheetsWithoutHarm() async throws {
    let (read, kept) = try await built()
    let loaded = read.commons.site
    let reader = SheetReader(types: loaded.types, vocabularies: loaded.vocabularies)
    let bytes = try await ArchiveWriter(read).encoded(Workers(count: 2))
    var refused = 0
    for place in stride(from: 0, to: bytes.count, by: 61) {
      var damaged = bytes
      damaged[place] ^= 0xFF
      guard
        let archive = try? SiteArchive(
          base: damaged, changes: damaged, kept.stamp, source: loaded.snapshot)
      else {
        refused += 1
        continue
      }
      for record in loaded.records where record.original == nil {
        let path = record.file.path
        if archive.record(of: record.file, record.name, translating: nil, reader) == nil {
          refused += 1
        }
        let found = archive.document(of: path, numbers: nil) { read.sheets[0].text.content }
        if found?.document.lookups?.requests.isEmpty ?? true { refused += 1 }
      }
    }
    #expect(refused > 0)
  }
}
