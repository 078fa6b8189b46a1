import Diagnostics

/// What can keep an editor of forges from being made, or from knowing every sheet.
extension Diagnostic {
  static let noForge = Diagnostic(
    .error, id: "forge.missing", at: SourceLocation(path: "archipel.yaml"),
    LocalizedText(
      fr: "le site ne dit pas où est sa source", en: "the site does not tell where its source is"),
    expected: LocalizedText(
      fr: "« forge: { adresse: https://forge.exemple.fr/lab/site } »",
      en: "`forge: { address: https://forge.example/lab/site }`"))

  static func changedEditorFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "forge.changed", at: SourceLocation(path: path),
      LocalizedText(
        fr:
          "ce fichier a été modifié depuis qu’il a été fait, ou n’est pas d’Archipel : aucun n’a été "
          + "récrit",
        en:
          "this file has been changed since it was made, or is not Archipel’s: none has been written"
      ),
      suggestion: LocalizedText(
        fr: "déplacez-le pour qu’il soit refait, puis reportez-y vos changements",
        en: "move it away for it to be made anew, then bring your changes over"))
  }

  static func editorWithoutApplication(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "forge.application", at: location,
      LocalizedText(
        fr: "la forge ne connaît pas encore l’éditeur : personne ne pourra s’y connecter",
        en: "the forge does not know the editor yet: nobody can log in"),
      expected: LocalizedText(
        fr: "« application », l’identifiant que la forge donne (admin/LISEZMOI.txt, étape 2)",
        en: "`application`, the id that the forge gives (admin/LISEZMOI.txt, step 2)"))
  }

  static func otherSpelling(
    _ written: String, usual: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "forge.spelling", at: location,
      LocalizedText(
        fr:
          "« \(written) » s’écrit « \(usual) » dans les autres fiches : l’éditeur ne le verra pas",
        en: "“\(written)” is “\(usual)” in the other sheets: the editor will not see it"),
      suggestion: LocalizedText(fr: "écrivez « \(usual) »", en: "write “\(usual)”"))
  }

  static func fieldNamedAsBody(of type: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "forge.body", at: SourceLocation(path: "content/_types/\(type).yaml"),
      LocalizedText(
        fr: "ces éditeurs nomment « body » le texte de la fiche : ce champ n’y est pas",
        en: "these editors call the text of a sheet “body”: this field is not in them"))
  }
}
