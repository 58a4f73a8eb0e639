//! What the organization says of the person.

pub struct Person {
    pub mail: &'static str,
    pub office: &'static str,
    pub user_id: &'static str,
}
