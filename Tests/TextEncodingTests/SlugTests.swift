import Testing
import TextEncoding

struct SlugTests {
  @Test(arguments: [
    ("L’été à Brest", "l-ete-a-brest"), ("l'ete a brest", "l-ete-a-brest"),
    ("World café", "world-cafe"), ("WORLD_CAFE!", "world-cafe"), ("cœur", "coeur"),
    ("Ex æquo", "ex-aequo"), ("  a -- b  ", "a-b"), ("e\u{301}te\u{301}", "ete"),
    ("citoyen·nes", "citoyen-nes"), ("10 h 30", "10-h-30"), ("Ελλάδα", "ελλαδα"),
    ("", ""), ("?!", ""), ("…", ""), ("../etc", "etc"), ("Ά λφα", "α-λφα"), ("Ḧ ǎ", "h-a"),
    ("コードとパン", "コードとパン"), ("Новый край", "новый-край"), ("Ёлка", "ёлка"),
    ("и\u{306}", "й"), ("हिन्दी में लिखना", "हिन्दी-में-लिखना"), ("বাংলা ভাষা", "বাংলা-ভাষা"),
    ("한국어", "한국어"), ("\u{306}а", "а"), ("a\u{FE0F}b", "ab"),
  ])
  func foldsNamesIntoAddresses(name: String, key: String) {
    #expect(Slug.make(from: name) == key)
  }

  @Test func changesNothingTheSecondTime() {
    for name in ["L’été à Brest", "Ελλάδα", "cœur · ÂME"] {
      let once = Slug.make(from: name)
      #expect(Slug.make(from: once) == once)
    }
  }

  @Test func sortsAsABretonDictionary() {
    let words = [
      "Dour", "C’hoar", "chom", "C'hwec'h", "bara", "Cinema", "cheñch", "Marc Hervé", "marc’h",
    ]
    let sorted = words.sorted { $0.sortingKey(in: "br") < $1.sortingKey(in: "br") }
    #expect(
      sorted == [
        "bara", "Cinema", "cheñch", "chom", "C’hoar", "C'hwec'h", "Dour", "Marc Hervé", "marc’h",
      ])
  }

  @Test(
    arguments: [
      ("chom", "br", "CH"), ("C’hoar", "br-FR", "C’H"), ("cinema", "br", "C"), ("chom", "fr", "C"),
      ("École", "fr", "E"), ("10 h", "br", nil), ("", "fr", nil),
    ] as [(String, String, String?)])
  func knowsTheFirstLetter(word: String, language: String, letter: String?) {
    #expect(word.sortingKey(in: language).letter == letter)
  }

  @Test func sortsAsAFrenchDictionary() {
    let words = ["zèbre", "Étape", "étape", "etage", "Forum", "eux"]
    let sorted = words.sorted { $0.sortingKey(in: "fr") < $1.sortingKey(in: "fr") }
    #expect(sorted == ["etage", "Étape", "étape", "eux", "Forum", "zèbre"])
  }
}
