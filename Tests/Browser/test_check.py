"""What `archipel check` writes for other programs, read by a library that knows the standard."""

import json
import subprocess

import pysarif

SHEET = """---
titre: "Été, l’atelier"
---

Au coeur du PNUD, voir [rien](rien,à%20part.md).
"""


def holds(whole, part):
    """Whether a value is another with keys that the standard gives a default."""
    if isinstance(part, dict):
        return part.keys() <= whole.keys() and all(holds(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return len(whole) == len(part) and all(map(holds, whole, part))
    return whole == part


def test_sarif_holds_nothing_that_the_standard_does_not(program, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/été à lire.md").write_text(SHEET, "utf-8")
    command = [program, "check", "--format", "sarif", "--source", tmp_path]
    text = subprocess.run(command, check=True, capture_output=True).stdout
    log = json.loads(text)
    assert log.pop("$schema").endswith("/sarif-2.1.0.json")
    # What the library does not know is lost on the way, and what it misses is refused.
    assert holds(pysarif.save_to_dict(pysarif.load_from_json(text.decode("utf-8"))), log)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert {"link.dangling", "typography.ligature", "check.abbreviation"} <= set(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "content/%C3%A9t%C3%A9%20%C3%A0%20lire.md"
    places = {result["ruleId"]: result["locations"][0]["physicalLocation"].get("region") for result in run["results"]}
    assert places["typography.ligature"] == {"startLine": 5, "startColumn": 4, "endColumn": 9}
