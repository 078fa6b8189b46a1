/// The pieces that fuzzed texts are made of.
enum FuzzedPieces {
  static func texts(in language: FuzzedSource.Language) -> [String] {
    switch language {
    case .sheet: markdown
    case .type: type
    case .vocabulary: vocabulary
    case .configuration: configuration
    case .template: template
    case .table: ["a,b\n", "1,2\n", "\"x\ny\",z\n", "é;è\n", "\"", ",", "\n", "=1+1\n"]
    case .json:
      ["{", "}", "[", "]", "\"a\"", ":", ",", "1e9", "-0", "null", "\\u12", "\"\\ud800\""]
    case .drawing: drawing
    }
  }

  static let frontMatter = [
    "titre: A\n", "titre: \"A \\\"b\\\" c\"\n", "titre: Atelier #3\n", "resume: [a]\n",
    "date: 2026-01-01\n",
    "date: 2026-13-45\n", "type: t\n", "type: rien\n", "etiquettes: [a, é, \"#\"]\n",
    "etiquettes: x\n",
    "alias: [b, /c, ../d]\n", "slug: a/b\n", "slug: é\n", "brouillon: oui\n", "champ: eau\n",
    "champ: [[A]]\n", "nombre: 1e400\n", "nombre: -0\n", "duree: 1 h 30 – 2 h\n",
    "lien: \"[[A]]\"\n",
    "vue: { genre: liste }\n", "vue: { genre: table, donnees: d }\n", "image: plan.svg\n",
    "lang: br\n",
    "Titre: B\n", "titre = \"A\"\n", "date = 2026-01-01 10:00:00\n", "[a.b]\n", "[[a.b]]\n",
    "x.y = { a = [1, 'b'], c = \"\"\"\n", "x: &a [*a]\n", "x: !!binary 1\n", "? [a]\n", "- \n",
    "  ", "\t", "{", "}", "'",
    "\"",
  ]

  private static let markdown = [
    "Texte. ", "\n", "\n\n", "# Titre\n", "## Titre {#a}\n", "[a](b.md)", "[[A]]", "[[A|b]]",
    "[a]()",
    "![x](plan.svg)", "![](../x.png)", "<script>alert(1)</script>", "<b onclick=x>", "<!-- ", "-->",
    "| a | b |\n|---|---|\n| 1 |\n", "> [!NOTE]\n> x\n", "- [ ] x\n", "1. y\n", "    code\n",
    "```\n",
    "```chart\ntype: bar\n", "```figure\nsrc: plan.svg\n", "~~x~~", "**", "_", "`", "[^1]",
    "[^1]: n\n",
    "http://exemple.fr/", "<javascript:alert(1)>", "[x](javascript:alert(1))",
    "[x](data:text/html,y)",
    "&amp;", "&#0;", "&#x202e;", "«", " !", "\u{A0}", "\\", "$$x$$", ":::", "{{x}}",
    "À compléter\n", "{{#include a.md}}", "{{#include plan.svg:2:}}", "--8<-- \"a.md\"\n",
    "--8<--\n",
    "{!../a.md!}", "[ http://a ", "---\n", "+++\n", "\r\n", "\r", "a@exemple.fr", "www.exemple.fr",
    "\u{0}", "\u{1B}[31m",
    "\u{202E}",
  ]

  private static let type = [
    "libelle: T\n", "dossier: t\n", "champs:\n",
    "  champ: { libelle: C, type: terme, vocabulaire: v }\n",
    "  nombre: { libelle: N, type: nombre, min: 2, max: 1 }\n",
    "  duree: { libelle: D, type: duree }\n",
    "  lien: { libelle: L, type: relation, vers: [t] }\n",
    "  x: { libelle: X, type: texte, motif: \"[\" }\n",
    "  x: { libelle: X, type: texte, motif: \"(a+)b\" }\n", "obligatoire: oui\n",
    "exporte: [source, donnees]\n",
    "gabarit: sheet\n", "- a\n", "{", "'", "“a”", "  ",
  ]

  private static let vocabulary = [
    "libelle: V\n", "termes:\n", "  eau: { libelle: Eau }\n", "  - libelle: Air\n", "  air:\n",
    "- eau\n",
    "page: a\n", "{", "é: è\n", "  ",
  ]

  private static let configuration = [
    "title: T\n", "lang: fr\n", "lang: zz\n", "theme: ti\n", "theme: ../x\n", "strict: true\n",
    "html: allow\n", "base_url: https://exemple.fr/\n", "base_url: x\n",
    "menu: [{ label: A, page: t/a }]\n",
    "menu:\n  - { label: B, url: \"/\" }\n", "paths: { content: content }\n",
    "paths: { content: .. }\n",
    "page_size: 0\n", "page_size: 1\n", "contacts: [\"@exemple.fr\"]\n", "licence: CC-BY-SA-4.0\n",
    "history: git\n", "social_images: true\n", "budget: { page: 1 }\n", "title: “x”\n", "x: y\n",
    "- ", "{",
  ]

  private static let template = [
    "{{title}}", "{{{page.html}}}", "{{page.title}}", "{{#page.tags}}{{title}}{{/page.tags}}",
    "{{>base}}",
    "{{<base}}{{$content}}x{{/content}}{{/base}}", "{{#a}}", "{{/a}}", "{{^page.image}}",
    "{{/page.image}}",
    "{{", "}}", "{{{", "{{! x }}", "{{=<% %>=}}", "{{page.rien}}", "<p id=\"a\">", "</p>",
    "{{>sheet}}",
    "{{t.accueil}}", "{{site.title}}", "\n",
  ]

  private static let drawing = [
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">", "</svg>",
    "<path d=\"M0 0\"/>",
    "<script>x</script>", "<style>", "@import url(http://exemple.fr/);", "</style>",
    "<a href=\"#a\">", "</a>",
    "<!-- x -->", "<?pi ?>", "<![CDATA[", "]]>", "<!DOCTYPE svg>", "&#1;", "&x;",
    "fill=\"URL(http://x)\"",
    "<image href=\"data:image/png;base64,AA\"/>", "<use href=\"http://exemple.fr/\"/>",
  ]

  /// What belongs nowhere.
  static let anywhere = [
    "\u{FEFF}", "\u{0}", "\u{7F}", "\u{FFFE}", "\u{2028}", "\u{301}", "👩‍👩‍👧", "\r\n", "\t", "%00",
    "../../..", "'\"<>&", "{{{", "---", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "*", "#", ":",
  ]
}
