import ContentModel
import FoundationEssentials
import Tools

/// What readers have chosen in the page, as its address keeps it after `#`: their cards, or their
/// sequence.
///
/// The page of cards writes `c1.CHECKSUM.DATA`, that of sequences `d1.CHECKSUM.DATA`: JSON in the letters
/// of base64url.
struct BasketAddress {
  /// Why an address cannot be read.
  enum Problem: Error, Hashable {
    /// It was cut, or changed.
    case cut
    /// Another version of Archipel wrote it.
    case version
    /// It says nothing that is known.
    case content
  }

  /// What the reader has called the selection; empty when they have not.
  let title: String
  /// The ids of the sheets, in their order.
  let ids: [String]

  /// The longest address that is read, in characters.
  private static let greatestLength = 200_000

  /// Returns the fragment of an address when it may be a basket; nil for any other address.
  static func fragment(in text: String) -> Substring? {
    guard let hash = text.firstIndex(of: "#") else { return nil }
    let fragment = text[text.index(after: hash)...]
    let parts = fragment.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let letter = parts[0].first, "cd".contains(letter),
      parts[0].dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    return fragment
  }

  init(fragment: Substring) throws(Problem) {
    let parts = fragment.split(separator: ".", omittingEmptySubsequences: false)
    guard fragment.utf8.count <= Self.greatestLength, parts.count == 3 else { throw .cut }
    guard parts[0].dropFirst() == "1" else { throw .version }
    var letters = String(parts[2]).replacing("-", with: "+").replacing("_", with: "/")
    letters += String(repeating: "=", count: (4 - letters.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: letters),
      AddressChecksum.digits(of: data) == String(parts[1])
    else { throw .cut }
    guard case .list(let values)? = try? JSONReader.read(String(decoding: data, as: UTF8.self))
    else { throw .content }
    try self.init(values, isSequence: parts[0].first == "d")
  }

  /// Reads the list of values: of cards the title and the ids, of a sequence the title and the blocks.
  private init(_ values: [DataValue], isSequence: Bool) throws(Problem) {
    let (titlePlace, listPlace) = isSequence ? (0, 8) : (1, 3)
    guard values.indices.contains(listPlace), case .text(let title) = values[titlePlace],
      case .list(let entries) = values[listPlace]
    else { throw .content }
    self.title = title
    ids = entries.compactMap { entry -> String? in
      switch entry {
      case .text(let id): return id
      case .list(let block):
        guard case .text(let id)? = block.first, !id.isEmpty else { return nil }
        return id
      default: return nil
      }
    }
  }
}
