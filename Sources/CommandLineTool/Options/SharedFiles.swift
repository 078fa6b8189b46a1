import ArgumentParser
import Diagnostics
import FoundationEssentials

/// The files that come with the program: themes, content types, vocabularies.
struct SharedFiles {
  private let root: String

  /// The folder of the built-in themes.
  var themes: String { root + "/themes" }
  /// The names of the built-in themes, sorted.
  var themeNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: themes)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }
  /// What a new site starts from.
  var starter: String { root + "/content/_depart" }
  /// The folder of the built-in content types.
  var types: String { root + "/content/_types" }
  /// The folder of the built-in vocabularies.
  var vocabularies: String { root + "/content/_vocabularies" }

  /// Finds the files: in `share/archipel` beside the program's folder when it is installed, or in the
  /// repository that it was built in.
  static func locate() throws -> SharedFiles {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appending(path: "share/archipel")
    var candidates = [installed]
    while folder.path.count > 1 {
      candidates.append(folder)
      folder = folder.deletingLastPathComponent()
    }
    for candidate in candidates {
      let theme = candidate.appending(path: "themes/ti/templates")
      if FileManager.default.fileExists(atPath: theme.path) {
        return SharedFiles(root: candidate.path)
      }
    }
    throw CommandFailure(
      LocalizedText(
        fr: "les thèmes d’Archipel sont introuvables à côté du programme « \(program.path) »",
        en: "Archipel’s themes are not beside the program “\(program.path)”"))
  }
}
