import CVips

/// A picture in the hands of libvips; it owns the pointer, and frees it.
struct Raster: ~Copyable {
  private let library: VipsLibrary
  private let pointer: OpaquePointer

  private init(_ library: VipsLibrary, owning pointer: OpaquePointer) {
    self.library = library
    self.pointer = pointer
  }

  deinit { library.functions.object_unref(UnsafeMutableRawPointer(pointer)) }

  /// Reads what the first bytes of a file say of its picture.
  ///
  /// - Returns: The size as stored, before it is turned upright, and the number of images.
  static func header(
    of bytes: [UInt8], _ library: VipsLibrary
  ) throws(PictureProblem) -> (width: Int, height: Int, count: Int) {
    // The pixels are never asked for: they would be read after the bytes are gone.
    let opened = bytes.withUnsafeBytes { buffer in
      withUnsafePointer(to: library.functions) {
        cvips_open_image($0, buffer.baseAddress, buffer.count)
      }
    }
    let image = try checked(opened, library)
    return (image.width, image.height, Int(library.functions.image_get_n_pages(image.pointer)))
  }

  /// Whether the EXIF metadata of a file say where its picture was taken.
  static func givesPlace(
    _ bytes: [UInt8], _ library: VipsLibrary
  ) throws(PictureProblem) -> Bool {
    let opened = bytes.withUnsafeBytes { buffer in
      withUnsafePointer(to: library.functions) {
        cvips_open_image($0, buffer.baseAddress, buffer.count)
      }
    }
    let image = try checked(opened, library)
    for field in ["exif-ifd3-GPSLatitude", "exif-ifd3-GPSLatitudeRef"]
    where library.functions.image_get_typeof(image.pointer, field) != 0 {
      return true
    }
    return false
  }

  /// Decodes a picture no larger than a box, upright and in sRGB.
  ///
  /// A large JPEG or WebP is decoded at a smaller size; other formats line by line.
  static func thumbnail(
    of bytes: [UInt8], width: Int, height: Int, _ library: VipsLibrary
  ) throws(PictureProblem) -> Raster {
    let decoded: OpaquePointer? = bytes.withUnsafeBytes { buffer in
      var result: OpaquePointer?
      let status = withUnsafePointer(to: library.functions) {
        cvips_thumbnail(
          $0, buffer.baseAddress, buffer.count, Int32(width), Int32(height), &result)
      }
      guard status == 0, let result else { return nil }
      defer { library.functions.object_unref(UnsafeMutableRawPointer(result)) }
      return library.functions.image_copy_memory(result)
    }
    let raster = try checked(decoded, library)
    guard raster.hasProfile else { return raster }
    return try raster.withoutProfile()
  }

  private static let profile = "icc-profile-data"

  /// Whether its colours follow a profile of its own, as those of phones do.
  private var hasProfile: Bool { library.functions.image_get_typeof(pointer, Self.profile) != 0 }

  /// Returns the picture in sRGB, which browsers take for granted: a profile weighs 6 kB.
  private func withoutProfile() throws(PictureProblem) -> Raster {
    var result: OpaquePointer?
    let status = withUnsafePointer(to: library.functions) { cvips_to_srgb($0, pointer, &result) }
    let raster = try Self.checked(status == 0 ? result : nil, library)
    let copy = try Self.checked(library.functions.image_copy_memory(raster.pointer), library)
    _ = library.functions.image_remove(copy.pointer, Self.profile)
    return copy
  }

  /// Draws an SVG of our own at the size that it gives.
  static func drawing(
    _ svg: [UInt8], _ library: VipsLibrary
  ) throws(PictureProblem) -> Raster {
    let drawn: OpaquePointer? = svg.withUnsafeBytes { buffer in
      let opened = withUnsafePointer(to: library.functions) {
        cvips_open_image($0, buffer.baseAddress, buffer.count)
      }
      guard let opened else { return nil }
      defer { library.functions.object_unref(UnsafeMutableRawPointer(opened)) }
      return library.functions.image_copy_memory(opened)
    }
    return try checked(drawn, library)
  }

  private static func checked(
    _ pointer: OpaquePointer?, _ library: VipsLibrary
  ) throws(PictureProblem) -> Raster {
    guard let pointer else {
      library.functions.error_clear()
      throw .damaged
    }
    return Raster(library, owning: pointer)
  }

  var width: Int { Int(library.functions.image_get_width(pointer)) }
  var height: Int { Int(library.functions.image_get_height(pointer)) }
  /// Whether some of its pixels may let the page show through.
  var hasAlpha: Bool { library.functions.image_hasalpha(pointer) != 0 }

  /// Returns the picture at another size, whatever becomes of its proportions.
  func resized(width: Int, height: Int) throws(PictureProblem) -> Raster {
    var result: OpaquePointer?
    let status = withUnsafePointer(to: library.functions) {
      cvips_resize($0, pointer, Int32(width), Int32(height), &result)
    }
    return try Self.checked(status == 0 ? result : nil, library)
  }

  /// The mean of its pixels.
  func meanColour() throws(PictureProblem) -> Colour {
    let point = try resized(width: 1, height: 1)
    var values: UnsafeMutablePointer<Double>?
    var count: Int32 = 0
    let status = withUnsafePointer(to: library.functions) {
      cvips_point($0, point.pointer, &values, &count)
    }
    defer { library.functions.memory_free(values) }
    guard status == 0, let values, count > 0 else { throw .damaged }
    // A picture in greys has one value a pixel.
    let channels = (0..<3).map { channel -> UInt8 in
      UInt8(clamping: Int(values[count > 2 ? channel : 0].rounded()))
    }
    return Colour(red: channels[0], green: channels[1], blue: channels[2])
  }

  /// Returns the picture as WebP, without metadata.
  func webP(quality: Int, isLossless: Bool) throws(PictureProblem) -> [UInt8] {
    let file = try encoded { functions, bytes, length in
      cvips_save_webp(functions, pointer, Int32(quality), isLossless, bytes, length)
    }
    return WebPFile.withoutMetadata(file)
  }

  /// Returns the picture as PNG with a palette, without metadata.
  func png() throws(PictureProblem) -> [UInt8] {
    try encoded { functions, bytes, length in
      cvips_save_png(functions, pointer, bytes, length)
    }
  }

  /// Returns the picture as JPEG, without metadata.
  func jpeg(quality: Int) throws(PictureProblem) -> [UInt8] {
    try encoded { functions, bytes, length in
      cvips_save_jpeg(functions, pointer, Int32(quality), bytes, length)
    }
  }

  private func encoded(
    _ save: (
      UnsafePointer<CVips>, UnsafeMutablePointer<UnsafeMutableRawPointer?>,
      UnsafeMutablePointer<Int>
    ) -> Int32
  ) throws(PictureProblem) -> [UInt8] {
    var bytes: UnsafeMutableRawPointer?
    var length = 0
    let status = withUnsafePointer(to: library.functions) { save($0, &bytes, &length) }
    defer { library.functions.memory_free(bytes) }
    guard status == 0, let bytes else {
      library.functions.error_clear()
      throw .damaged
    }
    return Array(UnsafeRawBufferPointer(start: bytes, count: length))
  }
}
