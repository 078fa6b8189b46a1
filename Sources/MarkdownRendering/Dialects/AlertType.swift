/// A type of alert, by any of the names that tools give it.
struct AlertType: Equatable {
  /// What the block of a tab is called; it is shown as what unfolds.
  static let tab = "onglet"

  /// The one of GitHub's five that it looks like, in lower case.
  let marker: String
  /// What it says without a title of its own.
  let title: String

  /// Creates a type that no tool knows.
  init(marker: String, title: String) {
    self.marker = marker
    self.title = title
  }

  /// Finds the type of a name; nil for a name that no tool knows.
  init?(named name: String, _ words: DocumentStrings) {
    let name = name.lowercased()
    if DocumentStrings.alertMarkers.contains(name) {
      marker = name
      title = words.alertTitle(name)
    } else if let known = Self.known[name] {
      marker = known.marker
      title = words.otherAlertTitle(known.title) ?? words.alertTitle(known.marker)
    } else {
      return nil
    }
  }

  /// Whether a tool knows a name.
  static func isKnown(_ name: String) -> Bool {
    let name = name.lowercased()
    return DocumentStrings.alertMarkers.contains(name) || known[name] != nil
  }

  private static let known: [String: (marker: String, title: String)] = {
    let groups: [(marker: String, title: String, names: [String])] = [
      ("note", "", ["remarque", "seealso", "todo", "tab", tab]),
      ("note", "info", ["info", "information"]),
      ("note", "details", ["details", "détails"]),
      ("note", "abstract", ["abstract", "summary", "tldr", "résumé", "resume"]),
      ("note", "example", ["example", "exemple"]),
      ("note", "question", ["question", "help", "faq"]),
      ("note", "quote", ["quote", "cite", "citation"]),
      ("tip", "", ["hint", "astuce", "conseil"]),
      ("tip", "success", ["success", "check", "done"]),
      ("warning", "", ["attention", "avertissement", "warn"]),
      ("caution", "danger", ["danger", "error", "erreur"]),
      ("caution", "bug", ["bug"]),
      ("caution", "failure", ["failure", "fail", "missing"]),
    ]
    var known: [String: (marker: String, title: String)] = [:]
    for group in groups {
      for name in group.names { known[name] = (group.marker, group.title) }
    }
    return known
  }()
}
