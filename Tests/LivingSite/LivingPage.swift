/// A sheet of a ``LivingSite``, as its file is written.
struct LivingPage {
  var title: String
  var body: String
  var tags: [String] = []
  var date: String?
  var summary: String?
  /// The type that it gives itself; that of its folder when nothing.
  var type: String?
  var state: String?
  var level: Int?
  var skills: [String] = []
  /// A field of inline Markdown.
  var word: String?
  /// The sheets that it names in a field, by their paths or by `"[[Title]]"`.
  var named: [String] = []
  var slug: String?
  var alias: String?
  var isDraft = false
  /// Whether it is in no list.
  var isUnlisted = false
  var picture: String?
  /// A picture in a field.
  var illustration: String?
  var event: LivingEvent?
  /// Whether it shows the types of the site, whose sheets are read again each time.
  var showsTypes = false

  var text: String {
    var lines = ["---", "titre: \"\(title)\"", "etiquettes: [\(tags.joined(separator: ", "))]"]
    if let date { lines.append("date: \(date)") }
    if let summary { lines.append("resume: \"\(summary)\"") }
    if let type { lines.append("type: \(type)") }
    if let state { lines.append("etat: \(state)") }
    if let level { lines.append("niveau: \(level)") }
    if !skills.isEmpty { lines.append("savoirs: [\(skills.joined(separator: ", "))]") }
    if let word { lines.append("mot: \"\(word)\"") }
    if !named.isEmpty { lines.append("voir: [\(named.joined(separator: ", "))]") }
    if let slug { lines.append("slug: \(slug)") }
    if let alias { lines.append("alias: [\(alias)]") }
    if isDraft { lines.append("brouillon: true") }
    if isUnlisted { lines.append("hors_listes: oui") }
    if let picture { lines.append("image: /\(picture)") }
    if let illustration { lines.append("illustration: /\(illustration)") }
    if showsTypes { lines.append("vue: { genre: types }") }
    lines += event?.lines ?? []
    return (lines + ["---", "", body, ""]).joined(separator: "\n")
  }
}

/// When something takes place, as a ``LivingPage`` says it.
struct LivingEvent {
  var start: String
  var end: String?
  var recurrence: String?
  var isCancelled = false
  /// The sheet of the place.
  var place: String?

  fileprivate var lines: [String] {
    var lines = ["debut: \(start)"]
    if let end { lines.append("fin: \(end)") }
    if let recurrence { lines.append("revient: \(recurrence)") }
    if isCancelled { lines.append("annule: oui") }
    if let place { lines.append("lieu: \(place)") }
    return lines
  }
}
