import ContentModel
import SiteGraph
import Theming

extension ViewContext {
  /// Returns what each kind of page may weigh.
  func budget() -> TemplateValue {
    let budget = commons.declared.configuration.budget
    let lines = WeightBudget.PageKind.allCases.compactMap { kind -> TemplateValue? in
      guard let limit = budget[kind] else { return nil }
      return .object([
        "label": .text(label(of: kind)),
        "weight": .optional(limit.weight.map { format.weight(bytes: $0.value) }),
        "requests": .optional(limit.requests.map(format.integer)),
      ])
    }
    return .object(["lines": .list(lines)])
  }

  private func label(of kind: WeightBudget.PageKind) -> String {
    switch kind {
    case .home: format.words.text("budget_home")
    case .sheet: format.words.text("budget_sheet")
    case .page: format.words.text("budget_page")
    }
  }
}

/// The names that a budget holds.
extension TemplateNames {
  static let budget = TemplateNames(
    "a budget", [Entry("lines", .list(line), "a line for each kind of page that has a limit")])

  private static let line = TemplateNames(
    "a line of a budget",
    [
      Entry("label", .text, "the kind of page"),
      Entry("weight", .text, "the most that a page weighs with what it loads, if that is limited"),
      Entry("requests", .text, "the most requests, if they are limited"),
    ])
}
