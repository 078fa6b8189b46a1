import Calendars
package import ContentModel
import TextEncoding

/// A folder of the content: its own page, when somebody wrote one, and the sheets in it.
package struct Section: Sendable {
  /// The folder, as `methodes` or `le-lab/histoire`; empty for the content folder itself.
  package let id: String
  /// The own page of the folder.
  package var index: Int?
  /// The sheets of the folder, in the order of its list.
  package var sheets: [Int] = []
  /// The folders in the folder, in the order of their names.
  package var children: [Int] = []
  /// Whether it has no page, as all that it holds is unlisted.
  package internal(set) var isUnlisted = false

  package init(
    id: String, index: Int? = nil, sheets: [Int] = [], children: [Int] = []
  ) {
    self.id = id
    self.index = index
    self.sheets = sheets
    self.children = children
  }
}
