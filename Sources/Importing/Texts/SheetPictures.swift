import Desk
import Diagnostics
import TextEncoding

/// The pictures and files of a text, on their way to the folder of its sheet, and the links that
/// lead nowhere.
struct SheetPictures {
  let source: PictureSource
  /// What their names start with.
  let prefix: String
  private(set) var files: [UploadedFile] = []
  private(set) var names: [String] = []
  private(set) var notes: [ImportNote] = []
  private var nameByTarget: [String: String] = [:]

  init(source: PictureSource, prefix: String) {
    self.source = source
    self.prefix = prefix
  }

  /// Returns the text with the pictures by their new names; links to files that are not in the site
  /// become words.
  mutating func taken(from body: String) -> String {
    var links = self
    let text = InlineLinks.changed(in: body) { link in
      links.written(link)
    } wiki: { inside, isPicture in
      links.written(wiki: inside, isPicture: isPicture)
    }
    self = links
    return text
  }

  private mutating func written(_ link: InlineLinks.Link) -> String {
    let target = link.target
    let isRemote = target.wholeMatch(of: /(?i)(https?:|mailto:|tel:|\/\/).*/) != nil
    if isRemote {
      if link.isPicture { notes.append(.remotePicture(target)) }
      return link.isPicture ? link.plainlyLeading(to: target) : link.text
    }
    if !link.isPicture, target.hasPrefix("#") { return link.text }
    if let name = name(for: target) {
      if link.isPicture, link.words.isEmpty { notes.append(.noAlternative(name)) }
      return link.plainlyLeading(to: name)
    }
    if !link.isPicture { notes.append(.droppedLink(target, near: link.words)) }
    return link.withoutTarget
  }

  private mutating func written(wiki inside: String, isPicture: Bool) -> String {
    let parts = inside.split(separator: "|", maxSplits: 2).map(String.init)
    let target = parts.first ?? inside
    let words = parts.count > 1 ? parts[1] : target
    if isPicture || target.split(separator: ".").count > 1 {
      for folder in ["", "attachments/", "assets/", "images/", "files/", "media/"] {
        guard let name = name(for: folder + target, reports: false) else { continue }
        if parts.count < 2, isPicture { notes.append(.noAlternative(name)) }
        return
          "\(isPicture ? "!" : "")[\(parts.count > 1 ? words : isPicture ? "" : target)](\(name))"
      }
    }
    notes.append(.droppedLink("[[\(target)]]", near: words))
    return words
  }

  /// Takes a file; the name that it has beside the sheet.
  private mutating func name(for target: String, reports: Bool = true) -> String? {
    if let name = nameByTarget[target] { return name }
    guard let bytes = source.bytes(of: target) else {
      if reports, Self.looksLikeFile(target) {
        notes.append(
          .picture(
            target,
            LocalizedText(
              fr: "elle n’est pas dans le dossier du document",
              en: "it is not in the folder of the document"), near: nil))
      }
      return nil
    }
    do {
      let base = target.split(separator: "/").last.map(String.init) ?? target
      let isNumbered = target.hasPrefix(DocumentConverter.pictures + "/")
      let ending = base.split(separator: ".").last.map(String.init) ?? ""
      let stem =
        isNumbered ? "\(files.count + 1)" : PercentEncoding.decode(base.dropLast(ending.count + 1))
      let file = try UploadedFile(named: "\(prefix)-\(stem).\(ending)", bytes: bytes)
      var name = file.name
      var number = 2
      while names.contains(name) {
        let parts = file.name.split(separator: ".", maxSplits: 1)
        name = "\(parts[0])-\(number).\(parts.last ?? "")"
        number += 1
      }
      files.append(file)
      names.append(name)
      nameByTarget[target] = name
      return name
    } catch {
      if reports { notes.append(.picture(target, error.message, near: nil)) }
      return nil
    }
  }

  private static func looksLikeFile(_ target: String) -> Bool {
    let ending = target.split(separator: ".").last?.lowercased() ?? ""
    return UploadedFile.endings.contains(ending) || target.lowercased().hasPrefix("file:")
  }
}
