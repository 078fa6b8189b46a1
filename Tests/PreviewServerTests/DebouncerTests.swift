import Testing

@testable import PreviewServer

@Suite struct DebouncerTests {
  private let start = ContinuousClock.now

  @Test func waitsForNothingWithoutChange() {
    #expect(Debouncer().patience(at: start) == nil)
  }

  @Test func isOverSoonAfterAFileIsWhole() {
    var burst = Debouncer()
    burst.add(.complete, of: "a.md", at: start)
    #expect(burst.patience(at: start) == Debouncer.quiet)
    #expect(burst.patience(at: start + Debouncer.quiet) == .zero)
  }

  @Test func waitsForAFileThatAnEditorRenamed() {
    var burst = Debouncer()
    burst.add(.incomplete, of: "a.md", at: start)
    #expect(burst.patience(at: start) == Debouncer.comingBack)
    burst.add(.other, of: "a.md", at: start)
    #expect(burst.patience(at: start) == Debouncer.comingBack)
    burst.add(.complete, of: "b.md", at: start)
    #expect(burst.patience(at: start) == Debouncer.comingBack)
    burst.add(.complete, of: "a.md", at: start)
    #expect(burst.patience(at: start) == Debouncer.quiet)
  }

  @Test func isOverAfterAWhileThoughChangesGoOn() {
    var burst = Debouncer()
    for millisecond in 0..<300 {
      burst.add(.complete, of: "\(millisecond).md", at: start + .milliseconds(millisecond))
    }
    #expect(burst.patience(at: start + .milliseconds(299)) == .zero)
  }
}
