import Diagnostics
import Testing

@testable import ContentModel

struct PersonalContactsTests {
  private static func findings(_ text: String, allowed: [String] = []) -> [String] {
    var diagnostics: [Diagnostic] = []
    PersonalContacts(allowed: allowed).check(
      Array(text.utf8), path: "a.md", reporting: &diagnostics)
    return diagnostics.findings
  }

  @Test(arguments: [
    ("Écrivez à ana.lebras+lab@region.bzh.", "privacy.email 1:11+25"),
    ("<mailto:ana_l@exemple.fr>", "privacy.email 1:9+16"),
    ("---\nauteurs: [ana@lab.bzh]\n---\n", "privacy.email 2:11+11"),
    ("Tél. : 02 99 00 00 00", "privacy.phone 1:8+14"),
    ("02.99.00.00.00", "privacy.phone 1:1+14"), ("(0299000000)", "privacy.phone 1:2+10"),
    ("+33 2 99 00 00 00", "privacy.phone 1:1+17"),
    ("+33 (0)2-99-00-00-00", "privacy.phone 1:1+20"),
    ("02\u{202F}99\u{A0}00 00 00", "privacy.phone 1:1+17"),
    ("0033299000000,", "privacy.phone 1:1+13"),
  ])
  func findsWhatIsSomebodys(text: String, finding: String) {
    #expect(Self.findings(text) == [finding])
  }

  @Test(arguments: [
    "@page { margin: 0 }", "@lab@social.bzh", "une personne@", "a@b", "a@b.c", "a@b..fr",
    "lab@example.org", "x@serveur.example", "le 02 99 00 00", "2027-01-04T09:30 00",
    "ISBN 978-2-02-99000000-1", "version 0.1.2", "002 99 00 00 00", "v0299000000", "02990000001",
    "menu@2x.png", "git clone git@forge.bzh:lab/site.git", "d=\"M4.055 4.055 0 0 1-1.272.5\"",
    "02 99.00-00 00", "/fiche-0299000000", "00 99 00 00 00", "0 800", "+33", "+", "0",
  ])
  func leavesTheRest(text: String) {
    #expect(Self.findings(text) == [])
  }

  @Test(arguments: ["a@lab.bzh ", "02 99 00 00 00 "])
  func tellsAFewOfMany(text: String) {
    let findings = Self.findings(String(repeating: text, count: 30_000))
    #expect(findings.count == 201)
    #expect(findings.last == "privacy.more")
  }

  @Test(arguments: ["@region.bzh", "region.bzh", "@Region.BZH"])
  func leavesADomainThatTheSitePublishes(domain: String) {
    #expect(Self.findings("ana@region.bzh", allowed: [domain]) == [])
    #expect(Self.findings("ana@x.region.bzh", allowed: [domain]) == ["privacy.email 1:1+16"])
    #expect(Self.findings("02 99 00 00 00", allowed: [domain]) == ["privacy.phone 1:1+14"])
  }

  @Test func leavesWhatTheSitePublishes() {
    let allowed = ["Contact@lab.bzh", "+33 2 99 00 00 00"]
    #expect(Self.findings("contact@LAB.bzh, 02.99.00.00.00", allowed: allowed) == [])
    #expect(
      Self.findings("ana@lab.bzh, 02 99 00 00 01", allowed: allowed) == [
        "privacy.email 1:1+11", "privacy.phone 1:14+14",
      ])
  }
}
