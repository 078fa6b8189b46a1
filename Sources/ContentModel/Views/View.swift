/// What a page shows below its text, as its front matter declares it under `vue` or `vues`.
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
  /// Sheets one after another.
  case list(ListView)

  /// The names by which front matter calls each genre.
  package enum Genre: String, CaseIterable, Hashable {
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
    case list = "liste"

    /// The keys that the declaration of a view of the genre may hold, beside `genre`.
    var keys: [String] {
      switch self {
      case .board, .directory: ["par"] + SheetSelection.keys
      case .matrix: ["donnees", "lignes", "colonnes", "etats"] + SheetSelection.keys
      case .catalogue: ["par", "facettes"] + SheetSelection.keys
      case .glossary: ["formes", "sans_lien"]
      case .cards: ["par", "montre", "format"] + SheetSelection.keys
      case .agenda: ["mois"] + SheetSelection.filterKeys
      case .timeline: ["reperes", "donnees"]
      case .archipelago: ["iles"]
      case .types: ["types"]
      case .conformity: ConformityView.keys
      case .budget: []
      case .portfolio: SheetSelection.folderKeys
      case .list: ["format"] + SheetSelection.keys
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
      case .list: reader.list().map(View.list)
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
    case .list(let list): list.selection
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

  /// What front matter calls it.
  package var genre: Genre {
    switch self {
    case .board: .board
    case .matrix: .matrix
    case .catalogue: .catalogue
    case .glossary: .glossary
    case .directory: .directory
    case .cards: .cards
    case .agenda: .agenda
    case .timeline: .timeline
    case .archipelago: .archipelago
    case .types: .types
    case .conformity: .conformity
    case .budget: .budget
    case .portfolio: .portfolio
    case .list: .list
    }
  }

  /// Whether a page has one of its genre at most: what it is about is the whole page or the whole site.
  var isAlone: Bool {
    switch genre {
    case .glossary, .agenda, .archipelago, .types, .conformity, .budget: true
    case .board, .matrix, .catalogue, .directory, .cards, .timeline, .portfolio, .list: false
    }
  }

  /// The cards that it shows, where it shows cards.
  public var cards: CardsView? {
    if case .cards(let cards) = self { cards } else { nil }
  }
}
