import Foundation
import Glibc
import LivingSite
import Testing

/// A call of the system that fails is never taken for a file that is not there: a build ends with what
/// it should, or with the status of the environment and nothing published.
@Suite struct FailedReadTests {
  /// How many calls are made to fail: all with `ARCHIPEL_EVERY_CALL`, which takes minutes.
  private static let isThorough = ProcessInfo.processInfo.environment["ARCHIPEL_EVERY_CALL"] != nil
  private static let sample = 16

  private static let codes = [EIO, EACCES, EMFILE, ENOMEM]

  private let program: Program
  private var site: String { program.root + "/site" }

  init() throws {
    program = try Program(isAlone: true)
    for (path, text) in [
      "archipel.yaml": "title: Essai\nlang: fr\ntheme: propre\n",
      "content/index.md": "Bonjour, voir [A](methodes/a.md).\n",
      "content/methodes/index.md": "---\ntitre: Méthodes\n---\nToutes.\n",
      "content/methodes/a.md":
        "---\ntype: note\ntitre: A\nsujet: eau\n---\nLe texte de A. [Plan](plan.pdf)\n",
      "content/methodes/b.md": "---\ntype: note\ntitre: B\nsujet: air\n---\nLe texte de B.\n",
      "content/methodes/b.en.md": "---\ntitre: B in English\n---\nThe text of B.\n",
      "content/methodes/plan.pdf": "%PDF",
      "content/_types/note.yaml":
        "libelle: Note\ndossier: notes\nchamps: { sujet: { libelle: Sujet, type: terme, vocabulaire: sujets } }\n",
      "content/_vocabularies/sujets.yaml":
        "libelle: Sujets\ntermes: [{ libelle: Eau }, { libelle: Air }]\n",
      "content/_data/prix.csv": "nom,prix\nfeutre,2\n",
      "themes/propre/assets/note.txt": "Un fichier du thème.\n",
    ] {
      try program.write(text, to: "site/" + path)
    }
    try template(0)
  }

  /// Changes a template, so that every page must be made anew from sheets that have not changed.
  private func template(_ number: Int) throws {
    let path = "/themes/ti/templates/partials/footer.mustache"
    let builtIn = Program.repository + path
    let text =
      FileManager.default.contents(atPath: builtIn).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
    try program.write(
      text + "<!-- \(number) -->\n", to: "site/themes/propre/templates/partials/footer.mustache")
  }

  private static let library = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "libFailingCalls.so").path

  private func build(failing call: Int, _ code: Int32, _ more: [String]) throws -> Program.Run {
    try program.run(
      withArguments: ["build", "--jobs", "1", "--source", site] + more,
      environment: [
        "LD_PRELOAD": Self.library, "FAILING_UNDER": site + "/", "FAILING_CALL": "\(call)",
        "FAILING_CODE": "\(code)", "FAILING_COUNT": program.root + "/count",
      ])
  }

  private func calls() throws -> Int {
    let text = try #require(program.text(of: "count"))
    return try #require(Int(text.trimmingCharacters(in: .newlines)))
  }

  private func whole() throws -> [String: Data] {
    let run = try program.run(
      "build", "--source", site, "--output", program.root + "/whole", "--from-scratch")
    try #require(run.status == 0, "\(run.errors)")
    return program.files(in: "whole")
  }

  @Test(.timeLimit(.minutes(30)), arguments: [false, true])
  func publishesTheRightSiteOrNothing(fromScratch: Bool) throws {
    let more = fromScratch ? ["--from-scratch"] : []
    try #require(try program.run("build", "--jobs", "1", "--source", site).status == 0)
    try template(1)
    try #require(try build(failing: 0, EIO, more).status == 0)
    let count = try calls()
    #expect(count > 100)
    let step = Self.isThorough ? 1 : max(1, count / Self.sample)
    var refused = 0
    for (round, call) in stride(from: 1, through: count, by: step).enumerated() {
      let before = program.files(in: "site/output")
      try template(round + 2)
      let code = Self.codes[round % Self.codes.count]
      let made = try build(failing: call, code, more)
      let after = program.files(in: "site/output")
      let circumstances: Comment = "call \(call) of \(count), error \(code): \(made.errors)"
      if made.status == 0 {
        let right = try whole()
        let wrong = Set(after.keys).union(right.keys).filter { after[$0] != right[$0] }
        #expect(wrong.sorted() == [], circumstances)
      } else {
        refused += 1
        #expect(made.status == 2, circumstances)
        #expect(after == before, circumstances)
        #expect(try program.run("build", "--jobs", "1", "--source", site).status == 0)
      }
    }
    #expect(refused > 2)
  }
}
