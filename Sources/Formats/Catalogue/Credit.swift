import TextEncoding

/// Whose work a sheet builds on: title, author, source, licence, as the licences ask.
public struct Credit: Sendable, Hashable {
  /// The title of the work.
  public var title: String?
  /// Its author.
  public var author: String?
  /// Where it comes from, as an address or as words.
  public var source: String?
  /// Its licence, as an SPDX identifier or as words.
  public var licence: String?
  /// What was changed.
  public var changes: String?
  /// The picture of the sheet that it is, as the sheet names it.
  public var picture: String?

  /// Creates a credit.
  public init(
    title: String? = nil, author: String? = nil, source: String? = nil, licence: String? = nil,
    changes: String? = nil, picture: String? = nil
  ) {
    self.title = title
    self.author = author
    self.source = source
    self.licence = licence
    self.changes = changes
    self.picture = picture
  }

  /// Writes the credit as a JSON object of what is known.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    if let title { writer.write("title", title) }
    if let author { writer.write("author", author) }
    if let source { writer.write("source", source) }
    if let licence { writer.write("licence", licence) }
    if let changes { writer.write("changes", changes) }
    if let picture { writer.write("picture", picture) }
    writer.endObject()
  }
}
