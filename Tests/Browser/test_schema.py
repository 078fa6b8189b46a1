"""The schemas that editors read, against the lab's own files and against mistakes."""

import json
import subprocess
from datetime import date

import pytest
import yaml
from jsonschema import Draft7Validator

from published import REPOSITORY, catalogue

CONFIGURATION = "archipel.schema.json"


@pytest.fixture(scope="module")
def schemas(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    command = [program, "schema", "--source", REPOSITORY, "--output", folder]
    subprocess.run(command, check=True, capture_output=True)
    found = {file.name: json.loads(file.read_text("utf-8")) for file in folder.iterdir()}
    for schema in found.values():
        Draft7Validator.check_schema(schema)
    return found


def plain(value):
    """A YAML value as editors see it: JSON has no dates."""
    if isinstance(value, dict):
        return {str(key): plain(element) for key, element in value.items()}
    if isinstance(value, list):
        return [plain(element) for element in value]
    return value.isoformat() if isinstance(value, date) else value


def problems(schema, text):
    return [error.message for error in Draft7Validator(schema).iter_errors(plain(yaml.safe_load(text)))]


def test_every_sheet_of_the_lab_satisfies_the_schema_of_its_type(schemas):
    read = 0
    for sheet in catalogue()["sheets"]:
        source = REPOSITORY / "content" / f"{sheet['id']}.md"
        schema = schemas.get(f"{sheet['type']}.schema.json")
        if schema is None or not source.is_file():
            continue
        front_matter = source.read_text("utf-8").split("---\n")[1]
        assert problems(schema, front_matter) == [], source
        read += 1
    assert read > 150


def test_the_configuration_of_the_lab_satisfies_its_schema(schemas):
    text = (REPOSITORY / "archipel.yaml").read_text("utf-8")
    assert problems(schemas[CONFIGURATION], text) == []


@pytest.mark.parametrize("schema, text", [
    (CONFIGURATION, "titel: Mon lab"),
    (CONFIGURATION, "page_size: beaucoup"),
    (CONFIGURATION, "menu: [{ label: Méthodes, lien: methodes }]"),
    ("methode.schema.json", "titre: Sans rien d’autre"),
    ("projet.schema.json", "titre: Essai\npriorité: 2"),
    ("projet.schema.json", "titre: Essai\npriorite: 12"),
    ("projet.schema.json", "titre: Essai\netat: en cours de rêve"),
])
def test_mistakes_do_not(schemas, schema, text):
    assert problems(schemas[schema], text) != []


def test_a_new_site_comes_with_its_schemas(program, tmp_path):
    folder = tmp_path / "lab"
    subprocess.run([program, "init", folder], check=True, capture_output=True)
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    (schema, file), = settings["yaml.schemas"].items()
    assert problems(json.loads((folder / schema).read_text("utf-8")), (folder / file).read_text("utf-8")) == []
