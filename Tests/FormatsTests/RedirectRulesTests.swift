import Formats
import Testing

/// What servers are told of former addresses, as text; Tests/Browser/test_redirects.py asks the servers.
@Suite struct RedirectRulesTests {
  private static let moved = [
    MovedAddress(path: "a \"b\"\\;{c}$d`/index.html", target: "n%C3%A9/"),
    MovedAddress(path: "x.html", target: ""),
    MovedAddress(path: "", query: "Été & \"co\"", target: "e/"),
  ]

  @Test func quotesWhatNginxReads() {
    #expect(
      text(RedirectRules.nginx(Self.moved, below: "/")) == #"""
        # Archipel
        location = "/a \"b\"\\;{c}$d`/" { return 301 "/n%C3%A9/"; }
        location = "/a \"b\"\\;{c}$d`" { return 301 "/n%C3%A9/"; }
        location = "/a \"b\"\\;{c}$d`/index.html" { return 301 "/n%C3%A9/"; }
        location = "/x.html" { return 301 "/"; }
        if ($request_uri = "/?%C3%89t%C3%A9%20&%20%22co%22") { return 301 "/e/"; }
        if ($request_uri = "/?wiki=%C3%89t%C3%A9%20&%20%22co%22") { return 301 "/e/"; }

        """#)
  }

  @Test func writesEverySignByItsNumberForApache() {
    let rules = text(RedirectRules.apache(Self.moved, below: "/~lab/"))
    #expect(rules.contains(#""^(?:/\x7elab/x\x2ehtml)$""#))
    #expect(rules.contains(#"RewriteRule "^" "/~lab/n\%C3\%A9/" [R=301,L,NE,QSD]"#))
    #expect(!rules.contains("{c}") && !rules.contains("$d") && !rules.contains("`"))
  }

  @Test func writesEverySignByItsNumberForCaddy() {
    let rules = text(RedirectRules.caddy(Self.moved, below: "/"))
    #expect(rules.contains("\t\"/x.html\" \"/\"\n"))
    #expect(rules.contains(##"`~^/a\x20\x22b\x22\x5c\x3b\x7bc\x7d\x24d\x60/$` "/n%C3%A9/""##))
    #expect(rules.contains("map {uri} {ancienne_question} {\n"))
  }

  @Test func leavesQueriesToServersThatCompareThem() {
    let rules = text(RedirectRules.netlify(Self.moved, below: "/communs/"))
    #expect(rules.contains("/communs/x.html /communs/ 301\n"))
    #expect(rules.split(separator: "\n").count == 5 && !rules.contains("?"))
  }

  @Test func leadsFromTheHomePageByAScriptThatNoNameCanLeave() {
    let moved = [MovedAddress(path: "", query: "</script>__proto__", target: "a/")]
    let script = text(RedirectRules.script(moved, offline: true))
    #expect(script.contains(##"new Map([["\u003c/script>__proto__","a/index.html"]])"##))
  }
}
