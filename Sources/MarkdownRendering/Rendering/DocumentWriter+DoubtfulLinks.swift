import Diagnostics

extension DocumentWriter {
  /// Reports a link that leads nowhere for readers; returns whether it leads to nothing at all.
  mutating func reportDoubts(about request: LinkRequest, _ node: SyntaxNode) -> Bool {
    if request.destination.isEmpty {
      report(.emptyLink(at: source.location(line: node.startLine)))
      return true
    }
    if Self.withoutRest.contains(request.destination.lowercased()) {
      report(.unfinishedLink(request.destination, at: request.location))
      return true
    }
    if node.firstChild == nil, request.destination.first != "#" {
      report(.linkWithoutText(request.destination, at: request.location))
    }
    if Self.isOfPreview(request.destination) {
      report(.previewLink(request.destination, at: request.location))
    }
    return false
  }

  /// Whether an address is that of a preview, which answers on the machine of its writer alone.
  private static func isOfPreview(_ address: String) -> Bool {
    guard let start = ["http://", "https://"].first(where: address.hasPrefix) else { return false }
    let place = address.dropFirst(start.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = place.lastIndex(of: ":"),
      ["127.0.0.1", "localhost", "0.0.0.0", "[::1]"].contains(place[..<colon].lowercased())
    else { return false }
    let port = place[colon...].dropFirst()
    return previewPorts.contains(String(port))
      || (port.count == 4 && port.hasPrefix("80") && port.allSatisfy(\.isNumber))
  }

  /// The ports of previews besides 8000 to 8099: of Hugo, Docusaurus, Jekyll, Astro, VitePress.
  private static let previewPorts: Set<String> = ["1313", "3000", "4000", "4321", "5173"]
  /// What starts an address, and is none alone.
  private static let withoutRest: Set<String> = [
    "http:", "http:/", "http://", "https:", "https:/", "https://", "mailto:", "tel:",
  ]
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

  fileprivate static func unfinishedLink(
    _ address: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.empty", at: location,
      LocalizedText(
        fr: "l’adresse « \(address) » n’est pas finie : le texte reste, sans lien",
        en: "the address “\(address)” is not finished: the text stays, without a link"),
      expected: LocalizedText(
        fr: "une adresse entière : « https://exemple.fr », « mailto:nom@exemple.fr »",
        en: "a whole address: “https://example.org”, “mailto:name@example.org”"))
  }

  fileprivate static func linkWithoutText(
    _ address: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.text", at: location,
      LocalizedText(
        fr: "lien sans texte vers « \(address) » : personne ne le voit",
        en: "link without a text to “\(address)”: nobody sees it"),
      expected: LocalizedText(
        fr: "un texte entre les crochets : « [texte](\(address)) »",
        en: "a text between the brackets: “[text](\(address))”"))
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
