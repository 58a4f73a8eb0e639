//! Requests that somebody decides, as those who ask and those who decide send them.

use axum::http::Method;
use serde_json::{Value, json};

use super::{Answer, Browser, World};

pub const EMPLOYEE: &str = "employee@harbor.example";
pub const ADMIN: &str = "admin@harbor.example";
pub const MANY: &str = "many@harbor.example";

/// A kind of request.
pub struct Requests {
    /// Where people find their own.
    pub own: &'static str,
    /// Where those who decide find them.
    pub queue: &'static str,
    /// The resource in the audit.
    pub resource: &'static str,
    /// The field of what is asked for.
    pub subject: &'static str,
    /// What `employee@` and `many@` can ask for, and `admin@` decides.
    pub wanted: &'static str,
    /// Something else that `employee@` can ask for.
    pub another: &'static str,
    /// Where `wanted` is offered.
    pub offers: &'static str,
    /// The most characters of what is written.
    pub longest: usize,
    /// The table of who has what.
    pub given: &'static str,
    /// Makes `many@` one who decides about `wanted` too: the demo's second one has a second factor, which is not what is
    /// tried here.
    pub second: &'static str,
}

/// Requests for apps.
pub const APPS: Requests = Requests {
    own: "/api/v1/me/app-requests",
    queue: "/api/v1/app-requests",
    resource: "app-request",
    subject: "app",
    wanted: "harbor-fuel-orders",
    another: "harbor-repair-workshop",
    offers: "/api/v1/me/app-catalogue?q=fuel",
    longest: 1000,
    given: "account_apps",
    second: "INSERT INTO app_approvers SELECT 'many', app FROM app_approvers WHERE account = 'admin'",
};

/// Requests to join groups.
pub const GROUPS: Requests = Requests {
    own: "/api/v1/me/join-requests",
    queue: "/api/v1/join-requests",
    resource: "join-request",
    subject: "group",
    wanted: "harbor-night-shift",
    another: "harbor-crane-maintenance",
    offers: "/api/v1/me/joinable-groups?q=night",
    longest: 500,
    given: "account_groups",
    second: "INSERT INTO group_owners VALUES ('many', 'harbor-night-shift')",
};

impl Requests {
    pub fn names<'a>(&self, items: &'a [Value]) -> Vec<&'a str> {
        items.iter().map(|it| it[self.subject]["displayName"].as_str().unwrap()).collect()
    }

    /// What a request says.
    pub fn body(&self, wanted: &str, justification: &str) -> Value {
        json!({ self.subject: wanted, "justification": justification })
    }

    pub async fn ask(&self, browser: &mut Browser, wanted: &str, justification: &str) -> Answer {
        browser.post(self.own, self.body(wanted, justification)).await
    }

    /// The person's newest request.
    pub async fn newest(&self, browser: &mut Browser) -> Value {
        browser.get(self.own).await.is(200).items()[0].clone()
    }

    /// A request for `wanted`, as it was seen.
    pub async fn asked(&self, browser: &mut Browser) -> Value {
        self.ask(browser, self.wanted, "I need it.").await.is(204);
        self.newest(browser).await
    }

    /// The address of one request for who decides.
    pub fn at(&self, seen: &Value) -> String {
        format!("{}/{}", self.queue, seen["id"].as_str().unwrap())
    }

    /// Approves or denies the version of a request that was seen.
    pub async fn decide(&self, browser: &mut Browser, seen: &Value, verb: &str) -> Answer {
        let body = if verb == "deny" { json!({ "reason": "Ask your team lead first." }) } else { json!({}) };
        act(browser, &format!("{}/{verb}", self.at(seen)), seen, body).await
    }

    pub async fn withdraw(&self, browser: &mut Browser, seen: &Value) -> Answer {
        act(browser, &self.withdrawal(seen), seen, json!({})).await
    }

    pub fn withdrawal(&self, seen: &Value) -> String {
        format!("{}/{}/withdraw", self.own, seen["id"].as_str().unwrap())
    }

    /// How often something was done to such requests.
    pub fn audited(&self, world: &World, verb: &str) -> i64 {
        world.audited(&format!("{}.{verb}", self.resource))
    }

    /// Somebody else who decides about `wanted`.
    pub async fn second_decider(&self, world: &World) -> Browser {
        world.change(self.second);
        world.signed_in(MANY).await
    }

    /// Whether `employee@` has what it wanted.
    pub fn is_given(&self, world: &World) -> bool {
        let Self { given, subject, wanted, .. } = self;
        world.count(&format!(r#"{given} WHERE account = 'employee' AND "{subject}" = '{wanted}'"#)) == 1
    }
}

async fn act(browser: &mut Browser, path: &str, seen: &Value, body: Value) -> Answer {
    browser.edit(Method::POST, path, seen["etag"].as_str().unwrap(), Some(body)).await
}
