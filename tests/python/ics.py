"""Reads a calendar as icalendar does, and prints what it found as JSON."""

import json
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())

print(
    json.dumps(
        {
            "problems": [str(error) for event in calendar.walk() for error in event.errors],
            "version": calendar["VERSION"],
            "events": [
                {
                    "uid": str(event["UID"]),
                    "summary": str(event["SUMMARY"]),
                    "place": str(event.get("LOCATION", "")),
                    "description": str(event.get("DESCRIPTION", "")),
                    "stamp": event["DTSTAMP"].dt.isoformat(),
                    "start": event["DTSTART"].dt.isoformat(),
                    "end": event["DTEND"].dt.isoformat() if "DTEND" in event else None,
                }
                for event in calendar.walk("VEVENT")
            ],
        }
    )
)
