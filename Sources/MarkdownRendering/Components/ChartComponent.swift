import TextEncoding

/// Figures as horizontal bars, with the table that says the same.
///
/// Keys: `titre`, `source` and `valeurs` (a list of `libelle` and `valeur`), required; `unite`,
/// `date`. The values are numbers, zero or more.
public struct ChartComponent: KeyedComponent {
  /// The word after the fence.
  public let name = "chart"
  private static let keys = ["titre", "valeurs", "unite", "source", "date"]

  /// A value and what it measures.
  struct Bar {
    let label: String
    let value: Double
  }

  /// Creates the component.
  public init() {}

  /// Returns a `figure` element with an image, hidden from assistive technologies, and a table.
  public func render(
    _ body: ComponentBody, in context: inout ComponentContext
  ) -> ComponentOutput? {
    body.checkKeys(Self.keys, in: &context)
    let title = body.requiredText("titre", in: &context).map { context.typeset($0.text) }
    let unit = body.text("unite", in: &context).map { context.typeset($0.text) }
    let notice = sourceNotice(of: body, in: &context)
    guard let bars = bars(of: body, in: &context), let title else { return nil }
    let format = NumberFormat(language: context.lang)
    var html: [UInt8] = []
    html.append("<figure class=\"graphique\">\n")
    BarDrawing(bars: bars, unit: unit, format: format).append(to: &html)
    appendTable(title, bars, unit: unit, format, context.words, to: &html)
    if let notice {
      html.append("<figcaption class=\"graphique-source\">")
      HTMLEscaping.append(notice, to: &html)
      html.append("</figcaption>\n")
    }
    html.append("</figure>\n")
    let text = [title] + bars.map(\.label) + [notice].compactMap(\.self)
    return ComponentOutput(html: html, text: text.joined(separator: "\n"))
  }

  private func bars(of body: ComponentBody, in context: inout ComponentContext) -> [Bar]? {
    guard let elements = body.requiredElements("valeurs", in: &context) else { return nil }
    var bars: [Bar] = []
    for element in elements {
      element.checkKeys(["libelle", "valeur"], in: &context)
      let label = element.requiredText("libelle", in: &context)
      let value = element.requiredNumber("valeur", in: &context)
      if let label, let value { bars.append(Bar(label: context.typeset(label.text), value: value)) }
    }
    return bars.count == elements.count ? bars : nil
  }

  private func sourceNotice(
    of body: ComponentBody, in context: inout ComponentContext
  ) -> String? {
    let source = body.text("source", in: &context)?.text
    if source == nil { context.report(.figuresWithoutSource(at: body.location)) }
    let date = body.text("date", in: &context)?.text
    let parts = [source, date].compactMap(\.self)
    return parts.isEmpty
      ? nil : context.typeset("\(context.words.source): \(parts.joined(separator: ", "))")
  }

  private func appendTable(
    _ title: String, _ bars: [Bar], unit: String?, _ format: NumberFormat, _ words: DocumentStrings,
    to html: inout [UInt8]
  ) {
    html.append("<table class=\"graphique-donnees\">\n<caption>")
    HTMLEscaping.append(title, to: &html)
    html.append("</caption>\n<thead>\n<tr><th scope=\"col\">")
    HTMLEscaping.append(words.label, to: &html)
    html.append("</th><th scope=\"col\">")
    HTMLEscaping.append(unit.map { "\(words.value) (\($0))" } ?? words.value, to: &html)
    html.append("</th></tr>\n</thead>\n<tbody>\n")
    for bar in bars {
      html.append("<tr><th scope=\"row\">")
      HTMLEscaping.append(bar.label, to: &html)
      html.append("</th><td class=\"droite\">")
      HTMLEscaping.append(format.number(bar.value), to: &html)
      html.append("</td></tr>\n")
    }
    html.append("</tbody>\n</table>\n")
  }
}
