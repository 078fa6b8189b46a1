import Formats
import Testing

@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

@Suite struct DestinationTests {
  private let page = "methodes/world-cafe/index.html"

  @Test(arguments: [
    ("../../", "index.html", ""), ("../", "methodes/index.html", ""),
    ("./", "methodes/world-cafe/index.html", ""),
    ("image.png", "methodes/world-cafe/image.png", ""),
    ("../forum/#duree", "methodes/forum/index.html", "duree"),
    ("../../a%20b/%C3%A9t%C3%A9?x=1#pr%C3%A8s", "a b/été", "près"),
    ("", "methodes/world-cafe/index.html", ""), ("?q=1", "methodes/world-cafe/index.html", ""),
    ("#la", "methodes/world-cafe/index.html", "la"), ("../..", "index.html", ""),
    (" ../forum/ ", "methodes/forum/index.html", ""), ("../100%/", "methodes/100%/index.html", ""),
    ("/communs/a-z/", "a-z/index.html", ""), ("/communs/", "index.html", ""),
    ("https://exemple.bzh/communs/a-z/#b", "a-z/index.html", "b"),
  ])
  func findsTheFile(address: String, path: String, fragment: String) {
    let destination = Destination(
      address, from: page, baseURL: BaseURL("https://exemple.bzh/communs"))
    #expect(destination == .file(path, fragment: fragment))
  }

  @Test(arguments: [
    ("https://exemple.org/", Destination.outside), ("//exemple.org/a", .outside),
    ("HTTP://exemple.org", .outside), ("https://exemple.bzh/ailleurs/", .outside),
    ("mailto:a@exemple.org", .elsewhere), ("data:image/png;base64,AA", .elsewhere),
    ("../../../", .aboveSite), ("/ailleurs/", .aboveSite),
  ])
  func knowsWhatIsNotInTheSite(address: String, destination: Destination) {
    let base = BaseURL("https://exemple.bzh/communs/")
    #expect(Destination(address, from: page, baseURL: base) == destination)
  }

  @Test func startsFromTheRootOfTheHostWithoutBaseURL() {
    #expect(
      Destination("/a-z/", from: "404.html", baseURL: nil) == .file("a-z/index.html", fragment: ""))
  }
}
