import TextEncoding

/// Where the source of a site is kept with its history, and where people propose changes to it.
public struct Forge: Sendable, Hashable {
  /// The program that runs a forge, by the name that `archipel.yaml` gives it.
  public enum Kind: String, Sendable, CaseIterable {
    case github, gitlab, forgejo, gitea
  }

  /// The program that runs it.
  public let kind: Kind
  /// The address of the forge, without a slash at its end: `https://codeberg.org`.
  public let root: String
  /// The names of the groups and of the repository: `lab/site`.
  public let repository: String
  /// The branch that the site is made from.
  public let branch: String
  /// The folder of `archipel.yaml` in the repository; empty when it is at its root.
  public let folder: String
  /// The public name under which the forge knows the page where sheets are written.
  public let application: String?
  /// The server that logs people in for forges that ask for one, as GitHub does.
  public let relay: String?

  /// The keys of `forge:`.
  static let parts: [ConfigurationShape.Part] = [
    .init(
      "address", "adresse", shape: .matching("^https?://[^/\\s]+/[^/\\s]+/\\S+$"),
      help: "L’adresse de la page du dépôt."),
    .init("kind", "genre", shape: .choice(Kind.allCases.map(\.rawValue))),
    .init("branch", "branche", shape: .text, help: "« main » par défaut."),
    .init("folder", "dossier", shape: .text, help: "Le dossier de archipel.yaml dans le dépôt."),
    .init("application", shape: .text, help: "L’identifiant que la forge donne à la page admin/."),
    .init(
      "relay", "relais", shape: .matching("^https://"),
      help: "Le serveur qui connecte les personnes, pour GitHub."),
  ]

  /// Reads `forge:`; nil when it cannot be, which is then reported.
  init?(_ keys: inout MappingReader) {
    let address = keys.string("address", "adresse")
    let kind = Self.kind(&keys)
    branch = Self.branch(&keys)
    folder = Self.folder(&keys)
    application = keys.string("application")
    relay = Self.relay(&keys)
    guard let address else {
      if !keys.isMissing("kind", "genre", "branch", "branche", "folder", "dossier", "application") {
        keys.report(.forgeWithoutAddress(at: keys.location(ofKey: "address", "adresse")))
      }
      return nil
    }
    let location = keys.location(ofKey: "address", "adresse")
    guard let parts = Self.parts(of: address) else {
      keys.report(.unusableForge(address, at: location))
      return nil
    }
    (root, repository) = (parts.scheme + parts.host, parts.path)
    guard let kind = kind ?? Self.kind(ofHost: parts.host) else {
      if keys.isMissing("kind", "genre") {
        keys.report(.forgeWithoutKind(parts.host, at: location))
      }
      return nil
    }
    self.kind = kind
  }

  private static func kind(_ keys: inout MappingReader) -> Kind? {
    guard let name = keys.string("kind", "genre") else { return nil }
    if let kind = Kind(rawValue: name.lowercased()) { return kind }
    let known = Kind.allCases.map(\.rawValue)
    keys.report(.unknownChoice(name, known: known, at: keys.location(ofKey: "kind", "genre")))
    return nil
  }

  /// The program of the well-known forges, and of those that say it in their name.
  private static func kind(ofHost host: String) -> Kind? {
    switch host.lowercased() {
    case "github.com": .github
    case "gitlab.com", "framagit.org": .gitlab
    case "codeberg.org": .forgejo
    case "gitea.com": .gitea
    case let host: Kind.allCases.first { host.hasPrefix($0.rawValue + ".") }
    }
  }

  private static func parts(
    of address: String
  ) -> (scheme: String, host: String, path: String)? {
    guard let scheme = ["https://", "http://"].first(where: { address.hasPrefix($0) }),
      !address.contains(where: { $0.isWhitespace || "?#\"'<>\\@%".contains($0) })
    else { return nil }
    var names = address.dropFirst(scheme.count).split(separator: "/").map(String.init)
    guard names.count >= 3, !names.contains("..") else { return nil }
    let host = names.removeFirst()
    if let last = names.last, last.hasSuffix(".git"), last.count > 4 {
      names[names.count - 1] = String(last.dropLast(4))
    }
    return (scheme, host, names.joined(separator: "/"))
  }

  private static func branch(_ keys: inout MappingReader) -> String {
    guard let name = keys.string("branch", "branche") else { return "main" }
    if isBranch(name) { return name }
    keys.report(.unusableBranch(name, at: keys.location(ofKey: "branch", "branche")))
    return "main"
  }

  /// Whether a text may be the name of a branch, and of nothing else that git knows.
  public static func isBranch(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name.utf8.count <= 200
      && parts.allSatisfy { part in
        !part.isEmpty && !part.hasPrefix(".") && !part.hasPrefix("-") && !part.hasSuffix(".")
          && !part.hasSuffix(".lock") && !part.contains("..")
          && part.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      } && name != "HEAD"
  }

  private static func folder(_ keys: inout MappingReader) -> String {
    guard let folder = keys.string("folder", "dossier") else { return "" }
    let parts = folder.split(separator: "/")
    if !folder.hasPrefix("/"), !parts.contains(".."), !folder.contains("\\") {
      return parts.filter { $0 != "." }.joined(separator: "/")
    }
    keys.report(
      .unusablePath(folder, example: "site", at: keys.location(ofKey: "folder", "dossier")))
    return ""
  }

  private static func relay(_ keys: inout MappingReader) -> String? {
    guard let address = keys.string("relay", "relais") else { return nil }
    if address.hasPrefix("https://"), !address.contains(where: \.isWhitespace) { return address }
    keys.report(.unreadableURL(address, at: keys.location(ofKey: "relay", "relais")))
    return nil
  }
}

// MARK: Addresses

extension Forge {
  /// The page of the repository.
  public var address: String { root + "/" + repository }

  /// The page where a file is changed, with `{path}` in the place of the file.
  public var editURL: String {
    let place = "/\(branch)/\(folder.isEmpty ? "" : Self.encodePath(folder) + "/"){path}"
    return switch kind {
    case .github: address + "/edit" + place
    case .gitlab: address + "/-/edit" + place
    case .forgejo, .gitea: address + "/_edit" + place
    }
  }

  /// Returns the page where a file is proposed, with its text filled in.
  ///
  /// The editor of GitLab takes no text from its address: there, the text is that of an issue.
  ///
  /// - Parameters:
  ///   - path: The file, relative to the folder of `archipel.yaml`.
  ///   - title: What the file is, for people.
  public func newFileURL(path: String, title: String, text: String) -> String {
    let path = (folder.isEmpty ? "" : folder + "/") + path
    let parts = path.split(separator: "/")
    let name = Self.encode(parts.last.map(String.init) ?? "")
    let place = branch + parts.dropLast().map { "/" + Self.encode(String($0)) }.joined()
    return switch kind {
    case .github: "\(address)/new/\(place)?filename=\(name)&value=\(Self.encode(text))"
    case .forgejo, .gitea: "\(address)/_new/\(place)?filename=\(name)&value=\(Self.encode(text))"
    case .gitlab:
      "\(address)/-/issues/new?issue%5Btitle%5D=\(Self.encode(title))&issue%5Bdescription%5D="
        + Self.encode("`\(path)`\n\n```yaml\n\(text)```\n")
    }
  }

  private static func encodePath(_ path: String) -> String {
    path.split(separator: "/").map { encode(String($0)) }.joined(separator: "/")
  }

  private static func encode(_ text: String) -> String { PercentEncoding.encodeComponent(text) }
}
