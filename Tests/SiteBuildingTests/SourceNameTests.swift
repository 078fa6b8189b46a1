import Testing

@testable import SiteLoading

@Suite struct SourceNameTests {
  @Test(arguments: ["a.md", "A.MD", "x.Markdown", "PAGE.MDX", ".md", "été.Md", "a.mdown", "a.Rmd"])
  func isASheet(name: String) { #expect(SourceName.isSheet(name)) }

  @Test(arguments: ["a.md.txt", "md", "amd", "a.mdo", "a.md.", ""])
  func isNoSheet(name: String) { #expect(!SourceName.isSheet(name)) }

  @Test(arguments: ["a.njk", "A.NJK", "page.vue..", ".erb", "a.b.twig"])
  func isATemplate(name: String) { #expect(SourceName.isTemplate(name)) }

  @Test(arguments: ["njk", "a.md", "a.", "", "a.vuex"])
  func isNoTemplate(name: String) { #expect(!SourceName.isTemplate(name)) }

  @Test func tellsHiddenPaths() {
    #expect([".a", "a/.b", ".", "a/.b/c"].allSatisfy(SourceName.isHidden))
    #expect(!["a", "a.b", "a/b.c", ""].contains(where: SourceName.isHidden))
  }
}
