//! What is wrong with a collection's declaration or with a field's value.

messages! {}
