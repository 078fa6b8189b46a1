import ContentModel
import Diagnostics

/// `nav` of `mkdocs.yml`: pages in their order, with the names that a menu gives them.
struct MkDocsNavigation {
  /// The longest menu that is taken.
  private static let maxEntries = 50
  /// The groups within groups that are followed.
  private static let maxDepth = 20

  /// The entries that have a name, down to the last level that a menu shows.
  private(set) var menu: [SiteConfiguration.MenuItem] = []
  /// The paths of the pages in the content folder, in their order.
  private(set) var pages: [String] = []
  /// The names of pages, by their paths; the first that a page has counts.
  private(set) var labels: [String: String] = [:]
  /// How many pages the menu does not lead to.
  private(set) var leftOut = 0

  private let language: String
  private let location: SourceLocation

  /// Reads the value of `nav`; what is none holds nothing.
  ///
  /// - Parameters:
  ///   - language: That of the names.
  ///   - path: The file, relative to the source folder.
  init(_ value: DataValue?, language: String, path: String) {
    self.language = language
    location = SourceLocation(path: path)
    guard let value else { return }
    menu = entries(value, level: 1)
    if menu.count > Self.maxEntries {
      leftOut += menu.count - Self.maxEntries
      menu = Array(menu.prefix(Self.maxEntries))
    }
  }

  /// Returns the entries of a level that a menu shows, and notes every page.
  private mutating func entries(_ value: DataValue, level: Int) -> [SiteConfiguration.MenuItem] {
    guard case .list(let values) = value, level <= Self.maxDepth else { return [] }
    var items: [SiteConfiguration.MenuItem] = []
    for value in values {
      switch value {
      case .text(let page):
        // MkDocs shows the title of the page, which is not read yet.
        add(page)
        leftOut += 1
      case .object(let named):
        for (name, value) in named.sorted(by: { $0.key < $1.key }) {
          if let item = item(name, value, level: level) { items.append(item) }
        }
      case .null, .list: break
      }
    }
    return items
  }

  private mutating func item(
    _ name: String, _ value: DataValue, level: Int
  ) -> SiteConfiguration.MenuItem? {
    let isShown = level <= SiteConfiguration.MenuItem.maxDepth
    let label = Label([language: name])
    if case .text(let page) = value {
      add(page, named: name)
      guard isShown else {
        leftOut += 1
        return nil
      }
      return SiteConfiguration.MenuItem(
        label: label, target: SettingsOfOtherTool.target(page), location: location)
    }
    let children = entries(value, level: level + 1)
    guard isShown, !children.isEmpty else { return nil }
    return SiteConfiguration.MenuItem(
      label: label, target: nil, children: children, location: location)
  }

  private mutating func add(_ page: String, named name: String? = nil) {
    guard !page.contains(":") else { return }
    let path = page.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    pages.append(path)
    if let name, labels[path] == nil { labels[path] = name }
  }
}
