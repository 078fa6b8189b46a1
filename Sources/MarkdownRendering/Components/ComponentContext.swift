public import Diagnostics

/// What surrounds a component, and where it reports what is wrong.
public struct ComponentContext {
  /// The language of the document, as a BCP 47 tag.
  public let lang: String
  /// What the templates of components may still take.
  public var allowance: ComponentAllowance {
    get { renderer.allowance }
    set { renderer.allowance = newValue }
  }
  let words: DocumentStrings
  private let isTypeset: Bool
  /// Whether the site copies HTML as it is.
  let keepsAllHTML: Bool
  let links: any LinkProvider
  private let renderer: any PartRenderer
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var images: [DocumentImage] = []
  private(set) var pageLinks: [(request: LinkRequest, url: String, pageID: Int?)] = []
  private(set) var parts: [RenderedPart] = []
  /// The images of other sites, which are not shown, and their words.
  private(set) var linksInstead: [(url: String, text: String)] = []
  private let hasImagesBefore: Bool

  init(
    lang: String, words: DocumentStrings, isTypeset: Bool, keepsAllHTML: Bool,
    links: any LinkProvider, renderer: any PartRenderer, hasImagesBefore: Bool
  ) {
    self.lang = lang
    self.words = words
    self.isTypeset = isTypeset
    self.keepsAllHTML = keepsAllHTML
    self.links = links
    self.renderer = renderer
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

  /// Returns a placeholder for a Markdown text of the block, which ``output(of:known:allowsRemoteFiles:at:)``
  /// replaces by its HTML.
  ///
  /// - Parameter location: Where its value starts.
  public mutating func markdown(
    _ text: String, at location: SourceLocation, in block: ComponentBlock
  ) -> [UInt8] {
    parts.append(renderer.render(block.part(text, at: location)))
    return PartMark.bytes(for: parts.count - 1)
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
    if case .linkInstead = resolved {
      linksInstead.append((url, alternative))
      return resolved
    }
    images.append(
      DocumentImage(
        destination: image.text, url: url, alternative: alternative, location: image.location))
    return resolved
  }

  /// Returns where a link to a file, or to a sheet by its name, leads; one to a page counts among those of
  /// the document.
  public mutating func resolveLink(
    _ link: ComponentText, as kind: LinkRequest.Kind = .link
  ) -> ResolvedLink {
    let request = LinkRequest(kind: kind, destination: link.text, location: link.location)
    let resolved = links.resolve(request, diagnostics: &diagnostics)
    guard case .url(let url, _, let page, _, _) = resolved else { return resolved }
    guard LinkSafety.isAllowed(url) else {
      report(.unsafeLink(url, at: link.location))
      return .unresolved
    }
    pageLinks.append((request, url, page))
    return resolved
  }

  /// Returns the attributes of an `img` element that shows an image, but for `alt`.
  public func attributes(of image: ShownImage) -> [UInt8] {
    image.attributes(isFirst: isAtFirstImage)
  }
}
