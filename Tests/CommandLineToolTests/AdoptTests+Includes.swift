import Foundation
import Testing

/// What becomes of the texts that a sheet includes, and of the sheets that would have one name here.
extension AdoptTests {
  /// Each form in which a sheet asks for the text of another file, and the same as it is written here.
  @Test(arguments: [
    ("{{#include _p/un.md}}", "{{#include _inclus/tour-un.md}}"),
    ("{{#include _p/un.md:1:1}}", "{{#include _inclus/tour-un.md:1:1}}"),
    ("{!methodes/_p/un.md!}", "{!_inclus/tour-un.md!}"),
    ("--8<-- \"methodes/_p/un.md\"", "--8<-- \"_inclus/tour-un.md\""),
    ("--8<-- 'methodes/_p/un.md'", "--8<-- '_inclus/tour-un.md'"),
    (
      "--8<--\nmethodes/_p/un.md\n; methodes/_p/non.md\n--8<--",
      "--8<--\n_inclus/tour-un.md\n; methodes/_p/non.md\n--8<--"
    ),
    ("```{include} _p/un.md\n```", "```{include} _inclus/tour-un.md\n```"),
    (":::{include} _p/un.md\n:::", ":::{include} _inclus/tour-un.md\n:::"),
    ("<!-- @include: ./_p/un.md{1,2} -->", "<!-- @include: _inclus/tour-un.md{1,2} -->"),
    ("[Un](_p/un.md ':include')", "[Un](_inclus/tour-un.md ':include')"),
  ])
  func eachFormOfIncludeKeepsItsFormAndBringsItsText(written: String, expected: String) throws {
    let program = try Program()
    try program.write(
      Self.type.replacing("[source, donnees]", with: "[source, paquet]"),
      to: "a/content/_types/outil.yaml")
    try Self.first(program, hasType: false)
    let configuration = try #require(program.text(of: "a/archipel.yaml"))
    try program.write(
      configuration.replacing("strict: true\n", with: ""), to: "a/archipel.yaml")
    // From the folder of the sheet, and from that of the text.
    try program.write(
      "Ici ![le plan](plan.png), ![lui](../plan.png).\n", to: "a/content/methodes/_p/un.md")
    try program.write(
      "---\ntitre: Tour\nduree: 5 min\n---\n\n\(written)\n\nFin.\n",
      to: "a/content/methodes/tour.md")
    try Self.build("a", program)
    for name in ["b", "c"] { try Self.site(name, in: program) }
    let run = try program.run("adopt", "a/output/methodes/tour/tour.zip", "--source", "b")
    #expect(run.status == 0 && !run.errors.contains("import.include"), "\(run.errors)")
    let text = try #require(program.text(of: "b/content/methodes/tour.md"))
    #expect(text.hasSuffix("---\n\n\(expected)\n\nFin.\n"), "\(text)")
    #expect(
      program.text(of: "b/content/methodes/_inclus/tour-un.md")
        == "Ici ![le plan](tour-plan.png), ![lui](tour-plan.png).\n")
    #expect(program.files(in: "b/content/methodes").keys.contains("tour-plan.png"))
    try Self.build("b", program)
    // The whole site does not publish the text by itself.
    let whole = try program.run("adopt", "a/output", "tour", "--source", "c")
    #expect(whole.errors.contains("_p/un.md », que la fiche inclut"), "\(whole.errors)")
  }

  @Test func aTextThatIsShownAsCodeStaysAsItIs() throws {
    let program = try Program()
    try program.write(
      Self.type.replacing("[source, donnees]", with: "[source, paquet]"),
      to: "a/content/_types/outil.yaml")
    try Self.first(program, hasType: false)
    let code = "handlers[name](event)\nVoir [ici](but.md).\n"
    for name in ["un.md", "deux.py"] {
      try program.write(code, to: "a/content/methodes/_p/\(name)")
    }
    try program.write(
      "---\ntitre: Tour\nduree: 5 min\n---\n\n```{literalinclude} _p/un.md\n```\n\n"
        + "```python\n{{#include _p/deux.py}}\n```\n", to: "a/content/methodes/tour.md")
    try Self.build("a", program)
    try Self.site("b", in: program)
    let run = try program.run("adopt", "a/output/methodes/tour/tour.zip", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    for name in ["tour-un.md", "tour-deux.py"] {
      #expect(program.text(of: "b/content/methodes/_inclus/\(name)") == code)
    }
    let text = try #require(program.text(of: "b/content/methodes/tour.md"))
    #expect(text.contains("```{literalinclude} _inclus/tour-un.md\n"), "\(text)")
    #expect(text.contains("{{#include _inclus/tour-deux.py}}"), "\(text)")
  }

  @Test func aTranslationAndASheetOfAnotherFolderTakeNamesOfTheirOwn() throws {
    let program = try Program()
    try Self.first(program)
    let configuration = try #require(program.text(of: "a/archipel.yaml"))
    try program.write(configuration + "languages: [fr, en]\n", to: "a/archipel.yaml")
    try program.write("---\ntitre: World café\n---\n\nText.\n", to: "a/content/methodes/cafe.en.md")
    try program.write(
      "---\ntitre: Café\nduree: 5 min\n---\n\nAutre.\n", to: "a/content/methodes/jeux/cafe.md")
    try Self.build("a", program)
    try Self.site("b", in: program)
    let run = try program.run("adopt", "a/output", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    let files = program.files(in: "b/content/methodes").keys.filter { $0.hasSuffix(".md") }
    #expect(
      files.sorted() == ["accueil.md", "but.md", "cafe.md", "jeux-cafe.md", "world-cafe.md"])
    let text = try #require(program.text(of: "b/content/methodes/world-cafe.md"))
    #expect(text.contains("https://a.bzh/en/methodes/cafe/") && text.contains("en\n"))
  }

  @Test func whatIsToldOfTheTextPointsAtTheText() throws {
    let program = try Program()
    try Self.site("b", in: program)
    try program.write(
      """
      {"title":"A","licence":"CC-BY-SA-4.0","base_url":"https://a.bzh/","sheets":[
      {"id":"con","title":"Le plan","url":"con/","source":"x.md"}]}
      """, to: "a/commons.json")
    try program.write(
      "---\ntitre: Le plan\n---\n\nVoici [Le plan](absent.md).\n", to: "a/x.md")
    let run = try program.run("adopt", "a", "--source", "b")
    // No system takes « con » for every disk.
    let text = try #require(program.text(of: "b/content/con-.md"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0 == "Voici Le plan." }) + 1
    #expect(run.errors.contains("content/con-.md:\(line):1: avertissement"), "\(run.errors)")
  }

  /// Few bytes that say that they are few, and unpack to many, are read before they are unpacked.
  @Test func anArchiveThatHoldsMoreThanItSaysIsRefused() throws {
    let program = try Program()
    try Self.site("b", in: program)
    let catalogue = #"{"title":"A","licence":"CC0-1.0","base_url":"https://a.bzh/","sheets":[]}"#
    var archive = SampleArchive()
    archive.add("commons.json", Data(catalogue.utf8))
    // A stream of one block that is kept as it is (RFC 1951, section 3.2.4), a thousand bytes long.
    let content = Data(repeating: 0x20, count: 1_000)
    let stream = Data([1, 0xE8, 0x03, 0x17, 0xFC]) + content
    archive.add("vrai.txt", content, deflated: stream)
    try archive.data.write(to: URL(filePath: program.root + "/vrai.zip"))
    let right = try program.run("adopt", "vrai.zip", "--source", "b")
    #expect(right.errors.contains("il n’y a rien à reprendre"), "\(right.errors)")
    archive.add("faux.txt", content, deflated: stream, declaredSize: 10)
    try archive.data.write(to: URL(filePath: program.root + "/faux.zip"))
    let wrong = try program.run("adopt", "faux.zip", "--source", "b")
    #expect(wrong.status == 1 && wrong.errors.contains("abîmé"), "\(wrong.errors)")
  }
}
