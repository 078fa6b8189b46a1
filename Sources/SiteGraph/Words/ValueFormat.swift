import TextEncoding
package import Calendars
package import ContentModel
import MarkdownRendering
package import Theming

/// Writes values for readers, in the language of a page.
package struct ValueFormat: Sendable {
  package let words: InterfaceWords
  package let language: String
  /// Whether the language is written from right to left.
  package let isRightToLeft: Bool
  private let siteLanguage: String
  private let numbers: NumberFormat
  private let months: [String]
  private let firstOfMonth: String
  /// The words for a date, cut at the braces around its parts: dates are written by the thousand.
  private let datePattern: [Substring]

  package init(_ theme: Theme, language: String, siteLanguage: String) {
    words = theme.words(for: language)
    self.language = language
    numbers = NumberFormat(language: language)
    self.siteLanguage = siteLanguage
    isRightToLeft = LanguageName.isRightToLeft(language)
    months = words.list("mois")
    firstOfMonth = words.text("premier_du_mois")
    datePattern = words.text("date").split { $0 == "{" || $0 == "}" }
  }

  /// Returns a text as French typography wants it; as it is in other languages.
  package func typeset(_ text: String) -> String {
    FrenchTypography.isFrench(language) ? FrenchTypography.apply(to: text) : text
  }

  package func label(_ label: Label) -> String { typeset(label.text(in: words.language)) }

  /// Returns a label for templates: one that has no text in the language of a translation is marked
  /// with its own language.
  package func labelValue(_ label: Label) -> TemplateValue {
    guard language != siteLanguage, label.texts[words.language] == nil else {
      return .text(self.label(label))
    }
    // A label in one language alone is in that of the site.
    let fallback = label.texts.count > 1 && label.texts["fr"] != nil ? "fr" : siteLanguage
    return .html(
      HTMLText.inLanguage(
        fallback, phrase: HTMLText.escape(label.text(in: words.language))))
  }

  package func date(_ date: CalendarDate) -> String {
    var text = ""
    for part in datePattern {
      switch part {
      case "jour": text += date.day == 1 ? firstOfMonth : String(date.day)
      case "mois": text += months.indices.contains(date.month - 1) ? months[date.month - 1] : ""
      case "annee": text += String(date.year)
      default: text += part
      }
    }
    return text
  }

  /// Returns the name of a month, from 1.
  package func month(_ month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : ""
  }

  package func dateTime(_ moment: DateTime) -> String {
    if moment.isWholeDay { return date(moment.date) }
    return words.text(
      "date_et_heure",
      ["date": date(moment.date), "heure": clock(moment.minuteOfDay)])
  }

  /// Returns a time of day, or a time since the start: « 9 h 30 ».
  package func clock(_ minutes: Int) -> String { hours(minutes, "heure") }

  private func hours(_ minutes: Int, _ key: String) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    if rest == 0 { return words.text(key + "_pile", ["h": String(hours)]) }
    let digits = rest < 10 ? "0\(rest)" : String(rest)
    return words.text(key, ["h": String(hours), "min": digits])
  }

  package func duration(_ span: TimeSpan) -> String {
    if span.low == span.high { return duration(minutes: span.low) }
    return words.text(
      "de_a", ["de": duration(minutes: span.low), "a": duration(minutes: span.high)])
  }

  /// Returns a duration: « 45 min », « 1 h 30 », « 2 jours ».
  package func duration(minutes: Int) -> String {
    if minutes < 60 { return words.text("minutes", ["n": String(minutes)]) }
    if minutes % 1_440 == 0 { return words.text("nombre_jours", count: minutes / 1_440) }
    return hours(minutes, "duree_heures")
  }

  package func range(_ range: NumberRange) -> String {
    if range.low == range.high { return number(range.low) }
    return words.text("de_a", ["de": number(range.low), "a": number(range.high)])
  }

  /// Returns a number, its digits by threes and its decimals after the sign of the language.
  package func number(_ number: Double) -> String { numbers.number(number) }

  package func integer(_ number: Int) -> String { numbers.integer(number) }
}
