import FoundationEssentials
import Glibc
import TextEncoding

/// The program that listens on a TCP port of this machine already.
struct PortOccupant {
  /// The name and the process number of the program; nil when the system does not tell.
  let program: (name: String, number: Int)?
  /// A port above it that is free.
  let freePort: UInt16?

  /// Looks up a port.
  init(_ port: UInt16) {
    program = Self.program(listeningOn: port)
    freePort = (1...50).lazy.compactMap { UInt16(exactly: Int(port) + $0) }.first(
      where: Self.isFree)
  }

  private static func isFree(_ port: UInt16) -> Bool {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { return false }
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// Finds the program through proc(5), which lists the sockets that listen on a port, and the sockets that
  /// each process has open.
  private static func program(listeningOn port: UInt16) -> (name: String, number: Int)? {
    let sockets = Set(["tcp", "tcp6"].flatMap { Self.sockets(listeningOn: port, in: $0) })
    let files = FileManager.default
    for number in (try? files.contentsOfDirectory(atPath: "/proc"))?.compactMap(Int.init) ?? [] {
      let folder = "/proc/\(number)/fd"
      // Those of other users cannot be read.
      let descriptors = (try? files.contentsOfDirectory(atPath: folder)) ?? []
      let hasSocket = descriptors.contains { descriptor in
        (try? files.destinationOfSymbolicLink(atPath: folder + "/" + descriptor))
          .map(sockets.contains) ?? false
      }
      if hasSocket, let name = try? String(contentsOfFile: "/proc/\(number)/comm", encoding: .utf8)
      {
        return (name.trimmed, number)
      }
    }
    return nil
  }

  /// Returns the sockets that listen on a port, such as `socket:[1234]`, from a table of `/proc/net`.
  ///
  /// The second column of a line ends with the port in hexadecimal digits, the fourth has the state, and the
  /// tenth the number of the socket.
  private static func sockets(listeningOn port: UInt16, in table: String) -> [String] {
    let text = (try? String(contentsOfFile: "/proc/net/\(table)", encoding: .utf8)) ?? ""
    let listening = "0A"
    let ending = ":" + Hexadecimal.text(of: UInt64(port), digits: 4).uppercased()
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count > 9, words[1].hasSuffix(ending), words[3] == listening else { return nil }
      return "socket:[\(words[9])]"
    }
  }
}
