import SiteLoading
import ContentModel
import Diagnostics
import SiteFiles
import SiteGraph

/// The file of a sheet as it was written, to find in it what its page shows.
struct SheetSource {
  /// The sheet.
  package let sheet: Sheet
  /// The characters as ``fold(_:)`` gives them.
  private let scalars: [Unicode.Scalar]

  /// Reads the file of a sheet again.
  init(_ index: Int, of commons: LinkedSite) throws(EnvironmentFailure) {
    let bytes = try commons.records[index].file.contents()
    sheet = commons.sheets[index]
    scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(Self.fold)
  }

  /// Returns where the file first says some words, whatever typography has made of them; an address
  /// may be written by its last part alone.
  package func location(of words: String) -> SourceLocation? {
    for wanted in Self.spellings(of: words) {
      guard let start = start(of: wanted) else { continue }
      let before = scalars[..<start]
      let line = before.count { $0 == "\n" } + 1
      let column = start - (before.lastIndex(of: "\n") ?? -1)
      return SourceLocation(path: sheet.path, line: line, column: column, length: wanted.count)
    }
    return nil
  }

  private func start(of wanted: [Unicode.Scalar]) -> Int? {
    guard let first = wanted.first, scalars.count >= wanted.count else { return nil }
    return scalars.indices.dropLast(wanted.count - 1).first { start in
      scalars[start] == first && scalars[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// What to look for, the likeliest first.
  private static func spellings(of words: String) -> [[Unicode.Scalar]] {
    let path = words.prefix { $0 != "#" && $0 != "?" }
    let last = path.split(separator: "/").last { $0 != ".." && $0 != "." }
    let isAddress = words.contains("/")
    let name = isAddress ? last.map(String.init) ?? "" : ""
    return [words, name, withoutFingerprint(name), String(words.prefix(24))]
      .map { $0.unicodeScalars.map(fold) }.filter { $0.count > 2 }
  }

  /// Returns the name of a file as its writer gave it, before the digest of its bytes joined it.
  private static func withoutFingerprint(_ name: String) -> String {
    name.replacing(/-[0-9a-f]{12}(?=\.\w+$)/, with: "")
  }

  /// Makes one of the characters that typography tells apart.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2019}": "'"
    case "\u{A0}", "\u{202F}", "\t": " "
    default: scalar
    }
  }
}

extension Sheet {
  /// Where the title is written; the file when that is its name.
  var titleLocation: SourceLocation { locations["title"] ?? location(of: "titre") }
}
