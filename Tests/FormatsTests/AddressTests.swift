import Testing

@testable import Formats

struct AddressTests {
  @Test(arguments: [
    ("https://exemple.bzh", "https://exemple.bzh/"),
    ("https://exemple.bzh/", "https://exemple.bzh/"),
    ("http://localhost:8080/communs", "http://localhost:8080/communs/"),
    ("http://[::1]", "http://[::1]/"),
    ("http://[2001:db8::1]:8080/a/", "http://[2001:db8::1]:8080/a/"),
  ])
  func acceptsAddressesOfSites(written: String, expected: String) {
    #expect(BaseURL(written)?.text == expected)
  }

  @Test(arguments: [
    ("https://exemple.bzh", "/"), ("https://exemple.bzh/communs", "/communs/"),
    ("http://localhost:8080/a/b/", "/a/b/"),
  ])
  func knowTheirPathOnTheHost(written: String, path: String) {
    #expect(BaseURL(written)?.path == path)
  }

  @Test(arguments: [
    "", "exemple.bzh", "/communs/", "ftp://exemple.bzh/", "https://", "https:///chemin",
    "https://:80/", "https://exemple.bzh/?q=1", "https://exemple.bzh/#a", "https://a b/",
    "https://exemple.bzh/été", "https://exemple.bzh/\n", "https://<script>/", "http://[::1",
    "http://[::1]x/", "http://[exemple]/", "http://::1]/", "https://exemple.bzh/[a]/",
    "https://exemple.bzh:port/",
  ])
  func refusesWhatIsNoAddressOfASite(written: String) {
    #expect(BaseURL(written) == nil)
  }

  @Test(arguments: [
    ("", "", "./"),
    ("", "methodes/world-cafe/", "methodes/world-cafe/"),
    ("methodes/", "methodes/world-cafe/", "world-cafe/"),
    ("methodes/", "methodes/", "./"),
    ("methodes/", "", "../"),
    ("methodes/", "projets/accueil/", "../projets/accueil/"),
    ("a/b/", "a/c/index.html", "../c/index.html"),
    ("a/b/", "a/", "../"),
    ("a/b/", "ab/", "../../ab/"),
    ("methodes/", "methodes", "../methodes"),
    ("", "feed.xml", "feed.xml"),
    ("", "10:30/", "./10:30/"),
    ("a/", "10:30/", "../10:30/"),
  ])
  func refersRelativelyWithoutABaseURL(folder: String, path: String, expected: String) {
    #expect(SiteAddress(baseURL: nil, folder: folder).reference(to: path) == expected)
  }

  @Test func refersAbsolutelyWithABaseURL() throws {
    let base = try #require(BaseURL("https://exemple.bzh/communs"))
    let address = SiteAddress(baseURL: base, folder: "methodes/")
    #expect(address.reference(to: "methodes/a/") == "https://exemple.bzh/communs/methodes/a/")
    #expect(address.reference(to: "") == "https://exemple.bzh/communs/")
  }

  @Test(arguments: [
    ("", "urn:uuid:6c62272e-07bb-8142-a2b8-21756295c58d"),
    ("a", "urn:uuid:d228cb69-6f1a-8caf-b891-2b704e4a8964"),
  ])
  func computesIdentifiersFromNames(name: String, expected: String) {
    #expect(NameUUID(name: name).urn == expected)
  }
}
