/// What a text has too much of, and where it passes the bound.
struct ExcessFound: Error {
  let excess: ParsingExcess
  /// The start of the line, in bytes.
  let offset: Int
}
