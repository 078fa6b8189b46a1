import FoundationEssentials
import Formats
import SiteGraph
import Tools

/// Writes a sequence as the part of an address after `#`, which the page that composes sequences reads.
struct SequenceAddress {
  package let title: String
  package let found: SheetSequence
  /// The id under which each block takes an activity, or else its title.
  package let names: [(id: String?, title: String)]

  /// Returns the part, `d1.CHECKSUM.DATA`: the data are JSON in the letters of base64url.
  package var text: String {
    let sequence = found.sequence
    let blocks = zip(sequence.blocks, names).map { block, name -> JSONValue in
      let flags =
        (block.isParallel ? 1 : 0) + (block.isRest ? 2 : 0) + (block.isContinuation ? 4 : 0)
      return .array([
        .string(name.id ?? ""), .string(name.title), .integer(block.minutes),
        .integer(block.least), .integer(block.lock ?? -1), .integer(flags),
      ])
    }
    let value = JSONValue.array([
      .string(title), .integer(sequence.start), .integer(sequence.end ?? -1),
      .integer(sequence.people), .integer(sequence.facilitators), .integer(sequence.groupSize),
      .integer(sequence.buffer), .string(sequence.format ?? ""), .array(blocks),
    ])
    let bytes = value.encoded()
    let data = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
    return "d1.\(AddressChecksum.digits(of: bytes)).\(data)"
  }
}
