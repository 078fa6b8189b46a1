import Foundation
import Testing

/// The catalogues of other labs, read by a command and shown by the builds that follow.
@Suite struct FederateTests {
  private static func site(_ name: String, with other: String, in program: Program) throws {
    let title = "Lab " + name.uppercased()
    try program.write(
      "title: \(title)\nbase_url: https://\(name).bzh\nlicence: CC-BY-SA-4.0\nfederation:\n"
        + "  - { nom: Lab \(other.uppercased()), catalogue: ../\(other)/output }\n",
      to: "\(name)/archipel.yaml")
    try program.write("Bonjour.\n", to: "\(name)/content/index.md")
    try program.write(
      "libelle: Outil\ndossier: outils\nexporte: [source]\n",
      to: "\(name)/content/_types/outil.yaml")
    try program.write(
      "---\ntitre: Outil de \(name)\ntags: [Écoute]\n---\nUn texte.\n",
      to: "\(name)/content/outils/outil-\(name).md")
    try program.write(
      "---\ntitre: Labs\nvue: { genre: portefeuille, type: outil }\n---\n",
      to: "\(name)/content/labs.md")
  }

  private static func build(_ name: String, _ program: Program) throws {
    let run = try program.run("build", "--source", name)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func twoSitesShowEachOther() throws {
    let program = try Program()
    try Self.site("a", with: "b", in: program)
    try Self.site("b", with: "a", in: program)
    for name in ["a", "b"] { try Self.build(name, program) }
    for name in ["a", "b"] {
      let run = try program.run("federate", "--source", name)
      #expect(run.status == 0 && run.errors == "", "\(run.errors)")
      #expect(run.output.contains("nouvelles : "))
      try Self.build(name, program)
    }
    for (name, other) in [("a", "b"), ("b", "a")] {
      let page = try #require(program.text(of: "\(name)/output/labs/index.html"))
      #expect(page.contains("https://\(other).bzh/outils/outil-\(other)/"))
      // What is theirs is not handed on as ours.
      let catalogue = try #require(program.text(of: "\(name)/output/commons.json"))
      #expect(!catalogue.contains("\(other).bzh"))
    }
    // The copies are the catalogues, which both have now: nothing is new.
    let again = try program.run("federate", "--source", "a")
    #expect(again.status == 0 && again.output.contains("Lab B : inchangé"), "\(again.output)")
  }

  @Test func saysWhatHasChanged() throws {
    let program = try Program()
    try Self.site("a", with: "b", in: program)
    try Self.site("b", with: "a", in: program)
    try Self.build("b", program)
    #expect(try program.run("federate", "--source", "a").status == 0)
    try program.write("---\ntitre: Neuf\n---\n", to: "b/content/outils/neuf.md")
    try program.write(
      "---\ntitre: Autre titre\n---\n", to: "b/content/outils/outil-b.md")
    try Self.build("b", program)
    let run = try program.run("federate", "lab b", "--source", "a")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("  nouvelles : 1\n    Neuf\n"))
    #expect(run.output.contains("  changées : 1\n    Autre titre\n"))
    #expect(try program.run("federate", "lab z", "--source", "a").status == 1)
  }

  @Test func theCopyOfALabThatIsDownStillServes() throws {
    let program = try Program()
    try Self.site("a", with: "b", in: program)
    let missing = try program.run("federate", "--source", "a")
    #expect(missing.status == 1 && missing.errors.contains("avertissement : Lab B"))
    try Self.site("b", with: "a", in: program)
    try Self.build("b", program)
    #expect(try program.run("federate", "--source", "a").status == 0)
    try FileManager.default.removeItem(atPath: program.root + "/b/output")
    let down = try program.run("federate", "--source", "a")
    #expect(down.status == 0)
    #expect(down.errors.contains("(depuis le 2026-03-14) ; la copie du 2026-03-14 sert encore"))
    let build = try program.run("build", "--strict", "--source", "a")
    #expect(build.status == 0, "\(build.errors)")
    let page = try #require(program.text(of: "a/output/labs/index.html"))
    #expect(page.contains("https://b.bzh/outils/outil-b/"))
    let check = try program.run("check", "--source", "a")
    #expect((check.output + check.errors).contains("ne répond plus depuis le 2026-03-14"))
  }

  @Test func aBrokenArchiveStopsNoOtherLab() throws {
    let program = try Program()
    try Self.site("a", with: "b", in: program)
    try Self.site("b", with: "a", in: program)
    try Self.build("b", program)
    try program.write("PK\u{3}\u{4}, et rien de plus", to: "casse.zip")
    let configuration = try #require(program.text(of: "a/archipel.yaml"))
    try program.write(
      configuration.replacing(
        "federation:\n", with: "federation:\n  - { nom: Lab Zip, catalogue: ../casse.zip }\n"),
      to: "a/archipel.yaml")
    let run = try program.run("federate", "--source", "a")
    #expect(run.errors.contains("avertissement : Lab Zip"), "\(run.errors)")
    #expect(run.output.contains("Lab B : lu"), "\(run.output)")
  }

  @Test func aTerminalObeysNoCatalogue() throws {
    let program = try Program()
    try Self.site("a", with: "b", in: program)
    let title = #"Rouge\u001b[31m\u202e"#
    try program.write(
      #"{"format":1,"title":"\#(title)","licence":"\#(title)","base_url":"https://b.bzh/","sheets":["#
        + #"{"id":"a","type":"outil","title":"\#(title)","url":"a/","summary":"\#(title)"}]}"#,
      to: "b/output/commons.json")
    let run = try program.run("federate", "--source", "a")
    #expect(run.output.contains("Rouge"), "\(run.errors)")
    try program.write(
      #"{"format":1,"base_url":"https://b.bzh/\#(title)","sheets":[]}"#,
      to: "b/output/commons.json")
    let again = try program.run("federate", "--source", "a")
    let said = [run.output, run.errors, again.output, again.errors].joined().unicodeScalars
    #expect(!said.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func aPinnedCatalogueIsKeptAsItIs() throws {
    let program = try Program()
    try Self.site("a", with: "b", in: program)
    try Self.site("b", with: "a", in: program)
    try Self.build("b", program)
    let first = try program.run("federate", "--source", "a")
    let digest = try #require(first.output.firstMatch(of: /empreinte : ([0-9a-f]{64})/)?.1)
    let configuration = try #require(program.text(of: "a/archipel.yaml"))
    try program.write(
      configuration.replacing("/output }", with: "/output, empreinte: \(digest) }"),
      to: "a/archipel.yaml")
    let copy = program.files(in: "a/content/_federation")["lab-b.json"]
    try program.write("---\ntitre: Neuf\n---\n", to: "b/content/outils/neuf.md")
    try Self.build("b", program)
    let second = try program.run("federate", "--source", "a")
    #expect(second.status == 0 && second.errors.contains("son empreinte n’est pas celle"))
    #expect(program.files(in: "a/content/_federation")["lab-b.json"] == copy)
    try Self.build("a", program)
    let page = try #require(program.text(of: "a/output/labs/index.html"))
    #expect(page.contains("outil-b") && !page.contains("Neuf"))
  }

  /// A sheet that goes from A to B and from there to C is shown once, and its page keeps every name.
  @Test func anAdoptedSheetIsShownOnce() throws {
    let program = try Program()
    try Self.site("a", with: "b", in: program)
    try Self.site("b", with: "a", in: program)
    try Self.site("c", with: "b", in: program)
    try Self.build("a", program)
    #expect(try program.run("adopt", "a/output", "outil-a", "--source", "b").status == 0)
    try Self.build("b", program)
    #expect(try program.run("adopt", "b/output", "outil-a", "--source", "c").status == 0)
    for name in ["a", "b", "c"] {
      #expect(try program.run("federate", "--source", name).status == 0)
      try Self.build(name, program)
    }
    let first = try #require(program.text(of: "a/output/labs/index.html"))
    #expect(first.contains("https://b.bzh/outils/outil-b/"))
    #expect(!first.contains("https://b.bzh/outils/outil-a/"))
    let last = try #require(program.text(of: "c/output/labs/index.html"))
    #expect(!last.contains("https://b.bzh/outils/outil-a/"))
    let page = try #require(program.text(of: "c/output/outils/outil-a/index.html"))
    for name in ["https://a.bzh/outils/outil-a/", "https://b.bzh/outils/outil-a/"] {
      #expect(page.contains(name), "\(name) is lost")
    }
  }
}
