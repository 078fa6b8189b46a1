/// A picture as every device shows it, those that read books too: JPEG, or PNG where it was drawn pixel by
/// pixel or lets the page show through.
public struct CommonPicture: Sendable, Hashable {
  /// The format.
  public let format: ImageFormat
  /// The file, without metadata.
  public let bytes: [UInt8]

  private static let quality = 82

  /// Makes a picture of one that pages show.
  ///
  /// - Parameter original: The name of the file that it was made from.
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
