public import Diagnostics
import FoundationEssentials

extension Theme {
  /// Loads a theme from folders, whose later files replace the earlier ones of the same path.
  ///
  /// Each folder may hold `templates/**/*.mustache`, `assets/**` and `langues/*.yaml`; words are
  /// replaced one by one. A folder that does not exist is empty.
  ///
  /// - Returns: The theme, and what is wrong with its files; with an error, parts of it are missing.
  public static func load(
    from folders: [ThemeFolder]
  ) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let layers = folders.map { $0.readFiles(&diagnostics) }
    let (theme, found) = load(layers: layers)
    return (theme, diagnostics + found)
  }

  /// Loads a theme from files in memory, in layers of which later ones replace earlier ones.
  public static func load(
    layers: [[ThemeFile]]
  ) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var files: [String: ThemeFile] = [:]
    for file in layers.joined() { files[file.path] = file }
    var diagnostics: [Diagnostic] = []

    let fingerprinting = AssetFingerprinting(named(in: "assets/", extension: "", files))
    diagnostics += fingerprinting.diagnostics
    let templates = named(in: "templates/", extension: ".mustache", files)
    let (programs, lookupTags) = compile(templates, &diagnostics)
    let words = readWords(layers, &diagnostics)

    let theme = Theme(
      assets: fingerprinting.assets.values.sorted { $0.name < $1.name },
      programs: programs, lookupTags: lookupTags,
      templateFiles: templates.sorted { $0.key < $1.key }.map(\.value), words: words)
    return (theme, diagnostics)
  }

  private static func named(
    in folder: String, extension: String, _ files: [String: ThemeFile]
  ) -> [String: ThemeFile] {
    var named: [String: ThemeFile] = [:]
    for (path, file) in files where path.hasPrefix(folder) && path.hasSuffix(`extension`) {
      named[String(path.dropFirst(folder.count).dropLast(`extension`.count))] = file
    }
    return named
  }

  private static func compile(
    _ files: [String: ThemeFile], _ diagnostics: inout [Diagnostic]
  ) -> (programs: [String: TemplateProgram], lookupTags: [VariableTag]) {
    let sources = files.sorted { $0.key < $1.key }
      .map { TemplateSource(name: $0.key, path: $0.value.shownAs, bytes: $0.value.bytes) }
    let found = sources.flatMap(\.diagnostics) + TemplateGraph(sources).check()
    diagnostics += found
    // A compiler that meets a circle never comes back.
    guard found.isEmpty else { return ([:], []) }

    let compiler = TemplateCompiler(sources)
    let programs = sources.map { ($0.name, compiler.compile($0.name)) }
    return (Dictionary(uniqueKeysWithValues: programs), compiler.lookupTags)
  }

  private static func readWords(
    _ layers: [[ThemeFile]], _ diagnostics: inout [Diagnostic]
  ) -> [String: InterfaceWords] {
    var words: [String: [String: Word]] = [:]
    for file in layers.joined() where file.path.hasPrefix("langues/") {
      guard file.path.hasSuffix(".yaml") else { continue }
      let language = String(file.path.dropFirst("langues/".count).dropLast(".yaml".count))
      let read = WordFile(file)
      diagnostics += read.diagnostics
      words[language, default: [:]].merge(read.words) { _, later in later }
    }
    let fallback = words[fallbackLanguage] ?? [:]
    return words.reduce(into: [:]) { result, entry in
      result[entry.key] = InterfaceWords(
        language: entry.key, words: entry.value, fallback: fallback)
    }
  }
}

extension ThemeFolder {
  /// Reads the files of a folder, sorted by path; hidden ones do not count.
  fileprivate func readFiles(_ diagnostics: inout [Diagnostic]) -> [ThemeFile] {
    var files: [ThemeFile] = []
    for name in ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted() {
      var isFolder = false
      let whole = "\(path)/\(name)"
      if FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), isFolder {
        continue
      }
      if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      guard let data = FileManager.default.contents(atPath: whole) else {
        diagnostics.append(.unreadableFile("\(shownAs)/\(name)"))
        continue
      }
      files.append(ThemeFile(path: name, shownAs: "\(shownAs)/\(name)", bytes: Array(data)))
    }
    return files
  }
}
