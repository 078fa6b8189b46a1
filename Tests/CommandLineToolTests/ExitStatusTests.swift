import Foundation
import Testing

@Suite struct ExitStatusTests {
  /// A link that came with the source is no consent to write where it leads.
  @Test func writesBehindALinkOnlyWhenAsked() throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "site/content/index.md")
    try program.write("", to: "ailleurs/.garde")
    try FileManager.default.removeItem(atPath: program.root + "/ailleurs/.garde")
    try FileManager.default.createSymbolicLink(
      atPath: program.root + "/site/output", withDestinationPath: program.root + "/ailleurs")
    let refused = try program.run("build", "--source", "site")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--output"))
    #expect(program.files(in: "ailleurs").isEmpty)
    #expect(try program.run("build", "--source", "site", "--output", "site/output").status == 0)
    #expect(program.text(of: "ailleurs/index.html") != nil)
  }

  /// Who reads the output would take a part for all.
  @Test(arguments: [
    ["schema", "archipel"], ["build", "--format", "sarif"], ["explain", "index.html"],
  ])
  func endsWith2WhenItsOutputIsNotWhole(arguments: [String]) throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    let (process, errors) = (Process(), Pipe())
    process.executableURL = URL(filePath: program.root + "/prefix/bin/archipel")
    process.arguments = arguments + ["--source", program.root, "--lang", "fr"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = errors
    try process.run()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(told.contains("le disque est plein (« stdout »)"))
  }

  @Test(arguments: ["build", "check"])
  func endsWith0WhenAllIsWell(command: String) throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    let run = try program.run(command)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect((program.text(of: "output/index.html") != nil) == (command == "build"))
  }

  @Test(arguments: ["build", "check"])
  func endsWith1WhenTheContentHasErrors(command: String) throws {
    let program = try Program()
    try program.write("title: Lab\n", to: "archipel.yaml")
    try program.write("---\ndate: hier\n---\n", to: "content/a.md")
    let run = try program.run(command)
    #expect(run.status == 1)
    #expect(run.errors.contains("[front-matter.date]"))
    #expect(program.files(in: "output").isEmpty)
  }

  @Test(arguments: ["build", "check"])
  func endsWith1OnAWarningWhenStrict(command: String) throws {
    let program = try Program()
    try program.write("[lien](rien.md)\n", to: "content/a.md")
    #expect(try program.run(command).status == 0)
    #expect(try program.run(command, "--strict").status == 1)
    try program.write("strict: true\n", to: "archipel.yaml")
    #expect(try program.run(command).status == 1)
  }

  @Test func checksDraftsWhenAskedTo() throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    try program.write("---\nbrouillon: oui\n---\n[lien](rien.md)\n", to: "content/a.md")
    #expect(try program.run("check", "--strict").status == 0)
    let run = try program.run("check", "--strict", "--drafts")
    #expect(run.status == 1)
    #expect(run.errors.contains("content/a.md:4:8: erreur: lien mort"))
  }

  /// What cannot be read is no page that is gone: nothing is published without it.
  ///
  /// The super-user, who can read everything, gives that up.
  @Test(arguments: ["content/b.md", "content/c", "content/_types/t.yaml", "archipel.yaml"])
  func endsWith2WhereTheSourceCannotBeRead(path: String) throws {
    let program = try Program()
    try program.write("title: Lab\n", to: "archipel.yaml")
    try program.write("B.\n", to: "content/b.md")
    try program.write("C.\n", to: "content/c/c.md")
    try program.write("libelle: T\n", to: "content/_types/t.yaml")
    let run = try program.run(
      script: """
        chmod 000 \(path)
        test "$(id -u)" = 0 && bare="setpriv --bounding-set -dac_override,-dac_read_search"
        $bare $archipel build; status=$?
        chmod 755 \(path); exit $status
        """)
    #expect(run.status == 2)
    #expect(run.errors.contains(path), "\(run.errors)")
    #expect(run.errors.contains("vous n’en avez pas le droit"), "\(run.errors)")
    #expect(program.files(in: "output").isEmpty)
  }

  @Test func saysErrorsOfTheSystemInTheLanguageOfMessages() throws {
    let program = try Program()
    try program.write("un fichier", to: "barrage")
    try program.write("Bonjour.\n", to: "content/index.md")
    let run = try program.run("init", "barrage/site")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "archipel: impossible d’écrire « barrage/site » : "
        + "une partie du chemin est un fichier, et non un dossier\n")
    let schema = try program.run("schema", "--output", "barrage/s", "--lang", "en")
    #expect(schema.errors.contains("a part of the path is a file, not a folder"))
  }

  @Test func endsWith1WhenAPageIsFaultyAndTheOutputIsChecked() throws {
    let program = try Program()
    try program.write("html: allow\n", to: "archipel.yaml")
    try program.write("Bonjour.\n\n<a href=\"https://exemple.org/\"></a>\n", to: "content/a.md")
    #expect(try program.run("check").status == 0)
    let run = try program.run("check", "--output")
    #expect(run.status == 1)
    #expect(
      run.errorLines.first
        == "content/a.md:3:10: erreur: lien sans texte vers « https://exemple.org/ » "
        + "[output.wordless-link]")
    let json = try program.run("check", "--output", "--format", "json").errors
    #expect(json.contains(#""id":"output.wordless-link","line":3"#))
    #expect(program.files(in: "output").isEmpty)
  }

  @Test func endsWith2WhenTheSourceCannotBeRead() throws {
    let program = try Program()
    let run = try program.run("build", "--source", "absent")
    #expect(run.status == 2)
    #expect(run.errors == "archipel: le dossier « absent » n’existe pas\n")
  }

  @Test func endsWith2WhenTheOutputCannotBeWritten() throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    try program.write("un fichier", to: "barrage")
    let run = try program.run("build", "--output", "barrage/site")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("archipel: impossible d’écrire «"))
    #expect(run.errorLines.count == 1)
    #expect(program.text(of: "barrage") == "un fichier")
  }

  @Test func endsWith2WhenTheOutputHoldsFilesOfSomebodyElse() throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    try program.write("à moi", to: "output/notes.txt")
    let run = try program.run("build", "--lang", "en")
    #expect(run.status == 2)
    #expect(run.errors.contains("holds files that are not Archipel’s (notes.txt)"))
    #expect(program.files(in: "output").keys.sorted() == ["notes.txt"])
  }

  /// A process may not write files beyond the size that its shell allows: it meets on any disk what a
  /// full one would do.
  @Test func keepsThePublishedSiteWhenAFileCannotBeWritten() throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    #expect(try program.run("build").status == 0)
    let before = program.files(in: "output")
    try program.write(String(repeating: "long ", count: 100_000), to: "content/long.txt")
    let run = try program.run(script: "trap '' XFSZ; ulimit -f 64; exec $archipel build")
    #expect(run.status == 2)
    #expect(run.errors.contains("le site publié n’a pas changé"))
    #expect(program.files(in: "output") == before)
  }

  /// Needs a kernel that lets a process mount a disk of its own, and fails without.
  @Test func keepsThePublishedSiteWhenTheDiskIsFull() throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    try program.write(String(repeating: "long ", count: 100_000), to: "long.txt")
    let run = try program.run(
      script: """
        unshare --mount --map-root-user sh -c '
          mkdir disk && mount -t tmpfs -o size=600k none disk
          $archipel build --output disk/site && cp -a disk/site before || exit 10
          cp long.txt content/
          $archipel build --output disk/site
          status=$?
          diff -r before disk/site && test "$(ls -A disk)" = site && exit $status
          exit 11
        '
        """)
    #expect(run.status == 2)
    #expect(run.errors.contains("le disque est plein"))
  }

  @Test(arguments: [
    ["construis"], ["build", "--jobs", "0"], ["build", "--jobs", "deux"],
    ["build", "--format", "xml"],
    ["build", "--lang", "de"], ["build", "--inconnu"], ["build", "en-trop"], ["new"],
    ["new", "methode"], ["init"], ["build", "--base-url", "exemple.fr"],
  ])
  func endsWith64OnUsageThatIsWrong(arguments: [String]) throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try program.run(script: "exec $archipel \(quoted)")
    #expect(run.status == 64)
    #expect(run.errors.contains("Usage : archipel"))
    #expect(program.files(in: "output").isEmpty)
  }

  @Test(arguments: [
    ("buidl", "commande inconnue « buidl » ; vouliez-vous dire « build » ?"),
    ("build --strit", "option inconnue « --strit » ; vouliez-vous dire « --strict » ?"),
    ("build --inconnu", "option inconnue « --inconnu »"),
    ("build --jobs", "il manque une valeur à « --jobs <n> »"),
    ("build --jobs deux", "la valeur « deux » ne convient pas à « --jobs <n> »"),
    ("build --jobs 0", "--jobs : au moins 1"),
    ("build --strict=oui", "« --strict » s’écrit seule, sans la valeur « oui »"),
    (
      "build --format xml",
      "la valeur « xml » ne convient pas à « --format <forme> » ; attendu : text, json, sarif, github"
    ),
    (
      "check --date hier",
      "la valeur « hier » ne convient pas à « --date <date> » : --date : attendu « 2026-03-14 »"
    ),
    ("build trop", "« trop » est de trop"), ("new methode", "il manque « <titre> »"),
    (
      "new methode Cinq minutes dehors",
      "« minutes », « dehors » sont de trop ; un titre de plusieurs mots se met entre guillemets, "
        + "comme \"Cinq minutes dehors\""
    ),
  ])
  func saysInFrenchWhatIsWrongWithUsage(arguments: String, message: String) throws {
    let run = try Program().run(script: "LANG=fr_FR.UTF-8 exec $archipel \(arguments)")
    #expect(run.errorLines.first == "Erreur : \(message)")
    let english = ["Error", "Usage:", "Help:", "See ", "information", "subcommand"]
    #expect(!english.contains(where: run.errors.contains), "\(run.errors)")
  }

  @Test(arguments: ["build --inconnu --lang en", "build --lang=en --inconnu"])
  func saysInEnglishWhatIsWrongWithUsageWhenAsked(arguments: String) throws {
    let run = try Program().run(script: "exec $archipel \(arguments)")
    #expect(run.errorLines.first == "Error: Unknown option '--inconnu'")
  }

  @Test(arguments: ["--help", "build --help", "help new"])
  func helpsInFrench(arguments: String) throws {
    let run = try Program().run(script: "LANG=fr_FR.UTF-8 exec $archipel \(arguments)")
    #expect(run.output.contains("USAGE : archipel"))
    let english = ["OVERVIEW", "SUBCOMMANDS", "Show", "default", "values", "See ", "subcommand"]
    #expect(!english.contains(where: run.output.contains), "\(run.output)")
  }

  @Test(arguments: [("fr", "nommez un type"), ("en", "name a type")])
  func endsWith64WhenASchemaHasNoName(language: String, words: String) throws {
    let program = try Program()
    try program.write("libelle: Outil\ndossier: outils\n", to: "content/_types/outil.yaml")
    let run = try program.run("schema", "--lang", language)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("archipel: \(words)"))
    #expect(run.errors.contains("archipel, outil"))
  }

  @Test(arguments: ["--help", "build --help", "--version"])
  func endsWith0WhenHelpIsAskedFor(arguments: String) throws {
    let run = try Program().run(script: "exec $archipel \(arguments)")
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
  }
}
