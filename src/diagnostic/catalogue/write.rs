//! What is wrong with the folder that is written.

messages! {}
