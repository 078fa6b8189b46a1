import Calendars
import Formats
import TextEncoding
import Theming

/// What an EPUB file says of itself: its title, its terms, its files, their order (EPUB 3.3, section 5).
struct PackageDocument {
  let bytes: [UInt8]

  init(_ file: EPUBFile) {
    let book = file.book
    var bytes = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"
      prefix="cc: http://creativecommons.org/ns#"
      """.utf8)
    bytes.append(markup: " xml:lang=\"")
    bytes.append(escaped: book.language)
    bytes.append(markup: "\">\n")
    Self.appendMetadata(of: file, to: &bytes)
    Self.appendManifest(of: file, to: &bytes)
    bytes.append(markup: "<spine>\n")
    for document in file.documents {
      bytes.append(markup: "<itemref idref=\"\(Self.id(document.name))\"/>\n")
    }
    bytes.append(markup: "</spine>\n</package>\n")
    self.bytes = bytes
  }

  private static func appendMetadata(of file: EPUBFile, to bytes: inout [UInt8]) {
    let book = file.book
    bytes.append(markup: "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
    bytes.append("dc:identifier id=\"id\"", book.identifier)
    bytes.append("dc:title", book.title)
    for language in book.languages { bytes.append("dc:language", language) }
    let authors = book.authors.isEmpty ? [book.publisher] : book.authors
    for author in authors { bytes.append("dc:creator", author) }
    bytes.append("dc:publisher", book.publisher)
    bytes.append("dc:date", book.date.description)
    if let licence = book.licence {
      bytes.append("dc:rights", licence.label)
      bytes.append(markup: "<link rel=\"cc:license\" href=\"")
      bytes.append(escaped: licence.url)
      bytes.append(markup: "\"/>\n")
    }
    if let base = book.baseURL { bytes.append("dc:source", base.text) }
    bytes.append("meta property=\"dcterms:modified\"", Timestamp(book.date).rfc3339)
    appendAccessibility(of: file, to: &bytes)
    bytes.append(markup: "<meta name=\"cover\" content=\"\(id(file.coverName))\"/>\n")
    bytes.append(markup: "</metadata>\n")
  }

  /// Writes the accessibility metadata, by which people choose a book before they open it.
  ///
  /// It claims no conformity, as no audit was made.
  private static func appendAccessibility(of file: EPUBFile, to bytes: inout [UInt8]) {
    let hasPictures =
      !file.pictures.shown.isEmpty
      || file.documents.contains {
        $0.properties.contains("svg")
      }
    func append(_ name: String, _ value: String) {
      bytes.append("meta property=\"schema:\(name)\"", value)
    }
    append("accessMode", "textual")
    if hasPictures { append("accessMode", "visual") }
    append("accessModeSufficient", "textual")
    // A picture without a word may be an ornament, or one that nobody has described: nothing is claimed.
    let empty = Array(" alt=\"\"".utf8)
    if file.documents.allSatisfy({ $0.bytes.firstIndex(of: empty, from: 0) == nil }) {
      append("accessibilityFeature", "alternativeText")
    }
    for feature in [
      "displayTransformability", "index", "readingOrder", "structuralNavigation",
      "tableOfContents",
    ] {
      append("accessibilityFeature", feature)
    }
    append("accessibilityHazard", "none")
    append("accessibilitySummary", file.book.words.text("livre_accessibilite"))
  }

  private static func appendManifest(of file: EPUBFile, to bytes: inout [UInt8]) {
    func append(_ name: String, _ type: String, _ properties: [String] = []) {
      bytes.append(markup: "<item id=\"\(id(name))\" href=\"\(name)\" media-type=\"\(type)\"")
      if !properties.isEmpty {
        bytes.append(markup: " properties=\"\(properties.joined(separator: " "))\"")
      }
      bytes.append(markup: "/>\n")
    }
    bytes.append(markup: "<manifest>\n")
    for document in file.documents {
      append(document.name, "application/xhtml+xml", document.properties)
    }
    append("livre.css", "text/css")
    append(
      file.coverName, file.book.cover.png == nil ? "image/svg+xml" : "image/png", ["cover-image"])
    for (name, picture) in file.pictures.shown { append(name, picture.mediaType) }
    bytes.append(markup: "</manifest>\n")
  }

  /// The id of a file in the package.
  private static func id(_ name: String) -> String {
    "f-" + name.replacing("/", with: "-").replacing(".", with: "-")
  }
}
