//! What is wrong between files: references, languages, links.

messages! {}
