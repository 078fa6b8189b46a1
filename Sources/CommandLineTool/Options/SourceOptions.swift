public import ArgumentParser
import Calendars
import ContentModel
public import Diagnostics
import FoundationEssentials
import Glibc
import SiteBuilding
import SiteLoading

/// The options that every command about a source folder takes.
struct SourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Le dossier source.", valueName: "dossier"), completion: .directory)
  var source = "."

  @Option(help: ArgumentHelp("La langue des messages : fr ou en.", valueName: "langue"))
  var lang: MessageLanguage?

  /// The language of messages: the one asked for, or else that of the system.
  var language: MessageLanguage { lang ?? .ofSystem }
}

extension MessageLanguage: ExpressibleByArgument {
  /// English where the system is in English, or else French.
  static var ofSystem: MessageLanguage {
    let system = ProcessInfo.processInfo.environment["LANG"] ?? ""
    return system.hasPrefix("en") ? .english : .french
  }

  /// The language that arguments ask for, even where they cannot be read as a whole.
  init(askedBy arguments: [String]) {
    let named =
      zip(arguments, arguments.dropFirst()).first { $0.0 == "--lang" }?.1
      ?? arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
    self = named.flatMap(MessageLanguage.init) ?? .ofSystem
  }
}
