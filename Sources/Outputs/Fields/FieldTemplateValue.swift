import ContentModel
import Diagnostics
import MarkdownRendering
import SiteGraph
import SiteLoading
import Theming

/// Makes what templates read of the fields of one sheet.
struct FieldTemplateValue {
  package let commons: SiteView
  package let titles: Tracked<String>
  package let inlines: [SourceLocation: [UInt8]]
  package let links: PageLinks
  package let format: ValueFormat
  /// The sheet whose fields they are.
  package let sheet: Sheet
  /// What the sheet translates.
  package var original: Sheet?
  /// The addresses of the pages of its terms, by vocabulary and key.
  var termAddresses: [String: String] = [:]

  /// Returns `fields`: each field that the sheet has, by key; none for any other.
  ///
  /// A template may ask for a field that the types of another lab do not declare.
  package func fields(of sheet: Sheet) -> TemplateObject {
    TemplateObject(
      sheet.type.fields.compactMap { field in
        sheet.fields[field.key].map { (field.key, value($0, field)) }
      }, defaults: .any)
  }

  /// Returns `fields_list`: the fields that are present and meant for readers, in the order of the
  /// type.
  package func list(of fields: TemplateObject, in sheet: Sheet) -> TemplateValue {
    .list(
      sheet.type.fields.compactMap { field in
        guard field.isShownOnSheets, let value = fields[field.key], case .object = value else {
          return nil
        }
        return value
      })
  }

  /// Returns a value with its label and help.
  package func value(_ value: FieldValue, _ field: FieldDefinition) -> TemplateValue {
    var members: [(String, TemplateValue)] = [
      ("key", .text(field.key)), ("label", format.labelValue(field.label)),
      ("help", field.help.map { .text(format.label($0)) } ?? .none), ("present", true),
      ("mark", .optional(field.appearance.sign)),
      ("unit", field.appearance.unit.map(format.labelValue) ?? .none),
    ]
    if case .list(let elements) = value {
      members += list(elements, field)
    } else {
      members += single(value, field)
    }
    return .object(TemplateObject(members))
  }

  private func list(
    _ elements: [FieldValue], _ field: FieldDefinition
  ) -> [(String, TemplateValue)] {
    var items: [TemplateObject] = []
    var texts: [TemplateValue] = []
    var html: [UInt8] = Array("<ul>".utf8)
    var minutes = 0
    for element in elements {
      var members = single(element, field)
      if let member = field.roles.addedMember, case .object(let values) = element,
        case .integer(let step) = values[member]
      {
        members.append(("clock", .text(format.clock(minutes))))
        let (sum, isTooLarge) = minutes.addingReportingOverflow(step)
        minutes = isTooLarge ? .max : sum
      } else if !field.kind.fields.contains(where: { $0.key == "clock" }) {
        members.append(("clock", .none))
      }
      let item = TemplateObject(members)
      if let text = item["text"] { texts.append(text) }
      html += Array("<li>".utf8) + markup(of: item) + Array("</li>".utf8)
      items.append(item)
    }
    html += Array("</ul>".utf8)
    let total: TemplateValue = minutes > 0 ? .text(format.duration(minutes: minutes)) : .none
    return [
      ("items", .list(items.map(TemplateValue.object))), ("total", total),
      ("text", HTMLText.joined(texts)), ("html", .html(html)), ("url", .none),
      ("hreflang", .none), ("value", .none),
    ]
  }

  private func markup(of item: TemplateObject) -> [UInt8] {
    if case .html(let html) = item["html"] { html } else { [] }
  }

  /// Returns `text`, `html`, `url` and what else the kind of a value has.
  private func single(
    _ value: FieldValue, _ field: FieldDefinition
  ) -> [(String, TemplateValue)] {
    switch field.kind.shown(value) {
    case .words(let text): scalar(text: format.typeset(text))
    case .code(let text): scalar(text: text)
    case .markdown(let text, let location):
      scalar(
        text: format.typeset(text),
        html: inlines[location] ?? HTMLText.escape(format.typeset(text)))
    case .original(let text, let location): untranslated(text, location)
    case .integer(let number): scalar(text: format.integer(number), value: .number(number))
    case .number(let number): scalar(text: format.number(number))
    case .range(let range): scalar(text: format.range(range))
    case .boolean(let flag):
      scalar(text: format.words.text(flag ? "oui" : "non"), value: .flag(flag))
    case .date(let date): scalar(text: format.date(date))
    case .dateTime(let moment): scalar(text: format.dateTime(moment))
    case .duration(let span): scalar(text: format.duration(span))
    case .recurrence(let recurrence): scalar(text: format.recurrence(recurrence))
    case .step(let step, let range, let labels): scale(step, range, labels: labels)
    case .term(let id, let vocabulary): term(id, vocabulary)
    case .link(let url): scalar(text: url, url: url)
    case .licence(let licence): scalar(text: licence.label, url: licence.url)
    case .picture(let written, _): picture(written, format.label(field.label))
    case .file(let written, _):
      commons.attachment(written, in: sheet).map(link) ?? scalar(text: written)
    case .reference(let written, let location): reference(written, location)
    case .object(let values, let nested): object(values, nested)
    }
  }

  /// Returns a text of the original, marked with its language.
  private func untranslated(
    _ text: String, _ location: SourceLocation?
  ) -> [(String, TemplateValue)] {
    let language = original?.language ?? commons.declared.configuration.language
    let text = FrenchTypography.isFrench(language) ? FrenchTypography.apply(to: text) : text
    let html = location.flatMap { inlines[$0] } ?? HTMLText.escape(text)
    return [
      ("text", .html(HTMLText.inLanguage(language, phrase: HTMLText.escape(text)))),
      ("html", .html(HTMLText.inLanguage(language, phrase: html))), ("url", .none),
      ("hreflang", .none), ("value", .none), ("items", .none),
    ]
  }

  private func reference(
    _ written: String, _ location: SourceLocation
  ) -> [(String, TemplateValue)] {
    guard let target = commons.target(of: location) else { return scalar(text: written) }
    let page = page(of: target)
    return scalar(text: .text(titles[page.version]), url: page.url, hreflang: page.language)
  }

  private func picture(_ written: String, _ alternative: String) -> [(String, TemplateValue)] {
    guard let image = image(written) else { return scalar(text: written) }
    return scalar(text: written, html: image.html(alternative: alternative), url: image.url)
  }

  private func object(
    _ values: [String: FieldValue], _ nested: [FieldDefinition]
  ) -> [(String, TemplateValue)] {
    var members: [(String, TemplateValue)] = []
    var html: [UInt8] = Array("<dl>".utf8)
    for field in nested {
      guard let value = values[field.key] else {
        members.append((field.key, .none))
        continue
      }
      let member = self.value(value, field)
      if case .object(let object) = member {
        html += Array("<div><dt>".utf8) + HTMLText.markup(of: format.labelValue(field.label))
        html += Array("</dt><dd>".utf8) + markup(of: object) + Array("</dd></div>".utf8)
      }
      members.append((field.key, member))
    }
    html += Array("</dl>".utf8)
    let declared = Set(nested.map(\.key))
    for (name, value) in [
      ("html", TemplateValue.html(html)), ("text", .none), ("url", .none), ("hreflang", .none),
    ]
    where !declared.contains(name) {
      members.append((name, value))
    }
    return members
  }

  private func link(to file: SourceFolder.File) -> [(String, TemplateValue)] {
    let name = file.contentPath.split(separator: "/").last.map(String.init) ?? ""
    let url = links.file(file.contentPath)
    let note = file.formatAndSize { format }.map { "\u{00A0}" + $0 } ?? ""
    return scalar(
      text: name, html: HTMLText.link(to: url, hreflang: nil, .text(name)) + HTMLText.escape(note),
      url: url)
  }

  private func term(_ id: String, _ vocabulary: String) -> [(String, TemplateValue)] {
    let term = commons.vocabularies[vocabulary]?.term(named: id)
    let page = term?.page.flatMap { commons.index(ofID: $0) }.map(page)
    let label = term.map { format.labelValue($0.label) } ?? .text(id)
    let url = page?.url ?? termAddresses[vocabulary + "/" + TagKey.key(of: id)]
    var members = scalar(text: label, url: url, hreflang: page?.language)
    members.append(("id", .text(id)))
    members.append(("definition", term?.definition.map(format.labelValue) ?? .none))
    members.append(("sign", .optional(term?.sign)))
    return members
  }

  private func scale(
    _ step: Int, _ range: ClosedRange<Int>, labels: [Label]
  ) -> [(String, TemplateValue)] {
    let place = step - range.lowerBound
    let text: TemplateValue =
      labels.indices.contains(place)
      ? format.labelValue(labels[place])
      : .text(format.words.text("sur", ["n": String(step), "total": String(range.upperBound)]))
    var members = scalar(text: text, html: HTMLText.markup(of: text), value: .number(step))
    members.append(("max", .number(range.upperBound)))
    members.append(
      ("steps", .list(range.map { .object(["on": .flag($0 <= step)]) })))
    return members
  }

  /// Returns the picture that a sheet names, as its page shows it; nil when it cannot be shown.
  package func image(_ written: String) -> ShownImage? {
    guard let file = commons.attachment(written, in: sheet),
      case .success(let picture) = commons.pictures.picture(file)
    else { return nil }
    return ShownImage(picture, of: file, links: links)
  }

  private func scalar(
    text: String, html: [UInt8]? = nil, url: String? = nil, value: TemplateValue = .none
  ) -> [(String, TemplateValue)] {
    scalar(text: .text(text), html: html, url: url, value: value)
  }

  private func scalar(
    text: TemplateValue, html: [UInt8]? = nil, url: String? = nil, hreflang: String? = nil,
    value: TemplateValue = .none
  ) -> [(String, TemplateValue)] {
    let html = html ?? HTMLText.link(to: url, hreflang: hreflang, text)
    return [
      ("text", text), ("html", .html(html)), ("url", .optional(url)),
      ("hreflang", .optional(hreflang)), ("value", value), ("items", .none),
    ]
  }

  /// The page of a sheet in the language of this one, where it is in it.
  private func page(of sheet: Int) -> (version: Int, url: String, language: String?) {
    let version = commons.translations.version(of: sheet, in: format.language)
    let language = commons.language(of: version)
    return (
      version, links.page(encoded: commons.addresses[version]),
      language == format.language ? nil : language
    )
  }
}
