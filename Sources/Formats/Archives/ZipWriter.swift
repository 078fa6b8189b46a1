public import Calendars

/// Writes a ZIP file, file after file: the same bytes for the same files, on any day and machine.
///
///     var bytes: [UInt8] = []
///     var zip = ZipWriter { bytes += $0 }
///     try zip.add("LISEZ-MOI.txt", text)
///     try zip.finish()
///
/// What was added is not kept in memory, but for its name. Names are in UTF-8; files from 4 GiB on, and
/// more than 65,534 of them, take the form of ZIP64.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10.
public struct ZipWriter {
  private let write: ([UInt8]) throws -> Void
  private let day: UInt16
  private let deflater: Deflater
  private var directory: [UInt8] = []
  private var offset: UInt64 = 0
  private var count: UInt64 = 0

  /// How hard to try to make files small.
  public enum Effort: Sendable {
    /// As little as compressing takes: for what is made in large numbers.
    case least
    /// As much as there is.
    case greatest
  }

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - date: The day that every file in it bears, from 1980 on, at midnight; the first of 1980 by
  ///     default.
  ///   - effort: How hard to try to make what is in it small.
  ///   - write: Takes the bytes in their order.
  public init(
    date: CalendarDate? = nil, effort: Effort = .greatest,
    write: @escaping ([UInt8]) throws -> Void
  ) {
    self.write = write
    deflater = Deflater(effort)
    let (year, month, day) = (date?.year ?? 1980, date?.month ?? 1, date?.day ?? 1)
    self.day =
      (1980...2107).contains(year)
      ? UInt16((year - 1980) << 9 | month << 5 | day) : UInt16(1 << 5 | 1)
  }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - path: Its path in the archive, with slashes.
  ///   - isStored: Whether it is kept as it is, and not compressed even where that would help.
  /// - Throws: What `write` throws.
  public mutating func add(_ path: String, _ bytes: [UInt8], isStored: Bool = false) throws {
    let packed = isStored ? nil : deflater.compress(bytes)
    let content = packed ?? bytes
    let (packedSize, size) = (UInt64(content.count), UInt64(bytes.count))
    // What both headers say: flags (the name is in UTF-8), method, time, day, CRC.
    var common: [UInt8] = []
    common.append(little: UInt16(0x0800))
    common.append(little: UInt16(packed == nil ? 0 : 8))
    common.append(little: UInt16(0))
    common.append(little: day)
    common.append(little: Deflater.checksum(of: bytes))
    let isLong = max(packedSize, size) >= Self.limit
    let name = Array(path.utf8)

    let sizes = Self.extra(isLong ? [size, packedSize] : [])
    var header: [UInt8] = []
    header.append(little: UInt32(0x0403_4B50))
    header.append(little: Self.version(isLong))
    header += common
    header.append(little: Self.short(isLong ? Self.limit : packedSize))
    header.append(little: Self.short(isLong ? Self.limit : size))
    header.append(little: UInt16(name.count))
    header.append(little: UInt16(sizes.count))
    try write(header + name + sizes)
    try write(content)

    let isFar = offset >= Self.limit
    let numbers = Self.extra((isLong ? [size, packedSize] : []) + (isFar ? [offset] : []))
    directory.append(little: UInt32(0x0201_4B50))
    // Made as Unix makes files: that is where their rights are written.
    directory.append(little: UInt16(3 << 8) | Self.version(isLong || isFar))
    directory.append(little: Self.version(isLong || isFar))
    directory += common
    directory.append(little: Self.short(isLong ? Self.limit : packedSize))
    directory.append(little: Self.short(isLong ? Self.limit : size))
    directory.append(little: UInt16(name.count))
    directory.append(little: UInt16(numbers.count))
    // No comment, the first disk, no inner attributes.
    for _ in 0..<3 { directory.append(little: UInt16(0)) }
    directory.append(little: UInt32(0o100644) << 16)
    directory.append(little: Self.short(offset))
    directory += name + numbers
    offset += UInt64(header.count + name.count + sizes.count + content.count)
    count += 1
  }

  /// Ends the file with the list of what is in it.
  ///
  /// - Throws: What `write` throws.
  public mutating func finish() throws {
    let (start, size) = (offset, UInt64(directory.count))
    var end: [UInt8] = []
    if count >= 0xFFFF || start >= Self.limit || size >= Self.limit {
      end.append(little: UInt32(0x0606_4B50))
      end.append(little: UInt64(44))
      end.append(little: UInt16(3 << 8 | 45))
      end.append(little: UInt16(45))
      end.append(little: UInt64(0))
      for number in [count, count, size, start] { end.append(little: number) }
      end.append(little: UInt32(0x0706_4B50))
      end.append(little: UInt32(0))
      end.append(little: start + size)
      end.append(little: UInt32(1))
    }
    end.append(little: UInt32(0x0605_4B50))
    end.append(little: UInt32(0))
    for _ in 0..<2 { end.append(little: UInt16(min(count, 0xFFFF))) }
    end.append(little: Self.short(size))
    end.append(little: Self.short(start))
    end.append(little: UInt16(0))
    try write(directory)
    try write(end)
  }

  /// The value of a field of 32 bits whose number is in the ZIP64 record.
  private static let limit = UInt64(UInt32.max)

  private static func short(_ number: UInt64) -> UInt32 { UInt32(min(number, limit)) }

  /// The version of the format that a reader must know: 4.5 for long numbers.
  private static func version(_ isLong: Bool) -> UInt16 { isLong ? 45 : 20 }

  /// Returns the extra field that holds long numbers; empty without any.
  private static func extra(_ numbers: [UInt64]) -> [UInt8] {
    guard !numbers.isEmpty else { return [] }
    var field: [UInt8] = []
    field.append(little: UInt16(1))
    field.append(little: UInt16(8 * numbers.count))
    for number in numbers { field.append(little: number) }
    return field
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
    var rest = number
    for _ in 0..<(Number.bitWidth / 8) {
      append(UInt8(truncatingIfNeeded: rest))
      rest = Number(truncatingIfNeeded: UInt64(rest) >> 8)
    }
  }
}
