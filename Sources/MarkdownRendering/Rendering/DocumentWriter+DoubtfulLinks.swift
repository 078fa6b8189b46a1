import Diagnostics

extension DocumentWriter {
  /// Reports a link that leads nowhere for readers; returns whether it leads to nothing at all.
  mutating func reportDoubts(about request: LinkRequest, _ node: SyntaxNode) -> Bool {
    if request.destination.isEmpty {
      report(.emptyLink(at: source.location(line: node.startLine)))
      return true
    }
    if Self.isOfPreview(request.destination) {
      report(.previewLink(request.destination, at: request.location))
    }
    return false
  }

  /// Whether an address is that of a preview, which answers on the machine of its writer alone.
  private static func isOfPreview(_ address: String) -> Bool {
    ["http://127.0.0.1:80", "http://localhost:80"].contains { start in
      guard address.hasPrefix(start) else { return false }
      let rest = address.dropFirst(start.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      return rest.count == 2 && rest.allSatisfy(\.isNumber)
    }
  }
}

extension Diagnostic {
  fileprivate static func emptyLink(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.empty", at: location,
      LocalizedText(
        fr: "lien sans adresse : son texte reste, sans lien",
        en: "link without an address: its text stays, without a link"),
      expected: LocalizedText(
        fr: "une adresse ou un chemin entre les parenthèses : « [texte](fiche.md) »",
        en: "an address or a path between the parentheses: “[text](sheet.md)”"))
  }

  fileprivate static func previewLink(_ address: String, at location: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .warning, id: "link.preview", at: location,
      LocalizedText(
        fr: "« \(address) » ne répond que sur votre machine : c’est l’adresse d’un aperçu",
        en: "“\(address)” answers on your machine alone: it is the address of a preview"),
      expected: LocalizedText(
        fr: "le chemin de la fiche depuis celle-ci, comme « ../methodes/world-cafe.md »",
        en: "the path of the sheet from this one, as “../methodes/world-cafe.md”"))
  }
}
