//! What is wrong with a language, a date or a number as the site declares it.

messages! {}
