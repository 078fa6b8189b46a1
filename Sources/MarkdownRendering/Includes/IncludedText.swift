/// What a file is that a text includes.
public enum IncludedText: Sendable, Hashable {
  /// Its bytes in valid UTF-8, and where the text of a sheet starts below its front matter.
  case text([UInt8], bodyStart: Int)
  /// There is no such file.
  case missing
  /// The file must not be read: it lies outside of the source, or in a hidden part of it.
  case outside
  /// It is no text, or too long.
  case unreadable
}
