import Subprocess

/// A file on the web, read by curl within bounds: of its length, of time, and of its host.
public struct WebFile: Sendable {
  /// Why a file is not read.
  public enum Failure: Error, Sendable, Hashable {
    /// Nobody answered.
    case unreachable(LinkAnswer.NetworkError)
    /// There is nothing, or the server refuses.
    case status(Int)
    /// It is longer than what is read.
    case tooLong
    /// It leads to another host, which nobody has named.
    case otherHost(String)
    /// curl is not on this machine.
    case missingProgram
  }

  private static let maxRedirects = 8

  private let options: [String]
  private let limit: Int

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - name: What it says of itself, as a browser would (`User-Agent`).
  ///   - limit: The longest file that is read, in bytes.
  ///   - seconds: The longest wait for a whole file.
  public init(name: String, atMost limit: Int, seconds: Int = 60) {
    self.limit = limit
    // The settings of who runs it are left out; nothing but the web is asked. A server that gives its
    // file drop by drop is left after a while.
    options = [
      "--disable", "--silent", "--globoff", "--proto", "=http,https", "--max-time", "\(seconds)",
      "--speed-limit", "1000", "--speed-time", "15", "--max-filesize", "\(limit)", "--user-agent",
      name, "--write-out", "%{stderr}%{http_code} %{redirect_url}",
    ]
  }

  /// Reads a file; what it redirects to is followed on its own host alone.
  ///
  /// - Throws: ``Failure`` when the file cannot be fetched.
  public func bytes(of address: String) async throws(Failure) -> [UInt8] {
    let host = WebHost.name(in: address)
    var address = address
    for _ in 0..<Self.maxRedirects {
      let (bytes, said) = try await ask(for: address)
      let parts = said.split(separator: " ", maxSplits: 1).map(String.init)
      let status = parts.first.flatMap { Int($0) } ?? 0
      if (300..<400).contains(status), parts.count > 1 {
        guard WebHost.name(in: parts[1]) == host else {
          throw .otherHost(WebHost.name(in: parts[1]))
        }
        address = parts[1]
        continue
      }
      guard status == 200 else { throw .status(status) }
      return bytes
    }
    throw .unreachable(.endlessRedirects)
  }

  private func ask(for address: String) async throws(Failure) -> ([UInt8], String) {
    do {
      let result = try await run(
        .name("curl"), arguments: Arguments(options + ["--url", address]), input: .none,
        output: .bytes(limit: limit), error: .string(limit: 1 << 16))
      if case .exited(let code) = result.terminationStatus, code != 0 {
        if code == 63 { throw Failure.tooLong }
        throw Failure.unreachable(Curl.obstacle(result.terminationStatus))
      }
      return (result.standardOutput, result.standardError)
    } catch let failure as Failure {
      throw failure
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .missingProgram
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw .tooLong
    } catch {
      throw .unreachable(.other(0))
    }
  }
}
