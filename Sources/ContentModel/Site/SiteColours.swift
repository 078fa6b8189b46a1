import Diagnostics
import YAMLParsing

/// The colours that a site chooses: `colors` in `archipel.yaml`.
public struct SiteColours: Sendable, Hashable {
  /// A colour, and the one in its place when the screen is dark.
  struct Choice: Sendable, Hashable {
    let day: Colour
    /// The colour on a dark screen; nil when the site leaves it to be made from the other.
    let night: Colour?
    let location: SourceLocation
  }

  /// The colour of the head of pages, of buttons, and, where the others say nothing, of the rest.
  let main: Choice
  /// The colour that stands out.
  let accent: Choice?
  /// The colour of links.
  let link: Choice?
  /// The colour of the page.
  let background: Choice?

  /// The keys, in English and in French, with what editors say of them.
  static let parts: [ConfigurationShape.Part] = [
    part(
      "main", "principale", "La couleur de l’en-tête et des boutons : les autres en viennent.",
      LocalizedText(fr: "Couleur principale", en: "Main colour")),
    part(
      "accent", "accent", "La couleur qui attire l’œil.", LocalizedText(fr: "Accent", en: "Accent")),
    part("link", "lien", "La couleur des liens.", LocalizedText(fr: "Liens", en: "Links")),
    part("background", "fond", "La couleur de la page.", LocalizedText(fr: "Fond", en: "Page")),
  ]

  private static func part(
    _ name: String, _ french: String, _ help: String, _ label: LocalizedText
  ) -> ConfigurationShape.Part {
    // One name is enough where both languages have the same.
    name == french
      ? .init(name, shape: .colour, help: help, label: label)
      : .init(name, french, shape: .colour, help: help, label: label)
  }

  /// Reads the colours; nil when the main one is missing or unreadable, which is reported.
  init?(_ reader: inout MappingReader) {
    let main = Self.choice("main", "principale", &reader)
    accent = Self.choice("accent", "accent", &reader)
    link = Self.choice("link", "lien", &reader)
    background = Self.choice("background", "fond", &reader)
    guard let main else {
      let others = [accent, link, background].compactMap(\.self)
      if !others.isEmpty, reader.isMissing("main", "principale") {
        reader.report(.missingMainColour(at: reader.location(ofKey: "main", "principale")))
      }
      return nil
    }
    self.main = main
  }

  private static func choice(
    _ key: String, _ french: String, _ reader: inout MappingReader
  ) -> Choice? {
    let location = reader.location(ofKey: key, french)
    guard let node = reader.node(key, french) else {
      // `#` starts a comment where no quote stands before it.
      if reader.isEmpty(key, french) { reader.report(.emptyColour(at: location)) }
      return nil
    }
    guard node.mapping != nil else {
      return colour(node, &reader).map { Choice(day: $0, night: nil, location: location) }
    }
    guard var parts = reader.reader(of: node) else { return nil }
    defer { reader.take(&parts) }
    let day = part("day", "jour", &parts)
    let night = part("night", "nuit", &parts)
    return day.map { Choice(day: $0, night: night, location: location) }
  }

  private static func part(
    _ key: String, _ french: String, _ reader: inout MappingReader
  ) -> Colour? {
    guard let node = reader.node(key, french) else {
      if reader.isEmpty(key, french) {
        reader.report(.emptyColour(at: reader.location(ofKey: key, french)))
      }
      return nil
    }
    return colour(node, &reader)
  }

  private static func colour(_ node: YAMLNode, _ reader: inout MappingReader) -> Colour? {
    let text = node.scalar?.string ?? ""
    if let colour = Colour(parsing: text) { return colour }
    reader.report(.unreadableColour(text, at: reader.location(of: node)))
    return nil
  }
}
