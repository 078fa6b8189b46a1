import Subprocess
import TextEncoding

/// The curl program, which asks for one address.
///
/// It knows proxies, certificates and encodings better than we would. Linked into the program, a
/// library for this made every command start four times slower, and the program three times larger.
struct Curl: Sendable {
  /// How an address is asked for.
  enum Method {
    /// Its headers alone.
    case head
    /// Its first bytes.
    case get
  }

  /// What came back.
  enum Response: Sendable {
    case status(Int)
    case redirect(to: String, permanently: Bool)
    case none(LinkAnswer.NetworkError)
  }

  private let options: [String]

  /// - Parameters:
  ///   - name: What the program says of itself.
  ///   - timeLimit: The longest wait for an answer.
  ///   - certificates: A file of certificates to trust.
  init(name: String, timeLimit: Duration, certificates: String?) {
    let seconds =
      Double(timeLimit.components.seconds)
      + Double(timeLimit.components.attoseconds) * 1e-18
    // The settings of who runs it are left out; nothing but the web is asked.
    options =
      [
        "--disable", "--silent", "--globoff", "--proto", "=http,https", "--output", "/dev/null",
        "--max-time", "\(seconds)", "--user-agent", name,
        "--write-out", "%{http_code} %{redirect_url}",
      ] + (certificates.map { ["--cacert", $0] } ?? [])
  }

  /// Asks for an address.
  ///
  /// - Throws: ``MissingProgram`` where curl is not installed.
  func ask(for address: String, method: Method) async throws -> Response {
    let ways = method == .head ? ["--head"] : ["--range", "0-1023"]
    let arguments = options + ways + ["--url", Self.encoded(address)]
    do {
      let result = try await run(
        .name("curl"), arguments: Arguments(arguments), input: .none,
        output: .string(limit: 1 << 20), error: .discarded)
      return Self.response(result.terminationStatus, result.standardOutput)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw MissingProgram(name: "curl")
    }
  }

  /// The longest address that a redirection is followed to, in bytes; curl itself takes headers up to
  /// 100 kB.
  private static let maxAddressLength = 4_096

  private static func response(_ end: TerminationStatus, _ said: String) -> Response {
    let parts = said.split(separator: " ", maxSplits: 1).map(String.init)
    let status = parts.first.flatMap { Int($0) } ?? 0
    // A body cut short by the time limit is an answer all the same.
    guard status > 0 else { return .none(obstacle(end)) }
    // An address that nobody could write in a sheet is no place to send a reader to.
    if (300..<400).contains(status), status != 304, parts.count > 1,
      parts[1].utf8.count <= maxAddressLength
    {
      return .redirect(to: parts[1], permanently: status == 301 || status == 308)
    }
    return .status(status)
  }

  /// What the exit statuses of curl mean.
  static func obstacle(_ end: TerminationStatus) -> LinkAnswer.NetworkError {
    guard case .exited(let code) = end else { return .other(0) }
    switch code {
    case 5, 6: return .unknownHost
    case 7, 52, 55, 56: return .closed
    case 28: return .timeOut
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91: return .security
    default: return .other(Int(code))
    }
  }

  /// Writes what an address may not hold as it is in hexadecimal, the name of the machine left to
  /// curl.
  private static func encoded(_ address: String) -> String {
    guard let scheme = address.firstRange(of: "://"),
      let path = address[scheme.upperBound...].firstIndex(where: { "/?#".contains($0) })
    else { return address }
    var encoded = Array(address[..<path].utf8)
    for byte in address[path...].utf8 {
      if byte > 0x20, byte < 0x7F {
        encoded.append(byte)
      } else {
        PercentEncoding.append(byte, to: &encoded)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
