import Testing

@testable import Books

struct BasketAddressTests {
  /// What the page of cards wrote of « World Café » and « Forum ouvert », under a title with an accent.
  static let cards =
    "#c1.c67150bd.WyJjYXJ0ZXMiLCJNYSBzw6lsZWN0aW9uIiwwLFsibWV0aG9kZXMvd29ybGQtY2FmZSIsIm1ldGhvZGVzL2ZvcnVtLW91dmVydCJdXQ"

  private func basket(_ text: String) throws -> BasketAddress {
    try BasketAddress(fragment: #require(BasketAddress.fragment(in: text)))
  }

  @Test func readsAChoiceOfCards() throws {
    let basket = try basket("https://exemple.bzh/methodes/cartes/" + Self.cards)
    #expect(basket.title == "Ma sélection")
    #expect(basket.ids == ["methodes/world-cafe", "methodes/forum-ouvert"])
  }

  @Test func readsTheSheetsOfASequence() throws {
    let basket = try basket("#d1.SUM.DATA".replacing("SUM.DATA", with: Self.sequence))
    #expect(basket.title == "Une matinée")
    #expect(basket.ids == ["methodes/world-cafe"])
  }

  static let sequence =
    "53c997d6.WyJVbmUgbWF0aW7DqWUiLDU0MCwtMSwyMCwxLDUsNSwiIixbWyJtZXRob2Rlcy93b3JsZC1jYWZlIiwiIiw5MCw2MCwtMSwwXSxbIiIsIlBhdXNlIiwxMCwxMCwtMSwyXV1d"

  @Test(arguments: [
    (String(cards.dropLast(4)), BasketAddress.Problem.cut), ("#c1.c67150bd", .cut),
    (cards.replacing("#c1", with: "#c2"), .version), ("#c1.8b9e4511.eyJhIjoxfQ", .content),
  ])
  func tellsWhatIsWrong(address: String, problem: BasketAddress.Problem) {
    #expect(throws: problem) { try basket(address) }
  }

  @Test(arguments: ["methodes", "#titre", "https://exemple.bzh/methodes/#a.b", "C# et C.1"])
  func leavesOtherNamesAlone(text: String) {
    #expect(BasketAddress.fragment(in: text) == nil)
  }
}
