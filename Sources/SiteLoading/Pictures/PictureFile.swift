package import ImageProcessing

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
