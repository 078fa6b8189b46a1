import Testing

@testable import PreviewServer

@Suite struct BurstTests {
  private let start = ContinuousClock.now

  @Test func waitsForNothingWithoutChange() {
    #expect(Burst().patience(at: start) == nil)
  }

  @Test func isOverSoonAfterAFileIsWhole() {
    var burst = Burst()
    burst.add(.complete, of: "a.md", at: start)
    #expect(burst.patience(at: start) == Burst.quiet)
    #expect(burst.patience(at: start + Burst.quiet) == .zero)
  }

  @Test func waitsForAFileThatAnEditorRenamed() {
    var burst = Burst()
    burst.add(.incomplete, of: "a.md", at: start)
    #expect(burst.patience(at: start) == Burst.comingBack)
    burst.add(.other, of: "a.md", at: start)
    #expect(burst.patience(at: start) == Burst.comingBack)
    burst.add(.complete, of: "b.md", at: start)
    #expect(burst.patience(at: start) == Burst.comingBack)
    burst.add(.complete, of: "a.md", at: start)
    #expect(burst.patience(at: start) == Burst.quiet)
  }

  @Test func isOverAfterAWhileThoughChangesGoOn() {
    var burst = Burst()
    for millisecond in 0..<300 {
      burst.add(.complete, of: "\(millisecond).md", at: start + .milliseconds(millisecond))
    }
    #expect(burst.patience(at: start + .milliseconds(299)) == .zero)
  }
}
