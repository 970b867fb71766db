//! What is wrong with a file as a file: its name, its place, its bytes.

messages! {}
