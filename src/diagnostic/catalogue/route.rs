//! What is wrong with an address.

messages! {}
