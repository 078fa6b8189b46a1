import Calendars
import ContentModel
import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading

/// A source folder made for one test, removed with it.
final class SampleSite {
  /// The folder that holds the source and what is built from it.
  let root: String

  /// Writes the files of a site, by path; a `.md` file of sheets may go without front matter.
  init(_ files: KeyValuePairs<String, String> = [:]) throws {
    root =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/archipel-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  var source: String { root + "/source" }
  var output: String { root + "/source/output" }

  /// Writes a file of the source folder, and the folders above it.
  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let whole = URL(filePath: source + "/" + path)
    try FileManager.default.createDirectory(
      at: whole.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: whole)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: source + "/" + path)
  }

  /// Makes a symbolic link in the source folder.
  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: source + "/" + path, withDestinationPath: target)
  }

  /// Waits until what has just been written counts as changing no more, for which it is read again and
  /// not kept.
  func settle() async throws { try await Task.sleep(for: .milliseconds(100)) }

  /// Returns the request of a build of this site on 14 March 2026, with the theme of the fixtures.
  func request(_ change: (inout BuildRequest) -> Void = { _ in }) -> BuildRequest {
    var request = BuildRequest(
      source: source, output: output, builtInThemes: Fixtures.themes, today: Fixtures.today)
    change(&request)
    return request
  }

  /// Builds the site and publishes it.
  @discardableResult
  func build(_ change: (inout BuildRequest) -> Void = { _ in }) async throws -> BuildReport {
    try await SiteBuilder(request(change)).build()
  }

  /// Returns the text of a published file; nil when there is no such file.
  func published(_ path: String) -> String? {
    FileManager.default.contents(atPath: output + "/" + path)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The published files by path, the manifest among them.
  var files: [String: Data] { FolderContent.files(of: output) }
}

/// What comes with the tests.
enum Fixtures {
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures").path
  /// The folder of a theme whose pages can be read at a glance, in the place of the built-in one.
  static let themes = folder + "/themes"
  /// 14 March 2026.
  static let today = CalendarDate(secondsSince1970: 1_773_446_400)
}

/// What a folder holds.
enum FolderContent {
  /// Returns the bytes of every file below a folder, by path; none when it is not there.
  static func files(of folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for path in FileManager.default.subpaths(atPath: folder) ?? [] {
      if isFile(folder + "/" + path) {
        files[path] = FileManager.default.contents(atPath: folder + "/" + path)
      }
    }
    return files
  }

  /// Returns the inode and the time of every file below a folder, by path.
  static func stamps(of folder: String) throws -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for path in FileManager.default.subpaths(atPath: folder) ?? [] {
      guard isFile(folder + "/" + path) else { continue }
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
      stamps[path] = Stamp(
        inode: attributes[.systemFileNumber] as? Int,
        modified: attributes[.modificationDate] as? Date)
    }
    return stamps
  }

  /// What tells whether a file has been written again.
  struct Stamp: Equatable {
    let inode: Int?
    let modified: Date?
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}

extension Diagnostic {
  /// The id and the place, as `link.dangling content/a.md:3:7`.
  var summary: String {
    guard let position = location.position else { return "\(id) \(location.path)" }
    return "\(id) \(location.path):\(position.line):\(position.column)"
  }
}

extension BuildReport {
  /// The diagnostics as ``Diagnostic/summary`` says them.
  ///
  /// What is not published is counted apart, in ``notPublished``.
  var findings: [String] { diagnostics.filter { !Self.isNotice($0) }.map(\.summary) }

  /// The sheets that are held back and the files that are left out, as ``Diagnostic/summary`` says
  /// them.
  var notPublished: [String] { diagnostics.filter(Self.isNotice).map(\.summary) }

  private static func isNotice(_ diagnostic: Diagnostic) -> Bool {
    ["sheet.held-back", "sheet.waiting", "source.left-out"].contains(diagnostic.id)
  }
}
