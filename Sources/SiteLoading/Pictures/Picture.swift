package import ImageProcessing

/// A picture of the content as pages show it.
package struct Picture: Sendable {
  /// The files that stand for it, from the narrowest to the widest; one for a drawing.
  package let files: [PictureFile]
  /// The width and height of the widest, in pixels, where they are known.
  package let size: (width: Int, height: Int)?
  /// The colour of its place until it has loaded; nil for a picture with transparency.
  package let colour: Colour?
  /// Whether it is the first image of an animation.
  package let isAnimated: Bool
  /// What was left out of a drawing.
  package let removals: [CleanedSVG.Removal]

  /// The width of the file that a browser loads when it knows no others.
  private static let plainWidth = 960

  /// The file that a browser loads when it knows no others.
  package var plainFile: PictureFile? {
    files.last { ($0.width ?? 0) <= Self.plainWidth } ?? files.first
  }
}

/// A published file that shows a picture: the original, or one made from it.
package struct PictureFile: Sendable {
  /// Where it is published.
  package let path: String
  /// Its width in pixels, where it is known.
  package let width: Int?
  /// How many bytes it has.
  package let byteCount: Int
  /// Its place among the files of its picture.
  package let place: Int
  /// The picture that it is made from.
  package let source: SourceFolder.File
}
