/// The part of an address that names a machine.
enum WebHost {
  /// Returns the host and the port of an address, in lower case.
  static func name(in address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return "" }
    let rest = address[scheme.upperBound...].prefix { !"/?#".contains($0) }
    return (rest.split(separator: "@").last ?? rest).lowercased()
  }
}
