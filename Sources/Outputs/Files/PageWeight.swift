import ContentModel
import Diagnostics

/// What a page makes a browser load that has never seen the site, uncompressed.
struct PageWeight {
  /// What files are for, as people who make pages call it.
  package enum Kind: String, CaseIterable {
    case html
    case css
    case js
    case font
    case image

    /// Tells what a file is for by its extension.
    package init(ofFile path: String) {
      switch path.split(separator: ".").last?.lowercased() {
      case "css": self = .css
      case "js": self = .js
      case "woff2", "woff", "ttf", "otf": self = .font
      default: self = .image
      }
    }
  }

  /// A file, and the number of its bytes.
  package struct File {
    package let path: String
    package let kind: Kind
    package let bytes: Int
  }

  /// The page first, then what it loads, each once.
  private(set) var files: [File]

  /// Starts with the page itself.
  init(page path: String, bytes: Int) {
    files = [File(path: path, kind: .html, bytes: bytes)]
  }

  /// The number of bytes of all files.
  package var total: Int { files.reduce(0) { $0 + $1.bytes } }

  /// Adds a file; returns false when it counts already.
  package mutating func add(_ path: String, _ kind: Kind, bytes: Int) -> Bool {
    guard !files.contains(where: { $0.path == path }) else { return false }
    files.append(File(path: path, kind: kind, bytes: bytes))
    return true
  }

  /// The bytes of each kind of file that there is: `html 30,2 ko, css 27,7 ko`.
  var shares: LocalizedText {
    let shares = Kind.allCases.compactMap { kind -> (LocalizedText, LocalizedText)? in
      let files = files.filter { $0.kind == kind }
      guard !files.isEmpty else { return nil }
      return (kind.label, ByteCount(files.reduce(0) { $0 + $1.bytes }).text)
    }
    return LocalizedText(
      fr: shares.map { "\($0.french) \($1.french)" }.joined(separator: ", "),
      en: shares.map { "\($0.english) \($1.english)" }.joined(separator: ", "))
  }

  /// The file that weighs most.
  var heaviest: File? {
    files.max { $0.bytes == $1.bytes ? $0.path > $1.path : $0.bytes < $1.bytes }
  }
}

extension PageWeight.Kind {
  fileprivate var label: LocalizedText {
    switch self {
    case .html, .css, .js: LocalizedText(verbatim: rawValue)
    case .font: LocalizedText(fr: "polices", en: "fonts")
    case .image: LocalizedText(verbatim: "images")
    }
  }
}
