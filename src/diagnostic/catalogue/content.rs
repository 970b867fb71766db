//! What is wrong with a file of an entry.

messages! {}
