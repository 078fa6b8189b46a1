import Theming

/// An entry of a menu as one page shows it.
struct MenuEntry {
  /// Where an entry leads.
  struct Target {
    let url: String
    /// The published folder of the page; nil for what is no page of the site.
    var folder: String?
    /// Its language, when it is another than that of the page.
    var language: String?
  }

  /// What templates read of it.
  let object: TemplateValue
  /// What templates read of it in a group: it holds no others.
  private let member: TemplateValue
  /// The address, which the group that it is in may need.
  private let target: Target?
  /// Whether it is the page that shows it, or above it.
  private let isOnTheWay: Bool

  /// - Parameter page: The published folder of the page that shows the entry.
  init(label: TemplateValue, _ target: Target?, page: String, children: [MenuEntry] = []) {
    let isCurrent = target?.folder == page
    let isAbove =
      target?.folder.map { !isCurrent && !$0.isEmpty && page.hasPrefix($0) } == true
      || children.contains(where: \.isOnTheWay)
    // A theme that shows no groups leads to the first page of one.
    let shown = target ?? children.first?.target
    self.target = shown
    isOnTheWay = isCurrent || isAbove
    var entry: TemplateObject = [
      "label": label, "url": .optional(shown?.url), "current": .flag(isCurrent),
      "ancestor": .flag(isAbove), "hreflang": .optional(shown?.language),
    ]
    member = .object(entry)
    entry["has_page"] = .flag(target != nil)
    entry["group"] = .flag(!children.isEmpty)
    entry["children"] = .list(children.map(\.member))
    object = .object(entry)
  }
}
