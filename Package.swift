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
    .executable(name: "archipel", targets: ["archipel"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CVips", providers: [.apt(["libvips42"])]),

    module("ByteCoding", []),
    module("Diagnostics", []),
    module("TextFolding", []),
    module(
      "ContentModel",
      [
        "ByteCoding", "Diagnostics", "TextFolding",
        .product(name: "SwiftCSV", package: "SwiftCSV"),
        .product(name: "Yams", package: "Yams"),
      ]),
    module(
      "MarkdownRendering",
      ["Diagnostics", "TextFolding", "CCmarkGFM", .product(name: "Yams", package: "Yams")]),
    module(
      "Theming",
      [
        "Diagnostics",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "SearchIndexing",
      ["ByteCoding", "CStemmer", .product(name: "Crypto", package: "swift-crypto")]),
    module("Formats", []),
    module(
      "SourceHistory",
      ["Diagnostics", .product(name: "Subprocess", package: "swift-subprocess")]),
    module("ImageProcessing", ["CLibXML2", "CVips"]),
    module(
      "LinkChecking", [.product(name: "Subprocess", package: "swift-subprocess")]),
    module("PageAudit", ["CLibXML2", "Diagnostics"]),
    module(
      "SiteBuilding",
      [
        "ByteCoding", "ContentModel", "Diagnostics", "Formats", "ImageProcessing", "LinkChecking",
        "MarkdownRendering", "PageAudit",
        "SearchIndexing", "SourceHistory", "TextFolding", "Theming",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "PreviewServer",
      dependencies: [
        "Diagnostics", "SiteBuilding",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [
        .embedInCode("Client/apercu.js"), .embedInCode("Client/apercu.css"),
        .embedInCode("Client/retouche.js"),
      ],
      swiftSettings: upcomingFeatures),
    module(
      "CommandLineTool",
      [
        "ContentModel", "Diagnostics", "LinkChecking", "PreviewServer", "SiteBuilding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "archipel", dependencies: ["CommandLineTool"], swiftSettings: upcomingFeatures),

    .testTarget(name: "ArchitectureTests", swiftSettings: upcomingFeatures),
    tests(of: "ByteCoding"),
    tests(of: "Diagnostics"),
    tests(of: "TextFolding"),
    tests(of: "ContentModel", ["Diagnostics", "TextFolding"]),
    tests(of: "MarkdownRendering", ["Diagnostics", "TextFolding"]),
    tests(
      of: "Theming", ["Diagnostics", .product(name: "Mustache", package: "swift-mustache")]),
    tests(of: "SearchIndexing", ["ByteCoding"]),
    tests(of: "Formats"),
    .target(name: "SamplePictures", path: "Tests/SamplePictures"),
    tests(of: "ImageProcessing", ["SamplePictures"]),
    tests(of: "PageAudit", ["Diagnostics"]),
    .target(
      name: "SampleRepository",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      path: "Tests/SampleRepository", swiftSettings: upcomingFeatures),
    .target(name: "LivingSite", path: "Tests/LivingSite", swiftSettings: upcomingFeatures),
    tests(of: "SourceHistory", ["Diagnostics", "SampleRepository"]),
    tests(
      of: "SiteBuilding",
      [
        "ContentModel", "Diagnostics", "Formats", "LivingSite", "SamplePictures",
        "SampleRepository", "Theming",
      ]),
    tests(of: "PreviewServer", ["Diagnostics", "SiteBuilding"]),
    tests(of: "CommandLineTool", ["Diagnostics", "LivingSite", "SiteBuilding"]),
  ],
  swiftLanguageModes: [.v6]
)
