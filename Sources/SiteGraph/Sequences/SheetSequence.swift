import ContentModel
import SiteLoading
package import Diagnostics
package import Tools

/// The sequence that a sheet holds, its blocks with what they are called.
package struct SheetSequence: Sendable {
  /// A block as the sheet names it.
  package struct Block: Sendable {
    /// The sheet of what the group does, when it names one.
    package let sheet: Int?
    /// Its own title.
    package let title: String?
    /// Whether it has a title or names a sheet, be it one that is missing.
    package let isNamed: Bool
    /// Its place in the list of the front matter, from 0.
    package let place: Int
    /// Where it is written.
    package let location: SourceLocation?
  }

  package let sequence: WorkshopSequence
  package let blocks: [Block]
}

extension LinkedSite {
  /// Returns the sequence of a sheet; nil when its type has none, or when it lacks a part.
  package func sequence(of index: Int) -> SheetSequence? {
    let sheet = sheets[index]
    guard let fields = sheet.type.sequence, let list = sheet.fields[fields.blocks] else {
      return nil
    }
    let values = FieldValue.object(sheet.fields)
    guard let start = values.integer(at: fields.start),
      let people = values.integer(at: fields.people)
    else { return nil }
    func integer(_ key: String?, in value: FieldValue = values) -> Int? {
      key.flatMap { value.integer(at: $0) }
    }
    func flag(_ key: String?, in value: FieldValue) -> Bool {
      key.map { value.flag(at: $0) } ?? false
    }
    var blocks: [SheetSequence.Block] = []
    var timed: [WorkshopSequence.Block] = []
    for (place, value) in list.elements.prefix(WorkshopSequence.maxBlocks).enumerated() {
      guard case .object(let members) = value else { continue }
      var target: Int?
      if case .reference(_, let location) = members[fields.activity] {
        target = self.target(of: location)
      }
      let activity = target.flatMap { self.activity(of: $0) }
      guard let minutes = integer(fields.minutes, in: value) ?? activity?.minutes else { continue }
      blocks.append(
        SheetSequence.Block(
          sheet: target, title: members[fields.title]?.string,
          isNamed: members[fields.title] != nil || members[fields.activity] != nil, place: place,
          location: value.firstLocation))
      timed.append(
        WorkshopSequence.Block(
          activity: activity, minutes: minutes, least: integer(fields.least, in: value),
          lock: integer(fields.lock, in: value),
          isParallel: flag(fields.parallel, in: value), isRest: flag(fields.rest, in: value),
          isContinuation: flag(fields.continuation, in: value)))
    }
    let sequence = WorkshopSequence(
      start: start, end: integer(fields.end), people: people,
      facilitators: integer(fields.facilitators) ?? 1, groupSize: integer(fields.groupSize) ?? 5,
      buffer: integer(fields.buffer) ?? 0,
      format: fields.format.flatMap { sheet.terms(at: $0).first }, blocks: timed)
    return SheetSequence(sequence: sequence, blocks: blocks)
  }

  /// Reports the sequences that cannot be held as they are written.
  package func checkSequences(reporting diagnostics: inout [Diagnostic]) {
    for (index, sheet) in site.sheets.enumerated() {
      guard let fields = sheet.type.sequence, let found = sequence(of: index) else { continue }
      let count = sheet.fields[fields.blocks]?.elements.count ?? 0
      if count > WorkshopSequence.maxBlocks {
        diagnostics.append(.tooManyBlocks(count, at: sheet.location(of: fields.blocks)))
      }
      for block in found.blocks where !block.isNamed {
        diagnostics.append(
          .namelessBlock(block.place + 1, at: sheet.location(of: fields.blocks), fields))
      }
      for warning in SequenceSchedule(found.sequence).warnings {
        let location = warning.block.flatMap { found.blocks[$0].location }
        guard
          let diagnostic = Diagnostic.unholdableSequence(
            warning, at: location ?? sheet.location(of: fields.blocks))
        else { continue }
        diagnostics.append(diagnostic)
      }
    }
  }
}
