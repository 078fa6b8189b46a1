import ContentModel
import Diagnostics
package import Tools

/// What can be wrong with the blocks of a sequence.
extension Diagnostic {
  static func tooManyBlocks(_ count: Int, at location: SourceLocation) -> Diagnostic {
    let most = WorkshopSequence.maxBlocks
    return Diagnostic(
      .error, id: "sequence.blocks", at: location,
      LocalizedText(
        fr: "le déroulé a \(count) blocs", en: "the sequence has \(count) blocks"),
      expected: LocalizedText(fr: "au plus \(most) blocs", en: "at most \(most) blocks"))
  }

  static func namelessBlock(
    _ number: Int, at location: SourceLocation, _ fields: SequenceFields
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "sequence.nameless", at: location,
      LocalizedText(
        fr: "le bloc \(number) n’a ni « \(fields.activity) » ni « \(fields.title) »",
        en: "block \(number) has neither “\(fields.activity)” nor “\(fields.title)”"),
      expected: LocalizedText(
        fr: "l’un des deux, pour que l’on sache ce qui se passe",
        en: "one of them, so that people know what takes place"))
  }

  /// Returns what is wrong with a sequence; nil for what its page tells readers as advice.
  static func unholdableSequence(
    _ warning: SequenceWarning, at location: SourceLocation
  ) -> Diagnostic? {
    switch warning {
    case .lateLock(_, let minutes):
      Diagnostic(
        .error, id: "sequence.lock", at: location,
        LocalizedText(
          fr: "ce bloc ne peut pas commencer à l’heure : il manque \(minutes) min",
          en: "this block cannot start on time: \(minutes) min are missing"),
        expected: LocalizedText(
          fr: "des blocs plus courts avant lui, ou une heure plus tardive",
          en: "shorter blocks before it, or a later time"))
    case .pastEnd(let minutes):
      Diagnostic(
        .error, id: "sequence.end", at: location,
        LocalizedText(
          fr: "le déroulé finit \(minutes) min après l’heure de fin",
          en: "the sequence ends \(minutes) min after its end"),
        expected: LocalizedText(
          fr: "des blocs plus courts, ou une fin plus tardive",
          en: "shorter blocks, or a later end"))
    case .pastMidnight:
      Diagnostic(
        .error, id: "sequence.midnight", at: location,
        LocalizedText(
          fr: "le déroulé passe minuit", en: "the sequence goes past midnight"),
        expected: LocalizedText(
          fr: "un déroulé qui tient dans une journée", en: "a sequence that fits in a day"))
    case .group, .format, .length, .facilitators, .stretch: nil
    }
  }
}

extension SequenceWarning {
  /// The block that it is about.
  package var block: Int? {
    switch self {
    case .lateLock(let block, _), .group(let block, _, _), .format(let block),
      .length(let block, _), .facilitators(let block, _), .stretch(let block, _):
      block
    case .pastEnd, .pastMidnight: nil
    }
  }
}
