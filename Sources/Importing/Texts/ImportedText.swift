import ContentModel

/// What a source gives to a sheet: a title, values by key, and Markdown.
struct ImportedText {
  /// The file, as its writer names it.
  var source: String
  var title: String?
  /// Values by the keys or labels that the source gives them, in its order.
  var values: [(key: String, value: DataValue)] = []
  var body: String
  /// The keys whose values go to the end of the text where no field takes them, though the type lets any
  /// key pass.
  var shownKeys: Set<String> = []
  /// The lines of its front matter that cannot be read: they go to the end of the text of what is then a
  /// draft, as one of them may say that it is no page for readers.
  var unreadHead: [String] = []
  var notes: [ImportNote] = []
  /// Where its pictures lie.
  var pictures = PictureSource(folder: nil, extracted: nil)
}
