import Diagnostics

/// Which templates include which.
struct TemplateGraph {
  private let sources: [TemplateSource]
  private let byName: [String: TemplateSource]

  /// Creates the graph of templates, in the order in which they are checked.
  init(_ sources: [TemplateSource]) {
    self.sources = sources
    byName = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns a diagnostic for each inclusion of a template that does not exist, and for each circle:
  /// a template that includes itself, at first or at last, would never end.
  func check() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for source in sources {
      for (name, location) in source.includes where byName[name] == nil {
        diagnostics.append(.missingPartial(name, among: sources.map(\.name), at: location))
      }
    }
    var finished: Set<String> = []
    for source in sources {
      var trail: [String] = []
      findCircles(from: source, trail: &trail, finished: &finished, into: &diagnostics)
    }
    return diagnostics
  }

  private func findCircles(
    from source: TemplateSource, trail: inout [String], finished: inout Set<String>,
    into diagnostics: inout [Diagnostic]
  ) {
    guard !finished.contains(source.name) else { return }
    trail.append(source.name)
    for (name, location) in source.includes {
      if let start = trail.firstIndex(of: name) {
        diagnostics.append(.includesItself(Array(trail[start...]) + [name], at: location))
      } else if let included = byName[name] {
        findCircles(from: included, trail: &trail, finished: &finished, into: &diagnostics)
      }
    }
    trail.removeLast()
    finished.insert(source.name)
  }
}
