import ContentModel
import Diagnostics
import MarkdownRendering
import TextEncoding
import Theming

/// Makes what the template of a component reads of the values of a block.
///
/// A value that is a text, a number or an answer is that; one with several faces, as a picture, has names
/// of its own.
struct ComponentValues {
  let format: ValueFormat
  let vocabularies: [String: Vocabulary]
  let block: ComponentBlock

  /// Returns every field by key; one that the block leaves out has no value.
  func object(
    _ values: [String: FieldValue], _ fields: [FieldDefinition],
    in context: inout ComponentContext
  ) -> TemplateObject {
    var members: [(String, TemplateValue)] = []
    let alternative = values["alt"]?.string ?? ""
    for field in fields {
      let value = values[field.key].map {
        shown($0, field, alternative: alternative, in: &context)
      }
      members.append((field.key, value ?? .none))
    }
    return TemplateObject(members)
  }

  private func shown(
    _ value: FieldValue, _ field: FieldDefinition, alternative: String,
    in context: inout ComponentContext
  ) -> TemplateValue {
    if case .list(let elements) = value {
      var items: [TemplateValue] = []
      for element in elements {
        items.append(shown(element, field, alternative: alternative, in: &context))
      }
      return .list(items)
    }
    switch field.kind.shown(value) {
    case .words(let text): return .text(format.typeset(text))
    case .code(let text), .link(let text): return .text(text)
    case .markdown(let text, let location):
      return .html(context.markdown(text, at: location, in: block))
    case .original(let text, _): return .text(text)
    case .integer(let number): return .number(number)
    case .number(let number): return .text(format.number(number))
    case .range(let range): return .text(format.range(range))
    case .boolean(let flag): return .flag(flag)
    case .date(let date): return .text(format.date(date))
    case .dateTime(let moment): return .text(format.dateTime(moment))
    case .duration(let span): return .text(format.duration(span))
    case .recurrence(let recurrence): return .text(format.recurrence(recurrence))
    case .step(let step, let range, let labels):
      let place = step - range.lowerBound
      return labels.indices.contains(place)
        ? .text(format.label(labels[place])) : .number(step)
    case .term(let id, let vocabulary): return term(id, vocabulary)
    case .licence(let licence):
      return .object(["text": .text(licence.label), "url": .optional(licence.url)])
    case .picture(let written, let location):
      let image = ComponentText(text: written, location: location)
      return picture(image, alternative: alternative, in: &context)
    case .file(let written, let location):
      return file(ComponentText(text: written, location: location), in: &context)
    case .reference(let written, let location):
      return page(ComponentText(text: written, location: location), in: &context)
    case .object(let values, let fields): return .object(object(values, fields, in: &context))
    }
  }

  private func term(_ id: String, _ vocabulary: String) -> TemplateValue {
    let term = vocabularies[vocabulary]?.term(named: id)
    return .object([
      "id": .text(term?.id ?? id), "text": .text(term.map { format.label($0.label) } ?? id),
      "definition": .optional(term?.definition.map(format.label)),
    ])
  }

  private func picture(
    _ image: ComponentText, alternative: String, in context: inout ComponentContext
  ) -> TemplateValue {
    let shown: ShownImage
    switch context.resolveImage(image, alternative: alternative) {
    case .image(let image): shown = image
    case .url(let url, _, _, _, _): shown = ShownImage(url: url)
    case .linkInstead, .unresolved: return .none
    }
    return .object([
      "url": .text(shown.url), "attributes": .html(context.attributes(of: shown)),
      "srcset": .optional(shown.sourceSet),
      "width": shown.width.map { .number($0) } ?? .none,
      "height": shown.height.map { .number($0) } ?? .none,
    ])
  }

  private func file(
    _ file: ComponentText, in context: inout ComponentContext
  ) -> TemplateValue {
    guard case .url(let url, _, _, _, let note) = context.resolveLink(file) else { return .none }
    let path = file.text.prefix { $0 != "?" && $0 != "#" }
    return .object([
      "url": .text(url), "name": .text(Address.decode(path.split(separator: "/").last ?? "")),
      "note": .optional(note),
    ])
  }

  private func page(
    _ page: ComponentText, in context: inout ComponentContext
  ) -> TemplateValue {
    guard case .url(let url, let title, _, let language, _) = context.resolveLink(page, as: .wiki)
    else {
      return .object(["url": .none, "text": .text(format.typeset(page.text)), "hreflang": .none])
    }
    return .object([
      "url": .text(url), "text": .text(format.typeset(title ?? page.text)),
      "hreflang": .optional(language),
    ])
  }
}

extension ComponentValues {
  /// Returns a value for a field with all that a template may ask of it.
  static func sample(of field: FieldDefinition) -> TemplateValue {
    let kind = field.kind
    let value: TemplateValue
    switch kind.control {
    case .markdown: value = .markup("<p>a</p>")
    case .yesNo: value = true
    case .number(hasDecimals: false): value = 1
    case .picture:
      value = .object([
        "url": "a", "attributes": .markup("src=\"a\""), "srcset": "a", "width": 1, "height": 1,
      ])
    case .file: value = .object(["url": "a", "name": "a", "note": "a"])
    case .reference: value = .object(["url": "a", "text": "a", "hreflang": "a"])
    case .parts: value = .object(TemplateObject(kind.fields.map { ($0.key, sample(of: $0)) }))
    default:
      if kind.vocabulary != nil {
        value = .object(["id": "a", "text": "a", "definition": "a"])
      } else if kind.name == "licence" {
        value = .object(["text": "a", "url": "a"])
      } else {
        value = "a"
      }
    }
    return field.holdsList ? .list([value]) : value
  }
}
