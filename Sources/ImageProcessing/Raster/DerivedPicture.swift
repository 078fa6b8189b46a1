/// What pages show in the place of a picture: the same in WebP, at the widths that they use.
public struct DerivedPicture: Sendable, Hashable {
  /// The picture at one width.
  public struct Variant: Sendable, Hashable {
    /// The width in pixels.
    public let width: Int
    /// The height in pixels.
    public let height: Int
    /// A WebP file, without metadata.
    public let bytes: [UInt8]

    /// Creates a variant.
    public init(width: Int, height: Int, bytes: [UInt8]) {
      (self.width, self.height, self.bytes) = (width, height, bytes)
    }
  }

  /// The picture from the narrowest to the widest; never empty, never wider than the original.
  public let variants: [Variant]
  /// The mean of its pixels; nil when some of them let the page show through.
  public let colour: Colour?
  /// Whether it is the first image of an animation.
  public let isAnimated: Bool

  /// Creates a picture.
  public init(variants: [Variant], colour: Colour?, isAnimated: Bool) {
    self.variants = variants
    self.colour = colour
    self.isAnimated = isAnimated
  }
}
