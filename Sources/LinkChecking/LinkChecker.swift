/// Asks for addresses on the web, each once, as a polite visitor: one request at a time to a host, a
/// pause between two, a name that says who asks, and no other page than those that are named.
public struct LinkChecker: Sendable {
  /// How patient and how quick the visitor is.
  public struct RequestPolicy: Sendable {
    /// The pause between two requests to a host.
    public var pause: Duration = .milliseconds(500)
    /// The longest wait for an answer.
    public var timeLimit: Duration = .seconds(15)
    /// How many hosts are asked at once.
    public var hosts = 8
    /// A file of certificates to trust besides those of the machine's; none for those alone.
    public var certificates: String?

    /// Creates the usual manners.
    public init() {}
  }

  /// How many times in a row a host may not answer in time before it is left alone.
  private static let maxTimeOuts = 3

  /// How many redirects are followed, as browsers do with twenty at most.
  private static let maxRedirects = 8

  private let manners: RequestPolicy
  private let curl: Curl
  private let turns: HostRateLimiter

  /// Creates a visitor.
  ///
  /// - Parameter name: What it says of itself, as a browser would (`User-Agent`).
  public init(name: String, manners: RequestPolicy = RequestPolicy()) {
    self.manners = manners
    curl = Curl(name: name, timeLimit: manners.timeLimit, certificates: manners.certificates)
    turns = HostRateLimiter(pause: manners.pause)
  }

  /// Asks for addresses, and returns what each came to.
  ///
  /// - Parameters:
  ///   - addresses: Absolute addresses; two that differ by what follows `#` alone are asked once.
  ///   - onAnswer: Called after each answer with how many addresses have theirs.
  /// - Throws: ``MissingProgram`` where curl is not installed.
  public func answers(
    to addresses: [String], onAnswer: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [String: LinkAnswer] {
    let pages = Dictionary(grouping: Set(addresses)) { String($0.prefix { $0 != "#" }) }
    let byHost = Dictionary(grouping: pages.keys.sorted()) { WebHost.name(in: $0) }
    var hosts = byHost.sorted { $0.key < $1.key }.map { HostQueue(pages: $0.value[...]) }[...]
    var answers: [String: LinkAnswer] = [:]
    func note(_ answer: LinkAnswer, to page: String) {
      for address in pages[page] ?? [] { answers[address] = answer }
      onAnswer(answers.count)
    }
    try await withThrowingTaskGroup(of: (HostQueue, String, LinkAnswer).self) { group in
      func ask(_ host: HostQueue?) {
        guard var host, let page = host.pages.popFirst() else { return }
        group.addTask { [host] in (host, page, try await answer(to: page)) }
      }
      for _ in 0..<max(1, manners.hosts) { ask(hosts.popFirst()) }
      for try await (asked, page, answer) in group {
        var host = asked
        note(answer, to: page)
        host.timeOuts = answer == .unreachable(.timeOut) ? host.timeOuts + 1 : 0
        if host.timeOuts == Self.maxTimeOuts {
          while let page = host.pages.popFirst() {
            note(.unreachable(.silentHost(count: host.timeOuts)), to: page)
          }
        }
        ask(host.pages.isEmpty ? hosts.popFirst() : host)
      }
    }
    return answers
  }

  /// The pages of a host that are still to be asked for.
  private struct HostQueue {
    var pages: ArraySlice<String>
    /// How many times in a row, until now, the host did not answer in time.
    var timeOuts = 0
  }

  /// Asks for one address, and for those that it leads to.
  private func answer(to first: String) async throws -> LinkAnswer {
    var address = first
    var isPermanent = true
    for _ in 0..<Self.maxRedirects {
      switch try await response(of: address) {
      case .none(let obstacle): return .unreachable(obstacle)
      case .redirect(let target, let permanently):
        isPermanent = isPermanent && permanently
        address = target
      case .status(let status):
        guard (200..<300).contains(status) || status == 304 else {
          return [401, 402, 403, 405, 407, 418, 429, 451, 999].contains(status)
            ? .refused(status: status) : .failed(status: status)
        }
        return isPermanent && address != first ? .moved(to: address) : .found
      }
    }
    return .unreachable(.endlessRedirects)
  }

  /// Asks with HEAD, and again with GET where a server may not know it.
  private func response(of address: String) async throws -> Curl.Response {
    let host = WebHost.name(in: address)
    let head = try await turns.take(host) { try await curl.ask(for: address, method: .head) }
    switch head {
    case .status(let status) where status >= 400 && status != 429:
      return try await turns.take(host) { try await curl.ask(for: address, method: .get) }
    case .none(.closed):
      return try await turns.take(host) { try await curl.ask(for: address, method: .get) }
    default: return head
    }
  }
}
