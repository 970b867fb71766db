//! What is wrong with the command line.

messages! {}
