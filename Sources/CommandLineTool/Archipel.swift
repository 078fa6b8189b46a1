public import ArgumentParser

/// The program: its commands, and what runs when none is named.
public struct Archipel: AsyncParsableCommand {
  /// What the help says, and the commands.
  public static let configuration = CommandConfiguration(
    commandName: "archipel",
    abstract: "Publie un dossier de fiches Markdown comme le site d’un commun.",
    version: "0.1.0",
    subcommands: [
      Build.self, Serve.self, Check.self, New.self, Init.self, Explain.self, Schema.self,
    ])

  /// Creates the program without arguments.
  public init() {}

  /// Runs the command that the arguments of the process name, and ends the process with its status.
  public static func run() async {
    MemoryTuning.apply()
    await main()
  }
}
