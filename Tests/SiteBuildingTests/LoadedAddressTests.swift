import Testing

@testable import MarkdownRendering
@testable import PageAudit

/// What browsers load with a page is known alike where HTML is written and where pages are read.
@Suite struct LoadedAddressTests {
  @Test func knowTheSameAttributes() {
    for (element, attributes) in PageReference.attributes {
      for (name, use) in attributes where SafeHTML.allows(name, on: element) {
        let isLoaded = use == .image || use == .load
        #expect(SafeHTML.isLoaded(name) == isLoaded, "\(element) \(name)")
      }
    }
    for element in SafeHTML.inlineElements.union(SafeHTML.blockElements) {
      for name in SafeHTML.addresses where name != "srcset" && SafeHTML.allows(name, on: element) {
        let known = PageReference.attributes[element] ?? []
        #expect(known.contains { $0.name == name }, "\(element) \(name)")
      }
    }
  }
}
