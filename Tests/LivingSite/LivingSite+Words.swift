extension LivingSite {
  static let words = ["rade", "phare", "bouée", "amer", "cale", "vasière", "goémon"]
  static let tags = ["Mer", "mer", "Côte", "vent", "marée"]
  static let folders = ["fiches/", "fiches/", "rendez-vous/", "notes/", "notes/loin/", ""]
  /// The pictures that are always there.
  static let pictures = ["a.svg", "b.svg", "fiches/croquis.svg"]
  /// The files that come and go.
  static let extras = ["c.svg", "notes/plan.txt", "notes/croquis.svg"]

  // MARK: Chance

  mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  mutating func newNumber() -> Int {
    count += 1
    return count
  }

  mutating func any(of choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

  mutating func some(of choices: [String]) -> [String] { choices.filter { _ in number(3) == 0 } }

  mutating func maybe<Value>(_ value: (inout LivingSite) -> Value) -> Value? {
    number(3) == 0 ? nil : value(&self)
  }

  mutating func anyPage() -> String? { pages.keys.sorted().randomElement(using: &random) }

  // MARK: Words

  mutating func word() -> String { any(of: Self.words) }

  mutating func title() -> String { "\(word()) \(number(6))" }

  mutating func sentence() -> String { "Un \(word()) et une \(word())." }

  mutating func date() -> String? { maybe { "2026-03-\(10 + $0.number(9))" } }

  /// Returns a text, which may lead to what is there, to what was, or to what may come.
  mutating func body() -> String {
    var parts = [sentence()]
    if number(2) == 0 { parts.append("## \(word())\n\n" + sentence()) }
    if number(3) == 0 { parts.append("Voir [[\(title())]].") }
    if number(3) == 0, let path = anyPage() { parts.append("Lire [la suite](/\(path).md).") }
    if number(4) == 0, let path = anyPage() { parts.append("[Là](/\(path).md#\(word())).") }
    if number(5) == 0 { parts.append("[Bientôt](/fiches/p\(1 + number(count + 3))).") }
    if number(6) == 0 { parts.append("[[\(title())#\(word())]] et [le haut](#\(word())).") }
    if number(6) == 0 { parts.append("![](/\(any(of: Self.pictures + Self.extras)))") }
    if number(8) == 0 { parts.append("![](croquis.svg) et [le plan](/notes/plan.txt).") }
    return parts.joined(separator: "\n\n")
  }

  /// Returns when something takes place, around the days of the build.
  mutating func event() -> LivingEvent {
    let start = 1 + number(26)
    let hour = maybe { "T\(10 + $0.number(9)):30" }
    var event = LivingEvent(start: Self.day(start) + (hour ?? ""))
    if number(2) == 0 { event.end = Self.day(start + 1 + number(3)) + (hour ?? "") }
    if number(3) == 0 {
      // The first day is one of those of the recurrence, or the site is not published.
      let days = "[\(Self.weekday(start)), \(Self.weekday(start + 2))]"
      let rhythm = any(of: ["hebdomadaire, jours: \(days)", "mensuelle", "quotidienne"])
      event.recurrence = "{ frequence: \(rhythm), fois: \(2 + number(6)) }"
    }
    event.isCancelled = number(5) == 0
    event.place = number(2) == 0 ? fiches.randomElement(using: &random) : nil
    return event
  }

  /// Returns the weekday of a day of March 2026, which starts on a Sunday.
  private static func weekday(_ number: Int) -> String {
    ["samedi", "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi"][number % 7]
  }

  private static func day(_ number: Int) -> String {
    "2026-03-" + (number < 10 ? "0" : "") + "\(number)"
  }
}
