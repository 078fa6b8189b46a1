import Foundation
import Testing

@Suite struct ImportFolderTests {
  private func imported(
    _ files: [String: String], pictures: [String] = [],
    _ body: (ImportedLab, Program.Run) throws -> Void
  ) throws {
    let lab = try ImportedLab()
    for (path, text) in files { try lab.program.write(text, to: "ancien/" + path) }
    for path in pictures { try lab.write(ImportedLab.dot, to: "ancien/" + path) }
    let before = lab.program.files(in: "ancien")
    let run = try lab.imports("ancien")
    #expect(run.status == 0, "\(run.errors)")
    try body(lab, run)
    try lab.expectCleanCheck()
    #expect(lab.program.files(in: "ancien") == before)
  }

  @Test func bringsAFolderOfMkDocs() throws {
    try imported(
      [
        "mkdocs.yml":
          "site_name: Lab\ntheme: { name: material }\nnav:\n  - Accueil: index.md\n  - Guides:\n"
          + "    - Bien commencer: guides/debut.md\n",
        "docs/index.md":
          "# Bienvenue\n\n:material-rocket: Voir [le début](guides/debut.md){ .md-button }.\n",
        "docs/guides/debut.md":
          "!!! tip \"Astuce\"\n    Un conseil.\n\n![Un plan](../img/plan.png){ width=300 }\n\n"
          + "=== \"Un\"\n    A\n\n--8<-- \"inclus.md\"\n\n[Perdu](../absent.md)\n",
      ], pictures: ["docs/img/plan.png"]
    ) { lab, run in
      let home = try lab.text(of: "ancien/index.md")
      #expect(home.contains("titre: \"Bienvenue\"\n"))
      #expect(home.contains("[le début](/ancien/guides/debut.md)"))
      #expect(!home.contains(":material"))
      let page = try lab.text(of: "ancien/guides/debut.md")
      #expect(page.contains("titre: \"Bien commencer\"\n"))
      #expect(page.contains("!!! tip \"Astuce\"\n    Un conseil."))
      #expect(page.contains("![Un plan](/ancien/img/plan.png)"))
      #expect(page.contains("`--8<-- \"inclus.md\"`") && page.contains("\nPerdu\n"))
      #expect(lab.pictures() == ["ancien/img/plan.png"])
      #expect(run.errors.contains("le lien vers « ../absent.md » est devenu du texte"))
    }
  }

  @Test func bringsAFolderOfHugo() throws {
    try imported(
      [
        "hugo.toml": "title = 'Lab'\n",
        "content/_index.md":
          "+++\ntitle = 'Accueil'\n+++\nVoir [ceci]({{< ref \"posts/un.md\" >}}).\n",
        "content/posts/un.md":
          "+++\ntitle = \"Premier\"\ndate = 2024-05-06T10:00:00Z\ntags = ['a', \"b\"]\n"
          + "draft = false\n+++\n{{< figure src=\"/img/plan.png\" alt=\"Un plan\" caption=\"Le plan\" >}}\n\n"
          + "{{% notice tip %}}\nUn conseil.\n{{% /notice %}}\n\n{{< inconnu x=1 >}}\n",
      ], pictures: ["static/img/plan.png"]
    ) { lab, run in
      #expect(try lab.text(of: "ancien/index.md").contains("[ceci](/ancien/posts/un.md)"))
      let page = try lab.text(of: "ancien/posts/un.md")
      #expect(page.contains("titre: \"Premier\"\n") && page.contains("2024-05-06"))
      #expect(page.contains("![Un plan](/ancien/img/plan.png \"Le plan\")"))
      #expect(page.contains("::: tip\nUn conseil.\n:::"))
      #expect(page.contains("`{{< inconnu x=1 >}}`"))
      #expect(run.errors.contains("« {{< inconnu x=1 >}} »"))
    }
  }

  @Test func bringsAFolderOfJekyll() throws {
    try imported(
      [
        "_config.yml": "title: Lab\n",
        "index.md": "---\ntitle: Accueil\nlayout: home\n---\nBonjour.\n",
        "_posts/2024-05-06-premier.md": "---\ntitle: Premier\nlayout: post\ntags: [a]\n---\n"
          + "![Un plan]({{ site.baseurl }}/img/plan.png)\n\n[suite]({% post_url 2024-06-07-second %})\n",
        "_posts/2024-06-07-second.md":
          "---\ntitle: Second\n---\n{% include galerie.html %}\n\nFin.\n",
      ], pictures: ["img/plan.png"]
    ) { lab, _ in
      let page = try lab.text(of: "ancien/articles/premier.md")
      #expect(page.contains("2024-05-06") && page.contains("layout: post"))
      #expect(page.contains("![Un plan](/ancien/img/plan.png)"))
      #expect(page.contains("[suite](/ancien/articles/second.md)"))
      #expect(
        try lab.text(of: "ancien/articles/second.md").contains("`{% include galerie.html %}`"))
    }
  }

  @Test func bringsPagesOfYesWiki() throws {
    try imported(
      [
        "PagePrincipale.txt":
          "======Le lab======\n\n**Gras** et //penché//, voir [[PageDeux la suite]].\n\n - un\n"
          + " - deux\n\n=====Plus=====\n{{attach file=\"plan.png\" desc=\"Un plan\"}}\n{{recentchanges}}\n",
        "PageDeux.txt": "======Deux======\n[[https://example.org/x le site]]\n\n%%\nx = 1\n%%\n",
      ], pictures: ["plan.png"]
    ) { lab, run in
      let page = try lab.text(of: "ancien/PagePrincipale.md")
      #expect(page.contains("titre: \"Le lab\"\n"))
      for expected in [
        "**Gras** et *penché*, voir [[PageDeux|la suite]].", "- un\n- deux", "## Plus",
        "![Un plan](/ancien/plan.png)", "`{{recentchanges}}`",
      ] { #expect(page.contains(expected), "\(expected) in \(page)") }
      let second = try lab.text(of: "ancien/PageDeux.md")
      #expect(
        second.contains("[le site](https://example.org/x)") && second.contains("```\nx = 1\n```"))
      #expect(run.errors.contains("« {{recentchanges}} »"))
    }
  }

  @Test func bringsAVaultOfObsidian() throws {
    try imported(
      [
        "Accueil.md":
          "Voir [[Café|le café]] et [[Absente]]. %%secret%%\n\n![[plan.png|Un plan]]\n\n> [!tip] Astuce\n> Oui\n",
        "Café.md": "---\ntags: [pause]\n---\nDu café.\n",
        ".obsidian/app.json": "{}",
      ], pictures: ["images/plan.png"]
    ) { lab, run in
      let page = try lab.text(of: "ancien/Accueil.md")
      #expect(page.contains("[[Café|le café]] et Absente."))
      #expect(page.contains("![[plan.png|Un plan]]"))
      #expect(run.errors.contains("[[Absente]]"))
      #expect(lab.pictures() == ["ancien/images/plan.png"])
    }
  }

  @Test func readsASheetOfNotion() throws {
    let lab = try ImportedLab()
    let hash = "0123456789abcdef0123456789abcdef"
    try lab.program.write(
      "# Rétro\n\nIntention: Regarder en arrière\nÉtat: Fini\n\n<aside>\n💡 Une idée\n\n</aside>\n\n"
        + "![Un mur](R%C3%A9tro/mur.png)\n", to: "Rétro \(hash).md")
    try lab.write(ImportedLab.dot, to: "Rétro/mur.png")
    let run = try lab.imports("Rétro \(hash).md", "--type", "methode")
    #expect(run.status == 0, "\(run.errors)")
    let sheet = try lab.text(of: "methodes/retro.md")
    for expected in [
      "titre: \"Rétro\"\n", "intention: \"Regarder en arrière\"\n", "::: note\n💡 Une idée\n\n:::",
      "![Un mur](retro-mur.png)", "**État** : Fini",
    ] { #expect(sheet.contains(expected), "\(expected) in \(sheet)") }
    try lab.expectCleanCheck()
  }

  @Test func followsNoLinkOutOfTheFolder() throws {
    let lab = try ImportedLab()
    try lab.program.write("# Un\n\n[x](../../secret.md) ![y](lien.png)\n", to: "ancien/un.md")
    try lab.program.write("secret", to: "secret.md")
    try lab.write(ImportedLab.dot, to: "dehors.png")
    let made = try lab.program.run(
      script:
        "ln -s ../dehors.png ancien/lien.png; ln -s / ancien/tout; ln -s /tmp site/content/ancien")
    #expect(made.status == 0)
    // The folder of the site is a link as well: nothing is written through it.
    #expect(try lab.imports("ancien").status == 1)
    #expect(try lab.program.run(script: "rm site/content/ancien").status == 0)
    let run = try lab.imports("ancien")
    #expect(run.errors.contains("« tout » est un lien, et n’a pas été suivi"))
    #expect(lab.program.files(in: "site/content/ancien").keys.sorted() == ["un.md"])
    #expect(try lab.text(of: "ancien/un.md").contains("\nx y\n"))
  }

  @Test func callsAPipeNoLink() throws {
    let lab = try ImportedLab()
    try lab.program.write("# A\n", to: "ancien/a.md")
    #expect(try lab.program.run(script: "mkfifo ancien/tuyau").status == 0)
    let run = try lab.imports("ancien")
    #expect(run.errors.contains("« tuyau » n’est pas un fichier ordinaire"))
    #expect(!run.errors.contains("est un lien"))
  }
}
