import Diagnostics

/// What is seen can also be heard: images, drawings and frames have words, or say that they are
/// decoration.
enum ImageAltText: PageRule {
  private static let fileEndings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"]

  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    for (index, element) in page.elements.enumerated() where !element.isHidden {
      let isImage =
        element.name == "img" || element.name == "area"
        || (element.name == "input" && element["type"] == "image")
      if isImage {
        checkImage(element, reporting: &findings)
      } else if element.name == "svg", !isDecoration(element), !drawingHasName(index, in: page) {
        findings.append(.namelessDrawing(at: element.offset))
      } else if element.name == "iframe", !element.says("title"), !element.says("aria-label") {
        findings.append(.namelessFrame(element["src"], at: element.offset))
      }
    }
  }

  private static func checkImage(
    _ element: MarkupElement, reporting findings: inout [Finding]
  ) {
    guard let alternative = element["alt"] else {
      if !isDecoration(element), !element.says("aria-label"), !element.says("aria-labelledby") {
        findings.append(.noAlternative(element["src"], at: element.offset))
      }
      return
    }
    let words = alternative.lowercased()
    if !words.contains(" "), fileEndings.contains(where: words.hasSuffix) {
      findings.append(.fileNameForAlternative(alternative, at: element.offset))
    }
  }

  private static func isDecoration(_ element: MarkupElement) -> Bool {
    element["role"] == "presentation" || element["role"] == "none"
  }

  private static func drawingHasName(_ index: Int, in page: PageMarkup) -> Bool {
    page.hasName(index)
  }
}

extension Finding {
  fileprivate static func noAlternative(_ source: String?, at offset: Int) -> Finding {
    Finding(
      .error, "no-alternative", at: offset,
      LocalizedText(
        fr: "image « \(source ?? "") » sans alternative",
        en: "image “\(source ?? "")” without alternative"),
      expected: LocalizedText(
        fr: "« alt », vide si l’image ne fait que décorer",
        en: "“alt”, empty if the image is only decoration"),
      words: source)
  }

  fileprivate static func fileNameForAlternative(_ words: String, at offset: Int) -> Finding {
    Finding(
      .warning, "alternative", at: offset,
      LocalizedText(
        fr: "l’alternative « \(words) » est le nom d’un fichier",
        en: "the alternative “\(words)” is the name of a file"),
      expected: LocalizedText(fr: "ce que montre l’image", en: "what the image shows"),
      words: words)
  }

  fileprivate static func namelessDrawing(at offset: Int) -> Finding {
    Finding(
      .warning, "no-alternative", at: offset,
      LocalizedText(
        fr: "dessin <svg> sans nom, que les lecteurs d’écran annoncent",
        en: "drawing <svg> without a name, which screen readers announce"),
      expected: LocalizedText(
        fr: "« aria-hidden=\"true\" », ou « role=\"img\" » et « aria-label »",
        en: "“aria-hidden=\"true\"”, or “role=\"img\"” and “aria-label”"))
  }

  fileprivate static func namelessFrame(_ source: String?, at offset: Int) -> Finding {
    Finding(
      .error, "no-alternative", at: offset,
      LocalizedText(
        fr: "cadre « \(source ?? "") » sans « title »",
        en: "frame “\(source ?? "")” without “title”"),
      expected: LocalizedText(
        fr: "« title » : ce que montre le cadre",
        en: "“title”: what the frame shows"),
      words: source)
  }
}
