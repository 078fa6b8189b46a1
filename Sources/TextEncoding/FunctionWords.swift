/// The most frequent words of languages in Latin letters, by which a text tells its own.
///
/// They make a fifth to a third of what people write, whatever it is about (G. Grefenstette, « Comparing two
/// language identification schemes », JADT 1995). Words that two of the languages share tell nothing, and are
/// left out: each list holds such words so that the others lose them.
enum FunctionWords {
  private static let lists: KeyValuePairs<String, String> = [
    "br": """
    a al an ar ba da dre e ed eo er eus evel evit gant ha hag hep ho hon hor int ivez ket ma met na ne \
    ni o oa ober ouzh pa pe pep ra rak ul un ur va vez vo war we zo
    """,
    "ca": """
    a al als amb aquest aquesta com de del dels el els en entre és es fer fins hi ha i la les l molt més no o \
    on per però que quan què ser seu seva si sense són també tot un una
    """,
    "de": """
    am als an auch auf aus bei das dass dem den der des die durch ein eine einem einen einer er es für hat ich \
    ihr im in ist kann mit nach nicht noch nur oder sein sich sie sind so über um und von war was wenn werden \
    wie wir wird zu zum zur
    """,
    "en": """
    a about all an and any are as at be been but by can do for from had has have he how i if in into is it its \
    me more my no not of on or our so than that the their them then there these they this to was we what when \
    where which who will with would you your
    """,
    "es": """
    a al así como con cuando de del desde donde el en entre es esta está este esto hasta hay la las lo los más \
    me muy no nos o para pero por puede que qué se ser si sin sobre son su sus también todo todos un una y ya
    """,
    "fr": """
    a au aussi aux avec car ce ces cette comme dans de des du elle en est et être fait il ils je la le les leur \
    leurs lui mais me même ne nos notre nous on ont ou où par pas peut plus pour que qui sa sans se ses si son \
    sont sur tous tout très un une vos votre vous y
    """,
    "it": """
    a ai al alla alle anche che chi come con da dal dalla degli dei del della delle di e è essere gli ha i il in \
    la le lo ma me nel nella no non o ogni per più può quando quella questa questo se si sono su tra tutti un \
    una
    """,
    "nl": """
    aan als an bij dan dat de deze die dit door een en er geen haar had heeft het hij hun ik in is je kan kunnen \
    maar me meer met moet naar niet nog of om ook op over te tot u uit van veel voor was wat we wel wordt \
    worden zich zijn zo
    """,
    "pt": """
    a à ao aos as até com como da das de do dos e é em entre esta está foi isso já mais mas me muito na não nas \
    no nos o onde os ou para pela pelo pode por qual quando que se sem ser seu são sobre sua também tem um uma \
    você
    """,
  ]

  /// The languages, by their tags.
  static let languages = lists.map(\.key)

  /// The place in ``languages`` of the one that a word is of, by the key of the word.
  private static let places: [UInt64: Int] = {
    var places: [UInt64: Int] = [:]
    var shared: Set<UInt64> = []
    for (place, list) in lists.enumerated() {
      for word in Set(list.value.split(separator: " ")) {
        let key = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        if places.updateValue(place, forKey: key) != nil { shared.insert(key) }
      }
    }
    return places.filter { !shared.contains($0.key) }
  }()

  /// Returns the place in ``languages`` of the only one that has a word; nil for other words.
  ///
  /// - Parameter key: The bytes of the word in lower case, at most eight, the last one lowest.
  static func place(of key: UInt64) -> Int? { places[key] }
}
