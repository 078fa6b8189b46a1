import Foundation
import Testing

@Suite struct InitTests {
  @Test func makesASiteThatBuildsAtFirstTry() throws {
    let program = try Program()
    // A folder that is there already keeps its name.
    try FileManager.default.createDirectory(
      atPath: program.root + "/mon site", withIntermediateDirectories: true)
    let made = try program.run("init", "mon site")
    #expect(made.status == 0)
    #expect(made.output.contains("archipel build --source 'mon site'"))
    let built = try program.run("build", "--source", "mon site", "--strict")
    #expect(built.status == 0)
    #expect(built.errors == "")
    #expect(program.text(of: "mon site/output/methodes/tour-de-table/index.html") != nil)
    #expect(program.text(of: "mon site/archipel.yaml")?.contains("\nstrict: true\n") == true)
  }

  @Test(arguments: [
    ("Lab Normandie", "lab-normandie", "Lab Normandie"),
    ("sous/L’été « à » Brest", "sous/l-ete-a-brest", "L’été « à » Brest"),
    ("mon-lab", "mon-lab", "Mon lab"),
  ])
  func callsTheSiteByItsName(name: String, folder: String, title: String) throws {
    let program = try Program()
    #expect(try program.run("init", name).status == 0)
    let configuration = try #require(program.text(of: folder + "/archipel.yaml"))
    #expect(configuration.contains("\ntitle: \"\(title)\"\n"))
    #expect(try program.run("build", "--source", folder, "--strict").status == 0)
    let word = title.split(separator: " ").last ?? ""
    #expect(program.text(of: folder + "/output/index.html")?.contains(word) == true)
  }

  @Test func takesAnEmptyFolder() throws {
    let program = try Program()
    try FileManager.default.createDirectory(
      atPath: program.root + "/vide", withIntermediateDirectories: true)
    #expect(try program.run("init", "vide").status == 0)
  }

  @Test(arguments: ["archipel.yaml", "content/index.md", "output/index.html"])
  func refusesAFolderThatHoldsASite(file: String) throws {
    let program = try Program()
    try program.write("à moi", to: "plein/" + file)
    let run = try program.run("init", "plein", "--lang", "en")
    #expect(run.status == 2)
    let name = file.split(separator: "/")[0]
    #expect(
      run.errors
        == "archipel: there is a site in “plein” already: “\(name)” is there; choose another folder\n"
    )
    #expect(program.files(in: "plein").keys.sorted() == [file])
  }

  /// A process may not write files beyond the size that its shell allows: it meets on any disk what a
  /// full one would do.
  @Test func leavesNothingOfASiteThatCannotBeWrittenWhole() throws {
    let program = try Program()
    try program.write("à moi", to: "site/notes.txt")
    let run = try program.run(script: "trap '' XFSZ; ulimit -f 1; exec $archipel init site")
    #expect(run.status == 2)
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: program.root + "/site") == ["notes.txt"])
    #expect(try program.run("init", "site").status == 0)
    #expect(try program.run("init", "autre/site").status == 0)
  }

  @Test func leavesFilesThatAreThereAsTheyWere() throws {
    let program = try Program()
    let paths = [
      "README.md", ".gitignore", ".vscode/settings.json", ".vscode/schemas/methode.schema.json",
      "autre.txt",
    ]
    for path in paths { try program.write("à moi", to: "depot/" + path) }
    let run = try program.run("init", "depot")
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        "déjà là, et laissé comme il était : .gitignore, .vscode/settings.json, README.md, "
          + ".vscode/schemas/methode.schema.json\n"))
    for path in paths { #expect(program.text(of: "depot/" + path) == "à moi") }
    #expect(try program.run("build", "--source", "depot", "--strict").errors == "")
  }
}
