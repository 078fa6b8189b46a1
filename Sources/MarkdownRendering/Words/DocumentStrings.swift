/// The words that the renderer itself puts in a page.
struct DocumentStrings: Sendable {
  let done: String
  let toDo: String
  /// Comes before the number of a note's call.
  let backToCall: String
  /// Comes before the title of a section.
  let linkToSection: String
  let notes: String
  let source: String
  let label: String
  let value: String
  /// Names a table that stands under no heading.
  let table: String
  /// Leads from the first image of an animation to all of them.
  let animation: String
  private let alertTitles: [String: String]
  private let otherAlertTitles: [String: String]

  /// The markers of alerts, in lower case.
  static let alertMarkers = ["note", "tip", "important", "warning", "caution"]

  /// Finds the words for a language; French ones for a language that has none.
  init(lang: String) {
    let primary = lang.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self =
      switch primary {
      case "br": Self.breton
      case "en": Self.english
      default: Self.french
      }
  }

  /// Returns the title of an alert.
  func alertTitle(_ marker: String) -> String { alertTitles[marker] ?? marker }

  /// Returns the title of a type of alert that is not of GitHub; nil for a type without one.
  func otherAlertTitle(_ name: String) -> String? { otherAlertTitles[name] }

  private init(
    done: String, toDo: String, backToCall: String, linkToSection: String, notes: String,
    source: String, label: String, value: String, table: String, animation: String,
    alerts: [String], others: [String: String]
  ) {
    self.done = done
    self.toDo = toDo
    self.backToCall = backToCall
    self.linkToSection = linkToSection
    self.notes = notes
    self.source = source
    self.label = label
    self.value = value
    self.table = table
    self.animation = animation
    alertTitles = Dictionary(
      zip(Self.alertMarkers, alerts), uniquingKeysWith: { first, _ in first })
    otherAlertTitles = others
  }

  private static let french = DocumentStrings(
    done: "fait", toDo: "à faire", backToCall: "Retour à l’appel de note",
    linkToSection: "Lien vers la section", notes: "Notes", source: "Source", label: "Libellé",
    value: "Valeur", table: "Tableau", animation: "Voir l’animation",
    alerts: ["Note", "Astuce", "Important", "Attention", "Mise en garde"],
    others: [
      "info": "Information", "details": "Détails", "abstract": "En résumé", "example": "Exemple",
      "question": "Question", "quote": "Citation", "success": "Réussite", "danger": "Danger",
      "bug": "Défaut", "failure": "Échec",
    ])

  private static let breton = DocumentStrings(
    done: "graet", toDo: "d’ober", backToCall: "Distreiñ d’ar c’halv-notenn",
    linkToSection: "Liamm d’ar rann", notes: "Notennoù", source: "Mammenn", label: "Anv",
    value: "Talvoud", table: "Taolenn", animation: "Gwelet ar fiñvskeudenn",
    alerts: ["Notenn", "Ali", "Pouezus", "Diwallit", "Evezh"],
    others: [
      "info": "Titouroù", "details": "Munudoù", "abstract": "E berr gomzoù", "example": "Skouer",
      "question": "Goulenn", "quote": "Meneg", "success": "Berzh", "danger": "Dañjer",
      "bug": "Draen", "failure": "C’hwitadenn",
    ])

  private static let english = DocumentStrings(
    done: "done", toDo: "to do", backToCall: "Back to note call",
    linkToSection: "Link to section", notes: "Notes", source: "Source", label: "Label",
    value: "Value", table: "Table", animation: "See the animation",
    alerts: ["Note", "Tip", "Important", "Warning", "Caution"],
    others: [
      "info": "Info", "details": "Details", "abstract": "Summary", "example": "Example",
      "question": "Question", "quote": "Quote", "success": "Success", "danger": "Danger",
      "bug": "Bug", "failure": "Failure",
    ])
}
