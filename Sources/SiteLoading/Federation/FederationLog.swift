package import Calendars
import ContentModel
import Formats
import TextEncoding

/// When the catalogues of other labs were read, and since when a lab does not answer: a file beside the
/// copies, which `archipel federate` writes.
///
/// One object a lab, by its id: `catalogue`, `sha256`, `read`, `silent_since`.
package struct FederationLog: Sendable, Hashable {
  /// The path of the file below the content folder; a lab’s copy has no underscore in its name.
  package static let path = FederatedSite.folder + "/_suivi.json"

  /// What is known of one lab.
  package struct Entry: Sendable, Hashable {
    /// Where its catalogue was read.
    package var catalogue: String?
    /// The digest of the copy.
    package var digest: String?
    /// The day when it was read last.
    package var read: CalendarDate?
    /// The first day when it did not answer, since it was read.
    package var silentSince: CalendarDate?

    /// Creates an entry of which nothing is known.
    package init() {}
  }

  /// What is known, by the ids of the labs.
  package var entries: [String: Entry] = [:]

  /// Reads the file; what cannot be read is not known.
  package init(_ bytes: [UInt8]) {
    guard case .object(let members)? = try? JSONReader.read(String(decoding: bytes, as: UTF8.self))
    else { return }
    for (id, value) in members {
      guard case .object(let known) = value else { continue }
      var entry = Entry()
      entry.catalogue = known.text("catalogue")
      entry.digest = known.text("sha256")
      entry.read = known.text("read").flatMap { CalendarDate(iso: $0) }
      entry.silentSince = known.text("silent_since").flatMap { CalendarDate(iso: $0) }
      entries[id] = entry
    }
  }

  /// The file, the labs by their ids.
  package var encoded: [UInt8] {
    let members = entries.sorted { $0.key < $1.key }.map { id, entry in
      let texts: [(String, String?)] = [
        ("catalogue", entry.catalogue), ("sha256", entry.digest),
        ("read", entry.read?.description), ("silent_since", entry.silentSince?.description),
      ]
      return JSONMember(
        id,
        .object(
          texts.compactMap { key, text in text.map { JSONMember(key, .string($0)) } }))
    }
    return JSONValue.object(members).encoded(as: .indented)
  }
}
