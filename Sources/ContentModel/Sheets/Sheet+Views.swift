extension Sheet {
  /// The first view of the page, which is the only one of most.
  public var view: View? { views.first?.view }

  /// The glossary that the page is.
  public var glossary: GlossaryView? {
    for case .glossary(let glossary) in views.lazy.map(\.view) { return glossary }
    return nil
  }

  /// The audit of accessibility that the page tells.
  public var conformity: ConformityView? {
    for case .conformity(let conformity) in views.lazy.map(\.view) { return conformity }
    return nil
  }

  /// The first cards that the page shows: pocket cards stand beside no others.
  public var cards: CardsView? { views.lazy.compactMap(\.view.cards).first }
}
