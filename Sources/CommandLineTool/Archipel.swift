public import ArgumentParser
import Diagnostics

/// The program: its commands, and what runs when none is named.
public struct Archipel: AsyncParsableCommand {
  /// What the help says, and the commands.
  public static let configuration = CommandConfiguration(
    commandName: "archipel",
    abstract: "Publie un dossier de fiches Markdown comme le site d’un commun.",
    version: "0.1.0",
    subcommands: [
      Build.self, Serve.self, WriteSheets.self, Check.self, New.self, Import.self, Adopt.self,
      Federate.self, Init.self, Explain.self, Schema.self, MakeBook.self, Pack.self,
    ])

  /// Creates the program without arguments.
  public init() {}

  /// Runs the command that the arguments of the process name, and ends the process with its status.
  public static func run() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try await Console(MessageLanguage(askedBy: CommandLine.arguments)).run {
        try StandardStream.checkOutput()
      }
    } catch {
      end(with: error)
    }
  }

  /// Ends the process as the library of arguments does, its words in the language of the messages.
  private static func end(with error: any Error) -> Never {
    let text = fullMessage(for: error)
    let isHelp = text.hasPrefix("OVERVIEW: ")
    // What is asked for is no text for people when it is a script for a shell.
    guard MessageLanguage(askedBy: CommandLine.arguments) == .french,
      isHelp || text.hasPrefix("Error: ")
    else { exit(withError: error) }
    let french = FrenchUsage(text).text
    if isHelp {
      Console(.french).say(LocalizedText(verbatim: french))
    } else {
      Console(.french).printError(french + "\n")
    }
    exit(withError: exitCode(for: error))
  }
}
