import Desk
import Diagnostics
import Formats
import SourceHistory

/// What the page of the desk asks of git: what it has of a sheet, to keep a change, to send it.
struct DeskHistory: Sendable {
  let desk: WritingDesk
  let keeper: HistoryKeeper
  let language: MessageLanguage

  /// Answers with the branch, the writer and the last changes of a sheet, or with the reason why the folder
  /// has no history.
  func history(_ query: DeskQuery, in site: DeskSite) async throws -> JSONValue {
    let path = try desk.historyPath(query, in: site)
    do {
      let state = try await keeper.state()
      // A repository without a commit has no history yet.
      let entries = (try? await keeper.entries(ofFileAt: path)) ?? []
      return [
        "branch": .string(state.branch), "name": .string(state.name), "mail": .string(state.mail),
        "remote": .bool(state.remote != nil),
        "entries": .array(
          entries.map {
            ["day": .string($0.day), "author": .string($0.author), "message": .string($0.message)]
          }),
      ]
    } catch {
      return ["reason": .string(HistoryRefusal.message(of: error).text(in: language))]
    }
  }

  /// Keeps a change of sheets.
  func keep(_ query: DeskQuery, in site: DeskSite) async throws -> JSONValue {
    let change = try desk.change(query, in: site)
    return try await answer {
      let commit = try await keeper.keep(
        HistoryKeeper.Change(
          change.files, name: change.name, mail: change.mail, message: change.message,
          branch: change.branch))
      return ["commit": commit.map { .string($0) } ?? .null]
    }
  }

  /// Sends a branch to where the repository comes from.
  func send(_ query: DeskQuery) async throws -> JSONValue {
    let branch = try desk.branch(query)
    return try await answer {
      let current = try await keeper.state().branch
      try await keeper.send(branch: branch ?? current)
      return ["branch": .string(branch ?? current)]
    }
  }

  private func answer(_ work: () async throws -> JSONValue) async throws -> JSONValue {
    do {
      return try await work()
    } catch {
      throw DeskProblem.refused(HistoryRefusal.message(of: error))
    }
  }
}
