import CGumbo

/// Reads pages with gumbo, as browsers do (HTML 5).
enum HTMLParser {
  /// Reads a page; nothing is too wrong to be read.
  ///
  /// What nests deeper than ``NestingLimit/maxDepth`` is not read, nor what follows it.
  ///
  /// - Complexity: O(*n*) in the length of the page.
  static func parse(_ page: [UInt8]) -> PageMarkup {
    let arena = Arena()
    return page.withUnsafeBytes { bytes in
      // Without a name that lives as long as the tree, gumbo could not point into the page.
      guard let text = bytes.bindMemory(to: CChar.self).baseAddress else { return PageMarkup() }
      var options = kGumboDefaultOptions
      options.allocator = { data, size in Arena.from(data)?.allocate(size) }
      // The arena frees everything at once: gumbo's own way is to recurse.
      options.deallocator = { _, _ in }
      options.userdata = Unmanaged.passUnretained(arena).toOpaque()
      options.max_errors = 0
      return withExtendedLifetime(arena) {
        let length = NestingLimit.readableLength(of: bytes)
        guard let output = gumbo_parse_with_options(&options, text, length) else {
          return PageMarkup()
        }
        return MarkupBuilder.build(from: output.pointee.document, in: bytes)
      }
    }
  }

  /// The memory of one page's tree.
  private final class Arena {
    private static let blockSize = 64 << 10

    private var blocks: [UnsafeMutableRawPointer] = []
    /// What is left of the last block.
    private var free = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    deinit {
      for block in blocks { block.deallocate() }
    }

    static func from(_ data: UnsafeMutableRawPointer?) -> Arena? {
      data.map { Unmanaged<Arena>.fromOpaque($0).takeUnretainedValue() }
    }

    func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
      let size = (max(size, 1) + 15) & ~15
      if size > free.count {
        let block = UnsafeMutableRawBufferPointer.allocate(
          byteCount: max(size, Self.blockSize), alignment: 16)
        guard let start = block.baseAddress else { return nil }
        blocks.append(start)
        free = block
      }
      let start = free.baseAddress
      free = UnsafeMutableRawBufferPointer(rebasing: free[size...])
      return start
    }
  }
}
