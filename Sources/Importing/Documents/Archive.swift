import Diagnostics
import Formats
import SiteFiles

/// What a ZIP file says that it holds, read before any program unpacks it.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. Archives of more than 4 GiB, and
/// those that are compressed otherwise than most programs do, are refused.
struct Archive {
  /// Why an archive is not unpacked.
  enum Refusal: Error, Hashable {
    case broken
    case tooMuch
    case tooMany
    case unsafePath(String)
    case link(String)
  }

  static let maxEntries = 5_000
  /// What all files may hold together, in bytes.
  static let maxSize = 256 << 20

  /// The paths of its files, folders left out.
  let paths: [String]

  init(_ bytes: [UInt8]) throws(Refusal) {
    func number(_ offset: Int, _ count: Int) throws(Refusal) -> Int {
      guard offset >= 0, offset + count <= bytes.count else { throw .broken }
      return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let lowest = max(0, bytes.count - 65_557)
    var end = bytes.count - 22
    while end >= lowest, try number(end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= lowest, end >= 0 else { throw .broken }
    let count = try number(end + 10, 2)
    guard count <= Self.maxEntries else { throw .tooMany }
    var offset = try number(end + 16, 4)
    var (paths, size) = ([String](), 0)
    for _ in 0..<count {
      guard try number(offset, 4) == 0x0201_4B50 else { throw .broken }
      let claimed = try number(offset + 24, 4)
      size += claimed
      guard size <= Self.maxSize else { throw .tooMuch }
      let length = try number(offset + 28, 2)
      let mode = try number(offset + 38, 4) >> 16
      guard offset + 46 + length <= bytes.count else { throw .broken }
      let path = String(decoding: bytes[(offset + 46)..<(offset + 46 + length)], as: UTF8.self)
      guard mode & 0o170000 != 0o120000 else { throw .link(path) }
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard !path.hasPrefix("/"), !parts.contains(".."), !path.contains("\\"), !path.contains("\0")
      else { throw .unsafePath(path) }
      if !path.hasSuffix("/") { paths.append(path) }
      // A few bytes may claim to be few and unpack to a disk full.
      let stored = try number(offset + 20, 4)
      let header = try number(offset + 42, 4)
      guard try number(header, 4) == 0x0403_4B50 else { throw .broken }
      let start = header + 30 + (try number(header + 26, 2)) + (try number(header + 28, 2))
      guard start + stored <= bytes.count else { throw .broken }
      switch try number(offset + 10, 2) {
      case 0: guard stored == claimed else { throw .broken }
      case 8:
        let content = bytes[start..<(start + stored)]
        guard Inflater.length(of: content, atMost: claimed) == claimed else { throw .broken }
      default: throw .broken
      }
      offset += 46 + length + (try number(offset + 30, 2)) + (try number(offset + 32, 2))
    }
    self.paths = paths
  }

  /// Unpacks an archive into a folder of a working folder.
  static func unpack(
    _ bytes: [UInt8], in work: WorkFolder, as folder: String
  ) async throws -> Result<Archive, Refusal> {
    let archive: Archive
    do { archive = try Archive(bytes) } catch { return .failure(error) }
    _ = try work.write(bytes, as: folder + ".zip")
    let end = try await ChildProgram(name: "unzip").run(
      ["-qq", "-n", folder + ".zip", "-d", folder], in: work.path)
    guard case .done = end else { return .failure(.broken) }
    return .success(archive)
  }
}

extension Archive.Refusal {
  /// The refusal for people.
  var message: LocalizedText {
    switch self {
    case .broken:
      LocalizedText(
        fr: "ce fichier est abîmé, ou n’est pas ce que dit son nom : enregistrez-le à nouveau",
        en: "this file is broken, or is not what its name says: save it again")
    case .tooMuch:
      LocalizedText(
        fr: "ce fichier contient plus de 256 Mo une fois déplié : allégez ses images",
        en: "this file holds more than 256 MB when unpacked: make its pictures lighter")
    case .tooMany:
      LocalizedText(
        fr:
          "ce fichier contient plus de \(Archive.maxEntries) fichiers une fois déplié : faites-en "
          + "plusieurs archives",
        en: "this file holds more than \(Archive.maxEntries) files when unpacked: make several "
          + "archives of it")
    case .unsafePath(let path):
      LocalizedText(
        fr: "cette archive écrirait hors de son dossier (« \(path) ») : refusée",
        en: "this archive would write outside of its folder (“\(path)”): refused")
    case .link(let path):
      LocalizedText(
        fr: "cette archive contient un lien (« \(path) ») : refusée",
        en: "this archive holds a link (“\(path)”): refused")
    }
  }
}
