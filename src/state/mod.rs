//! What outlives a page: the session, messages and preferences; and how pages read (`query`) and change (`command`).

pub mod capabilities;
pub mod command;
pub mod messages;
pub mod online;
pub mod paged;
pub mod preferences;
pub mod query;
pub mod session;
