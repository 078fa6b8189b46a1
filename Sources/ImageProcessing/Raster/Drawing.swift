/// Draws what is described in SVG.
public enum Drawing {
  /// Returns a drawing of our own as a PNG file, at the size that it gives.
  ///
  /// What comes from others goes through ``CleanedSVG`` and is drawn by browsers.
  ///
  /// - Throws: ``PictureProblem`` when libvips cannot draw it, or is missing.
  public static func png(of svg: [UInt8]) throws(PictureProblem) -> [UInt8] {
    guard let library = VipsLibrary.shared else { throw .missingLibrary }
    return try Raster.drawing(svg, library).png()
  }
}
