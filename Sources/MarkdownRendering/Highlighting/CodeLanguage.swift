/// The lexical rules of a language: enough to colour its words, not to read a program.
struct CodeLanguage {
  /// How a language is read.
  enum Form {
    /// Words, strings and comments.
    case program
    /// `key: value` or `key = value` at the start of a line, and values.
    case settings
    /// Tags and text.
    case markup
    /// Lines that the first sign tells apart.
    case lines
  }

  let form: Form
  /// The names in a fence.
  let names: [String]
  var keywords: Set<String> = []
  var lineComments: [String] = []
  var blockComment: (open: String, close: String)?
  /// What strings start and end with, the longest first.
  var quotes = ["\"", "'"]
  /// Whether a word in capitals is one in small letters.
  var ignoresCase = false
  /// Whether a string before a colon is the name of a value, as in JSON.
  var namesBeforeColon = false

  /// Returns the language of a name; nil for one that is not known.
  static func named(_ name: String) -> CodeLanguage? { byName[name.lowercased()] }

  private static let byName: [String: CodeLanguage] = {
    let pairs = all.flatMap { language in language.names.map { ($0, language) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()

  private static let block = (open: "/*", close: "*/")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  private static let all: [CodeLanguage] = [
    CodeLanguage(
      form: .program, names: ["bash", "sh", "shell", "zsh", "console"],
      keywords: words(
        "if then else elif fi for in do done while until case esac function return export local set unset sudo "
          + "cd echo exit source"),
      lineComments: ["#"]),
    CodeLanguage(
      form: .program, names: ["json", "jsonc", "json5"], keywords: words("true false null"),
      lineComments: ["//"], blockComment: block, quotes: ["\""], namesBeforeColon: true),
    CodeLanguage(
      form: .settings, names: ["yaml", "yml"],
      keywords: words("true false null yes no on off oui non"), lineComments: ["#"]),
    CodeLanguage(
      form: .settings, names: ["toml", "ini", "properties", "conf", "dotenv"],
      keywords: words("true false"), lineComments: ["#", ";"]),
    CodeLanguage(
      form: .markup, names: ["html", "xml", "svg", "vue", "xhtml"],
      blockComment: ("<!--", "-->")),
    CodeLanguage(
      form: .program, names: ["css", "scss", "less"],
      keywords: words("important inherit initial none auto"), blockComment: block,
      namesBeforeColon: true),
    CodeLanguage(
      form: .program, names: ["js", "javascript", "ts", "typescript", "jsx", "tsx", "mjs"],
      keywords: words(
        "async await break case catch class const continue debugger default delete do else enum export extends "
          + "false finally for from function if implements import in instanceof interface let new null of "
          + "return static super switch this throw true try type typeof undefined var void while yield"
      ),
      lineComments: ["//"], blockComment: block, quotes: ["\"", "'", "`"]),
    CodeLanguage(
      form: .program, names: ["python", "py"],
      keywords: words(
        "and as assert async await break class continue def del elif else except False finally for from global if "
          + "import in is lambda None nonlocal not or pass raise return self True try while with yield"
      ),
      lineComments: ["#"], quotes: ["\"\"\"", "'''", "\"", "'"]),
    CodeLanguage(
      form: .program, names: ["swift"],
      keywords: words(
        "actor as async await break case catch class continue default defer do else enum extension fallthrough "
          + "false fileprivate for func guard if import in init inout internal is let mutating nil open "
          + "private protocol public repeat return self Self some any static struct super switch throw throws "
          + "true try typealias var where while"),
      lineComments: ["//"], blockComment: block, quotes: ["\"\"\"", "\""]),
    CodeLanguage(
      form: .program, names: ["rust", "rs"],
      keywords: words(
        "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod "
          + "move mut pub ref return self Self static struct super trait true type unsafe use where while"
      ),
      lineComments: ["//"], blockComment: block, quotes: ["\""]),
    CodeLanguage(
      form: .program, names: ["sql", "sqlite", "postgresql", "mysql"],
      keywords: words(
        "add all alter and as asc begin between by case check commit constraint create cross default delete desc "
          + "distinct drop else end exists foreign from full group having if in index inner insert into is join "
          + "key left like limit not null offset on or order outer primary references right rollback select set "
          + "table then union unique update using values view when where with"),
      lineComments: ["--"], blockComment: block, ignoresCase: true),
    CodeLanguage(
      form: .program,
      names: ["c", "cpp", "c++", "h", "java", "go", "php", "csharp", "cs", "kotlin", "kt"],
      keywords: words(
        "abstract auto bool boolean break case catch char class const continue default defer do double echo else "
          + "enum extends extern false final finally float for foreach func fun function go goto if implements "
          + "import include int interface long map namespace new nil null nullptr override package private "
          + "protected public range return short signed sizeof static string struct super switch template this "
          + "throw throws true try type typedef union unsigned use using val var virtual void volatile while"
      ),
      lineComments: ["//"], blockComment: block),
    CodeLanguage(
      form: .program, names: ["ruby", "rb"],
      keywords: words(
        "alias and begin break case class def do else elsif end ensure false for if in module next nil not or "
          + "redo require rescue retry return self super then true undef unless until when while yield"
      ),
      lineComments: ["#"]),
    CodeLanguage(
      form: .program, names: ["nginx", "dockerfile", "docker", "makefile", "make"],
      keywords: words(
        "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM LABEL RUN USER VOLUME WORKDIR server location listen root "
          + "server_name proxy_pass rewrite return try_files include add_header"),
      lineComments: ["#"]),
    CodeLanguage(form: .lines, names: ["diff", "patch"]),
    CodeLanguage(form: .lines, names: ["markdown", "md"]),
  ]
}
