//! What the organization says of the person.

use crate::i18n::text::Person;

pub static PERSON: Person = Person { mail: "Email", office: "Office", user_id: "User ID" };
