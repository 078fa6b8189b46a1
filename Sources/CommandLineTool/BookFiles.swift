import ArgumentParser
import Books
import Diagnostics
import FoundationEssentials
import SiteBuilding
import SiteFiles
import TextEncoding

/// Writes a book in the forms that somebody wants.
struct BookFiles {
  private let book: Book
  private let pictures: BookPictures.Source
  private let hasCards: Bool

  init(_ book: Book, _ pictures: @escaping BookPictures.Source, hasCards: Bool) {
    self.book = book
    self.pictures = pictures
    self.hasCards = hasCards
  }

  /// Writes the files; returns what is said of each.
  ///
  /// - Parameter output: The file to write, or what the names of the files start with; by default the
  ///   title of the book, in the current folder.
  func write(_ output: String?, asking console: Console) async throws -> [LocalizedText] {
    let named = MakeBook.Form.allCases.first { output?.lowercased().hasSuffix(".\($0)") == true }
    var stem = output ?? PortableName.path(Slug.make(from: book.title))
    if let named { stem.removeLast(named.rawValue.count + 1) }
    if stem.isEmpty { stem = "livre" }
    var said: [LocalizedText] = []
    if named == nil || named == .epub { said.append(try writeEPUB(stem + ".epub")) }
    if named == .html { said.append(try writePage(stem)) }
    guard named == nil || named == .pdf else { return said }
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    if let chromium = Chromium(in: search) {
      console.show(.phase(LocalizedText(fr: "impression du PDF", en: "printing of the PDF")))
      said.append(try await writePDF(stem + ".pdf", by: chromium))
      console.clearProgress()
    } else if named == .pdf {
      throw CommandFailure(Self.missingChromium)
    } else {
      said.append(Self.missingChromium)
      said.append(try writePage(stem))
    }
    return said
  }

  private static let missingChromium = LocalizedText(
    fr: "pas de PDF : Chromium n’est pas installé (apt install chromium) ; "
      + "« --output livre.html » donne une page que tout navigateur imprime",
    en: "no PDF: Chromium is not installed (apt install chromium); "
      + "“--output livre.html” gives a page that any browser prints")

  private func writeEPUB(_ path: String) throws -> LocalizedText {
    let bytes = try EPUBFile.bytes(of: book, pictures: pictures)
    try Self.write(bytes, to: path)
    let count = book.chapters.count
    return LocalizedText(
      fr: "\(count) \(count > 1 ? "fiches" : "fiche") → \(path) (\(Self.size(bytes, comma: true)))",
      en: "\(count) sheet\(count == 1 ? "" : "s") → \(path) (\(Self.size(bytes, comma: false)))")
  }

  private func writePDF(_ path: String, by chromium: Chromium) async throws -> LocalizedText {
    let folder = try WorkFolder()
    // It goes with the value, which nothing else holds while Chromium prints.
    defer { withExtendedLifetime(folder) {} }
    let file = try await PDFFile(
      of: book, hasCards: hasCards, by: chromium, in: folder.path, pictures: pictures)
    try Self.write(file.bytes, to: path)
    let count = file.pageCount
    return LocalizedText(
      fr:
        "\(count) \(count > 1 ? "pages" : "page") → \(path) (\(Self.size(file.bytes, comma: true)))",
      en: "\(count) page\(count == 1 ? "" : "s") → \(path) (\(Self.size(file.bytes, comma: false)))"
    )
  }

  /// Writes the page to print, and its pictures in a folder beside it.
  private func writePage(_ stem: String) throws -> LocalizedText {
    let start = stem.nameStart
    let files = try PrintedBook.files(
      of: book, hasCards: hasCards, folder: stem[start...] + "-images/", pictures: pictures)
    for (name, bytes) in files.pictures { try Self.write(bytes, to: stem[..<start] + name) }
    try Self.write(files.page, to: stem + ".html")
    return LocalizedText(
      fr: "une page à imprimer → \(stem).html, et ses images dans \(stem)-images",
      en: "a page to print → \(stem).html, and its pictures in \(stem)-images")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
        try DiskFile.makeFolder(String(path[..<slash]))
      }
      try DiskFile.write(bytes, to: path)
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
  }

  /// A size for people, in thousands or millions of bytes.
  private static func size(_ bytes: [UInt8], comma: Bool) -> String {
    guard bytes.count >= 1_000_000 else {
      return "\(max(1, bytes.count / 1_000)) \(comma ? "ko" : "kB")"
    }
    let tenths = (bytes.count + 50_000) / 100_000
    return "\(tenths / 10)\(comma ? "," : ".")\(tenths % 10) \(comma ? "Mo" : "MB")"
  }
}
