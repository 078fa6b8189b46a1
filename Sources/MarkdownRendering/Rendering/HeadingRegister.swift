import TextEncoding

/// The ids given in a document, so that each is given once.
struct HeadingRegister {
  private var taken: Set<String> = []
  private var nextNumbers: [String: Int] = [:]
  /// The ids that authors wrote, which come before those made from titles.
  private var explicit: Set<String> = []
  /// The level of the last heading; a page's title is of level 1.
  var lastLevel = 1

  /// Keeps an id for something else than a heading made from its title.
  mutating func reserve(_ id: String) { taken.insert(id) }

  /// Keeps an id that an author wrote for the heading that asks for it.
  mutating func reserveExplicit(_ id: String) { explicit.insert(id) }

  /// Returns an id for a title, numbered -2, -3 and so on where it is taken.
  mutating func makeID(from title: String) -> String {
    let id = Slug.make(from: title)
    return unique(id.isEmpty ? "section" : id)
  }

  /// Takes an id that an author wrote; returns whether it was free.
  mutating func take(explicit id: String) -> Bool { taken.insert(id).inserted }

  /// Returns an id that nothing has, the given one when it is free.
  mutating func unique(_ id: String) -> String {
    if !explicit.contains(id), taken.insert(id).inserted { return id }
    var number = nextNumbers[id] ?? 2
    while true {
      let candidate = "\(id)-\(number)"
      number += 1
      if !explicit.contains(candidate), taken.insert(candidate).inserted {
        nextNumbers[id] = number
        return candidate
      }
    }
  }
}
