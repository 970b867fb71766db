//! The themes that the program brings with it, embedded. A module of the binary: the library is handed the
//! files, so that it need not know where they come from.

include!(concat!(env!("OUT_DIR"), "/builtin.rs"));
