/// A picture in JPEG or PNG, for readers such as those of books that do not show WebP.
///
/// PNG keeps screenshots and transparent pictures exact; JPEG holds the others.
public struct FallbackPicture: Sendable, Hashable {
  /// The format.
  public let format: ImageFormat
  /// The file, without metadata.
  public let bytes: [UInt8]

  private static let quality = 82

  /// Converts a picture that pages show.
  ///
  /// - Parameter original: The name of the file that it was made from.
  /// - Throws: ``PictureProblem`` when it cannot be decoded or written.
  public init(of webP: [UInt8], original: String) throws(PictureProblem) {
    guard let library = VipsLibrary.shared else { throw .missingLibrary }
    let size = try Raster.header(of: webP, library)
    let raster = try Raster.thumbnail(
      of: webP, width: size.width, height: size.height, library)
    if raster.hasAlpha || ImageFormat(fileName: original)?.isExact == true {
      format = .png
      bytes = try raster.png()
    } else {
      format = .jpeg
      bytes = try raster.jpeg(quality: Self.quality)
    }
  }
}
