public import Diagnostics

extension Theme {
  /// Loads a theme from files in memory, in layers of which later ones replace earlier ones.
  public static func load(
    layers: [[ThemeFile]]
  ) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let layers = layers.map { $0.filter { isShortEnough($0, &diagnostics) } }
    var files: [String: ThemeFile] = [:]
    for file in layers.joined() { files[file.path] = file }

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

  /// The longest template that somebody writes, in bytes.
  static let maxTemplateLength = 1 << 18

  /// The longest files that somebody writes, in bytes, by the end of their names: what is made of them
  /// may take more than linear time.
  private static let longest = [
    ".mustache": maxTemplateLength, ".yaml": 1 << 20, ".css": 1 << 21,
  ]

  /// Whether a file is one that is read; another is reported.
  private static func isShortEnough(
    _ file: ThemeFile, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard let limit = longest.first(where: { file.path.hasSuffix($0.key) })?.value,
      file.bytes.count > limit
    else { return true }
    diagnostics.append(.tooLong(limit: limit, at: SourceLocation(path: file.shownAs)))
    return false
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
    let found =
      sources.compactMap(\.encodingProblem) + sources.flatMap(\.diagnostics)
      + TemplateGraph(sources).check()
    diagnostics += found
    // A compiler that meets a circle never comes back.
    guard found.isEmpty else { return ([:], []) }

    let compiler = TemplateCompiler(sources)
    let programs = compiler.compile(sources.map(\.name), reporting: &diagnostics)
    return (programs, compiler.lookupTags)
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
