import Foundation
import Testing

@Suite struct InitTests {
  @Test func makesASiteThatBuildsAtFirstTry() throws {
    let program = try Program()
    let made = try program.run("init", "mon site")
    #expect(made.status == 0)
    #expect(made.output.contains("archipel build --source 'mon site'"))
    let built = try program.run("build", "--source", "mon site", "--strict")
    #expect(built.status == 0)
    #expect(built.errors == "")
    #expect(program.text(of: "mon site/output/methodes/tour-de-table/index.html") != nil)
    #expect(program.text(of: "mon site/archipel.yaml")?.contains("\nstrict: true\n") == true)
  }

  @Test func takesAnEmptyFolder() throws {
    let program = try Program()
    try FileManager.default.createDirectory(
      atPath: program.root + "/vide", withIntermediateDirectories: true)
    #expect(try program.run("init", "vide").status == 0)
  }

  @Test func refusesAFolderThatHoldsFiles() throws {
    let program = try Program()
    try program.write("à moi", to: "plein/archipel.yaml")
    let run = try program.run("init", "plein", "--lang", "en")
    #expect(run.status == 2)
    #expect(run.errors == "archipel: the folder “plein” is not empty; choose another\n")
    #expect(program.files(in: "plein").keys.sorted() == ["archipel.yaml"])
  }
}
