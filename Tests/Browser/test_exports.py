"""The forms of the catalogue, read by the programs that they are for."""

import csv
import io
import json
import re
import shutil
import subprocess

import bibtexparser
import jsonschema
import pytest
import yaml
from lxml import etree
from pyld import jsonld

from patience import PATIENCE
from published import REPOSITORY

BASE = "https://lab.exemple.bzh/"
DCAT = "http://www.w3.org/ns/dcat#"
DCT = "http://purl.org/dc/terms/"


@pytest.fixture(scope="module")
def exported(program, tmp_path_factory):
    """The lab's site with every form of its catalogue."""
    source = tmp_path_factory.mktemp("exports")
    for name in ["content", "themes"]:
        shutil.copytree(REPOSITORY / name, source / name)
    # With a forge, pages say more than the budget of the lab's takes.
    configuration = re.sub(r"(?m)^budget:\n(  .*\n)+", "", (REPOSITORY / "archipel.yaml").read_text())
    (source / "archipel.yaml").write_text(
        configuration + f"base_url: {BASE}\n"
        "exports: [csv, dcat, schema, bibtex, csl, citation, publiccode, oai]\n"
        "report: lab@exemple.bzh\nforge: { address: https://codeberg.org/lab/site }\n")
    built = subprocess.run([program, "build", "--source", source], capture_output=True, text=True,
                           timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    return source / "output"


@pytest.fixture(scope="module")
def originals(exported):
    sheets = json.loads((exported / "commons.json").read_text())["sheets"]
    return [sheet for sheet in sheets if "translation_of" not in sheet]


def test_the_catalogue_is_what_its_schema_says(exported):
    schema = json.loads((exported / "commons.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    catalogue = json.loads((exported / "commons.json").read_text())
    assert not list(validator.iter_errors(catalogue))
    catalogue["sheets"][0]["sha256"] = "x"
    del catalogue["sheets"][1]["title"]
    assert len(list(validator.iter_errors(catalogue))) == 2


def test_a_spreadsheet_reads_the_table(exported, originals):
    text = (exported / "catalogue.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["id"] for row in rows] == [sheet["id"] for sheet in originals]
    assert all(row["adresse"].startswith(BASE) for row in rows)


def test_catalogues_of_open_data_find_one_dataset(exported):
    # The context is in the file: nothing is asked of the web.
    graph = jsonld.expand(json.loads((exported / "catalogue.jsonld").read_text()))
    nodes = {node["@id"]: node for node in jsonld.flatten(graph)}
    of_type = lambda name: [n for n in nodes.values() if f"{DCAT}{name}" in n.get("@type", [])]
    (catalogue,), (dataset,) = of_type("Catalog"), of_type("Dataset")
    assert catalogue[f"{DCAT}dataset"][0]["@id"] == dataset["@id"]
    for property in ["title", "description", "publisher", "identifier", "license"]:
        assert dataset[f"{DCT}{property}"], property
    distributions = [nodes[part["@id"]] for part in dataset[f"{DCAT}distribution"]]
    assert len(distributions) == len(of_type("Distribution")) == 2
    for distribution in distributions:
        (address,) = distribution[f"{DCAT}downloadURL"]
        assert (exported / address["@id"].removeprefix(BASE)).is_file()


def test_references_are_read(exported, originals):
    library = bibtexparser.parse_string((exported / "references.bib").read_text())
    assert not library.failed_blocks
    assert len(library.entries) == len(originals)
    entry = {entry.key: entry for entry in library.entries}["methodes:world-cafe"]
    assert entry["url"] == f"{BASE}methodes/world-cafe/"
    references = json.loads((exported / "references.csl.json").read_text())
    assert [reference["id"] or "accueil" for reference in references] == [
        sheet["id"] or "accueil" for sheet in originals]
    assert all(reference["type"] == "webpage" for reference in references)
    citation = yaml.safe_load((exported / "CITATION.cff").read_text())
    assert citation["cff-version"] == "1.2.0" and citation["license"] == "CC-BY-SA-4.0"


def test_catalogues_of_public_software_read_what_the_site_is(exported, originals):
    said = yaml.safe_load((exported / "publiccode.yml").read_text())
    # What the standard requires, in its version 0.4: https://yml.publiccode.tools
    assert said["publiccodeYmlVersion"] == "0.4"
    assert said["name"] == "Ti Lab" and said["url"] == "https://codeberg.org/lab/site"
    assert said["landingURL"] == BASE and said["platforms"] == ["web"]
    assert said["softwareType"] == "standalone/web" and said["developmentStatus"] == "stable"
    described = said["description"]["fr"]
    assert 0 < len(described["shortDescription"]) <= 150 <= len(described["longDescription"]) <= 10_000
    assert str(len(originals)) in described["longDescription"]
    assert all(0 < len(feature) <= 100 for feature in described["features"])
    assert said["legal"] == {"license": "CC-BY-SA-4.0", "mainCopyrightOwner": "Ti Lab"}
    assert said["maintenance"] == {"type": "internal", "contacts": [{"name": "Ti Lab"}]}
    assert said["localisation"]["localisationReady"] is True
    assert "fr" in said["localisation"]["availableLanguages"]


def test_harvesters_of_libraries_read_every_sheet(exported, originals):
    repository = etree.parse(exported / "oai.xml")
    schemas = REPOSITORY / "Tests/Browser/schemas"
    etree.XMLSchema(etree.parse(schemas / "static-repository.xsd")).assertValid(repository)
    name = {"oai": "http://www.openarchives.org/OAI/2.0/", "dc": "http://purl.org/dc/elements/1.1/"}
    records = repository.findall(".//oai:record", name)
    assert [record.findtext(".//oai:identifier", None, name) for record in records] == [
        sheet["url"] for sheet in originals]
    assert [record.findtext(".//dc:title", None, name) for record in records] == [
        sheet["title"] for sheet in originals]
    days = [record.findtext(".//oai:datestamp", None, name) for record in records]
    assert min(days) == repository.findtext(".//oai:earliestDatestamp", None, name)
    assert repository.findtext(".//oai:adminEmail", None, name) == "lab@exemple.bzh"


def test_what_a_form_lacks_is_told(program, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("Bonjour.\n")
    (tmp_path / "archipel.yaml").write_text(
        f"title: Lab\nbase_url: {BASE}\nexports: [oai, publiccode]\n")
    done = subprocess.run([program, "build", "--source", tmp_path], capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0
    assert "site.export-contact" in done.stderr and "site.export-forge" in done.stderr
    assert "archipel.yaml:3" in done.stderr
    assert not (tmp_path / "output/oai.xml").exists()
