import ContentModel

/// What a source gives to a sheet: a title, values by key, and Markdown.
struct ImportedText {
  /// The file, as its writer names it.
  var source: String
  var title: String?
  /// Values by the keys or labels that the source gives them, in its order.
  var values: [(key: String, value: DataValue)] = []
  var body: String
  var notes: [ImportNote] = []
  /// Where its pictures lie.
  var pictures = PictureSource(folder: nil, extracted: nil)
}
