// swift-tools-version:6.1
import PackageDescription

let upcomingFeatures: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the house: imports only go downwards (see docs/architecture.md).
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: upcomingFeatures)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: upcomingFeatures)
}

let package = Package(
  name: "Archipel",
  products: [
    .executable(name: "archipel", targets: ["archipel"]),
    // Loaded by tests into the program, to make calls of the system fail.
    .library(name: "FailingCalls", type: .dynamic, targets: ["FailingCalls"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CQREncode", providers: [.apt(["libqrencode4"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CVips", providers: [.apt(["libvips42"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    module("ByteCoding", []),
    module("Calendars", []),
    module("Diagnostics", []),
    .target(
      name: "TextEncoding", resources: [.embedInCode("emoji.txt")],
      swiftSettings: upcomingFeatures),
    module("YAMLParsing", ["CYAML"]),
    module("Tools", []),
    module(
      "ContentModel",
      ["ByteCoding", "Calendars", "Diagnostics", "TextEncoding", "Tools", "YAMLParsing"]),
    module("MarkdownRendering", ["Diagnostics", "TextEncoding", "YAMLParsing", "CCmarkGFM"]),
    module(
      "Theming",
      [
        "Diagnostics", "TextEncoding", "YAMLParsing",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "SearchIndexing",
      ["ByteCoding", "CStemmer", "TextEncoding", .product(name: "Crypto", package: "swift-crypto")]),
    module("Formats", ["CZlib", "Calendars", "TextEncoding"]),
    module(
      "SourceHistory",
      ["Diagnostics", .product(name: "Subprocess", package: "swift-subprocess")]),
    module("ImageProcessing", ["CExpat", "CQREncode", "CVips", "TextEncoding"]),
    module(
      "LinkChecking", ["TextEncoding", .product(name: "Subprocess", package: "swift-subprocess")]),
    module("PageAudit", ["CGumbo", "Diagnostics"]),
    module("SiteFiles", ["ByteCoding", "Diagnostics"]),
    module(
      "SiteLoading",
      [
        "ByteCoding", "Calendars", "ContentModel", "Diagnostics", "Formats", "ImageProcessing",
        "SiteFiles", "SourceHistory", "TextEncoding", "Theming",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Publishing",
      [
        "Calendars", "Diagnostics", "Formats", "SiteFiles", "TextEncoding",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "SiteGraph",
      [
        "ByteCoding", "Calendars", "ContentModel", "Diagnostics", "Formats", "ImageProcessing",
        "MarkdownRendering", "SearchIndexing", "SiteFiles", "SiteLoading", "SourceHistory",
        "TextEncoding", "Theming", "Tools",
      ]),
    module(
      "Authoring",
      [
        "Calendars", "ContentModel", "Diagnostics", "Formats", "SiteFiles", "SiteGraph",
        "SiteLoading", "SourceHistory", "TextEncoding", "Theming", "YAMLParsing",
      ]),
    module(
      "Desk",
      [
        "Authoring", "Calendars", "ContentModel", "Diagnostics", "Formats", "SiteFiles",
        "SiteGraph", "SiteLoading", "TextEncoding", "Theming", "YAMLParsing",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Importing",
      dependencies: [
        "Authoring", "Calendars", "ContentModel", "Desk", "Diagnostics", "Formats", "LinkChecking",
        "SiteFiles", "SiteLoading", "TextEncoding", "YAMLParsing",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      resources: [.embedInCode("Documents/nettoyage.lua")],
      swiftSettings: upcomingFeatures),
    module(
      "Outputs",
      [
        "Authoring", "ByteCoding", "Calendars", "ContentModel", "Diagnostics", "Formats",
        "ImageProcessing", "MarkdownRendering", "SearchIndexing", "SiteFiles", "SiteGraph",
        "SiteLoading", "SourceHistory", "TextEncoding", "Theming", "Tools",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Books",
      [
        "Calendars", "ContentModel", "Diagnostics", "Formats", "PageAudit", "SiteFiles",
        "SiteGraph", "SiteLoading", "TextEncoding", "Theming", "Tools",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    module(
      "Proofreading",
      [
        "Calendars", "ContentModel", "Diagnostics", "Formats", "LinkChecking", "MarkdownRendering",
        "PageAudit", "SearchIndexing", "SiteFiles", "SiteGraph", "SiteLoading", "TextEncoding",
        "Theming",
      ]),
    module(
      "BuildCache",
      [
        "ByteCoding", "Calendars", "ContentModel", "Diagnostics", "MarkdownRendering",
        "Publishing", "SearchIndexing", "SiteFiles", "SiteGraph", "SiteLoading", "SourceHistory",
        "TextEncoding",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "SiteBuilding",
      [
        "Authoring", "Books", "BuildCache", "ByteCoding", "Calendars", "ContentModel",
        "Diagnostics",
        "Formats", "ImageProcessing", "LinkChecking", "MarkdownRendering", "Outputs",
        "Proofreading", "Publishing", "SearchIndexing", "SiteFiles", "SiteGraph", "SiteLoading",
        "SourceHistory", "TextEncoding", "Theming",
      ]),
    .target(
      name: "PreviewServer",
      dependencies: [
        "Desk", "Diagnostics", "Formats", "SiteBuilding", "SiteFiles", "SiteLoading",
        "SourceHistory", "TextEncoding",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOWebSocket", package: "swift-nio"),
      ],
      resources: [
        .embedInCode("Client/apercu.js"), .embedInCode("Client/apercu.css"),
        .embedInCode("Client/retouche.js"), .embedInCode("Client/bureau.html"),
        .embedInCode("Client/bureau.css"), .embedInCode("Client/bureau-outils.js"),
        .embedInCode("Client/bureau-choix.js"), .embedInCode("Client/bureau-rangs.js"),
        .embedInCode("Client/bureau-champs.js"), .embedInCode("Client/bureau-texte.js"),
        .embedInCode("Client/bureau-collage.js"), .embedInCode("Client/bureau-fiche.js"),
        .embedInCode("Client/bureau-messages.js"), .embedInCode("Client/bureau-enregistrer.js"),
        .embedInCode("Client/bureau-actions.js"), .embedInCode("Client/bureau-accueil.js"),
        .embedInCode("Client/bureau-historique.js"), .embedInCode("Client/bureau-reglages.js"),
        .embedInCode("Client/bureau-site.js"), .embedInCode("Client/bureau.js"),
      ],
      swiftSettings: upcomingFeatures),
    module(
      "CommandLineTool",
      [
        "Authoring", "Books", "Calendars", "ContentModel", "Desk", "Diagnostics", "Importing",
        "LinkChecking", "PreviewServer", "SiteBuilding", "SiteFiles", "SiteLoading", "TextEncoding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "archipel", dependencies: ["CommandLineTool"], swiftSettings: upcomingFeatures),

    .testTarget(name: "ArchitectureTests", swiftSettings: upcomingFeatures),
    tests(of: "ByteCoding"),
    tests(of: "Calendars"),
    tests(of: "Diagnostics"),
    tests(of: "TextEncoding"),
    tests(of: "Tools"),
    tests(of: "YAMLParsing"),
    tests(of: "ContentModel", ["Diagnostics", "TextEncoding"]),
    tests(of: "MarkdownRendering", ["Diagnostics", "TextEncoding"]),
    tests(
      of: "Theming",
      ["Diagnostics", "SiteLoading", .product(name: "Mustache", package: "swift-mustache")]),
    tests(of: "SearchIndexing", ["ByteCoding"]),
    tests(of: "Formats", ["Calendars", "TextEncoding"]),
    tests(of: "Books", ["Calendars", "Formats", "Theming"]),
    .target(name: "FailingCalls", path: "Tests/FailingCalls"),
    .target(name: "SamplePictures", path: "Tests/SamplePictures"),
    tests(of: "ImageProcessing", ["SamplePictures"]),
    tests(of: "PageAudit", ["Diagnostics"]),
    .target(
      name: "SampleRepository",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      path: "Tests/SampleRepository", swiftSettings: upcomingFeatures),
    .target(name: "LivingSite", path: "Tests/LivingSite", swiftSettings: upcomingFeatures),
    tests(
      of: "SourceHistory",
      [
        "Diagnostics", "SampleRepository",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    tests(
      of: "SiteBuilding",
      [
        "Authoring", "BuildCache", "ContentModel", "Diagnostics", "Formats", "LivingSite",
        "Outputs", "Proofreading", "Publishing", "SamplePictures", "SampleRepository",
        "SearchIndexing", "SiteFiles", "SiteGraph", "SiteLoading", "Theming",
      ]),
    tests(
      of: "Desk",
      [
        "Authoring", "Calendars", "ContentModel", "Diagnostics", "Formats", "SiteBuilding",
        "SiteFiles", "SiteGraph", "SiteLoading", "YAMLParsing",
      ]),
    tests(
      of: "PreviewServer",
      [
        "Diagnostics", "SiteBuilding", "SiteFiles", "SiteLoading",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    tests(
      of: "CommandLineTool",
      ["Diagnostics", "LivingSite", "SiteBuilding", "SiteFiles", "SiteLoading"]),
  ],
  swiftLanguageModes: [.v6]
)
