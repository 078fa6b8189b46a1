import Testing
import TextEncoding

struct InlineTextTests {
  @Test(arguments: [
    ("Le *titre*", "Le titre"), ("**A** et _b_", "A et b"), ("snake_case_name", "snake_case_name"),
    ("`a*b*` c", "a*b* c"), ("[Le guide](https://a.example/x_(y)) ici", "Le guide ici"),
    ("![Un plan](a.png)", "Un plan"), ("\\<script> x", "<script> x"), ("A <br> b", "A   b"),
    ("A <a id=\"x\"></a>", "A"), ("A <!-- x --> b", "A  b"),
    ("<https://a.example>", "https://a.example"),
    ("a < b > c", "a < b > c"), ("2 * 3 * 4", "2 * 3 * 4"), ("~~a~~ 10~20", "a 10~20"),
    ("[[a|b]] [[c]]", "b c"), ("A[^1]", "A"), ("[x] y", "[x] y"), ("a ** b", "a ** b"),
    ("*a", "*a"), ("\\*a\\*", "*a*"), ("``a`b``", "a`b"), ("***a***", "a"),
    ("[**a** b](c)", "a b"), ("", ""), ("C\\Users", "C\\Users"),
    ("a &amp; b&nbsp;: l&#39;&eacute;t&#xE9;", "a & b\u{A0}: l'été"),
    ("\\&amp; R&D; &x;", "&amp; R&D; &x;"),
    (":tada: a :nul: 10:30:45", "🎉 a :nul: 10:30:45"), ("==a *b*== c", "a b c"),
    ("C++ ou a==b==c", "C++ ou a==b==c"), ("++a++ ==", "a =="), ("H~2~O, 2^nd^", "H2O, 2nd"),
    ("10~20~30 ~/a~", "10~20~30 ~/a~"), ("$x^2$ et $$y$$", "x^2 et y"),
    ("5 $ ou 10 $", "5 $ ou 10 $"),
  ])
  func readsTheWordsOfAHeading(line: String, words: String) {
    #expect(InlineText.words(ofHeading: line) == words)
  }

  @Test(arguments: [
    ("[Le guide](a.md) *ici*", "Le guide ici"), ("Le \"mot\" & <b>x</b>", "Le \"mot\" & <b>x</b>"),
    ("2*3*4", "2*3*4"), ("__init__.py", "__init__.py"), ("[^1] [x]", "[^1] [x]"), ("`a`", "a"),
    ("agent*es", "agent*es"), ("~~a~~", "~~a~~"), ("**Gras** : *a*", "Gras : a"),
  ])
  func leavesPlainTextInTitlesAsItIs(line: String, words: String) {
    #expect(InlineText.words(ofTitle: line) == words)
  }

  @Test(arguments: [
    ("A ##", "A"), ("A {#b}", "A"), ("A { #b }", "A"), ("A {.c #b} ##", "A"), ("C#", "C#"),
    ("A {b}", "A {b}"), ("##", ""), ("A {lang=br}", "A {lang=br}"), ("A {width=300}", "A"),
    ("A {: id=\"b\" data-search-exclude }", "A"), ("A {#1560-june}", "A"), ("A {-}", "A"),
    ("A {#0.14.2}", "A"), ("A {{ b }}", "A {{ b }}"), ("A {#if b}", "A {#if b}"),
    ("A :id=b", "A"), ("A :id=b {docsify-ignore}", "A"), ("A :id=", "A :id="),
  ])
  func dropsTheMarksThatEndAHeading(heading: String, words: String) {
    #expect(HeadingMarks.removed(from: heading) == words)
  }
}
