public import Diagnostics

/// What surrounds a component, and where it reports what is wrong.
public struct ComponentContext {
  /// The language of the document, as a BCP 47 tag.
  public let lang: String
  let words: DocumentStrings
  private let isTypeset: Bool
  private let links: any LinkProvider
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var images: [DocumentImage] = []
  private let hasImagesBefore: Bool

  init(
    lang: String, words: DocumentStrings, isTypeset: Bool, links: any LinkProvider,
    hasImagesBefore: Bool
  ) {
    self.lang = lang
    self.words = words
    self.isTypeset = isTypeset
    self.links = links
    self.hasImagesBefore = hasImagesBefore
  }

  /// Whether the image resolved last is the first that the document shows.
  var isAtFirstImage: Bool { !hasImagesBefore && images.count == 1 }

  /// Notes what is wrong with the block.
  public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Returns a plain text with the typography of the document.
  public func typeset(_ text: String) -> String {
    isTypeset ? FrenchTypography.apply(to: text) : text
  }

  /// Returns what an image's address leads to; the image counts among those of the document when
  /// it is shown.
  public mutating func resolveImage(_ image: ComponentText, alternative: String) -> ResolvedLink {
    let request = LinkRequest(kind: .image, destination: image.text, location: image.location)
    let resolved = links.resolve(request, diagnostics: &diagnostics)
    let url: String
    switch resolved {
    case .image(let image): url = image.url
    case .url(let address, _, _, _, _): url = address
    case .linkInstead(let address): url = address
    case .unresolved: return .unresolved
    }
    if !LinkSafety.isAllowed(url) {
      report(.unsafeLink(url, at: image.location))
      return .unresolved
    }
    if case .linkInstead = resolved { return resolved }
    images.append(
      DocumentImage(
        destination: image.text, url: url, alternative: alternative, location: image.location))
    return resolved
  }
}
