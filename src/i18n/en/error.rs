//! What went wrong, and pages that are none.

use crate::i18n::text::{AccessDenied, Errors, NotFound};

pub static ERROR: Errors = Errors {
    title: "This did not work",
    network: "We could not reach the server. Check your connection and try again.",
    timeout: "The server took too long to answer. Try again.",
    server: "Something went wrong on our side. Try again; if it happens again, give the help desk the request number.",
    unavailable: "The service is not available right now. Try again in a moment.",
    malformed: "The server's answer could not be read. Try again; if it happens again, give the help desk the request number.",
    terms_first: "Accept the terms of use first.",
    denied: "You are not allowed to do this.",
    not_found: "This no longer exists.",
    stale: "Somebody changed this meanwhile. This is how it is now.",
    in_flight: "This is already being worked on. Wait a moment and try again.",
    refused: "The server refused this request. Reload the page and try again.",
    too_many: |time| format!("Too many attempts. Try again {time}."),
    too_many_soon: "Too many attempts. Try again in a few minutes.",
    summary: "Check what you entered",
    too_long: |limit| format!("Use at most {limit} characters."),
    field: "Check this and enter it again.",
    request_id: "Request number",
    expired: "Your session has ended.",
    cancelled: "Nothing was changed, because your identity was not confirmed.",
    leaving_impossible: "You cannot leave this organization here. Ask its administrator.",
    decided: "Your organization decides this setting. You cannot change it.",
    closing_impossible: "You cannot close this account yourself. Ask the administrator of your organization.",
    export_in_progress: "A copy of your data is being prepared already. You can ask for another one when it is ready.",
    device_disabled: "This device is disabled. Only an administrator can bring it back.",
    password_elsewhere: "Your organization does not let this account change its password. Ask its administrator.",
    contains_name: "This is little more than your name, which is easy to guess. Choose other words.",
    contains_organization: "This is little more than the name of your organization, which is easy to guess. Choose other words.",
    contains_user_id: "This is little more than your user ID, which others know. Choose other words.",
    same_as_old: "This is your old password. Choose a new one.",
    too_common: "Many people use this password, so it is tried first. Choose something that only you would think of.",
    too_short: |minimum| format!("This is too short. Use at least {minimum} characters."),
    method_limit: "You have as many of these as you may have. Delete one first.",
    needs_another_method: "First add another method with which you can sign in.",
    last_method: "This is your last method of signing in. Add another one before you delete it.",
    set_by_organization: "Your organization set this up; only an administrator can remove it.",
    method_not_offered: "This method cannot be set up on this page.",
    wrong_code: "This is not right. Check it and enter it again, or begin anew for a new code.",
    repeated: "You have this one already. Enter another one.",
    work_address: "This is your work or school address, which you lose together with your password. Enter a private address.",
    challenge_expired: "This code no longer works: its time is over, it was used, or it was tried too often. Begin anew to get a new one.",
    message_not_sent: "We could not send the code. Try again in a moment, or use another method.",
};

pub static ACCESS_DENIED: AccessDenied = AccessDenied {
    title: "Access denied",
    my_apps: "Your organization has not given your account access to My Apps.",
    administrators: "Only administrators of this organization can see this page.",
    whom: "Do you need access? Ask the help desk of your organization.",
    to_account: "Go to My Account",
};

pub static NOT_FOUND: NotFound = NotFound {
    title: "Page not found",
    intro: "There is no page at this address. It may have moved, or the address has a typing error.",
    not_offered: "Your organization does not offer this here.",
    to_overview: "Go to the overview",
};
