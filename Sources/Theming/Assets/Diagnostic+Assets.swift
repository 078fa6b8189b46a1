import Diagnostics

/// What can be wrong with a style sheet and what it loads.
extension Diagnostic {
  static func missingAsset(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.missing-asset", at: location,
      LocalizedText(
        fr: "fichier introuvable dans « assets » : « \(address) »",
        en: "no such file in “assets”: “\(address)”"))
  }

  static func foreignAsset(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "theme.foreign-asset", at: location,
      LocalizedText(
        fr: "fichier d’un autre site, que les pages ne chargeront pas : « \(address) »",
        en: "file of another site, which pages will not load: “\(address)”"),
      expected: LocalizedText(
        fr: "une copie du fichier dans « assets »",
        en: "a copy of the file in “assets”"))
  }

  static func styleSheetCircle(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.recursion", at: location,
      LocalizedText(
        fr: "feuille de style qui s’importe elle-même : « \(name) »",
        en: "style sheet that imports itself: “\(name)”"),
      expected: LocalizedText(
        fr: "des feuilles de style qui ne mènent pas à elles-mêmes",
        en: "style sheets that do not lead to themselves"))
  }

  static func partNotTakenIn(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.part", at: location,
      LocalizedText(
        fr: "« \(name) » est une partie de feuille de style, elle n’est pas publiée seule",
        en: "“\(name)” is a part of style sheets, it is not published on its own"),
      expected: LocalizedText(verbatim: "@import \"\(name)\";"))
  }
}
