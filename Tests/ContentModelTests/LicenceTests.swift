import Diagnostics
import Testing

@testable import ContentModel

struct LicenceTests {
  @Test(arguments: [
    ("cc-by-sa-4.0", "CC-BY-SA-4.0", "CC BY-SA 4.0"), ("CC0-1.0", "CC0-1.0", "CC0 1.0"),
    ("ETALAB-2.0", "etalab-2.0", "Licence Ouverte 2.0"), ("CC-BY-4.0", "CC-BY-4.0", "CC BY 4.0"),
    ("CC-BY-SA-3.0-IGO", "CC-BY-SA-3.0-IGO", "CC BY-SA 3.0 IGO"),
    ("GFDL-1.3-or-later", "GFDL-1.3-or-later", "GFDL 1.3+"),
    ("GPL-3.0-only", "GPL-3.0-only", "GPL 3.0"), ("CC-PDDC", "CC-PDDC", "domaine public"),
  ])
  func readsIdentifiersInAnyLetterCase(text: String, id: String, label: String) {
    #expect(Licence(id: text)?.id == id)
    #expect(Licence(id: text)?.label == label)
  }

  @Test(arguments: ["", "CC BY-SA 4.0", "CC-BY-SA", "GPL", "libre", "CC-BY-SA-4.0 "])
  func refusesWhatTheListDoesNotHave(text: String) {
    #expect(Licence(id: text) == nil)
  }

  @Test(arguments: [
    ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"),
    ("CC-BY-NC-SA-2.0-FR", "https://creativecommons.org/licenses/by-nc-sa/2.0/fr/deed.fr"),
    ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.fr"),
    ("etalab-2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
    ("GFDL-1.2-or-later", "https://www.gnu.org/licenses/old-licenses/fdl-1.2.html"),
    ("MIT", "https://spdx.org/licenses/MIT.html"),
  ])
  func leadsToItsTerms(id: String, url: String) {
    #expect(Licence(id: id)?.url == url)
  }

  @Test(arguments: [
    ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("etalab-2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
    ("MIT", "https://spdx.org/licenses/MIT.html"),
  ])
  func hasAnAddressInNoLanguageForPrograms(id: String, url: String) {
    #expect(Licence(id: id)?.canonicalURL == url)
  }

  @Test(arguments: [
    ("https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"),
    ("http://creativecommons.org/licenses/by/4.0/deed.fr?ref=chooser", "CC-BY-4.0"),
    ("https://spdx.org/licenses/MIT.html", "MIT"),
    ("https://creativecommons.org/licenses/by-sa/4.0/deed.es", "CC-BY-SA-4.0"),
    ("https://creativecommons.org/licenses/by/4.0/legalcode.pt-br", "CC-BY-4.0"),
    ("https://www.gnu.org/licenses/old-licenses/fdl-1.2.html", nil), ("https://ailleurs.bzh/", nil),
  ])
  func readsTheAddressOfItsTerms(address: String, id: String?) {
    #expect(Licence(written: address)?.id == id)
  }

  @Test(arguments: [
    ("CC-BY-SA-4.0 OR ODbL-1.0", "nomme plusieurs licences", "CC-BY-SA-4.0"),
    ("(MIT AND GPL-3.0)", "nomme plusieurs licences", "dans « credits »"),
    ("MIT et CC-BY-4.0", "nomme plusieurs licences", "dans « credits »"),
    ("GPL-3.0", "licence inconnue", "GPL-3.0-only"),
    ("GPL-3.0+", "licence inconnue", "GPL-3.0-or-later"),
    ("CC-BY-SA-3.0-FR", "licence inconnue", "« CC-BY-SA-3.0 »"),
    ("CC BY-SA 3.0 FR", "licence inconnue", "« CC-BY-SA-3.0 »"),
    ("https://creativecommons.org/licenses/by-nc-sa/3.0/fr/", "inconnue", "« CC-BY-NC-SA-3.0 »"),
    ("https://www.gnu.org/licenses/gpl-3.0.html", "inconnue", "« GPL-3.0-only »"),
    (
      "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
      "inconnue", "« etalab-2.0 »"
    ),
    ("BY-SA", "licence inconnue", "« CC-BY-SA-4.0 »"),
    ("Creative Commons", "licence inconnue", "« CC-BY-4.0 »"),
    ("Licence Ouverte / Open Licence version 2.0", "licence inconnue", "« etalab-2.0 »"),
  ])
  func saysWhatToWriteForOneThatTheListLacks(text: String, message: String, suggestion: String) {
    let said = Diagnostic.unknownLicence(text, at: SourceLocation(path: "a.md"))
    #expect(said.message.french.contains(message))
    #expect(said.suggestion?.french.contains(suggestion) == true, "\(said)")
  }

  @Test(arguments: [
    ("CC-BY-4.0", "CC-BY-SA-4.0", true), ("CC-BY-NC-SA-4.0", "CC-BY-SA-4.0", false),
    ("CC-BY-ND-4.0", "CC-BY-SA-4.0", false), ("CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", true),
    ("CC-BY-NC-ND-4.0", "CC-BY-NC-4.0", false),
  ])
  func fitsWhereItForbidsNothingThatTheCollectionAllows(
    id: String, collection: String, fits: Bool
  ) throws {
    let licence = try #require(Licence(id: id))
    let other = try #require(Licence(id: collection))
    #expect(licence.fits(in: other) == fits)
  }
}

struct LabelTests {
  @Test(arguments: [
    ("en", "Method"), ("br", "Méthode"), ("fr", "Méthode"),
  ])
  func fallsBackToFrench(language: String, text: String) {
    #expect(Label(["fr": "Méthode", "en": "Method"]).text(in: language) == text)
  }

  @Test func fallsBackToTheFirstLanguageByTag() {
    #expect(Label(["en": "Method", "br": "Hentenn"]).text(in: "fr") == "Hentenn")
    #expect(Label([:]).text(in: "fr") == "")
  }
}
