import Diagnostics
import Testing

@testable import MarkdownRendering

@Suite struct ComponentTests {
  private func block(_ name: String, _ body: String) -> String {
    "Texte\n\n```\(name)\n\(body)\n```\n"
  }

  @Test func writesAFigure() {
    let body = "image: salle.jpg\nalt: Six \"tables\"\nlegende: La salle !\ncredit: Ti Lab"
    let document = render(block("figure", body))
    let expected = """
      <p>Texte</p>
      <figure class="figure">
      <img src="salle.jpg" alt="Six &quot;tables&quot;" width="640" height="480" decoding="async" />
      <figcaption>La salle\u{202F}! <span class="credit">Ti Lab</span></figcaption>
      </figure>

      """
    #expect(document.htmlText == expected)
    #expect(document.images.map { $0.location.place } == ["4:8+1"])
    #expect(document.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("image: salle.jpg", ["component.missing-key 3:1 1"]),
    ("image: salle.jpg\nalt:", ["component.missing-key 5:1 1"]),
    ("image: salle.jpg\nalt: a\nlegnde: b", ["component.unknown-key 6:1 1"]),
    ("image: [a]\nalt: b", ["component.value 4:8 1"]),
    ("image: a: b", ["component.yaml 4:9 1"]), ("- a", ["component.yaml 4:1 1"]),
    ("", ["component.missing-key 3:1 1", "component.missing-key 3:1 1"]),
    ("image: a\nimage: b\nalt: c", ["component.repeated-key 4:1 1"]),
    ("image: \"a", ["component.yaml 4:1 1"]),
  ])
  func reportsWhatIsWrongInAFigure(_ body: String, _ findings: [String]) {
    #expect(render(block("figure", body)).findings == findings)
  }

  @Test func suggestsTheKeyThatWasMeant() {
    let document = render(block("figure", "image: salle.jpg\nalt: a\nlegnde: b"))
    #expect(document.diagnostics.first?.suggestion?.french == "vouliez-vous dire « legende » ?")
  }

  @Test func bindsAliasesThatMultiply() {
    var body = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, previous) in zip("bcdefghi", "abcdefgh") {
      let aliases = Array(repeating: "*\(previous)", count: 10).joined(separator: ", ")
      body += "\(name): &\(name) [\(aliases)]\n"
    }
    #expect(render(block("figure", body)).findings == ["component.size 3:1 1"])
  }

  @Test func writesAChartWithItsTable() {
    let body = """
      titre: Participants
      source: Ti Lab
      date: 2025
      unite: personnes
      valeurs:
        - { libelle: Rennes, valeur: 1200 }
        - libelle: Brest & Quimper
          valeur: "300,5"
      """
    let document = render(block("chart", body))
    #expect(document.diagnostics.isEmpty)
    let text = document.htmlText
    let table = """
      <table class="graphique-donnees">
      <caption>Participants</caption>
      <thead>
      <tr><th scope="col">Libellé</th><th scope="col">Valeur (personnes)</th></tr>
      </thead>
      <tbody>
      <tr><th scope="row">Rennes</th><td class="droite">1\u{202F}200</td></tr>
      <tr><th scope="row">Brest &amp; Quimper</th><td class="droite">300,5</td></tr>
      </tbody>
      </table>
      """
    #expect(text.contains(table))
    for bar in ["y=\"20\" width=\"192\"", "y=\"64\" width=\"48\""] {
      #expect(text.contains("<rect class=\"graphique-barre\" x=\"0\" \(bar)"))
    }
    for value in ["x=\"200\" y=\"33\"", "x=\"56\" y=\"77\""] {
      #expect(text.contains("<text class=\"graphique-valeur\" \(value)"))
    }
    #expect(text.contains("Source\u{A0}: Ti Lab, 2025"))
    #expect(!text.contains("style"))
  }

  @Test(arguments: [
    ("valeurs: [{ libelle: a, valeur: beaucoup }]", ["component.number 5:33 1"]),
    ("valeurs: [{ libelle: a, valeur: -3 }]", ["component.number 5:33 1"]),
    ("valeurs: [{ libelle: a }]", ["component.missing-key 5:11 1"]),
    ("valeurs: [a, b]", ["component.list 5:11 1"]), ("valeurs: 3", ["component.list 5:10 1"]),
    ("unite: a", ["component.missing-key 3:1 1"]),
    ("valeurs: [{ libelle: a, valeur: 1, couleur: b }]", ["component.unknown-key 5:36 1"]),
    ("valeurs: [{ libelle: a, valeur: 1e400 }]", ["component.number 5:33 1"]),
  ])
  func reportsWhatIsWrongInAChart(_ body: String, _ findings: [String]) {
    #expect(render(block("chart", "titre: T\n" + body + "\nsource: S")).findings == findings)
  }

  @Test func leavesOtherBlocksAsCode() {
    #expect(
      html("```figures\na\n```") == "<pre><code class=\"language-figures\">a\n</code></pre>\n")
  }
}
