//! What requests carry: bodies, query strings and path segments, each refused with a problem document.

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Query, Request},
    http::{StatusCode, request::Parts},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use portal_contract::{
    page::{MAX_LIMIT, Page},
    problem::{Code, FieldCode},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{csrf::is_json, fields::MAX_CHARACTERS, problem::Refusal, secret::fingerprint};

/// The largest body, in bytes.
pub const MAX_BODY: usize = 64 * 1024;

/// A JSON body: 415 when it does not say so, 413 when too large, 400 when it is no JSON or not of the shape of `T`.
pub struct Body<T> {
    /// What it says.
    pub value: T,
    /// SHA-256 of its bytes, to tell repeats from new requests.
    pub hash: [u8; 32],
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            return Err(Code::UnsupportedMediaType.into());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Code::BodyTooLarge,
            _ => Code::MalformedRequest,
        })?;
        // serde would also fill a struct from an array, which no request is.
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return Err(Code::MalformedRequest.into());
        }
        let Json(value) = Json::from_bytes(&bytes).map_err(|_| Code::MalformedRequest)?;
        Ok(Self { value, hash: fingerprint(&bytes) })
    }
}

/// The body of an action that needs no input: `{}`.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// The ids in the path. One that is no text is no one's id: 404.
pub struct Ids<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Ids<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(ids)) => Ok(Self(ids)),
            Err(_) => Err(Code::NotFound.into()),
        }
    }
}

/// The query of a list without search.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
}

/// The query of a list with search.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Searching {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// What to search for, without regard to case.
    #[param(max_length = 256)]
    q: Option<String>,
}

/// Which part of a list is wanted. `A` is where a page of this list begins.
pub struct Wanted<A> {
    /// The most rows, 1 to 100.
    pub limit: u32,
    /// Where to begin; absent for the first page.
    pub after: Option<A>,
    /// What to search for; absent for everything.
    pub search: Option<String>,
}

/// Reads `limit` and `cursor`.
impl<S: Send + Sync, A: DeserializeOwned> FromRequestParts<S> for Wanted<A> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Query(Paging { limit, cursor }) =
            Query::from_request_parts(parts, state).await.map_err(|_| Code::MalformedRequest)?;
        wanted(limit, cursor, None)
    }
}

/// Like [`Wanted`], with `q`.
pub struct Searched<A>(pub Wanted<A>);

impl<S: Send + Sync, A: DeserializeOwned> FromRequestParts<S> for Searched<A> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Query(Searching { limit, cursor, q }) =
            Query::from_request_parts(parts, state).await.map_err(|_| Code::MalformedRequest)?;
        wanted(limit, cursor, q).map(Self)
    }
}

/// Checks what a query asks for.
///
/// # Errors
/// 400 for a cursor that is none, 422 for `limit` or `q`.
pub fn wanted<A: DeserializeOwned>(
    limit: Option<u32>,
    cursor: Option<String>,
    search: Option<String>,
) -> Result<Wanted<A>, Refusal> {
    let limit = limit.unwrap_or(MAX_LIMIT);
    if !(1..=MAX_LIMIT).contains(&limit) {
        return Err(Refusal::field("/limit", FieldCode::Malformed, Some(MAX_LIMIT)));
    }
    let search = search.map(|search| search.trim().to_owned()).filter(|search| !search.is_empty());
    if search.as_ref().is_some_and(|search| search.chars().count() > MAX_CHARACTERS) {
        return Err(Refusal::field("/q", FieldCode::TooLong, u32::try_from(MAX_CHARACTERS).ok()));
    }
    let after = match cursor {
        None => None,
        Some(cursor) => {
            let after = read_cursor(&cursor);
            Some(after.ok_or_else(|| Refusal::field("/cursor", FieldCode::Malformed, None))?)
        }
    };
    Ok(Wanted { limit, after, search })
}

/// One page as the contract writes it.
pub fn page<T, A: Serialize>((items, next): (Vec<T>, Option<A>)) -> Json<Page<T>> {
    let next_cursor = next.and_then(|after| serde_json::to_vec(&after).ok()).map(|after| URL_SAFE_NO_PAD.encode(after));
    Json(Page { items, next_cursor })
}

fn read_cursor<A: DeserializeOwned>(cursor: &str) -> Option<A> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{page, read_cursor};

    proptest! {
        #[test]
        fn cursors_come_back_as_they_were_and_others_are_refused(name in ".{0,40}", id in ".{0,40}", junk in ".{0,40}") {
            let page = page((Vec::<()>::new(), Some((name.clone(), id.clone()))));
            let cursor = page.0.next_cursor.unwrap();
            prop_assert_eq!(read_cursor::<(String, String)>(&cursor), Some((name, id)));
            let _ = read_cursor::<(i64, String)>(&junk);
        }
    }
}
