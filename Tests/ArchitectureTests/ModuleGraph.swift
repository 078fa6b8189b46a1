/// Which modules may use which: the house of `docs/architecture.md`.
struct ModuleGraph {
  /// The modules that each module may import, its own packages included.
  let arrows: [String: Set<String>]
  /// The only folders that may import a C library, by library.
  let foldersOfC: [String: [String]]

  /// What comes with the toolchain.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Swift", "Synchronization",
  ]

  /// The leaf concepts, which do not know each other.
  static let leaves = [
    "ContentModel", "Formats", "ImageProcessing", "LinkChecking", "MarkdownRendering", "PageAudit",
    "SearchIndexing", "SourceHistory", "Theming",
  ]

  static let archipel = ModuleGraph(
    arrows: [
      "archipel": ["CommandLineTool"],
      "CommandLineTool": [
        "ArgumentParser", "Authoring", "Books", "Calendars", "ContentModel", "Desk", "Diagnostics",
        "Importing", "LinkChecking", "PreviewServer", "SiteBuilding", "SiteFiles", "SiteLoading",
        "TextEncoding",
      ],
      "PreviewServer": [
        "Crypto", "Desk", "Diagnostics", "Formats", "NIOCore", "NIOHTTP1", "NIOPosix",
        "NIOWebSocket", "SiteBuilding", "SiteFiles", "SiteLoading", "SourceHistory",
        "TextEncoding",
      ],
      "SiteBuilding": Set(leaves).union([
        "Authoring", "Books", "BuildCache", "ByteCoding", "Calendars", "Diagnostics", "Outputs",
        "Proofreading", "Publishing", "SiteFiles", "SiteGraph", "SiteLoading", "TextEncoding",
      ]),
      "Outputs": [
        "Authoring", "ByteCoding", "Calendars", "ContentModel", "Crypto", "Diagnostics", "Formats",
        "ImageProcessing", "MarkdownRendering", "SearchIndexing", "SiteFiles", "SiteGraph",
        "SiteLoading", "SourceHistory", "TextEncoding", "Theming", "Tools",
      ],
      "Books": [
        "Calendars", "ContentModel", "Diagnostics", "Formats", "PageAudit", "SiteFiles",
        "SiteGraph", "SiteLoading", "Subprocess", "TextEncoding", "Theming", "Tools",
      ],
      "Proofreading": [
        "Calendars", "ContentModel", "Diagnostics", "Formats", "LinkChecking", "MarkdownRendering",
        "PageAudit", "SearchIndexing", "SiteFiles", "SiteGraph", "SiteLoading", "TextEncoding",
        "Theming",
      ],
      "BuildCache": [
        "ByteCoding", "Calendars", "ContentModel", "Crypto", "Diagnostics", "MarkdownRendering",
        "Publishing", "SearchIndexing", "SiteFiles", "SiteGraph", "SiteLoading", "SourceHistory",
        "TextEncoding",
      ],
      "Authoring": [
        "Calendars", "ContentModel", "Diagnostics", "Formats", "SiteFiles", "SiteGraph",
        "SiteLoading", "SourceHistory", "TextEncoding", "Theming", "YAMLParsing",
      ],
      "Importing": [
        "Authoring", "Calendars", "ContentModel", "Crypto", "Desk", "Diagnostics", "Formats",
        "LinkChecking", "SiteFiles", "SiteLoading", "Subprocess", "TextEncoding", "YAMLParsing",
      ],
      "Desk": [
        "Authoring", "Calendars", "ContentModel", "Crypto", "Diagnostics", "Formats", "SiteFiles",
        "SiteGraph", "SiteLoading", "TextEncoding", "Theming", "YAMLParsing",
      ],
      "SiteGraph": [
        "ByteCoding", "Calendars", "ContentModel", "Diagnostics", "Formats", "ImageProcessing",
        "MarkdownRendering", "SearchIndexing", "SiteFiles", "SiteLoading", "SourceHistory",
        "TextEncoding", "Theming", "Tools",
      ],
      "SiteLoading": [
        "ByteCoding", "Calendars", "ContentModel", "Crypto", "Diagnostics", "Formats",
        "ImageProcessing", "SiteFiles", "SourceHistory", "TextEncoding", "Theming",
      ],
      "Publishing": ["Calendars", "Crypto", "Diagnostics", "Formats", "SiteFiles", "TextEncoding"],
      "SiteFiles": ["ByteCoding", "Diagnostics"],
      "ContentModel": [
        "ByteCoding", "Calendars", "Diagnostics", "TextEncoding", "Tools", "YAMLParsing",
      ],
      "Formats": ["CZlib", "Calendars", "TextEncoding"],
      "ImageProcessing": ["CExpat", "CQREncode", "CVips", "TextEncoding"],
      "LinkChecking": ["Subprocess", "TextEncoding"],
      "MarkdownRendering": ["CCmarkGFM", "Diagnostics", "TextEncoding", "YAMLParsing"],
      "PageAudit": ["CGumbo", "Diagnostics"],
      "SearchIndexing": ["ByteCoding", "CStemmer", "Crypto", "TextEncoding"],
      "SourceHistory": ["Diagnostics", "Subprocess"],
      "Theming": ["Crypto", "Diagnostics", "TextEncoding", "YAMLParsing"],
      "ByteCoding": [],
      "Calendars": [],
      "Diagnostics": [],
      "TextEncoding": [],
      "Tools": [],
      "YAMLParsing": ["CYAML"],
      "CCmarkGFM": [],
      "CExpat": [],
      "CGumbo": [],
      "CQREncode": [],
      "CStemmer": [],
      "CVips": [],
      "CYAML": [],
      "CZlib": [],
    ],
    foldersOfC: [
      "CCmarkGFM": ["MarkdownRendering/Tree"],
      "CExpat": ["ImageProcessing/SVG"], "CGumbo": ["PageAudit/Parsing"],
      "CQREncode": ["ImageProcessing/Codes"], "CStemmer": ["SearchIndexing/Analysis"],
      "CVips": ["ImageProcessing/Raster"],
      "CYAML": ["YAMLParsing/Reading"], "CZlib": ["Formats/Archives"],
    ])

  /// Returns the imports that the graph does not allow, as `path:line: imported`.
  func violations(in imports: [ImportStatement]) -> [String] {
    imports.filter { !allows($0) }.map { "\($0.path):\($0.line): \($0.imported)" }
  }

  private func allows(_ statement: ImportStatement) -> Bool {
    guard let allowed = arrows[statement.module] else { return false }
    if let folders = foldersOfC[statement.imported] {
      return folders.contains { statement.path.hasPrefix($0 + "/") }
    }
    return allowed.contains(statement.imported) || Self.toolchain.contains(statement.imported)
  }

  /// Returns the modules that lead back to themselves, by name.
  func modulesInCycles() -> [String] {
    arrows.keys.filter { reachable(from: $0).contains($0) }.sorted()
  }

  private func reachable(from module: String) -> Set<String> {
    var reached: Set<String> = []
    var next = arrows[module] ?? []
    while let module = next.popFirst() {
      if reached.insert(module).inserted { next.formUnion(arrows[module] ?? []) }
    }
    return reached
  }
}
