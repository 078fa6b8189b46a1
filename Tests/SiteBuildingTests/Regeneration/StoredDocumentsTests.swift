import Calendars
import ByteCoding
import ContentModel
import LivingSite
import MarkdownRendering
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

/// What a build keeps of sheets and documents is what reading them again would give.
@Suite struct StoredDocumentsTests {
  private let site: SampleSite
  private let today: CalendarDate

  /// Builds a site that has changed for a while, when it is in a state that can be published.
  init() async throws {
    site = try SampleSite()
    var living = try LivingSite(in: site.source, seed: 9, sheets: 36)
    for _ in 0..<30 { _ = try living.change() }
    try await site.settle()
    var today = Fixtures.today
    for _ in 0..<100 {
      today = Fixtures.today.adding(days: living.day)
      if try await !site.build({ $0.today = today }).hasErrors { break }
      _ = try living.change()
    }
    self.today = today
  }

  /// Returns the site as it is read, with what the build has kept.
  private func built() async throws -> (read: PreparedSite, kept: StoredDocuments) {
    let request = site.request { $0.today = today }
    var clock = PhaseClock()
    let read = try await SiteBuilder(request).prepare(&clock)
    let file = BuildRecordFile(request)
    let record = try #require(file.read())
    return (read, try #require(file.documents.read(record.beside.documents, source: record.source)))
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
      let document = read.rendered.documents.documents[index]
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
    #expect(count > 10)
  }

  @Test func refusesDocumentsThatAreCut() async throws {
    let (read, _) = try await built()
    let bytes = try await DocumentsWriter(read.rendered).encoded(Workers(count: 2))
    #expect(try DocumentsFile(bytes).entries.count > 10)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: CorruptData.self) { try DocumentsFile(Array(bytes[..<length])) }
    }
  }

  /// Bytes that are not what they were are not stored documents.
  @Test func refusesDamagedBytes() async throws {
    _ = try await built()
    let file = BuildRecordFile(site.request { $0.today = today })
    let record = try #require(file.read())
    for name in [file.name, file.name + ".changes"] {
      let path = "\(site.source)/\(CacheFolder.name)/sheets/\(name)"
      let bytes = try DiskFile.read(path)
      for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
        var damaged = bytes
        damaged[place] ^= 0xFF
        // In the same file, so that the disk alone tells: the stamp is taken again.
        try DiskFile.write(damaged, to: path)
        let stamp = try #require(LayeredFile(file, "sheets").stamp)
        #expect(file.documents.read(stamp, source: record.source) == nil, "\(name) at \(place)")
      }
      try DiskFile.write(bytes, to: path)
    }
    let stamp = try #require(LayeredFile(file, "sheets").stamp)
    #expect(file.documents.read(stamp, source: record.source) != nil)
  }

  /// What stored documents say is checked: they may have come with a source that somebody else made.
  @Test(arguments: [0, 1 << 20, Int.max - 1])
  func leadsToNoPageThatTheArchiveLacks(page: Int) async throws {
    let (read, kept) = try await built()
    let index = try #require(
      read.rendered.documents.documents.firstIndex { $0.sheet.links.contains { $0.pageID != nil } })
    let record = read.commons.site.records[index]
    var entry = ByteWriter()
    entry.write(bytes: [])
    entry.write(1)
    read.rendered.documents.documents[index].write(
      to: &entry, path: record.file.path, folder: "", number: { _ in page })
    func documents(_ pages: [String]) throws -> StoredDocuments {
      let file = DocumentsFile.encoded(
        read.rendered.documents.setting, pages: pages,
        [(path: record.file.path, bytes: entry.bytes)])
      let none = DocumentsFile.encoded(read.rendered.documents.setting, pages: [], [])
      return try StoredDocuments(base: none, changes: file, kept.stamp, source: SourceSnapshot())
    }
    func leads(_ documents: StoredDocuments) -> Bool {
      documents.document(of: record.file.path, numbers: nil) {
        SheetText.Content(html: [], inlines: [:])
      } != nil
    }
    #expect(try leads(documents([record.file.path])) == (page == 0))
    #expect(try !leads(documents([])))
  }

  @Test func refusesFingerprintsOfFewerPartsThanTheSiteHas() async throws {
    let stamp = try await built().kept.stamp
    let counts = Dependency.Aspect.allCases.map {
      $0 == .whole ? Dependency.Whole.allCases.count : 1
    }
    func read(_ values: [[UInt64]]) throws -> StoredPageRecords {
      let records = PageRecords(
        declarations: "", theme: 0,
        hashes: SiteHashes(
          sheets: ["a"], folders: ["b"], tags: ["c"], values: values, relatednessHash: 0), files: []
      )
      return try StoredPageRecords(
        base: records.encodedBase, changes: records.encodedChanges([]), stamp)
    }
    let values = counts.map { [UInt64](repeating: 0, count: $0) }
    #expect(try read(values).hashes.values == values)
    for aspect in values.indices {
      var fewer = values
      fewer[aspect].removeLast()
      #expect(throws: CorruptData.self) { try read(fewer) }
    }
  }

  /// A text that is asked for late is that of its file now, and the build is told.
  @Test func tellsThatATextHasChangedMeanwhile() async throws {
    let (read, kept) = try await built()
    let loaded = read.commons.site
    let reader = SheetReader(types: loaded.types, vocabularies: loaded.vocabularies)
    let record = try #require(
      loaded.records.first { record in
        record.original == nil
          && kept.record(of: record.file, record.name, translating: nil, reader) != nil
      })
    let sheet = try #require(
      kept.record(of: record.file, record.name, translating: nil, reader)?.sheet)
    _ = sheet.body
    #expect(!kept.isOutdated)
    try DiskFile.write(Array("Autre.\n".utf8), to: record.file.diskPath)
    _ = sheet.body
    #expect(kept.isOutdated)
  }
}
