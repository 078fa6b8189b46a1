/// What a form changes in the file of a sheet.
package struct SheetEdit: Sendable, Hashable {
  /// The fields that changed, by the key that the file gives them, or shall give a new one; a nil one
  /// goes.
  package var fields: [EditedValue.Member]
  /// The whole text below the front matter; nil when it stays.
  package var body: String?
  /// The keys of the sheet in the order of its type: a new one comes after the nearest before it.
  package var order: [String]

  package init(fields: [EditedValue.Member] = [], body: String? = nil, order: [String] = []) {
    self.fields = fields
    self.body = body
    self.order = order
  }
}
