public import Diagnostics
import TextEncoding

extension ComponentContext {
  /// Returns what the template of a component wrote as a page may hold it, its texts in their places; nil
  /// when the components of the document write too much, which is reported.
  ///
  /// - Parameters:
  ///   - known: What the template is known to lose, which is reported at the template itself.
  ///   - allowsRemoteFiles: Whether pages load files of other sites.
  ///   - fence: Where the block stands.
  public mutating func output(
    of written: [UInt8], known: Set<String>, allowsRemoteFiles: Bool, at fence: SourceLocation
  ) -> ComponentOutput? {
    let rules = ComponentMarkup.Rules(
      keepsAll: keepsAllHTML, allowsRemoteFiles: allowsRemoteFiles)
    let markup = ComponentMarkup(written, parts: parts, rules, limit: allowance.bytes)
    allowance.bytes -= markup.html.count
    guard !markup.isTooLong, allowance.bytes >= 0 else {
      report(.componentsTooLong(at: fence))
      return nil
    }
    for what in markup.leftOut where !known.contains(what) {
      report(.componentLeavesOut(what, at: fence))
    }
    var html = markup.html
    for link in linksInstead {
      html.append("\n<p><a href=\"")
      HTMLEscaping.appendAddress(link.url, to: &html)
      html.append("\">")
      HTMLEscaping.append(link.text.isEmpty ? link.url : link.text, to: &html)
      html.append("</a></p>")
    }
    return ComponentOutput(html: html, text: String(decoding: markup.words, as: UTF8.self))
  }
}

extension Diagnostic {
  /// Something in the template of a component that no page gets.
  public static func componentLeavesOut(_ what: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "component.html", at: location,
      LocalizedText(
        fr: "laissé de côté dans un composant : « \(what) »",
        en: "left out of a component: “\(what)”"),
      expected: LocalizedText(
        fr: "ce qu’une fiche peut écrire, sans script ni fichier d’un autre site, "
          + "ou « html: allow » dans archipel.yaml",
        en: "what a sheet may write, without scripts or files of another site, "
          + "or “html: allow” in archipel.yaml"))
  }

  /// More than the components of a document may write.
  public static func componentsTooLong(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.bounds", at: location,
      LocalizedText(
        fr: "les composants de cette fiche écrivent trop de texte, ou répètent trop leurs parties",
        en: "the components of this sheet write too much text, or repeat their parts too much"),
      expected: LocalizedText(
        fr: "un gabarit qui ne parcourt pas de listes dans des listes plusieurs fois",
        en: "a template that does not go through lists within lists many times"))
  }
}
