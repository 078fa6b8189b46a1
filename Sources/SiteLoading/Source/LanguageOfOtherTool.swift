import TextEncoding

/// The language that another tool's files declare where they hold no settings that are taken: programs, and
/// templates of pages.
struct LanguageOfOtherTool {
  /// A file, and the names under which it may say the language, in the order of their weight.
  private struct Place {
    let path: String
    let keys: [String]
  }

  /// How much of a file is looked at, in bytes.
  private static let maxBytes = 64 << 10

  private static let places: [Place] = {
    let scripts = ["js", "ts", "mjs"]
    func places(_ paths: [String], _ keys: String...) -> [Place] {
      paths.map { Place(path: $0, keys: keys) }
    }
    return places(scripts.map { "docusaurus.config." + $0 }, "defaultLocale")
      + places(scripts.map { "astro.config." + $0 }, "defaultLocale", "lang")
      + places(
        hiddenFolders.flatMap { folder in
          (scripts + ["mts"]).map { folder + "/config." + $0 }
        }, "lang")
      + places(["book.json", "zensical.toml"], "language") + places(["_quarto.yml"], "lang")
      + places(["conf.py", "docs/conf.py", "source/conf.py"], "language")
      + places(
        [
          "index.html", "_layouts/default.html", "layouts/_default/baseof.html",
          "layouts/baseof.html",
        ], htmlKey)
  }()

  /// Where VitePress and VuePress keep their settings.
  static let hiddenFolders = ["", "docs/", "src/"].flatMap { folder in
    [".vitepress", ".vuepress"].map { folder + $0 }
  }

  /// The attribute of `<html>`.
  private static let htmlKey = "<html lang"

  /// The files, in the order in which they are looked at.
  static var names: [String] { places.map(\.path) }

  /// The file that says it, from the source folder.
  let path: String
  /// Its tag, without a region.
  let language: String

  /// Looks for the language in a source folder; nil when nothing there says it.
  ///
  /// - Parameter read: Returns the start of a file, of a length in bytes; nil for one that is not there.
  init?(reading read: (_ path: String, _ length: Int) throws -> [UInt8]?) rethrows {
    for place in Self.places {
      guard let bytes = try read(place.path, Self.maxBytes) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      let found = place.keys.lazy.compactMap { Self.language(under: $0, in: text) }.first
      guard let found else { continue }
      (path, language) = (place.path, found)
      return
    }
    return nil
  }

  /// Returns the first language that a text gives under a key, `lang: 'en-US'`, `language = "en"`.
  static func language(under key: String, in text: String) -> String? {
    let isHTML = key == htmlKey
    for line in text.split(whereSeparator: \.isNewline) {
      let written = line.trimmed
      if isHTML, !written.lowercased().contains("<html") { continue }
      if ["//", "#", "*", "/*"].contains(where: written.hasPrefix) { continue }
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      for (word, value) in zip(words, words.dropFirst())
      where word == (isHTML ? "lang" : key) {
        let between = line[word.endIndex..<value.startIndex]
        guard between.contains(where: { ":=".contains($0) }),
          between.allSatisfy({ "\"' \t:=".contains($0) })
        else { continue }
        if let language = SettingsOfOtherTool.tag(String(value)) { return language }
      }
    }
    return nil
  }
}
