extension Array where Element: BitwiseCopyable {
  /// A copy without spare room, so that the array itself serves again.
  var exactCopy: [Element] {
    [Element](unsafeUninitializedCapacity: count) { copy, initialized in
      initialized = copy.initialize(fromContentsOf: self)
    }
  }
}
