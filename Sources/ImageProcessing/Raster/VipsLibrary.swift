import CVips

/// libvips, opened when the first picture is met.
struct VipsLibrary: @unchecked Sendable {
  /// The library; nil when it is not installed.
  static let shared = VipsLibrary()

  /// Its functions, as `shim.h` lists them; any thread may call each.
  let functions: CVips

  private init?() {
    var functions = CVips()
    guard cvips_open(&functions) else { return nil }
    cvips_be_silent(&functions)
    guard functions.`init`("archipel") == 0 else { return nil }
    // Pictures are shared out among workers; each is the work of one.
    functions.concurrency_set(1)
    functions.cache_set_max(0)
    // Its loaders for other formats hand files to programs that are not made for untrusted ones.
    functions.operation_block_set("VipsForeignLoad", 1)
    for format in ["Jpeg", "Png", "Nsgif", "Webp", "Heif", "Svg"] {
      functions.operation_block_set("VipsForeignLoad" + format, 0)
    }
    self.functions = functions
  }

  /// The version, as `8.14.1`.
  var version: String {
    (0...2).map { String(functions.version(Int32($0))) }.joined(separator: ".")
  }
}
