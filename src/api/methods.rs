//! `/me/authentication`.

use portal_contract::{
    ids::MethodId,
    methods::{
        Confirmation, Enrolment, Method, Methods, NewAppPassword, NewAppPasswordName, NewDefaultMethod, NewEnrolment,
        SecurityAnswers,
    },
};

use super::{client, error::ApiError, key::Key};

/// What is registered, and what can be added.
pub async fn list() -> Result<Methods, ApiError> {
    client::get("/me/authentication/methods").await
}

/// Begins to register something: a secret to show, a code on its way, or a question for the browser.
pub async fn enrol(new: &NewEnrolment, key: &Key) -> Result<Enrolment, ApiError> {
    client::post("/me/authentication/enrolments", new, key).await?.read()
}

/// Proves that it works; from then on it counts.
pub async fn confirm(enrolment: &str, proof: &Confirmation, key: &Key) -> Result<Method, ApiError> {
    client::post(&format!("/me/authentication/enrolments/{enrolment}/confirm"), proof, key).await?.read()
}

/// Answers the security questions; with `replaces` in the place of what was answered before.
pub async fn answer(answers: &SecurityAnswers, key: &Key) -> Result<Method, ApiError> {
    client::post("/me/authentication/security-questions", answers, key).await?.read()
}

/// Makes an app password; it is in this one answer and nowhere else.
pub async fn app_password(name: &NewAppPasswordName, key: &Key) -> Result<NewAppPassword, ApiError> {
    client::post("/me/authentication/app-passwords", name, key).await?.read()
}

/// Chooses what sign-in asks for first.
pub async fn set_default(id: &MethodId, key: &Key) -> Result<(), ApiError> {
    client::post("/me/authentication/default-method", &NewDefaultMethod { id: id.clone() }, key).await?.done()
}

/// Removes a method.
pub async fn remove(id: &MethodId) -> Result<(), ApiError> {
    client::delete(&format!("/me/authentication/methods/{id}")).await?.done()
}
