import Testing

@testable import PreviewServer

@Suite struct RequestTargetTests {
  @Test(arguments: [
    "127.0.0.1", "127.0.0.1:8080", "localhost", "localhost:8080", "LocalHost:1", "[::1]",
    "[::1]:8080",
  ])
  func isForThisMachine(host: String) {
    #expect(RequestTarget(path: "/a/", host: host)?.path == "/a/")
    #expect(RequestTarget(path: "http://\(host)/a/", host: "exemple.fr")?.host == host)
  }

  @Test(arguments: [
    "", "exemple.fr", "exemple.fr:8080", "localhost.exemple.fr", "127.0.0.1.exemple.fr",
    "localhost:", "localhost:80a", "localhost:80@exemple.fr", "127.0.0.1 exemple.fr", "127.0.0.2",
    "0.0.0.0", "[::1", "::1", "[::1].exemple.fr", "localhost:٨٠",
  ])
  func isForAnotherMachine(host: String) {
    #expect(RequestTarget(path: "/a/", host: host) == nil)
    #expect(RequestTarget(path: "http://\(host)/a/", host: "127.0.0.1") == nil)
  }

  @Test(arguments: ["https://127.0.0.1/", "ftp://127.0.0.1/", "127.0.0.1/", "*", "", "a"])
  func isNoAddressOfThePreview(path: String) {
    #expect(RequestTarget(path: path, host: "127.0.0.1") == nil)
  }

  @Test func needsAHost() {
    #expect(RequestTarget(path: "/", host: nil) == nil)
  }

  @Test(arguments: [
    ("http://localhost", "/"), ("http://localhost/", "/"), ("HTTP://localhost/a//b", "/a//b"),
  ])
  func readsTheWholeAddressOfAProxy(address: String, path: String) {
    #expect(RequestTarget(path: address, host: nil)?.path == path)
  }
}

@Suite struct PreviewAddressTests {
  private static func address(_ path: String) -> PreviewAddress {
    PreviewAddress(path: path) { ["index.html", "été/index.html", "a/index.html"].contains($0) }
  }

  @Test(arguments: [
    ("/", PreviewAddress.file("index.html")), ("//", .file("index.html")),
    ("/a/", .file("a/index.html")), ("/a", .folderWithoutSlash("a")),
    ("/%C3%A9t%C3%A9", .folderWithoutSlash("%C3%A9t%C3%A9")),
    ("/%C3%A9t%C3%A9/", .file("été/index.html")), ("/b.css", .file("b.css")),
    ("/_archipel/apercu.js", .script), ("/_archipel/apercu.css", .style),
    ("/_archipel/nouvelles", .liveReload), ("/_archipel/autre", .file("_archipel/autre")),
    // A path that steps out of the site is the name of no file of it.
    ("/../a/", .file("../a/index.html")), ("/%2e%2e/a", .file("../a")),
    ("/..%2fa", .file("../a")), ("/%", .file("%")), ("/%FF", .file("%FF")),
  ])
  func readsAPath(path: String, address: PreviewAddress) {
    #expect(Self.address(path) == address)
  }
}

@Suite struct ByteRangeTests {
  @Test(arguments: [
    (nil, ByteRange.whole), ("bytes=0-", .part(0..<10)), ("bytes=2-4", .part(2..<5)),
    ("bytes=2-400", .part(2..<10)), ("bytes=-3", .part(7..<10)), ("bytes=-30", .part(0..<10)),
    ("bytes=0-9223372036854775807", .part(0..<10)), ("bytes=10-", .outside),
    ("bytes=-0", .outside), ("bytes=4-2", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole),
    ("bytes=0-1,4-5", .whole), ("lines=0-1", .whole),
    ("bytes=0-99999999999999999999", .part(0..<10)),
  ])
  func readsAHeader(header: String?, range: ByteRange) {
    #expect(ByteRange(header: header, count: 10) == range)
  }

  @Test func anEmptyFileHasNoPart() {
    #expect(ByteRange(header: "bytes=0-", count: 0) == .outside)
    #expect(ByteRange(header: "bytes=-1", count: 0) == .outside)
  }
}
