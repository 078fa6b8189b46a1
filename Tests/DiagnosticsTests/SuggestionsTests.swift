import Diagnostics
import Testing

@Suite struct SuggestionsTests {
  @Test func looksUpEachNameOnceAndSoManyAtMost() {
    let suggestions = Suggestions()
    var lookups = 0
    for _ in 0..<2 {
      for name in 0..<2_000 {
        let found = suggestions.next(for: "\(name)") {
          lookups += 1
          return "x\(name)"
        }
        #expect((found != nil) == (name < Suggestions.maxLookups))
      }
    }
    #expect(lookups == Suggestions.maxLookups)
  }
}
