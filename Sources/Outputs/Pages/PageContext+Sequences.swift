import ContentModel
import SiteLoading
import SiteGraph
import Theming
import Tools

extension PageContext {
  /// Returns the id under which a sequence takes a sheet; nil when it may be part of none.
  package func activityID(of index: Int) -> String? {
    let sheet = commons.sheets[index]
    return sheet.type.activity == nil ? nil : sheet.id
  }

  /// Returns `sequence` of the page of a sheet; none for one that is no sequence.
  ///
  /// - Parameter fields: What templates read as `fields`.
  func sequence(
    of index: Int, _ fields: TemplateValue, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    guard let found = commons.sequence(of: index) else { return .none }
    let page = SequencePage(
      context: self, found: found, schedule: SequenceSchedule(found.sequence),
      items: items(of: index, in: fields), links: links, format: format)
    return page.value(title: titles[index])
  }

  /// The blocks as the fields of the sheet, by their places.
  private func items(of index: Int, in fields: TemplateValue) -> [TemplateValue] {
    guard let key = commons.sheets[index].type.sequence?.blocks,
      case .object(let fields) = fields,
      case .object(let blocks) = fields[key], case .list(let items) = blocks["items"]
    else { return [] }
    return items
  }
}

/// Makes what templates read of a sequence.
private struct SequencePage {
  let context: PageContext
  let found: SheetSequence
  let schedule: SequenceSchedule
  let items: [TemplateValue]
  let links: PageLinks
  let format: ValueFormat

  private var sequence: WorkshopSequence { found.sequence }

  func value(title: String) -> TemplateValue {
    let names = found.blocks.indices.map { (id: activityID(of: $0), title: name(of: $0)) }
    let rest = sequence.blocks.indices.filter { sequence.blocks[$0].isRest }
      .reduce(0) { $0 + schedule.times[$1].minutes }
    return .object([
      "start": .text(format.clock(sequence.start)), "end": .text(format.clock(schedule.end)),
      "duration": .text(format.duration(minutes: max(schedule.end - sequence.start, 0))),
      "minutes": .number(max(schedule.end - sequence.start, 1)),
      "rest": .text(format.duration(minutes: rest)), "people": .number(sequence.people),
      "facilitators": .number(sequence.facilitators),
      "blocks": .list(found.blocks.indices.map(block)),
      "materials": .list(ShoppingList(sequence).items.map(material)),
      "warnings": .list(
        schedule.warnings.filter { $0.block == nil }.map { .text(text(of: $0)) }),
      "phases": .list(phases), "energy": energy,
      "code": .text(SequenceAddress(title: title, found: found, names: names).text),
    ])
  }

  private func activityID(of block: Int) -> String? {
    guard sequence.blocks[block].activity != nil else { return nil }
    return found.blocks[block].sheet.flatMap { context.activityID(of: $0) }
  }

  /// The title of a block: its own, or that of its sheet.
  private func name(of block: Int) -> String {
    let block = found.blocks[block]
    return block.title.map(format.typeset) ?? block.sheet.map { context.titles[$0] } ?? ""
  }

  private func block(_ index: Int) -> TemplateValue {
    let (block, time) = (sequence.blocks[index], schedule.times[index])
    let named = found.blocks[index]
    let sheet = named.sheet.map {
      context.commons.translations.version(of: $0, in: format.language)
    }
    let item = items.indices.contains(named.place) ? items[named.place] : .none
    let phase = choice(of: index, \.phase)
    let energy = choice(of: index, \.energy)
    let bar = bar(of: index, energy)
    return .object([
      "start": .text(format.clock(time.start)), "end": .text(format.clock(time.end)),
      "minutes": .text(format.duration(minutes: time.minutes)), "title": .text(name(of: index)),
      "sheet": .optional(sheet.map { context.titles[$0] }),
      "url": .optional(sheet.map { links.page(encoded: context.commons.addresses[$0]) }),
      "at": .number(time.start - sequence.start), "length": .number(time.minutes),
      "phase": .optional(phase?.choice.id), "phase_label": .optional(phase.map(label)),
      "energy": .optional(energy.map(label)),
      "rest": .flag(block.isRest), "locked": .flag(block.lock != nil),
      "parallel": .flag(block.isParallel), "fields": item,
      "height": .number(bar.height), "top": .number(bar.top),
      "slack": time.slack > 0 ? .text(format.duration(minutes: time.slack)) : .none,
      "warnings": .list(
        schedule.warnings.filter { $0.block == index }.map { .text(text(of: $0)) }),
    ])
  }

  /// A value that the sheet of a block has, with its place among those of its field, from 1.
  private struct Chosen {
    let choice: FieldChoice
    let field: FieldDefinition
    let place: Int
    let count: Int
  }

  /// Returns what the sheet of a block says in a field of its activity.
  private func choice(of block: Int, _ field: KeyPath<ActivityFields, String?>) -> Chosen? {
    guard let index = found.blocks[block].sheet else { return nil }
    let sheet = context.commons.sheets[index]
    guard let key = sheet.type.activity?[keyPath: field],
      let definition = sheet.type.fields.first(where: { $0.key == key }),
      let id = sheet.terms(at: key).first
    else { return nil }
    let choices = context.commons.choices(of: definition)
    guard let place = choices.firstIndex(where: { $0.id == id }) else { return nil }
    return Chosen(
      choice: choices[place], field: definition, place: place + 1, count: choices.count)
  }

  private func label(of chosen: Chosen) -> String {
    chosen.choice.label.map(format.label) ?? chosen.choice.id
  }

  /// Returns where the drawing of a block stands, in thousandths of the whole height: blocks at one
  /// time share it, a rest is low, and a block that nobody calls calm or lively fills half of it.
  private func bar(of index: Int, _ energy: Chosen?) -> (top: Int, height: Int) {
    let row = sequence.rows.first { $0.contains(index) } ?? index..<index + 1
    let part = 1_000 / row.count
    let share = energy.map { part * $0.place / $0.count } ?? part / 2
    let height = sequence.blocks[index].isRest ? part / 5 : share
    return (top: part * (index - row.lowerBound + 1) - height, height: height)
  }

  /// The phases of the blocks in their order, each once.
  private var phases: [TemplateValue] {
    var seen: Set<String> = []
    return found.blocks.indices.compactMap { index in
      guard let phase = choice(of: index, \.phase), seen.insert(phase.choice.id).inserted else {
        return nil
      }
      return .object(["id": .text(phase.choice.id), "label": .text(label(of: phase))])
    }
  }

  /// What the heights of the drawing mean; none when no sheet says how lively it is.
  private var energy: TemplateValue {
    let first = found.blocks.indices.lazy.compactMap { choice(of: $0, \.energy) }.first
    guard let first else { return .none }
    let choices = context.commons.choices(of: first.field)
    func name(_ choice: FieldChoice?) -> String {
      choice.map { $0.label.map(format.label) ?? $0.id } ?? ""
    }
    return .object([
      "label": .text(format.label(first.field.label)), "least": .text(name(choices.first)),
      "most": .text(name(choices.last)),
    ])
  }

  private func material(_ item: ShoppingList.Item) -> TemplateValue {
    var names: [String] = []
    for name in item.blocks.map(name) where !names.contains(name) { names.append(name) }
    return .object([
      "name": .text(format.typeset(item.name)), "total": .number(item.total),
      "blocks": .text(names.joined(separator: ", ")),
    ])
  }

  private func text(of warning: SequenceWarning) -> String {
    func range(_ range: ClosedRange<Int>) -> [String: String] {
      ["min": String(range.lowerBound), "max": String(range.upperBound)]
    }
    switch warning {
    case .lateLock(_, let minutes):
      return format.words.text("deroule_verrou", ["n": String(minutes)])
    case .group(_, let people, let limits):
      return format.words.text(
        "deroule_groupe", range(limits).merging(["n": String(people)]) { own, _ in own })
    case .format: return format.words.text("deroule_format")
    case .length(_, let limits): return format.words.text("deroule_duree", range(limits))
    case .facilitators(_, let needed):
      return format.words.text("deroule_animation", ["n": String(needed)])
    case .stretch(_, let minutes):
      return format.words.text("deroule_sans_pause", ["n": String(minutes)])
    case .pastEnd(let minutes): return format.words.text("deroule_fin", ["n": String(minutes)])
    case .pastMidnight: return format.words.text("deroule_minuit")
    }
  }
}
