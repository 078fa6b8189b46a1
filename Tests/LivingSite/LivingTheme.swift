/// The templates of a ``LivingSite``, which show all that pages may read.
enum LivingTheme {
  /// The template of a sheet.
  static func sheet(ending: String) -> String {
    """
    {{<base}}
    {{$main}}
    {{page.status_notice}}
    {{#page.image}}<img src="{{url}}" alt="">{{/page.image}}
    {{#page.event}}{{time}} <a href="{{file.url}}">{{file.weight}}</a>{{/page.event}}
    {{#fields_list}}<h2>{{label}}</h2>{{{html}}}
    {{/fields_list}}
    {{{page.content}}}
    {{#page.tags}}<a href="{{url}}">{{label}}</a>
    {{/page.tags}}
    {{#page.taxonomies}}{{label}} {{#terms}}<a href="{{url}}">{{label}}</a>{{/terms}}
    {{/page.taxonomies}}
    {{#page.relations}}<h2>{{label}}</h2>{{#items}}<a href="{{url}}">{{title}}</a>{{summary}}
    {{/items}}
    {{/page.relations}}
    {{#page.related}}<p>→ <a href="{{url}}">{{title}}</a> ({{reason}})</p>
    {{/page.related}}
    {{>autour}}
    {{>vue}}
    {{#page.card_url}}<a href="{{page.card_url}}">carte</a>{{/page.card_url}}
    {{#page.updated}}{{label}}{{/page.updated}} {{#page.contributors}}{{.}} {{/page.contributors}}
    <p>\(ending)</p>
    {{/main}}
    {{/base}}

    """
  }

  /// The templates that come and go: without them, those of the built-in theme are used.
  static let replacements = [
    "themes/ti/templates/tag.mustache":
      "{{<base}}{{$main}}{{tag.label}}{{#items}} <a href=\"{{url}}\">{{title}}</a>{{/items}}"
      + "{{/main}}{{/base}}\n",
    "themes/ti/templates/evenement.mustache":
      "{{<base}}{{$main}}{{#page.event}}{{time}}{{/page.event}}{{>autour}}{{/main}}{{/base}}\n",
    "themes/ti/assets/plus.css": "p { color: teal }\n",
  ]

  /// The templates that are always there.
  static let files = [
    "themes/ti/templates/section.mustache": """
    {{<base}}
    {{$main}}
    {{{page.content}}}
    {{#items}}<a href="{{url}}">{{title}}</a> {{type_label}} {{summary}} {{#facts}}{{text}} {{/facts}}
    {{/items}}
    {{#pagination}}{{current}}/{{total}}{{/pagination}}
    {{>autour}}
    {{>vue}}
    {{/main}}
    {{/base}}

    """,
    "themes/ti/templates/autour.mustache": """
    {{#page.backlinks}}<p>← <a href="{{url}}">{{title}}</a></p>
    {{/page.backlinks}}
    {{#page.previous}}<a href="{{url}}">{{title}}</a>{{/page.previous}}
    {{#page.next}}<a href="{{url}}">{{title}}</a>{{/page.next}}
    {{#page.translations}}<a href="{{url}}">{{label}}</a>{{/page.translations}}

    """,
    "themes/ti/templates/vue.mustache": """
    {{#page.views}}<h2{{#id}} id="{{.}}"{{/id}}>{{genre}} {{title}}</h2>
    {{#liste}}{{count_label}}{{#items}}<a href="{{url}}">{{title}}</a> {{summary}}
    {{/items}}{{#more}}<a href="{{url}}">{{label}}</a>{{/more}}{{/liste}}
    {{#tableau}}{{#columns}}<h3>{{label}} {{count}}</h3>{{#items}}<a href="{{url}}">{{title}}</a>
    {{/items}}{{/columns}}{{/tableau}}
    {{#matrice}}{{#rows}}<h3>{{label}}</h3>{{#cells}}| {{#items}}<a href="{{url}}">{{title}}</a>
    {{/items}}{{/cells}}{{/rows}}{{/matrice}}
    {{#catalogue}}{{#facets}}{{key}}{{#values}} {{label}} {{count}}{{/values}}
    {{/facets}}{{#groups}}<h3>{{label}}</h3>{{#items}}<a href="{{url}}">{{title}}</a> {{values}}
    {{/items}}{{/groups}}{{/catalogue}}
    {{#conformite}}{{label}} {{#audit}}{{rate}} {{#topics}}{{label}}{{/topics}}{{/audit}}{{/conformite}}
    {{#budget}}{{#lines}}{{label}} {{weight}}{{/lines}}{{/budget}}
    {{#annuaire}}{{#groups}}<h3>{{label}}</h3>{{#items}}<a href="{{url}}">{{title}}</a> {{summary}}
    {{/items}}{{/groups}}{{/annuaire}}
    {{#glossaire}}{{#letters}}<a href="{{url}}">{{letter}}</a> {{/letters}}{{count}}{{/glossaire}}
    {{#cartes}}{{#groups}}{{#items}}<p id="{{id}}"><a href="{{url}}">{{title}}</a> {{address}}
    {{#fields_list}}{{label}} {{{html}}}{{/fields_list}}</p>{{/items}}{{/groups}}{{/cartes}}
    {{#agenda}}{{#file}}<a href="{{url}}">{{weight}}</a>{{/file}}
    {{#recurring}}{{time}} <a href="{{url}}">{{title}}</a> {{#next}}{{label}}{{/next}}
    {{/recurring}}
    {{#months}}<h3>{{label}}</h3>{{#items}}{{time}} <a href="{{url}}">{{title}}</a> {{summary}}
    {{/items}}{{/months}}
    {{#calendars}}{{#weeks}}{{#days}}{{number}}{{#today}}!{{/today}}{{#items}}{{title}}{{/items}}
    {{/days}}{{/weeks}}{{/calendars}}
    {{#undated}}<a href="{{url}}">{{title}}</a>{{/undated}}
    {{#past}}<h3>{{label}}</h3>{{#items}}{{time}} <a href="{{url}}">{{title}}</a>
    {{/items}}{{/past}}{{/agenda}}
    {{#frise}}{{#years}}<h3>{{label}}</h3>{{#items}}{{date}} {{title}} {{text}}
    {{/items}}{{/years}}{{/frise}}
    {{#graphe}}{{{map}}}{{#islands}}{{#group}}<h3>{{label}}</h3>{{#items}}<a href="{{url}}">{{title}}</a>
    {{/items}}{{/group}}{{routes}}{{/islands}}{{/graphe}}
    {{/page.views}}

    """,
  ]
}
