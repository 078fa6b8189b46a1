/// The keys of a keyboard, as Material for MkDocs writes them: `ctrl+alt+f4`.
enum KeyNames {
  /// The keys that no inserted text is called by; one of them tells that the others are keys.
  private static let unmistakable: Set<String> = [
    "alt", "altgr", "backspace", "cmd", "command", "control", "ctrl", "enter", "esc", "escape",
    "maj", "meta", "option", "shift", "super", "tab", "win", "windows",
  ]

  /// Returns keys as Markdown shows them, each as code; nil for words that are none.
  static func code(of text: String) -> String? {
    let keys = text.split(separator: "+")
    guard keys.contains(where: { unmistakable.contains($0.lowercased()) }),
      keys.allSatisfy({ key in key.allSatisfy { !$0.isWhitespace && $0 != "`" } })
    else { return nil }
    return keys.map { "`\($0)`" }.joined(separator: "+")
  }
}
