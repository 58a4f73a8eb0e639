//! What the organization says of the person.

use crate::i18n::text::Person;

pub static PERSON: Person = Person { mail: "E-mail", office: "Kantoor", user_id: "Gebruikers-id" };
