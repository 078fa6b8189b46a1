extension FieldKind {
  /// The name by which types declare the kind, such as `texte` or `duree`.
  public var name: String {
    switch self {
    case .text: "texte"
    case .markdown: "markdown"
    case .integer: "entier"
    case .number: "nombre"
    case .boolean: "booleen"
    case .date: "date"
    case .dateTime: "date_heure"
    case .recurrence: "recurrence"
    case .duration: "duree"
    case .range: "intervalle"
    case .scale: "echelle"
    case .term: "terme"
    case .tags: "etiquettes"
    case .url: "url"
    case .image: "image"
    case .file: "fichier"
    case .reference: "reference"
    case .licence: "licence"
    case .language: "langue"
    case .object: "objet"
    case .view: "vue"
    }
  }
}
