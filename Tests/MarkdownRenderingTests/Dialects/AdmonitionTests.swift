import Diagnostics
import Testing

@testable import MarkdownRendering

/// Alerts as tools other than GitHub write them.
@Suite struct AdmonitionTests {
  /// The alert that most of these texts become.
  private static func note(_ title: String, _ name: String = "note", _ body: String) -> String {
    "<div class=\"alerte alerte-\(name)\" role=\"note\">\n<p class=\"alerte-titre\">\(title)</p>\n"
      + body + "</div>\n"
  }

  private static let plain = MarkdownOptions(typography: .none)

  @Test(arguments: [
    "!!! tip \"Un titre\"\n\n    Corps.\n", "!!! tip \"Un titre\"\n    Corps.\n",
    "!!! tip inline end \"Un titre\"\n\tCorps.\n",
    "::: tip Un titre\nCorps.\n:::\n", ":::tip[Un titre]\n\nCorps.\n\n:::\n",
    ":::: {.callout-tip title=\"Un titre\"}\nCorps.\n::::\n", "/// tip | Un titre\nCorps.\n///\n",
    "/// tip | Un titre\n    open: True\n\nCorps.\n///\n", "> [!tip] Un titre\n> Corps.\n",
    "> [!TIP|style:flat] Un titre\n> Corps.\n", "> [!tip]\u{A0}Un titre\n> Corps.\n",
  ])
  func readsATitle(_ text: String) {
    #expect(html(text, Self.plain) == Self.note("Un titre", "tip", "<p>Corps.</p>\n"))
  }

  @Test(arguments: [
    ("{% hint style=\"danger\" %}\nCorps.\n{% endhint %}\n", "Danger", "caution"),
    ("{% hint style='info' %} Corps. {% endhint %}\n", "Information", "note"),
    ("{% hint style=\"warning\" %}\nCorps. {% endhint %}\n", "Attention", "warning"),
    ("!!! example\n    Corps.\n", "Exemple", "note"), ("> [!bug]\n> Corps.\n", "Défaut", "caution"),
    ("!> Corps.\n", "Important", "important"), ("?> Corps.\n", "Astuce", "tip"),
  ])
  func namesTheTypeInTheLanguageOfTheSheet(_ text: String, _ title: String, _ name: String) {
    #expect(html(text, Self.plain) == Self.note(title, name, "<p>Corps.</p>\n"))
  }

  @Test(arguments: [
    "??? note \"Plus\"\n\n    Corps.\n", "> [!note]- Plus\n> Corps.\n",
    "::: details Plus\nCorps.\n:::\n", "/// details | Plus\nCorps.\n///\n",
  ])
  func foldsWhatIsFolded(_ text: String) {
    #expect(
      html(text, Self.plain)
        == "<details class=\"alerte alerte-note\">\n<summary class=\"alerte-titre\">Plus</summary>\n"
        + "<p>Corps.</p>\n</details>\n")
  }

  @Test func showsTabsAsWhatUnfolds() {
    let written = html("=== \"Un\"\n\n    A.\n\n=== \"Deux\"\n\n    B.\n", Self.plain)
    #expect(written.matches(of: #/<details class="alerte alerte-note" open>/#).count == 2)
    #expect(written.contains("<summary class=\"alerte-titre\">Deux</summary>\n<p>B.</p>"))
  }

  @Test func nestsBlocksAndKeepsWhatFollowsOut() {
    let text = """
      Avant.
      !!! note "A"
          Un.

          ::: tip B
          - x

              ```
              ::: pas un bloc
              ```
          :::

          Deux.
      Après.
      """
    let written = html(text, Self.plain)
    #expect(
      written.contains(
        "<div class=\"alerte alerte-tip\" role=\"note\">\n<p class=\"alerte-titre\">B</p>"))
    #expect(written.contains("<code>::: pas un bloc\n</code>"))
    #expect(written.hasSuffix("<p>Deux.</p>\n</div>\n<p>Après.</p>\n"))
    #expect(written.hasPrefix("<p>Avant.</p>\n<div"))
  }

  @Test func readsABlockInAListItem() {
    let written = html("1. Un\n\n    !!! note \"T\"\n\n        Corps.\n\n2. Deux\n", Self.plain)
    #expect(written.contains("<p class=\"alerte-titre\">T</p>\n<p>Corps.</p>\n</div>\n</li>"))
    #expect(!written.contains("<pre>"))
  }

  @Test(arguments: [
    "    !!! note\n        Corps.\n", "```\n::: tip\n:::\n```\n", "<!--\n::: tip\n-->\n",
    "- a\n\n      ::: tip\n",
  ])
  func leavesCodeAlone(_ text: String) {
    #expect(!html(text).contains("alerte"))
  }

  @Test func shapesTitlesAndLeavesThemOut() {
    #expect(
      html("!!! note \"Le **gras**\"\n    a\n").contains("titre\">Le <strong>gras</strong></p>"))
    #expect(!html("!!! note \"\"\n    a\n").contains("alerte-titre"))
  }

  @Test func remarksOnAnUnknownType() {
    let document = render("> [!bidule]\n> Corps.\n", Self.plain)
    #expect(document.htmlText == Self.note("Bidule", "note", "<p>Corps.</p>\n"))
    #expect(document.diagnostics.map(\.severity) == [.remark])
  }

  @Test func pointsAtTheLinesOfTheSource() {
    let text = "!!! note \"T\"\n\n    Un [lien](perdu.md).\n\nPuis [deux](perdu.md).\n"
    #expect(render(text).findings == ["link.dangling 3:15 8", "link.dangling 5:13 8"])
    #expect(render("::: tip\nCorps.\n").findings == ["markdown.open-block 1:1 1"])
    let tabs =
      "{% tabs %}\n{% tab title=\"A\" %}\n## B\n\n[x](perdu.md)\n{% endtab %}\n{% endtabs %}\n"
    #expect(render(tabs).findings == ["link.dangling 5:5 8"])
    #expect(render(tabs).headings.first?.location.place == "3:1+1")
  }

  @Test func readsNoneOfItWhenAskedNotTo() {
    var options = Self.plain
    options.dialects = []
    #expect(html("::: tip\na\n:::\n", options) == "<p>::: tip\na\n:::</p>\n")
    #expect(html("> [!tip] a\n", options) == "<blockquote>\n<p>[!tip] a</p>\n</blockquote>\n")
  }
}
