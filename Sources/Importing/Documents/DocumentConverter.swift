import Diagnostics
import SiteFiles

/// Turns documents of word processors into Markdown, through the pandoc program.
///
/// pandoc runs in its sandbox: it reads the one file that it is given, and asks nothing of the
/// network. It
/// knows the formats better than we would; our filter leaves out what is for a theme to say.
struct DocumentConverter {
  /// A document as Markdown.
  struct Converted {
    let title: String?
    let markdown: String
    let notes: [ImportNote]
  }

  /// Why a document is not converted.
  struct Refusal: Error {
    let message: LocalizedText
  }

  /// The folder below the working folder where pictures of the document go.
  static let pictures = "archipel-images"
  /// The largest heap of pandoc.
  private static let memory = "-M1g"

  let work: WorkFolder

  /// Converts a document; its pictures are left in ``pictures``.
  func convert(_ bytes: [UInt8], _ format: DocumentFormat) async throws -> Result<
    Converted, Refusal
  > {
    if format.isArchive {
      do { _ = try Archive(bytes) } catch { return .failure(Refusal(message: error.message)) }
    }
    let styles = format == .html ? LetterStyles(bytes) : LetterStyles([])
    _ = try work.write(bytes, as: "source." + format.rawValue)
    _ = try work.write(Array(styles.lua.utf8) + PackageResources.nettoyage_lua, as: "nettoyage.lua")
    let end = try await ChildProgram(name: "pandoc").run(
      [
        "--sandbox", "--from=" + format.rawValue, "--to=gfm+footnotes", "--wrap=none",
        "--lua-filter=nettoyage.lua", "--extract-media=" + Self.pictures, "--output=texte.md",
        "source." + format.rawValue, "+RTS", Self.memory, "-RTS",
      ], in: work.path)
    switch end {
    case .tooSlow:
      return .failure(
        Refusal(
          message: LocalizedText(
            fr: "pandoc n’a pas lu ce document en \(ChildProgram.seconds) secondes",
            en: "pandoc has not read this document in \(ChildProgram.seconds) seconds")))
    case .failed(let errors):
      let reason = errors.split(separator: "\n").first { !$0.hasPrefix("archipel\t") } ?? ""
      return .failure(
        Refusal(
          message: LocalizedText(
            fr: "pandoc ne peut pas lire ce document : il est abîmé ou trop lourd (« \(reason) »)",
            en: "pandoc cannot read this document: it is broken or too large (“\(reason)”)")))
    case .done(let errors):
      guard let text = try? DiskFile.read(work.path + "/texte.md") else {
        return .failure(Refusal(message: Archive.Refusal.broken.message))
      }
      let (title, notes) = Self.said(errors)
      return .success(
        Converted(
          title: title, markdown: String(decoding: text, as: UTF8.self),
          notes: notes + (format == .html ? Self.scripts(in: bytes) : [])))
    }
  }

  /// Reads what the filter and pandoc say.
  private static func said(_ errors: String) -> (title: String?, notes: [ImportNote]) {
    var title: String?
    var notes: [ImportNote] = []
    for line in errors.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4, parts[0] == "archipel" else { continue }
      let (place, detail) = (parts[2], parts[3])
      switch parts[1] {
      case "title": title = detail
      case "link": notes.append(.droppedLink(detail, near: place))
      case "merged-cell":
        notes.append(
          .leftOut(
            LocalizedText(
              fr: "cellules fusionnées d’un tableau, séparées : « \(detail) »",
              en: "merged cells of a table, taken apart: “\(detail)”"), near: place))
      default:
        notes.append(
          .leftOut(
            LocalizedText(
              fr: "laissé de côté : \(parts[1].replacing("meta-", with: "")) « \(detail) »",
              en: "left out: \(parts[1].replacing("meta-", with: "")) “\(detail)”"), near: place))
      }
    }
    return (title, notes)
  }

  /// Says what a page does, which a sheet does not.
  private static func scripts(in bytes: [UInt8]) -> [ImportNote] {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return [("<script", "script"), ("<iframe", "iframe"), ("<form", "form"), ("<video", "video")]
      .compactMap { mark, name in
        let count = text.ranges(of: mark).count
        return count == 0
          ? nil
          : .leftOut(
            LocalizedText(
              fr: "« <\(name)> » laissé de côté (\(count) fois)",
              en: "“<\(name)>” left out (\(count) times)"))
      }
  }
}
