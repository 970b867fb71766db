//! The documents for writers, printed from the table.
