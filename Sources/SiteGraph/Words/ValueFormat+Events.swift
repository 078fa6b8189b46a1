package import Calendars
package import ContentModel
import Theming

extension ValueFormat {
  /// Returns how something comes back: « chaque semaine, le lundi et le jeudi, jusqu’au … ».
  ///
  /// - Parameter isBrief: Whether the days on which it does not are left out.
  package func recurrence(_ recurrence: Recurrence, isBrief: Bool = false) -> String {
    var parts = [
      words.text(
        "recurrence_\(recurrence.frequency.rawValue)", count: recurrence.interval)
    ]
    if !recurrence.weekdays.isEmpty { parts.append(days(of: recurrence)) }
    switch recurrence.end {
    case .after(let day): parts.append(words.text("recurrence_jusqu_au", ["date": date(day)]))
    case .count(let count): parts.append(words.text("recurrence_fois", count: count))
    }
    if !recurrence.exceptions.isEmpty, !isBrief {
      let days = enumeration(recurrence.exceptions.map(date))
      parts.append(words.text("recurrence_sauf", ["dates": days]))
    }
    return parts.joined(separator: ", ")
  }

  /// Returns the days of the week on which something comes back: « du lundi au vendredi ».
  package func days(of recurrence: Recurrence) -> String {
    let names = words.list("jours")
    let days = recurrence.weekdays.compactMap { day in
      names.indices.contains(day - 1) ? names[day - 1] : nil
    }
    guard let first = days.first, let last = days.last else { return "" }
    if let rank = recurrence.rank {
      let ranks = words.list("rangs")
      let place = rank < 0 ? ranks.count - 1 : rank - 1
      let word = ranks.indices.contains(place) ? ranks[place] : String(rank)
      return words.text("recurrence_rang", ["rang": word, "jour": enumeration(days)])
    }
    // Three days and more in a row read better by their ends.
    if days.count > 2, recurrence.weekdays.last == (recurrence.weekdays.first ?? 0) + days.count - 1
    {
      return words.text("recurrence_du_au", ["de": first, "a": last])
    }
    return words.text("recurrence_le", ["jours": enumeration(days)])
  }

  /// Returns texts as a sentence lists them: « a, b et c ».
  package func enumeration(_ texts: [String]) -> String {
    guard texts.count > 1, let last = texts.last else { return texts.first ?? "" }
    return words.text(
      "enumeration", ["debut": texts.dropLast().joined(separator: ", "), "fin": last])
  }

  /// Returns when an event takes place, in a few words.
  package func time(of event: SiteEvent) -> String {
    event.recurrence == nil
      ? time(of: event, on: event.start.date)
      : [hours(of: event), event.recurrence.map { recurrence($0, isBrief: true) } ?? ""].filter {
        !$0.isEmpty
      }
      .joined(separator: ", ")
  }

  /// Returns when an event takes place that starts on a day: « le 13 avril 2015, de 9 h à 12 h ».
  package func time(of event: SiteEvent, on day: CalendarDate) -> String {
    let last = day.adding(days: event.span)
    guard last != day else {
      let hours = hours(of: event)
      return words.text("evenement_le", ["date": date(day)]) + (hours.isEmpty ? "" : ", \(hours)")
    }
    if event.start.isWholeDay, day.firstOfMonth() == last.firstOfMonth() {
      return words.text("evenement_du_au", ["de": dayOfMonth(day), "a": date(last)])
    }
    return words.text(
      "evenement_du_au",
      ["de": dateTime(event.start, on: day), "a": event.end.map { dateTime($0, on: last) } ?? ""])
  }

  /// Returns the hours of an event of one day: « de 9 h à 12 h 30 »; empty when none are known.
  package func hours(of event: SiteEvent) -> String {
    guard !event.start.isWholeDay else { return "" }
    let start = clock(event.start.minuteOfDay)
    guard let end = event.end, !end.isWholeDay, event.span == 0 else {
      return words.text("evenement_a", ["heure": start])
    }
    return words.text("evenement_de_a", ["de": start, "a": clock(end.minuteOfDay)])
  }

  private func dateTime(_ moment: DateTime, on day: CalendarDate) -> String {
    guard !moment.isWholeDay else { return date(day) }
    return words.text(
      "date_et_heure", ["date": date(day), "heure": clock(moment.minuteOfDay)])
  }

  /// Returns a day in its month: « 12 ».
  package func dayOfMonth(_ day: CalendarDate) -> String {
    day.day == 1 ? words.text("premier_du_mois") : String(day.day)
  }

  /// Returns as much of a date as is known: « 2017 », « novembre 2017 », « 3 novembre 2017 ».
  package func date(_ partial: PartialDate) -> String {
    guard let month = partial.month else { return String(partial.year) }
    if let day = partial.day, let date = CalendarDate(year: partial.year, month: month, day: day) {
      return self.date(date)
    }
    return words.text(
      "mois_annee", ["mois": self.month(month), "annee": String(partial.year)])
  }

  /// Returns a number of bytes: « 840 octets », « 12 ko », « 2,4 Mo ».
  package func weight(bytes: Int) -> String {
    if bytes < 1_000 { return words.text("octets", count: bytes) }
    if bytes < 999_500 {
      return words.text("kilooctets", ["n": integer((bytes + 500) / 1_000)])
    }
    return words.text("megaoctets", ["n": number(Double((bytes + 50_000) / 100_000) / 10)])
  }
}
