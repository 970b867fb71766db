"""Reads a feed as feedparser does, and prints what it found as JSON."""

import json
import sys

import feedparser

with open(sys.argv[1], "rb") as file:
    feed = feedparser.parse(file.read())

print(
    json.dumps(
        {
            "problem": repr(feed.bozo_exception) if feed.bozo else None,
            "version": feed.version,
            "language": feed.feed.get("language"),
            "title": feed.feed.get("title"),
            "id": feed.feed.get("id"),
            "updated": feed.feed.get("updated"),
            "links": [[link.rel, link.type, link.href] for link in feed.feed.links],
            "entries": [
                {
                    "id": entry.id,
                    "title": entry.title,
                    "link": entry.link,
                    "published": entry.published,
                    "updated": entry.updated,
                    "understood": entry.updated_parsed is not None,
                    "summary": entry.get("summary"),
                    "html": entry.content[0].value,
                    "type": entry.content[0].type,
                }
                for entry in feed.entries
            ],
        }
    )
)
