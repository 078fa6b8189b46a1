import Diagnostics
import Foundation
import Testing

@testable import Outputs
@testable import SiteBuilding
@testable import SiteGraph
@testable import SiteLoading

/// What `docs/compatibility.md` promises: a site written for a version builds with the later ones, at
/// the same addresses, with the same exports, and its templates find their names.
///
/// The lists beside the site say what its version did. With `ARCHIPEL_RECORD=0.1.0` they are written
/// anew, which is right only as long as that version is not released.
@Suite struct CompatibilityTests {
  private static let folder = Fixtures.folder + "/version-0.1.0"
  private static let repository = URL(filePath: Fixtures.folder).deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static func build() async throws -> (site: SampleSite, report: BuildReport) {
    let site = try SampleSite()
    try FileManager.default.removeItem(atPath: site.source)
    try FileManager.default.copyItem(atPath: folder, toPath: site.source)
    let report = try await site.build { $0.options.builtInThemes = repository + "/themes" }
    return (site, report)
  }

  @Test func buildsASiteOfAnEarlierVersionAsItLies() async throws {
    let (_, report) = try await Self.build()
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    #expect(report.pageCount > 30)
  }

  @Test func keepsEveryAddress() async throws {
    let (site, _) = try await Self.build()
    try expectAll(of: "adresses.txt", in: Self.addresses(of: site.files))
  }

  @Test func keepsEveryKeyOfTheExports() async throws {
    let (site, _) = try await Self.build()
    try expectAll(of: "exports.txt", in: Self.keys(of: site.files))
  }

  @Test func keepsEveryNameThatTemplatesRead() throws {
    try expectAll(of: "noms.txt", in: Self.names())
  }

  /// Expects all lines of a list among those of now.
  private func expectAll(of list: String, in now: Set<String>) throws {
    let path = Self.folder + "/" + list
    if ProcessInfo.processInfo.environment["ARCHIPEL_RECORD"] == "0.1.0" {
      try (now.sorted().joined(separator: "\n") + "\n")
        .write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(list): read it, then run without recording")
      return
    }
    let then = Set(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n"))
    #expect(then.count > 50)
    #expect(then.filter { !now.contains(String($0)) }.sorted() == [])
  }

  /// The published files, and the headings of pages; files whose name holds a hash are asked
  /// for by pages alone.
  private static func addresses(of files: [String: Data]) -> Set<String> {
    var addresses: Set<String> = []
    for (path, bytes) in files {
      let unnamed = ["assets/", "images/", "recherche-index/", "."]
      if unnamed.contains(where: { path.hasPrefix($0) }) { continue }
      addresses.insert(path)
      guard path.hasSuffix(".html") else { continue }
      for match in String(decoding: bytes, as: UTF8.self).matches(of: /<h[1-6] id="([^"]+)"/) {
        addresses.insert("\(path)#\(match.1)")
      }
    }
    return addresses
  }

  /// The keys of JSON files, each with what it holds: `commons.json sheets[].title text`.
  private static func keys(of files: [String: Data]) throws -> Set<String> {
    var keys: Set<String> = []
    func visit(_ value: Any, _ path: String) {
      switch value {
      case let object as [String: Any]:
        for (key, value) in object {
          visit(value, path.hasSuffix(" ") ? path + key : path + "." + key)
        }
      case let list as [Any]: for element in list { visit(element, path + "[]") }
      case is String: keys.insert(path + " text")
      case is NSNumber: keys.insert(path + " number")
      default: break
      }
    }
    let paths = ["outils/minuteur", "rencontres/cafe"].map { $0 + "/index.json" }
    for path in ["commons.json", "feed.json"] + paths {
      let bytes = try #require(files[path], "\(path)")
      visit(try JSONSerialization.jsonObject(with: bytes), path + " ")
    }
    return keys
  }

  /// The names that templates may ask for, each with what it is.
  private static func names() -> Set<String> {
    var lines: Set<String> = []
    func visit(_ names: TemplateNames) {
      for entry in names.entries {
        let kind =
          switch entry.kind {
          case .text: "text"
          case .markup: "markup"
          case .flag: "flag"
          case .number: "number"
          case .texts: "texts"
          case .declared: "declared"
          case .object: "object"
          case .list: "list"
          case .keyed: "by key"
          }
        let (isNew, _) = lines.insert("\(names.title): \(entry.name), \(kind)")
        guard isNew else { continue }
        switch entry.kind {
        case .object(let inner), .list(let inner), .keyed(let inner): visit(inner)
        case .text, .markup, .flag, .number, .texts, .declared: break
        }
      }
    }
    visit(.root)
    visit(.page)
    visit(.site)
    return lines
  }
}
