import ByteCoding
import Foundation
import Testing

@testable import SearchIndexing

@Suite struct SearchIndexTests {
  private static let vocabulary = """
    atelier habitant carte réunion projet usager idée prototype service accueil enquête récit débat \
    coopération quartier facilitation territoire évaluation expérience partage
    """.split(separator: " ").map(String.init)

  /// Pages whose words a small generator chooses, always the same.
  private static func pages(_ count: Int, words: Int = 300) -> [SearchDocument] {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { number in
      let text = (0..<words).map { _ in
        next(3) == 0 ? "mot\(next(4000))x" : vocabulary[next(vocabulary.count)]
      }
      return SearchDocument(
        url: "fiches/fiche-\(number)/",
        title: "Fiche \(vocabulary[next(vocabulary.count)]) \(number)",
        summary: "Un résumé de la fiche.",
        type: SearchTerm(id: "methode", label: "Méthode"),
        tags: [SearchTerm(id: "tag\(number % 7)", label: "Étiquette \(number % 7)")],
        passages: [
          SearchPassage(heading: "Déroulé", text: Array(text.joined(separator: " ").utf8))
        ],
        facets: [
          SearchFacet(
            name: "phase", label: "Phase",
            values: [SearchTerm(id: "p\(number % 3)", label: "Phase \(number % 3)")])
        ],
        ranges: [
          SearchRange(name: "duree", label: "Durée", unit: "min", low: Double(number), high: 90)
        ])
    }
  }

  private static func index(_ pages: [SearchDocument], workers: Int = 1) -> SearchIndex {
    SearchIndex(
      (0..<workers).map { worker in
        var analyzer = TextAnalyzer()
        for (number, page) in pages.enumerated() where number % workers == worker {
          analyzer.add(page)
        }
        return analyzer.finish()
      })
  }

  @Test(arguments: [5, 300])
  func doesNotDependOnWorkersNorOnOrder(count: Int) {
    let pages = Self.pages(count)
    let reference = Self.index(pages)
    for workers in [2, 3, 8] {
      let other = Self.index(workers == 3 ? pages.reversed() : pages, workers: workers)
      #expect(other.files == reference.files)
    }
  }

  @Test func namesFilesByTheirContent() throws {
    let pages = Self.pages(300)
    let before = Self.index(pages)
    #expect(Set(before.files.map(\.name)).count == before.files.count)
    for file in before.files where file.name != SearchIndex.rootName {
      #expect(file.name.wholeMatch(of: /[a-z]+\.[0-9a-f]{10}\.js/) != nil)
    }
    var changed = pages
    changed[0].summary = "Un autre résumé."
    let after = Self.index(changed)
    // Only the shards of the words that the page lost or gained have other names.
    let shards = before.files.filter { $0.name.hasPrefix("f.") }
    #expect(shards.filter { !after.files.contains($0) }.count <= 2)
    #expect(shards.count > 4)
  }

  @Test func keepsASmallSiteInOneFile() throws {
    let reader = try #require(IndexReader(Self.index(Self.pages(10))))
    #expect(reader.root["terms"] != nil)
    #expect((reader.root["cards"] as? [[String]])?.count == 10)
    #expect(reader.files("f").isEmpty && reader.files("b").isEmpty)
  }

  @Test func cutsALargeSiteByBytes() throws {
    let reader = try #require(IndexReader(Self.index(Self.pages(400))))
    #expect(reader.root["cards"] == nil)
    #expect(reader.files("f").count > 5)
    for file in reader.files("f") { #expect(file.bytes.count < 2 * TermShards.maxBytes) }
    #expect(reader.files("b").count == (400 + SearchIndex.blockSize - 1) / SearchIndex.blockSize)
    let forms = reader.groups.flatMap(\.forms)
    #expect(Set(forms).isSuperset(of: ["atelier", "idee", "mot7x"]))
  }

  @Test func boundsThePostingsOfAFrequentWord() throws {
    let pages = (0..<5000).map { number in
      document(url: "p\(number)/", title: "Commun \(number)", text: "commun commun mot\(number)")
    }
    let reader = try #require(IndexReader(Self.index(pages)))
    let common = try #require(reader.groups.first { $0.forms.contains("commun") })
    #expect(common.postings < 5000 / 6 + 4 * PostingList.maxDetails)
  }

  @Test func isValidWithoutAnyPage() throws {
    for batches in [[], [TextAnalyzer().finish()]] {
      let reader = try #require(IndexReader(SearchIndex(batches)))
      #expect(reader.root["pages"] as? Int == 0)
      #expect(reader.groups.isEmpty)
    }
  }

  @Test func indexesAPageOfFiveMegabytesWithinBounds() throws {
    let text = String(repeating: "atelier participatif du quartier ", count: 160_000)
    let pages = [
      document(url: "a/", title: "Longue", text: text), document(url: "b/", title: "Brève"),
    ]
    let reader = try #require(IndexReader(Self.index(pages)))
    #expect(reader.index.files.reduce(0) { $0 + $1.bytes.count } < 20_000)
    #expect(reader.groups.contains { $0.forms == ["atelier"] })
  }

  @Test func survivesAWordOfAHundredThousandLetters() throws {
    let word = String(repeating: "é", count: 100_000)
    let page = SearchDocument(
      url: "a/", title: word, summary: word, type: SearchTerm(id: "page", label: "Page"),
      passages: [SearchPassage(heading: word, text: Array("\(word) fin".utf8))])
    let reader = try #require(IndexReader(Self.index([page])))
    #expect(reader.groups.map(\.forms) == [["fin"]])
    #expect(reader.index.files.reduce(0) { $0 + $1.bytes.count } < 210_000)
  }

  @Test func writesTextThatCannotLeaveItsString() throws {
    let text = "\"\\ </script> \u{2028} \u{1} __proto__ \u{202E}"
    let reader = try #require(IndexReader(Self.index([document(url: text, title: text)])))
    let cards = try #require(reader.root["cards"] as? [[String]])
    #expect(cards[0][0] == text && cards[0][1] == text)
  }

  @Test func listsFacetsByRankThenLabel() throws {
    let pages = zip(["b", "a", "z"], [1, 1, 0]).map { label, rank in
      SearchDocument(
        url: label, title: label, type: SearchTerm(id: "page", label: "Page"),
        facets: [
          SearchFacet(
            name: "phase", label: "Phase",
            values: [SearchTerm(id: label, label: label, rank: rank)])
        ])
    }
    let reader = try #require(IndexReader(Self.index(pages)))
    let file = try #require(reader.files("facets").first)
    let facets = try #require(IndexReader.value(of: file) as? [[Any]])
    let values = try #require(facets.last?[2] as? [[String]])
    #expect(values.map { $0[0] } == ["z", "a", "b"])
    #expect(facets.map { $0[0] as? String } == ["type", "phase"])
  }

  @Test func weighsOtherNamesAsTheTitle() throws {
    let page = SearchDocument(
      url: "a/", title: "Forum ouvert", names: ["Open Space", "forum libre et très ouvert"],
      type: SearchTerm(id: "page", label: "Page"))
    var analyzer = TextAnalyzer()
    analyzer.add(page)
    let whole = WholeIndex([analyzer.finish()])
    func posting(_ form: String) throws -> PagePosting {
      let lexicon = whole.vocabulary.lexicon
      let entry = try #require(
        (0..<lexicon.forms.count).first { lexicon.forms[$0].elementsEqual(form.utf8) })
      let list = whole.written[Int(lexicon.groups[entry])].postings
      return try #require(try PostingList.read(list[...], pages: 1).first)
    }
    for form in ["forum", "ouvert", "open", "space"] {
      let found = try posting(form)
      #expect(found.isInTitle)
      // Of « ouvert », in two names, the shorter.
      #expect(found.title % 16 == 2)
    }
    #expect(try posting("libre").title % 16 == 3)
  }

  @Test func tellsWhatQueriesAreReadBy() throws {
    let format = SearchFacet(
      name: "format", label: "Format", isRead: true,
      values: [SearchTerm(id: "distance", label: "À distance", names: ["visio"])])
    let purpose = SearchFacet(
      name: "but", label: "But", isSubject: true, values: [SearchTerm(id: "voter", label: "Voter")])
    var pages = (0..<3).map { document(url: "\($0)/", title: "Fiche \($0)") }
    pages[0].facets = [format, purpose]
    pages[0].ranges = [
      SearchRange(name: "duree", label: "Durée", unit: "min", reading: .minutes, low: 5, high: 9),
      SearchRange(name: "annee", label: "Année", low: 2020, high: 2020),
    ]
    pages[0].facts = [.minutes(low: 5, high: 9), .people(low: 2, high: 8), .words("À distance")]
    pages[1].lang = "en"
    pages[2].isSecondary = true
    let batches = pages.map { page in
      var analyzer = TextAnalyzer()
      analyzer.add(page)
      return analyzer.finish()
    }
    let synonyms = [["post-it", "papillon, adhésif"], ["usager", "Utilisateur"]]
    let root = try #require(IndexReader(SearchIndex(batches, synonyms: synonyms))).root
    #expect(root["synonyms"] as? String == "post-it/papillon  adhésif,usager/utilisateur")
    #expect(root["read"] as? [[String]] == [["format", "distance", "À distance", "visio"]])
    #expect(
      root["facets"] as? [[String]] == [["type", ""], ["format", "Format"], ["but", "But", "s"]])
    #expect(
      root["ranges"] as? [[String]] == [
        ["duree", "Durée", "min", "m"], ["annee", "Année", "", ""],
      ])
    #expect(root["lang"] as? String == "fr")
    #expect((root["langs"] as? [String: String])?.keys.sorted() == ["en"])
    #expect(root["last"] as? String == "$%")
    let cards = try #require(root["cards"] as? [[String]])
    #expect(cards[0].suffix(2) == ["page", "m5-9|p2-8|wÀ distance"])
    #expect(cards[1].dropFirst(4) == ["", "page"])
  }

  @Test func saysNothingOfWhatNoPageDeclares() throws {
    let root = try #require(IndexReader(Self.index(Self.pages(5)))).root
    for name in ["synonyms", "read", "lang", "langs", "last"] { #expect(root[name] == nil) }
    #expect((root["ranges"] as? [[String]])?.allSatisfy { $0[3] == "" } == true)
  }

  @Test(arguments: [0, 1, 56, 57, 59, 60, 90, 91, 1919, 1920, 16_777_215, 1_000_000_001])
  func readsBackItsNumbers(number: Int) {
    var bytes: [UInt8] = []
    IndexNumber.append(number, to: &bytes)
    var at = 0
    #expect(IndexReader.number(bytes, &at) == number)
    #expect(at == bytes.count && !bytes.contains(UInt8(ascii: "\\")))
    #expect(bytes.count == (number < 60 ? 1 : number < 1920 ? 2 : bytes.count))
  }
}
