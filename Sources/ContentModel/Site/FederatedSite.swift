public import Diagnostics
import TextEncoding

/// Another site whose sheets are shown beside those of this one: an entry of `federation`.
public struct FederatedSite: Sendable, Hashable {
  /// The folder below the content folder that holds the copies of the catalogues.
  public static let folder = "_federation"
  /// The most sites that one may name.
  public static let maxCount = 64

  /// Its name, as readers see it.
  public let name: String
  /// Where its catalogue is: an address on the web, or a path from the source folder.
  public let catalogue: String
  /// The SHA-256 digest that its catalogue must have, in hexadecimal; nil for any.
  public var digest: String?
  /// Where the entry is written.
  public let location: SourceLocation

  /// Its name in addresses and in names of files: `lab-b`.
  public var id: String { Slug.make(from: name) }

  /// The copy of its catalogue, below the content folder.
  public var copy: String { Self.folder + "/" + id + ".json" }

  /// Whether its catalogue is on the web.
  public var isOnTheWeb: Bool { catalogue.hasPrefix("https://") || catalogue.hasPrefix("http://") }

  /// Whether a text is an address on the web or a path, and no address of another kind.
  static func isCatalogue(_ text: String) -> Bool {
    guard !text.hasControlCharacters else { return false }
    if text.hasPrefix("https://") || text.hasPrefix("http://") {
      return !text.contains(where: \.isWhitespace)
    }
    return text.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) == nil
  }

  /// Whether a text is a SHA-256 digest in hexadecimal.
  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}

extension ConfigurationValue {
  /// The sites whose sheets are shown beside those of this one.
  static let federation = ConfigurationValue(
    .entries([
      .init("name", "nom", shape: .text, help: "Le nom du lab."),
      .init("catalogue", shape: .text, help: "Son site : une adresse, ou un chemin."),
      .init(
        "sha256", "empreinte", shape: .matching("^[0-9A-Fa-f]{64}$"),
        help: "L’empreinte que son catalogue doit avoir."),
    ])
  ) { key, configuration, reader in
    var known: Set<String> = []
    for var entry in reader.mappings(key.name, key.otherName) {
      let name = entry.string("name", "nom")?.trimmed ?? ""
      let catalogue = entry.string("catalogue")?.trimmed ?? ""
      let digest = entry.string("sha256", "empreinte")?.trimmed
      let location = entry.location(ofKey: "name", "nom")
      func place(_ keys: (String, String)) -> SourceLocation {
        entry.location(ofKey: keys.0, keys.1)
      }
      let (ofCatalogue, ofDigest) = (
        place(("catalogue", "catalogue")), place(("sha256", "empreinte"))
      )
      reader.take(&entry)
      let id = Slug.make(from: name)
      guard !id.isEmpty, !catalogue.isEmpty, !name.hasControlCharacters else {
        reader.report(.incompleteFederatedSite(at: location))
        continue
      }
      guard FederatedSite.isCatalogue(catalogue) else {
        reader.report(.unusableCatalogue(catalogue, at: ofCatalogue))
        continue
      }
      if let digest, !FederatedSite.isDigest(digest) {
        reader.report(.unreadableDigest(digest, at: ofDigest))
        continue
      }
      guard known.insert(id).inserted else {
        reader.report(.federatedSiteTwice(name, at: location))
        continue
      }
      guard configuration.federation.count < FederatedSite.maxCount else {
        reader.report(.tooManyFederatedSites(limit: FederatedSite.maxCount, at: location))
        return
      }
      configuration.federation.append(
        FederatedSite(
          name: name, catalogue: catalogue, digest: digest?.lowercased(), location: location))
    }
  }
}
