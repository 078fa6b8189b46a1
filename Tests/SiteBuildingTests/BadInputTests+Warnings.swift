extension BadInputTests {
  /// What leaves the page whole.
  static let warnings: [BadInput] = pages + personal

  private static let pages: [BadInput] = [
    .field(
      "unknown key", "front-matter.unknown-key", "¦dure: 1 h",
      says: ["duree, ", ", title, titre, ", "vouliez-vous dire « duree »"]),
    .field(
      "unknown key like no other", "front-matter.unknown-key", "¦commune: Brest",
      says: ["duree, ", ", title, titre, "]),
    .field(
      "value cut short by a comment", "front-matter.comment", "titre: ¦Atelier #3 du lab",
      says: ["« titre: \"Atelier #3 du lab\" »"]),
    BadInput(
      "curly quotes in the configuration", "front-matter.quotes",
      ["archipel.yaml": "title: ¦“Mon lab”\n", "content/fiche.md": "Texte.\n"]),
    .text(
      "header without its first line", "front-matter.unopened",
      "¦titre: Ma page\nresume: Texte\n---\nTexte.\n", says: ["une première ligne « --- »"]),
    .text(
      "header between the dashes of a word processor", "front-matter.unopened",
      "¦—-\ntitre: Ma page\n—-\nTexte.\n", says: ["au lieu de « —- »"]),
    .text("control character", "sheet.control-characters", "Texte ¦\u{1}et\u{8} fin.\n"),
    .text("words to complete", "check.to-complete", "Texte.\n\n- ¦À compléter\n"),
    .text("link without an address", "link.empty", "¦[vide]()\n"),
    .text(
      "address of a preview", "link.preview", "Voir [la fiche](¦http://127.0.0.1:8080/autre/).\n"),
    BadInput("empty file", "sheet.empty", at: "content/fiche.md", ["content/fiche.md": ""]),
    BadInput("blank file", "sheet.empty", at: "content/fiche.md", ["content/fiche.md": "\n \n"]),
    .text(
      "dangling link", "link.dangling", "Un [lien](¦autr.md).",
      says: [
        "« autr.md »", "le chemin d’un fichier depuis cette fiche",
        "vouliez-vous dire « autre.md »",
      ]),
    .text("dangling page", "link.dangling", "Un [lien](¦/rien/)."),
    .text(
      "dangling title", "link.dangling", "Un ¦[[Autres]].", says: ["vouliez-vous dire « Autre »"]),
    .text(
      "dangling anchor", "link.anchor", "Un [lien](¦autre.md#parti).",
      says: [" #partie vouliez-vous dire « #partie »"]),
    .text("dangling anchor in the page", "link.anchor", "## Là\n\nUn [lien](¦#ici)."),
    .text(
      "address without a scheme", "link.dangling", "Un [site](¦www.exemple.fr).",
      says: ["vouliez-vous dire « https://www.exemple.fr »"]),
    .text(
      "image of a computer", "link.computer",
      "![Une](¦C:\\Images\\a.jpg) ![Autre](¦file:///home/b.png)",
      says: ["« a.jpg »", "« b.png »"]),
    .text("file of a computer", "link.computer", "[Le plan](¦C:/Documents/plan.pdf)"),
    .text("link with spaces", "markdown.unread-link", "Un [lien¦](autre page.md)."),
    BadInput(
      "title of two translations", "link.ambiguous",
      says: ["[Coffee](a.en.md) ou [Coffee](b.en.md)"],
      [
        "content/fiche.md": "Un ¦[[Coffee]].\n", "content/a.md": "# A\n", "content/b.md": "# B\n",
        "content/a.en.md": "---\ntitle: Coffee\n---\n",
        "content/b.en.md": "---\ntitle: Coffee\n---\n",
      ]),
    .text("link out of the site", "link.outside", "Un [lien](¦../../secret.md)."),
    .text("dangling image", "link.image", "Une ![image](¦rien.png)."),
    .text(
      "image of another origin", "link.remote-image", "Une ![image](¦https://exemple.fr/a.png)."),
    .text("raw HTML", "markdown.raw-html", "¦<form>non</form>"),
    .text("image in HTML", "link.image", "<img src=\"¦a.jpg\" alt=\"A\">"),
    .text("link in HTML", "link.dangling", "<a href=\"¦a.md\">A</a>"),
    .text("raw HTML in a line", "markdown.raw-html", "Un ¦<script>."),
    .text("script in a link", "link.unsafe", "Un [lien](¦javascript:alert(1))."),
    BadInput(
      "image that says nothing", "markdown.image-alt",
      [
        "content/fiche.md": "Une ![](¦plan.svg).\n",
        "content/plan.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      ]),
    BadInput(
      "link to a draft", "link.unpublished", says: ["un brouillon"],
      [
        "content/fiche.md": "Un [lien](¦b.md).\n", "content/b.md": "---\ndraft: true\n---\n",
      ]),
    BadInput(
      "link to a sheet of tomorrow", "link.unpublished", says: ["datée du futur"],
      [
        "content/fiche.md": "Un [lien](¦b.md).\n", "content/b.md": "---\ndate: 2026-03-15\n---\n",
      ]),
    BadInput(
      "title of two sheets", "link.ambiguous", says: ["[T](a.md) ou [T](b.md)"],
      [
        "content/fiche.md": "Un ¦[[T]].\n", "content/a.md": "# T\n", "content/b.md": "# t\n",
      ]),
    BadInput(
      "unknown key of the configuration", "front-matter.unknown-key",
      [
        "archipel.yaml": "¦titel: A\n", "content/fiche.md": "F.\n",
      ]),
  ]
}
