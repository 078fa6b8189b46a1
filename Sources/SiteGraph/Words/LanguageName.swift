/// What is known of a language by its tag.
enum LanguageName {
  /// Returns the name of a language in that language, with a capital: « Brezhoneg »; with its region
  /// or variant when the tag has one; the tag itself for a language without a known name.
  static func autonym(_ tag: String) -> String {
    let tag = tag.lowercased()
    if let name = names[tag] { return name }
    let parts = tag.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let name = names[String(parts[0])] else {
      return tag.prefix(1).uppercased() + tag.dropFirst()
    }
    return "\(name) (\(parts[1].uppercased()))"
  }

  /// Returns whether a language is written from right to left.
  package static func isRightToLeft(_ tag: String) -> Bool {
    let parts = tag.lowercased().split(separator: "-")
    if parts.dropFirst().contains("latn") || parts.dropFirst().contains("cyrl") { return false }
    return parts.dropFirst().contains("arab") || parts.dropFirst().contains("hebr")
      || parts.first.map { rightToLeft.contains(String($0)) } == true
  }

  private static let rightToLeft: Set<String> = [
    "ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
  ]

  /// The names of the languages of ISO 639-1 in themselves (CLDR 45), in English where CLDR has no other,
  /// and of the variants that are often written.
  private static let names: [String: String] = Dictionary(
    """
    aa=Afar; ab=Abkhazian; ae=Avestan; af=Afrikaans; ak=Akan; am=አማርኛ; an=Aragonese; ar=العربية; \
    as=অসমীয়া; av=Avaric; ay=Aymara; az=Azərbaycan; ba=Башҡорт теле; be=Беларуская; \
    bg=Български; bh=Bhojpuri; bi=Bislama; bm=Bamanakan; bn=বাংলা; bo=བོད་སྐད་; br=Brezhoneg; \
    bs=Bosanski; ca=Català; ce=Нохчийн; ch=Chamorro; co=Corsu; cr=Cree; cs=Čeština; \
    cu=Church Slavic; cv=Чӑваш; cy=Cymraeg; da=Dansk; de=Deutsch; dv=ދިވެހިބަސް; dz=རྫོང་ཁ་; \
    ee=Eʋegbe; el=Ελληνικά; en=English; eo=Esperanto; es=Español; et=Eesti; eu=Euskara; fa=فارسی; \
    ff=Pulaar; fi=Suomi; fj=Fijian; fo=Føroyskt; fr=Français; fy=Frysk; ga=Gaeilge; gd=Gàidhlig; \
    gl=Galego; gn=Avañe’ẽ; gu=ગુજરાતી; gv=Gaelg; ha=Hausa; he=עברית; hi=हिन्दी; ho=Hiri Motu; \
    hr=Hrvatski; ht=Créole haïtien; hu=Magyar; hy=Հայերեն; hz=Herero; ia=Interlingua; \
    id=Indonesia; ie=Interlingue; ig=Igbo; ii=ꆈꌠꉙ; ik=Inupiaq; io=Ido; is=Íslenska; it=Italiano; \
    iu=ᐃᓄᒃᑎᑐᑦ; ja=日本語; jv=Jawa; ka=ქართული; kg=Kongo; ki=Gikuyu; kj=Kuanyama; kk=Қазақ тілі; \
    kl=Kalaallisut; km=ខ្មែរ; kn=ಕನ್ನಡ; ko=한국어; kr=Kanuri; ks=کٲشُر; ku=Kurdî (kurmancî); \
    kv=Komi; kw=Kernewek; ky=Кыргызча; la=Latin; lb=Lëtzebuergesch; lg=Luganda; li=Limburgish; \
    ln=Lingála; lo=ລາວ; lt=Lietuvių; lu=Tshiluba; lv=Latviešu; mg=Malagasy; mh=Marshallese; \
    mi=Māori; mk=Македонски; ml=മലയാളം; mn=Монгол; mr=मराठी; ms=Bahasa Melayu; mt=Malti; \
    my=မြန်မာ; na=Nauru; nb=Norsk bokmål; nd=IsiNdebele; ne=नेपाली; ng=Ndonga; nl=Nederlands; \
    nn=Norsk nynorsk; no=Norsk; nr=South Ndebele; nv=Diné Bizaad; ny=Nyanja; oc=Occitan; \
    oj=Ojibwa; om=Oromoo; or=ଓଡ଼ିଆ; os=Ирон; pa=ਪੰਜਾਬੀ; pi=Pali; pl=Polski; ps=پښتو; \
    pt=Português; qu=Runasimi; rm=Rumantsch; rn=Ikirundi; ro=Română; ru=Русский; rw=Ikinyarwanda; \
    sa=संस्कृत भाषा; sc=Sardu; sd=سنڌي; se=Davvisámegiella; sg=Sängö; si=සිංහල; sk=Slovenčina; \
    sl=Slovenščina; sm=Gagana faʻa Sāmoa; sn=ChiShona; so=Soomaali; sq=Shqip; sr=Српски; \
    ss=SiSwati; st=Sesotho; su=Basa Sunda; sv=Svenska; sw=Kiswahili; ta=தமிழ்; te=తెలుగు; \
    tg=Тоҷикӣ; th=ไทย; ti=ትግርኛ; tk=Türkmen dili; tl=Tagalog; tn=Setswana; to=Lea fakatonga; \
    tr=Türkçe; ts=Xitsonga; tt=Татар; tw=Twi; ty=Tahitian; ug=ئۇيغۇرچە; uk=Українська; ur=اردو; \
    uz=O‘zbek; ve=Tshivenḓa; vi=Tiếng Việt; vo=Volapük; wa=Walon; wo=Wolof; xh=IsiXhosa; \
    yi=ייִדיש; yo=Èdè Yorùbá; za=Vahcuengh; zh=中文; zu=IsiZulu; pt-br=Português (Brasil); \
    pt-pt=Português (Portugal); fr-ca=Français (Canada); fr-ch=Français (Suisse); \
    fr-be=Français (Belgique); en-gb=English (United Kingdom); en-us=English (United States); \
    es-mx=Español (México); de-ch=Deutsch (Schweiz); de-at=Deutsch (Österreich); \
    nl-be=Nederlands (België); zh-hans=简体中文; zh-hant=繁體中文; zh-cn=中文（中国大陆）; zh-tw=中文（台灣）; \
    sr-latn=Srpski (latinica); sr-cyrl=Српски (ћирилица); ca-valencia=Català (valencià); \
    ckb=کوردیی ناوەندی
    """.split(separator: ";").compactMap { entry in
      let parts = entry.split(separator: "=")
      guard parts.count == 2 else { return nil }
      return (parts[0].filter { !$0.isWhitespace }, String(parts[1]))
    }, uniquingKeysWith: { first, _ in first })
}
