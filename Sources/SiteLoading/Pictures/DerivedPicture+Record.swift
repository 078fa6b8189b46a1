package import ImageProcessing

/// A derived picture as bytes of the cache: a line that names the form, numbers of four bytes, and
/// the files one after another.
extension DerivedPicture {
  private static let form = Array("archipel picture 1\n".utf8)

  /// The bytes of the record.
  package var record: [UInt8] {
    var record = Self.form
    func append(_ number: Int) {
      for shift in [24, 16, 8, 0] { record.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    append(isAnimated ? 1 : 0)
    append(colour.map { 1 << 24 | Int($0.red) << 16 | Int($0.green) << 8 | Int($0.blue) } ?? 0)
    append(variants.count)
    for variant in variants {
      append(variant.width)
      append(variant.height)
      append(variant.bytes.count)
    }
    for variant in variants { record += variant.bytes }
    return record
  }

  /// Reads a record; nil when it has another form.
  init?(record: [UInt8]) {
    guard record.starts(with: Self.form) else { return nil }
    var rest = record[Self.form.count...]
    func number() -> Int {
      defer { rest = rest.dropFirst(4) }
      return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
    let isAnimated = number() == 1
    let colour = number()
    let sizes = (0..<number()).map { _ in (width: number(), height: number(), count: number()) }
    let variants = sizes.map { size in
      defer { rest = rest.dropFirst(size.count) }
      return Variant(
        width: size.width, height: size.height, bytes: Array(rest.prefix(size.count)))
    }
    guard !variants.isEmpty else { return nil }
    self.init(
      variants: variants,
      colour: colour >> 24 == 1
        ? Colour(
          red: UInt8(truncatingIfNeeded: colour >> 16),
          green: UInt8(truncatingIfNeeded: colour >> 8), blue: UInt8(truncatingIfNeeded: colour))
        : nil,
      isAnimated: isAnimated)
  }
}
