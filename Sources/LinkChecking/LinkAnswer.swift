/// What asking for an address came to.
public enum LinkAnswer: Sendable, Hashable {
  /// The address leads somewhere.
  case found
  /// The address leads elsewhere for good.
  case moved(to: String)
  /// The server asks for a login, or not to be asked: nobody knows from here (401, 403, 429…).
  case refused(status: Int)
  /// There is nothing at the address, or the server failed.
  case failed(status: Int)
  /// Nobody answered.
  case unreachable(NetworkError)

  /// Why nobody answered.
  public enum NetworkError: Sendable, Hashable {
    /// No machine has this name.
    case unknownHost
    /// The machine does not take the connection, or closes it.
    case closed
    /// No answer came in time.
    case timeOut
    /// Nobody asked: the host did not answer in time so many times in a row.
    case silentHost(count: Int)
    /// The certificate or the encryption is not right.
    case security
    /// The address leads from one to another without an end.
    case endlessRedirects
    /// Something else, by its number for curl.
    case other(Int)
  }
}
