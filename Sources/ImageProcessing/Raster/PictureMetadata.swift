/// What a picture says besides what it shows.
public enum PictureMetadata {
  /// The name of a latitude in XMP (ISO 16684-1), which is a text inside the file.
  private static let latitude = Array("exif:GPSLatitude".utf8)

  /// Returns whether a file says where its picture was taken; no when it cannot be read.
  public static func givesPlace(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= PictureRecipe.maxBytes, ImageFormat(rasterBytes: bytes) != nil else {
      return false
    }
    if bytes.firstRange(of: latitude) != nil { return true }
    guard let library = VipsLibrary.shared else { return false }
    do {
      return try Raster.givesPlace(bytes, library)
    } catch {
      return false
    }
  }
}
