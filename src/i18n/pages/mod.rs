//! Catalogues of single pages: the shape and its two languages side by side.

pub mod security_info;
