public import Diagnostics

/// What a text in the body of a component became.
struct RenderedPart {
  /// Its HTML, in UTF-8.
  var html: [UInt8] = []
  /// Its text without markup, in UTF-8.
  var words: [UInt8] = []
}
