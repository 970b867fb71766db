//! What is wrong with the set of files that would be written.

messages! {}
