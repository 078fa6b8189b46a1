/// What a page shows below its text, as its front matter declares it under `vue`.
public indirect enum View: Sendable, Hashable {
  /// Sheets in columns by the steps of something.
  case board(BoardView)
  /// Entries in a table with two headers.
  case matrix(MatrixView)
  /// Cards that readers filter.
  case catalogue(CatalogueView)
  /// Words with their definitions.
  case glossary(GlossaryView)
  /// Sheets by the words that describe them.
  case directory(DirectoryView)
  /// Cards to read at a glance, or to print and cut out.
  case cards(CardsView)
  /// Events, month by month.
  case agenda(AgendaView)
  /// What happened when.
  case timeline(TimelineView)
  /// Sheets as the places of an archipelago.
  case archipelago(ArchipelagoView)
  /// The types of sheets, with their fields.
  case types(TypesView)
  /// How accessible the site is, by its audit.
  case conformity(ConformityView)
  /// What pages may weigh.
  case budget(BudgetView)
  /// The sheets of a type, lab by lab.
  case portfolio(PortfolioView)

  /// The names by which front matter calls each genre.
  enum Genre: String, CaseIterable {
    case board = "tableau"
    case matrix = "matrice"
    case catalogue
    case glossary = "glossaire"
    case directory = "annuaire"
    case cards = "cartes"
    case agenda
    case timeline = "frise"
    case archipelago = "graphe"
    case types
    case conformity = "conformite"
    case budget
    case portfolio = "portefeuille"

    /// The keys that the declaration of a view of the genre may hold, beside `genre`.
    var keys: [String] {
      switch self {
      case .board, .directory: ["type", "dossier", "par"]
      case .matrix: ["type", "dossier", "donnees", "lignes", "colonnes", "etats"]
      case .catalogue: ["type", "dossier", "par", "facettes"]
      case .glossary: ["formes", "sans_lien"]
      case .cards: ["type", "dossier", "par", "montre", "format"]
      case .agenda: ["type", "dossier", "mois"]
      case .timeline: ["reperes", "donnees"]
      case .archipelago: ["iles"]
      case .types: ["types"]
      case .conformity: ConformityView.keys
      case .budget: []
      case .portfolio: ["type", "dossier"]
      }
    }

    /// Reads a view of the genre; nil when it lacks a part, which is then reported.
    func read(_ reader: inout ViewReader) -> View? {
      switch self {
      case .board: reader.board().map(View.board)
      case .matrix: reader.matrix().map(View.matrix)
      case .catalogue: reader.catalogue().map(View.catalogue)
      case .glossary: reader.glossary().map(View.glossary)
      case .directory: reader.directory().map(View.directory)
      case .cards: reader.cards().map(View.cards)
      case .agenda: reader.agenda().map(View.agenda)
      case .timeline: reader.timeline().map(View.timeline)
      case .archipelago: reader.archipelago().map(View.archipelago)
      case .types: reader.types().map(View.types)
      case .conformity: reader.conformity().map(View.conformity)
      case .budget: reader.budget().map(View.budget)
      case .portfolio: reader.portfolio().map(View.portfolio)
      }
    }
  }

  /// The sheets that the view shows; nil when it is made of something else.
  public var selection: SheetSelection? {
    switch self {
    case .board(let board): board.selection
    case .catalogue(let catalogue): catalogue.selection
    case .directory(let directory): directory.selection
    case .cards(let cards): cards.selection
    case .matrix(let matrix):
      if case .sheets(let selection, _, _) = matrix.source { selection } else { nil }
    case .agenda(let agenda): agenda.selection
    case .portfolio(let portfolio): portfolio.selection
    case .glossary, .timeline, .archipelago, .types, .conformity, .budget: nil
    }
  }

  /// Every kind of sheet that the view is made from.
  public var selections: [SheetSelection] {
    switch self {
    case .timeline(let timeline): timeline.marks.map(\.selection)
    case .archipelago(let archipelago): archipelago.populations.map(\.selection)
    default: selection.map { [$0] } ?? []
    }
  }
}
