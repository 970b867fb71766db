"""Validates a file of IATI 2.03 against the schema and the code lists that pyIATI holds, and prints what it found as JSON.

The package itself asks for releases that no longer install: only what it holds is read.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
standard = Path(find_spec("iati").submodule_search_locations[0]) / "resources/standard"
schema = etree.XMLSchema(etree.parse(standard / "2-03/schemas/iati-activities-schema.xsd"))
document = etree.parse(sys.argv[1])
schema.validate(document)
problems = [f"{error.line}: {error.message}" for error in schema.error_log]

# The attributes whose values are in a code list, and those where that depends on the vocabulary.
for mapping in etree.parse(standard / "2-03/codelist-mapping.xml").findall(".//mapping"):
    path, condition = mapping.findtext("path"), mapping.findtext("condition")
    if not path.startswith("//iati-activit"):
        continue
    name = mapping.find("codelist").get("ref")
    files = [standard / "2-03/codelists" / f"{name}.xml", standard / "codelists_non_embedded" / f"{name}.xml"]
    codes = None
    for file in files:
        if file.exists():
            codes = {code.text.strip() for code in etree.parse(file).iterfind(".//codelist-item/code")}
            break
    element, attribute = path.rsplit("/@", 1) if "/@" in path else (path.removesuffix("/text()"), None)
    if element == path:
        continue
    for node in document.xpath(f"{element}[{condition}]" if condition else element):
        value = node.get(LANG if attribute == "xml:lang" else attribute)
        if codes is not None and value is not None and value not in codes:
            problems.append(f"{node.sourceline}: {value} is not in {name}")

activities = []
for activity in document.findall("iati-activity"):
    own = activity.get(LANG)

    def words(path):
        return {node.get(LANG, own): node.text for node in activity.findall(f"{path}/narrative")}

    def shares(path):
        return {node.get("code"): node.get("percentage") for node in activity.findall(path)}

    # What the rule set of the standard asks beside the schema.
    if not activity.xpath("activity-date[@type='1' or @type='2']"):
        problems.append("no start")
    for paths in (["recipient-country", "recipient-region"], ["sector[@vocabulary='1']"], ["sector[@vocabulary='2']"]):
        given = [share for path in paths for share in shares(path).values()]
        if len(given) > 1 and (None in given or sum(map(float, given)) != 100):
            problems.append(f"{paths}: {given} are not the whole")
    for path in ("iati-identifier/text()", "reporting-org/@ref", "participating-org/@ref"):
        problems += [f"{text} is no identifier" for text in activity.xpath(path) if any(sign in text for sign in "/&|?")]
    activities.append(
        {
            "identifier": activity.findtext("iati-identifier"),
            "reporting": words("reporting-org"),
            "title": words("title"),
            "description": words("description"),
            "participants": [
                [node.get("role"), node.get("ref"), node.get("type"), node.findtext("narrative")]
                for node in activity.findall("participating-org")
            ],
            "status": activity.find("activity-status").get("code"),
            "dates": {node.get("type"): node.get("iso-date") for node in activity.findall("activity-date")},
            "sectors": shares("sector"),
            "places": {**shares("recipient-country"), **shares("recipient-region")},
            "budgets": [
                [node.find("period-start").get("iso-date"), node.findtext("value"), node.find("value").get("currency")]
                for node in activity.findall("budget")
            ],
        }
    )

print(json.dumps({"problems": problems, "activities": activities}))
