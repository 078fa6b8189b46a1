import Testing
import TextFolding

struct FoldedKeyTests {
  @Test(arguments: [
    ("L’été à Brest", "l-ete-a-brest"), ("l'ete a brest", "l-ete-a-brest"),
    ("World café", "world-cafe"), ("WORLD_CAFE!", "world-cafe"), ("cœur", "coeur"),
    ("Ex æquo", "ex-aequo"), ("  a -- b  ", "a-b"), ("e\u{301}te\u{301}", "ete"),
    ("citoyen·nes", "citoyen-nes"), ("10 h 30", "10-h-30"), ("Ελλάδα", "ελλαδα"),
    ("", ""), ("?!", ""), ("…", ""), ("../etc", "etc"),
  ])
  func foldsNamesIntoAddresses(name: String, key: String) {
    #expect(FoldedKey.make(from: name) == key)
  }

  @Test func changesNothingTheSecondTime() {
    for name in ["L’été à Brest", "Ελλάδα", "cœur · ÂME"] {
      let once = FoldedKey.make(from: name)
      #expect(FoldedKey.make(from: once) == once)
    }
  }

  @Test func sortsAsAFrenchDictionary() {
    let words = ["zèbre", "Étape", "étape", "etage", "Forum", "eux"]
    let sorted = words.sorted { $0.foldedForSorting < $1.foldedForSorting }
    #expect(sorted == ["etage", "Étape", "étape", "eux", "Forum", "zèbre"])
  }
}
