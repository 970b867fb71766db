//! What is wrong with a text in Markdown.

messages! {}
