import Synchronization

/// How pictures are made ready for pages.
public struct PictureRecipe: Sendable, Hashable {
  /// The widths that pages use, in pixels, in rising order.
  public var widths = [480, 960, 1_440]
  /// The quality of what is compressed with loss, 1 to 100.
  public var quality = 80

  /// The largest file that is read, in bytes.
  public static let maxBytes = 96 << 20
  /// The most pixels that a picture may have: more than 12,000 by 12,000.
  public static let maxPixels = 160_000_000
  /// WebP (RFC 9649) holds no picture taller than this.
  private static let greatestHeight = 16_383
  /// From this many pixels on, one picture at a time: a progressive JPEG is decoded as a whole.
  private static let manyPixels = 40_000_000
  private static let turn = Mutex<Void>(())

  /// Creates the recipe for pages of a site.
  public init() {}

  /// What the recipe asks for, as a text that differs for another.
  public var identity: String { "webp \(widths) \(quality)" }

  /// The version of the library that follows the recipe, as `8.14.1`; empty when it is missing.
  public static var libraryVersion: String { VipsLibrary.shared?.version ?? "" }

  /// Makes a picture ready for pages: upright, in sRGB, without metadata, of an animation the first
  /// image.
  ///
  /// - Complexity: In memory, what libvips needs to decode at the widest width, but for progressive
  ///   JPEG and interlaced PNG, which are decoded whole.
  /// - Throws: ``PictureProblem`` for a file that is no picture, is too large or damaged, and without
  ///   libvips.
  public func derive(_ bytes: [UInt8]) throws(PictureProblem) -> DerivedPicture {
    if bytes.isEmpty { throw .empty }
    if bytes.count > Self.maxBytes { throw .tooManyBytes(limit: Self.maxBytes) }
    guard let format = ImageFormat(rasterBytes: bytes) else { throw .unknownFormat }
    guard let library = VipsLibrary.shared else { throw .missingLibrary }
    let header = try Raster.header(of: bytes, library)
    let (pixels, isTooLarge) = header.width.multipliedReportingOverflow(by: header.height)
    guard pixels > 0 else { throw .damaged }
    guard !isTooLarge, pixels <= Self.maxPixels else {
      throw .tooManyPixels(width: header.width, height: header.height)
    }
    guard pixels >= Self.manyPixels else {
      return try derive(bytes, format, isAnimated: header.count > 1, library)
    }
    return try Self.turn.withLock { _ throws(PictureProblem) in
      try derive(bytes, format, isAnimated: header.count > 1, library)
    }
  }

  private func derive(
    _ bytes: [UInt8], _ format: ImageFormat, isAnimated: Bool, _ library: VipsLibrary
  ) throws(PictureProblem) -> DerivedPicture {
    let largest = try Raster.thumbnail(
      of: bytes, width: widths.last ?? 1, height: Self.greatestHeight, library)
    // Reading back a picture with two thousand ways of being slightly narrower helps nobody.
    let smaller = widths.filter { $0 * 5 <= largest.width * 4 }
    var variants: [DerivedPicture.Variant] = []
    for width in smaller {
      let height = max(1, (largest.height * width + largest.width / 2) / largest.width)
      variants.append(try variant(try largest.resized(width: width, height: height), format))
    }
    variants.append(try variant(largest, format))
    return DerivedPicture(
      variants: variants, colour: largest.hasAlpha ? nil : try largest.meanColour(),
      isAnimated: isAnimated)
  }

  private func variant(
    _ raster: borrowing Raster, _ format: ImageFormat
  ) throws(PictureProblem) -> DerivedPicture.Variant {
    var bytes = try raster.webP(quality: quality, isLossless: false)
    if format.isExact {
      // Flat drawings and screens are often lighter without loss, and sharper.
      let exact = try raster.webP(quality: quality, isLossless: true)
      if exact.count <= bytes.count { bytes = exact }
    }
    return DerivedPicture.Variant(width: raster.width, height: raster.height, bytes: bytes)
  }
}
