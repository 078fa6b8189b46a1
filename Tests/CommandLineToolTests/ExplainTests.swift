import Testing

@Suite struct ExplainTests {
  @Test(arguments: [
    [], ["--base-url", "https://exemple.fr/lab/"], ["--drafts", "--offline"],
    ["--output", "ailleurs"],
  ])
  func explainsABuildWithTheSameOptions(options: [String]) throws {
    let program = try Program(isAlone: true)
    try program.write("---\ntitre: A\n---\nTexte.\n", to: "content/a.md")
    let options = options.joined(separator: " ")
    #expect(try program.run(script: "exec $archipel build \(options)").status == 0)
    let run = try program.run(script: "exec $archipel explain a \(options)")
    #expect(run.status == 0)
    #expect(run.output.contains("elle restera telle quelle"), "\(run.output)")
  }
}
