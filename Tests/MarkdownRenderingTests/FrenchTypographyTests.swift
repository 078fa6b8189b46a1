import Testing

@testable import MarkdownRendering

@Suite struct FrenchTypographyTests {
  /// `_` stands for U+00A0 and `~` for U+202F.
  private func shown(_ text: String) -> String {
    String(
      text.map { $0 == "\u{A0}" ? "_" : $0 == "\u{202F}" ? "~" : $0 })
  }

  @Test(arguments: [
    ("Bonjour !", "Bonjour~!"), ("Bonjour!", "Bonjour~!"), ("Quoi ?!", "Quoi~?!"),
    ("Oui ; non", "Oui~; non"), ("Note : ceci", "Note_: ceci"), ("Note: ceci", "Note_: ceci"),
    ("« mot »", "«_mot_»"), ("«mot»", "«_mot_»"), ("« Oui ! »", "«_Oui~!_»"),
    ("« mot » : suite", "«_mot_»_: suite"), ("(vraiment ?)", "(vraiment~?)"),
    ("l'été d'abord", "l’été d’abord"), ("aujourd'hui", "aujourd’hui"),
    ("rock'n'roll", "rock’n’roll"),
    ("Attendez...", "Attendez…"), ("Hein...?", "Hein…?"),
    ("10 000 habitants", "10~000 habitants"), ("1 234 567", "1~234~567"), ("15 %", "15~%"),
    ("15%", "15~%"), ("2,5 %", "2,5~%"), ("5 km", "5~km"), ("20 €", "20~€"), ("3 k€", "3~k€"),
    ("20 °C", "20~°C"), ("90 min.", "90~min."), ("12\u{A0}%", "12~%"), ("mot\u{A0}!", "mot~!"),
  ])
  func setsSpacesAndApostrophes(_ typed: String, _ expected: String) {
    #expect(shown(FrenchTypography.apply(to: typed)) == expected)
  }

  @Test(arguments: [
    "10:30", "http://exemple.fr/l'été?a=1;b", "https://exemple.fr/?q=a!b", "std::vector", ":)",
    ";-)",
    "mot :-)", "merci ;)", ":smile: oui", "a != b", "citoyen·nes", "citoyen.nes", "02 99 12 34 56",
    "le 12 2024", "A4 000", "1.2 000", "5'", "'mot' seul", "../..", ".../chemin", "(?)",
    "un – deux",
    "x=1;y=2", "?", "!", "50%20", "une note...suivie....", "3 lots",
  ])
  func leavesAlone(_ typed: String) {
    let expected = typed == "une note...suivie...." ? "une note…suivie...." : typed
    #expect(FrenchTypography.apply(to: typed) == expected)
  }

  /// The tags of other tools are shown as they were typed, the text around them is not.
  @Test(arguments: [
    "{{ a ? 'b' : c }}", "{% if a; b %}", "{{< x y: 'l'a' >}}", "<Tabs v={a ? b : c}>", "</Tabs>",
    "<b:c d='e ; f' />", "{{ sans fin : a ; b", "<X y=1 : z>",
  ])
  func leavesTagsOfOtherTools(_ tag: String) {
    #expect(FrenchTypography.apply(to: tag) == tag)
    #expect(shown(FrenchTypography.apply(to: "Oui: \(tag)")) == "Oui_: \(tag)")
    #expect(FrenchTypography.apply(to: "Oui: \(tag)").hasSuffix(tag))
  }

  @Test(arguments: [
    ("{{ a : b }} : c", "{{ a : b }}_: c"), ("a <b ; c> d", "a <b~; c> d"), ("{a: b}", "{a_: b}"),
    ("1 <X ; Y", "1 <X~; Y"), ("<a <b c='d ; e'> f ?", "<a <b c='d ; e'> f~?"),
  ])
  func setsWhatIsAroundTags(_ typed: String, _ expected: String) {
    #expect(shown(FrenchTypography.apply(to: typed)) == expected)
  }

  @Test func leavesATagThatGoesOnInTheNextLine() {
    let text = """
      Oui: {{ a
        | b: 'c' }} non: fin.

      Mot
      <Tabs
        v={a ? b : c}>

      {{ a : b

      Oui: fin.

      """
    let page = html(text)
    #expect(page.contains("Oui\u{A0}: {{ a\n| b: 'c' }} non\u{A0}: fin."))
    #expect(page.contains("{a ? b : c}"))
    #expect(page.contains("{{ a : b</p>"))
    #expect(page.contains("<p>Oui\u{A0}: fin.</p>"))
  }

  @Test func changesNothingMoreWhenAppliedTwice() {
    let alphabet = [
      " ", " ", "\u{A0}", "\u{202F}", "a", "é", "l", "qu", "d", "'", "’", "!", "?", ";", ":", "«",
      "»",
      "…", ".", "..", "...", ",", "0", "12", "000", "345", "%", "€", "km", "°C", "(", ")", "\"",
      "”",
      "/", "//", "://", "\n", "-", "h", "👍", "&", "<", "k", "²", "·", "]",
    ]
    var random = Generator(state: 20_240_613)
    for _ in 0..<60_000 {
      let length = Int(random.next() % 9) + 1
      let typed = (0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
        .joined()
      let once = FrenchTypography.apply(to: typed)
      let twice = FrenchTypography.apply(to: once)
      if once != twice {
        Issue.record("\(typed.debugDescription): \(shown(once)), then \(shown(twice))")
        return
      }
    }
  }

  @Test(arguments: [
    ("« *mot* » !", "<p>«_<em>mot</em>_»~!</p>\n"), ("*Quoi* ?", "<p><em>Quoi</em>~?</p>\n"),
    ("*Quoi*?", "<p><em>Quoi</em>~?</p>\n"), ("mot *!*", "<p>mot~<em>!</em></p>\n"),
    ("l'*été*", "<p>l’<em>été</em></p>\n"), ("«*mot*»", "<p>«_<em>mot</em>_»</p>\n"),
    ("mot\n!", "<p>mot~!</p>\n"), ("`code` : suite", "<p><code>code</code>_: suite</p>\n"),
    ("«\nmot »", "<p>«_mot_»</p>\n"),
  ])
  func worksAcrossMarkup(_ typed: String, _ expected: String) {
    #expect(shown(html(typed)) == expected)
  }

  @Test(arguments: [
    ("`a ! 'b'`", "<p><code>a ! 'b'</code></p>\n"),
    (
      "<https://exemple.fr/l'a?b>",
      "<p><a href=\"https://exemple.fr/l&#x27;a?b\">https://exemple.fr/l'a?b</a></p>\n"
    ),
    ("[a](b \"c !\")", "<p><a href=\"b\" title=\"c !\">a</a></p>\n"),
    (
      "![c'est !](salle.png)",
      "<p><img src=\"salle.png\" alt=\"c'est !\" decoding=\"async\" /></p>\n"
    ),
  ])
  func leavesCodeAddressesAndAttributesAlone(_ typed: String, _ expected: String) {
    #expect(html(typed) == expected)
  }

  @Test func appliesToFrenchAlone() {
    #expect(html("Salud !", lang: "br") == "<p>Salud !</p>\n")
    #expect(html("Bonjour !", lang: "fr-FR") == "<p>Bonjour\u{202F}!</p>\n")
    let options = MarkdownOptions(typography: .none)
    #expect(html("l'été !", options) == "<p>l'été !</p>\n")
  }
}

/// A small generator of numbers, the same on every run (SplitMix64).
struct Generator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
