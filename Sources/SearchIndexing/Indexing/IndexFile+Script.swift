import Crypto
import TextEncoding

extension IndexFile {
  /// Wraps a JSON value in the call that gives it to the engine.
  init(name: String, json: [UInt8]) {
    self.init(name: name, bytes: Self.script(json))
  }

  /// Wraps a JSON value in the call that gives it to the engine, and names it by its content.
  init(kind: String, json: [UInt8]) {
    let bytes = Self.script(json)
    let digest = SHA256.hash(data: bytes).prefix(5)
    self.init(name: "\(kind).\(digest.hexadecimal).js", bytes: bytes)
  }

  private static func script(_ json: [UInt8]) -> [UInt8] {
    var bytes = Array("Archipel.index(".utf8)
    bytes.reserveCapacity(json.count + 32)
    bytes.append(contentsOf: json)
    bytes.append(contentsOf: ")\n".utf8)
    return bytes
  }
}
