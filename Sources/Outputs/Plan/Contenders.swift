import ContentModel
import Diagnostics
import SiteGraph
import SiteLoading

/// Files of a plan at one address, one of which has it.
struct Contenders {
  private let winner: any Output
  private let losers: [any Output]
  private let commons: SiteView

  /// - Parameters:
  ///   - winner: The number of the file that has the address.
  ///   - losers: The numbers of the others.
  init(files: [any Output], winner: Int, losers: [Int], commons: SiteView) {
    self.winner = files[winner]
    self.losers = losers.map { files[$0] }
    self.commons = commons
  }

  /// What is to be said of them; nothing of a sheet that names its own address as a former one.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    var rivals: [any Output] = []
    for loser in losers {
      switch loser.rank {
      case .formerAddress:
        if loser.origin == winner.origin { continue }
        guard let alias = alias(of: loser) else { continue }
        if winner.rank == .formerAddress, !commons.isPlain {
          rivals.append(loser)
        } else {
          found.append(.aliasTaken(alias.path, by: file(of: winner), at: alias.location))
        }
      case .attachment:
        found.append(
          isWinnerMade
            ? .madeByArchipel(loser.path, at: SourceLocation(path: loser.origin))
            : .addressTaken(
              loser.path, by: file(of: winner), at: SourceLocation(path: loser.origin)))
      case .made:
        found.append(.madePageTaken(loser.path, at: SourceLocation(path: winner.origin)))
      default:
        rivals.append(loser)
      }
    }
    guard !rivals.isEmpty else { return found }
    let paths = [winner.origin] + rivals.map(\.origin)
    let collision = Diagnostic.collision(
      winner.path, paths: paths.map(commons.file(ofSheetAt:)),
      choices: paths.compactMap(choice).map(commons.written))
    return found + [commons.isPlain ? collision.withSeverity(.warning) : collision]
  }

  /// The file that somebody wrote for an output.
  private func file(of output: any Output) -> String {
    commons.file(ofSheetAt: output.origin)
  }

  /// Whether Archipel makes the file that has the address, and nobody wrote it.
  private var isWinnerMade: Bool { winner.sheet == nil && winner.rank != .attachment }

  private func alias(of loser: any Output) -> Sheet.Alias? {
    guard let index = loser.sheet else { return nil }
    return commons.sheets[index].aliases.first {
      $0.query == nil && FormerAddress.path(of: $0) == loser.path
    }
  }

  /// Where the sheet in a file chooses the address.
  private func choice(by origin: String) -> SourceLocation? {
    guard let sheet = commons.sheets.first(where: { $0.path == origin }) else { return nil }
    let path = winner.path
    let alias = sheet.aliases.first {
      $0.query == nil && (path == $0.path || path.hasPrefix($0.path + "/"))
    }
    return alias?.location ?? sheet.locations["slug"]
  }
}
