import Calendars
import Diagnostics
import Testing

@testable import ContentModel

struct SiteConfigurationTests {
  private func load(_ text: String) -> (SiteConfiguration, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let configuration = SiteConfiguration(
      path: "archipel.yaml", text: text, reporting: &diagnostics)
    return (configuration, diagnostics)
  }

  @Test(arguments: ["", "# rien\n", "~\n"])
  func leavesEveryDefault(text: String) {
    let (configuration, diagnostics) = load(text)
    #expect(diagnostics.isEmpty)
    #expect(configuration == SiteConfiguration())
  }

  @Test func readsTheAddressesOfPagesThatBelongToNoSheet() {
    let (english, none) = load("addresses: { tags: tags, search: search, a_z: index }\n")
    #expect(none.findings == [])
    #expect(english.addresses.tags == "tags")
    #expect(english.addresses.search == "search")
    #expect(english.addresses.alphabet == "index")
    #expect(english.addresses.searchIndex == "recherche-index")
    #expect(english.addresses.siteMap == "plan-du-site")
    let (french, nothing) = load(
      "adresses: { etiquettes: mots, index_recherche: mots-index, plan_du_site: plan }\n")
    #expect(nothing.findings == [])
    #expect(french.addresses.tags == "mots")
    #expect(french.addresses.searchIndex == "mots-index")
    #expect(french.addresses.siteMap == "plan")
  }

  @Test(arguments: [
    "Mots", "mots clés", "a/b", "..", "été", "\"\"", "plan-du-site", "recherche",
  ])
  func refusesAnAddressThatIsNoSlugOrIsTaken(name: String) {
    let (_, diagnostics) = load("addresses: { tags: \(name) }\n")
    #expect(diagnostics.map(\.id) == ["site.address"])
  }

  @Test func readsEveryKey() {
    let (configuration, diagnostics) = load(
      """
      title: Ti Lab
      tagline: Un laboratoire.
      lang: br
      base_url: https://lab.bzh/communs/
      theme: lab
      licence: cc-by-sa-4.0
      publisher: Le lab
      strict: true
      html: allow
      remote_images: allow
      accessibility: accessibilite
      page_size: 12
      history: git
      contributors: names
      edit_url: "https://forge.bzh/{path}"
      budget: { sheet: 60 kB, sheet_requests: 6, home: "1,5 Mo" }
      paths: { content: textes//fr/ }
      menu:
        - { label: Méthodes, page: methodes }
        - { label: { fr: Ailleurs, en: Elsewhere }, url: "https://a.bzh" }
      footer_menu: [{ label: Mentions, page: mentions }]
      """)
    #expect(diagnostics.findings == [])
    #expect(configuration.title == "Ti Lab")
    #expect(configuration.tagline == "Un laboratoire.")
    #expect(configuration.language == "br")
    #expect(configuration.baseURL == "https://lab.bzh/communs/")
    #expect(configuration.theme == "lab")
    #expect(configuration.licence?.id == "CC-BY-SA-4.0")
    #expect(configuration.publisher == "Le lab")
    #expect(configuration.isStrict && configuration.allowsHTML && configuration.allowsRemoteImages)
    #expect(configuration.accessibility == "accessibilite")
    #expect(configuration.pageSize == 12)
    #expect(configuration.usesHistory && configuration.namesContributors)
    #expect(configuration.editURL == "https://forge.bzh/{path}")
    #expect(configuration.budget[.sheet]?.weight?.value == 60_000)
    #expect(configuration.budget[.sheet]?.requests == 6)
    #expect(configuration.budget[.home]?.weight?.value == 1_500_000)
    #expect(configuration.budget[.home]?.requests == nil)
    #expect(configuration.budget[.page] == nil)
    #expect(configuration.contentFolder == "textes/fr")
    #expect(configuration.menu.map(\.target) == ["methodes", "https://a.bzh"])
    #expect(configuration.menu.map { $0.label.text(in: "en") } == ["Méthodes", "Elsewhere"])
    #expect(configuration.footerMenu.map(\.target) == ["mentions"])
  }

  @Test(arguments: ["time_zone", "fuseau"])
  func readsTheTimeZone(key: String) {
    let (configuration, diagnostics) = load("\(key): Indian/Reunion\n")
    #expect(diagnostics.findings == [])
    #expect(configuration.timeZone?.id == "Indian/Reunion")
    let (other, found) = load("\(key): Europe/Pariss\n")
    #expect(found.map(\.id) == ["site.choice"])
    #expect(found.first?.suggestion?.french.contains("« Europe/Paris »") == true)
    #expect(other.timeZone == nil)
  }

  @Test func readsGroupsOfMenus() {
    let (configuration, diagnostics) = load(
      """
      menu:
        - label: Le lab
          children:
            - { label: Équipe, page: equipe }
            - { label: Écrire, url: "mailto:lab@exemple.fr" }
        - { label: Guide, page: guide, entrees: [{ label: Venir, url: "guide/#venir" }] }
      """)
    #expect(diagnostics.findings == [])
    #expect(configuration.menu.map(\.target) == [nil, "guide"])
    #expect(
      configuration.menu.flattened.map(\.target)
        == [nil, "equipe", "mailto:lab@exemple.fr", "guide", "guide/#venir"])
  }

  @Test func showsWhatIsTooDeepInAMenuInTheGroupAbove() {
    let (configuration, diagnostics) = load(
      """
      menu:
        - label: A
          children:
            - label: B
              page: b
              children:
                - { label: C, page: c, children: [{ label: D, page: d }] }
      """)
    #expect(diagnostics.findings == ["site.menu-depth 6:9+8"])
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(configuration.menu.map(\.children).map { $0.map(\.target) } == [["b", "c", "d"]])
    #expect(configuration.menu.flatMap(\.children).allSatisfy { $0.children.isEmpty })
  }

  @Test func readsFrenchKeys() {
    let (configuration, diagnostics) = load(
      """
      titre: Ti Lab
      devise: Un laboratoire.
      langue: br
      license: CC0-1.0
      editeur: Le lab
      accessibilite: a11y
      strict: oui
      historique: git
      contributeurs: noms
      modifier: "https://forge.bzh/{chemin}"
      paths: { contenu: textes }
      """)
    #expect(diagnostics.findings == [])
    #expect(configuration.title == "Ti Lab")
    #expect(configuration.tagline == "Un laboratoire.")
    #expect(configuration.language == "br")
    #expect(configuration.licence?.id == "CC0-1.0")
    #expect(configuration.publisher == "Le lab")
    #expect(configuration.accessibility == "a11y")
    #expect(configuration.isStrict)
    #expect(configuration.usesHistory && configuration.namesContributors)
    #expect(configuration.editURL == "https://forge.bzh/{path}")
    #expect(configuration.contentFolder == "textes")
  }

  @Test(arguments: [
    ("- a\n", "yaml.mapping 1:1+1"), ("titel: A\n", "front-matter.unknown-key 1:1+5"),
    ("title: [A]\n", "yaml.scalar 1:8+1"), ("strict: parfois\n", "front-matter.boolean 1:9+7"),
    ("html: yes\n", "site.choice 1:1+4"), ("remote_images: alow\n", "site.choice 1:1+13"),
    ("history: svn\n", "site.choice 1:1+7"), ("edit_url: a.bzh\n", "site.edit-url 1:1+8"),
    ("signaler: quelqu’un\n", "site.report 1:1+8"), ("report: a@b\n", "site.report 1:1+6"),
    ("report: ftp://a.bzh\n", "site.report 1:1+6"),
    ("licence: libre\n", "front-matter.licence 1:1+7"),
    ("title: A\nlicense: libre\n", "front-matter.licence 2:1+7"),
    ("base_url: lab.bzh\n", "front-matter.url 1:1+8"),
    ("page_size: 0\n", "front-matter.bounds 1:1+9"),
    ("page_size: dix\n", "front-matter.integer 1:12+3"),
    ("lang: français\n", "front-matter.language 1:1+4"),
    ("title: A\nlangue: xx\n", "front-matter.language 2:1+6"),
    ("lang: fr\nlangue: en\n", "front-matter.same-key 2:1+6"),
    ("html: allow\ntitle: A\ntitre: B\n", "front-matter.same-key 3:1+5"),
    ("history: none\nhistorique: none\n", "front-matter.same-key 2:1+10"),
    ("tagline: A\ndevise: B\n", "front-matter.same-key 2:1+6"),
    ("theme: ../ailleurs\n", "site.path 1:1+5"), ("theme: ..\n", "site.path 1:1+5"),
    ("paths: { content: ../ailleurs }\n", "site.path 1:10+7"),
    ("paths: { contenu: /etc }\n", "site.path 1:10+7"), ("paths: a\n", "yaml.mapping 1:8+1"),
    ("paths: { contents: a }\n", "front-matter.unknown-key 1:10+8"),
    ("budget: 60 kB\n", "yaml.mapping 1:9+5"),
    ("budget: { shet: 1 }\n", "front-matter.unknown-key 1:11+4"),
    ("budget: { home: lourd }\n", "site.byte-count 1:11+4"),
    ("budget: { home: -1 }\n", "site.byte-count 1:11+4"),
    ("budget: { page_requests: six }\n", "front-matter.integer 1:26+3"),
    ("menu: { a: b }\n", "yaml.list 1:7+1"), ("menu: [a]\n", "yaml.mapping 1:8+1"),
    ("menu:\n  - { label: A }\n", "site.menu 2:5+1"),
    ("menu:\n  - { page: a }\n", "site.menu 2:7+4"),
    ("menu:\n  - { label: A, children: [] }\n", "site.menu 2:5+1"),
    ("menu:\n  - { label: A, children: [{ label: B }] }\n", "site.menu 2:28+1"),
    (
      "menu:\n  - { label: A, page: a, titre: b }\n", "front-matter.unknown-key 2:26+5"
    ),
  ])
  func locatesWhatIsWrongAndKeepsTheDefault(text: String, finding: String) {
    let (configuration, diagnostics) = load(text)
    #expect(diagnostics.findings == [finding])
    #expect(configuration.theme == "ti")
    #expect(configuration.contentFolder == nil)
    #expect(configuration.pageSize == 48)
    #expect(configuration.budget.isEmpty)
  }
}
