public import Diagnostics

/// A work of others that a sheet builds on.
public struct CreditedWork: Sendable, Hashable {
  /// The title of the work.
  public let title: String?
  /// Its author.
  public let author: String?
  /// Where it comes from, as an address or as words.
  public let source: String?
  /// Its licence, as it is written.
  public let licenceText: String?
  /// What was changed; nil for a work that is reused as it is.
  public let changes: String?
  /// The picture of the sheet that is this work, as it is written.
  public let picture: String?
  /// Where its licence is written, or else the first of its members that knows its place.
  public let location: SourceLocation?
  /// Where its picture is named.
  public let pictureLocation: SourceLocation?

  /// Its licence, when it is one that has an identifier.
  public var licence: Licence? { licenceText.flatMap { Licence(meantBy: $0) } }
}
