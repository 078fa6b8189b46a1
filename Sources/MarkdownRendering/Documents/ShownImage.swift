import TextEncoding

/// An image that a page shows.
public struct ShownImage: Sendable, Hashable {
  /// The image at one of several widths.
  public struct Variant: Sendable, Hashable {
    /// Its address.
    public let url: String
    /// Its width in pixels.
    public let width: Int

    /// Creates a variant.
    public init(url: String, width: Int) { (self.url, self.width) = (url, width) }
  }

  /// The address that a browser loads when it knows no others.
  public var url: String
  /// The width in pixels, where it is known.
  public var width: Int?
  /// The height in pixels, where it is known.
  public var height: Int?
  /// The widths that a browser chooses from, in rising order; none when there is but one.
  public var variants: [Variant]
  /// The colour of its place until it has loaded, as `#1f6f8b`.
  public var colour: String?
  /// The address of the animation that it is the first image of.
  public var animation: String?

  /// How wide a page of text shows an image: its column, or the whole of a narrow screen.
  public static let sizes = "(min-width: 50rem) 46rem, 100vw"

  /// Creates an image.
  public init(
    url: String, width: Int? = nil, height: Int? = nil, variants: [Variant] = [],
    colour: String? = nil, animation: String? = nil
  ) {
    self.url = url
    self.width = width
    self.height = height
    self.variants = variants
    self.colour = colour
    self.animation = animation
  }

  /// Returns the image shown at a width, its height in proportion.
  func scaled(toWidth width: Int) -> ShownImage {
    var image = self
    if let ownWidth = self.width, let height, ownWidth > 0 {
      image.height = max(1, (height * width + ownWidth / 2) / ownWidth)
    }
    image.width = width
    return image
  }

  /// The variants as `srcset` lists them; nil when there is but one.
  public var sourceSet: String? {
    guard !variants.isEmpty else { return nil }
    return variants.map { "\($0.url) \($0.width)w" }.joined(separator: ", ")
  }

  /// Returns an `img` element.
  ///
  /// - Parameter isFirst: Whether readers see the image before they scroll: it is loaded at once,
  ///   others when they come near.
  public func html(alternative: String, isFirst: Bool = false) -> [UInt8] {
    var html: [UInt8] = []
    html.append("<img src=\"")
    HTMLEscaping.appendAddress(url, to: &html)
    html.append("\" alt=\"")
    HTMLEscaping.append(alternative, to: &html)
    appendEnd(isFirst: isFirst, to: &html)
    return html
  }

  /// Returns the attributes of an `img` element but for `alt`.
  func attributes(isFirst: Bool) -> [UInt8] {
    var html: [UInt8] = []
    html.append("src=\"")
    HTMLEscaping.appendAddress(url, to: &html)
    appendEnd(isFirst: isFirst, to: &html)
    return Array(html.dropLast(" />".utf8.count))
  }

  /// Appends a link to the animation, which only moves when somebody asks for it.
  func appendAnimationLink(_ words: DocumentStrings, to output: inout [UInt8]) {
    guard let animation else { return }
    output.append(" <a class=\"animation\" href=\"")
    HTMLEscaping.appendAddress(animation, to: &output)
    output.append("\">")
    HTMLEscaping.append(words.animation, to: &output)
    output.append("</a>")
  }

  /// Closes the last attribute of an `img` element, and the element.
  func appendEnd(isFirst: Bool, to output: inout [UInt8]) {
    if let sourceSet {
      output.append("\" srcset=\"")
      HTMLEscaping.append(sourceSet, to: &output)
      output.append("\" sizes=\"")
      HTMLEscaping.append(Self.sizes, to: &output)
    }
    if let width {
      output.append("\" width=\"")
      output.append(decimal: width)
    }
    if let height {
      output.append("\" height=\"")
      output.append(decimal: height)
    }
    if let colour {
      output.append("\" data-teinte=\"")
      HTMLEscaping.append(colour, to: &output)
    }
    if !isFirst { output.append("\" loading=\"lazy") }
    output.append("\" decoding=\"async\" />")
  }
}
