package import ContentModel

extension Archetype {
  /// The start of a translation: what may be translated is named, and left to the original.
  package static func translation(type: ContentType, title: String) -> String {
    let texts = type.fields.filter(\.kind.isTranslatable).map { "# \($0.key):\n" }.joined()
    return """
      ---
      # Tout ce qui manque ici vient de l’original : durées, nombres, termes, liens, étiquettes.
      # Ôtez le « # » de ce que vous traduisez ; une liste garde l’ordre de l’original.
      titre: \(quoted(title))
      resume: ""
      a_relire: oui
      \(texts)---


      """
  }
}
