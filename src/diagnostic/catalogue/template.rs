//! What is wrong with the theme.

messages! {}
