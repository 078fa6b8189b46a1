/// The words that carry no subject: not indexed, except in titles.
///
/// They still take a position, so that phrases keep their distances. The lists hold folded forms and
/// leave out those that also name a subject: « ete » is a season before it is a verb. The engine
/// reads them in the root of the index.
enum StopWords {
  /// Returns the folded stop words of a language, separated by spaces.
  static func list(_ language: AnalysisLanguage) -> String {
    switch language {
    case .french: french
    case .english: english
    case .breton: breton
    case .other: ""
    }
  }

  private static let french = """
    a afin ai ainsi apres as au aucun aucune aussi autre autres aux avant avec avez avoir avons car \
    ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment contre dans de \
    depuis des dont du elle elles en encore entre es est et etaient etait etant etre eu eux faut \
    fois il ils je la le les lesquelles lesquels leur leurs lors lorsque lui ma mais me meme memes \
    mes mon ne ni nos notre nous on ont ou par parce pas pendant peu peut peuvent plus plutot pour \
    pourquoi puis puisque qu quand que quel quelle quelles quels qui quoi sa sans se selon sera \
    seront ses si soit sommes son sont sous suis sur ta tandis te tel telle telles tels tes ton \
    tous tout toute toutes tres tu un une vers voici voila vos votre vous y
    """

  private static let english = """
    a about all also an and any are as at be been but by can could did do does for from had has \
    have he her his how i if in into is it its me more my no not of on or our she should so some \
    than that the their them then there these they this those to was we were what when where which \
    who why will with would you your
    """

  private static let breton = """
    a al an ar ba d da dindan dre e ec'h ed eget emaint eman en er ez eo ganin gant gwech ha had hag \
    hep he hi ho hon hor i int ma me mez na ne ni o oa pa pe pehini petra peogwir pep rak se ul un \
    ur us va war we zo
    """
}
