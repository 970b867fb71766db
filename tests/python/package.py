"""Validates a data package as Frictionless does, and prints what it found as JSON."""

import json
import sys

from frictionless import Package

package = Package(sys.argv[1])
report = package.validate()
tables = {}
for resource in package.resources:
    if resource.format == "csv":
        tables[resource.name] = [row.to_dict(json=True) for row in resource.read_rows()]

print(
    json.dumps(
        {
            "valid": report.valid,
            "problems": report.flatten(["title", "message"]),
            "licences": [licence["name"] for licence in package.licenses],
            "created": package.created,
            "rows": tables,
        }
    )
)
