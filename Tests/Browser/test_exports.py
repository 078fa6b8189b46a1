"""The forms of the catalogue, read by the programs that they are for."""

import csv
import io
import json
import shutil
import subprocess

import bibtexparser
import jsonschema
import pytest
import yaml
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
    configuration = (REPOSITORY / "archipel.yaml").read_text()
    (source / "archipel.yaml").write_text(
        configuration + f"base_url: {BASE}\n"
        "exports: [csv, dcat, schema, bibtex, csl, citation]\n")
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
