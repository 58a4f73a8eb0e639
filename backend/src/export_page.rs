//! The page inside an export: everything in it, readable without any program, in English and Dutch. No script.

use std::fmt::Write;

use portal_contract::organizations::OrganizationSummary;
use serde_json::{Map, Value};

use crate::store::personal::Table;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}\
    table{border-collapse:collapse}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top;\
    overflow-wrap:anywhere}th small,h2 small{font-weight:400}.wide{overflow-x:auto}";

/// One table of a copy and its rows.
pub type Part = (&'static Table, Vec<Map<String, Value>>);

/// What tables are called: name, English, Dutch.
const TABLES: [(&str, &str, &str); 47] = [
    ("accounts", "Your account", "Uw account"),
    ("photos", "Your photo: photo.jpg", "Uw foto: photo.jpg"),
    ("administrators", "Organizations that you administer", "Organisaties die u beheert"),
    ("guests", "Organizations where you are a guest", "Organisaties waar u gast bent"),
    ("account_groups", "Your groups", "Uw groepen"),
    ("group_owners", "Groups you own", "Groepen waarvan u eigenaar bent"),
    ("guest_groups", "Your groups as a guest", "Uw groepen als gast"),
    (
        "group_invitations",
        "Mails about groups that wait to be sent to you",
        "E-mails over groepen die nog naar u worden verzonden",
    ),
    ("join_requests", "Groups that you asked to join", "Groepen waarvoor u lidmaatschap hebt aangevraagd"),
    ("account_apps", "Your apps", "Uw apps"),
    ("guest_apps", "Your apps as a guest", "Uw apps als gast"),
    ("app_choices", "What you do with your apps", "Wat u met uw apps doet"),
    ("account_consents", "What you agreed to that apps may do", "Wat apps met uw toestemming mogen doen"),
    (
        "saved_accounts",
        "Saved accounts for your apps, without the passwords",
        "Opgeslagen accounts voor uw apps, zonder de wachtwoorden",
    ),
    ("app_approvers", "Apps for which you decide requests", "Apps waarvoor u aanvragen beoordeelt"),
    ("app_requests", "Apps that you asked for", "Apps die u hebt aangevraagd"),
    ("access_reviewers", "Access reviews in which you decide", "Toegangsbeoordelingen waarin u beslist"),
    ("access_review_items", "Access reviews about you", "Toegangsbeoordelingen over u"),
    (
        "access_review_decisions",
        "Decisions in access reviews, by you or about you",
        "Beslissingen in toegangsbeoordelingen, door u of over u",
    ),
    ("collections", "Your collections of apps", "Uw verzamelingen van apps"),
    ("collection_apps", "The apps in your collections", "De apps in uw verzamelingen"),
    (
        "account_collections",
        "Collections that your organization gave you",
        "Verzamelingen die uw organisatie u heeft gegeven",
    ),
    ("collection_choices", "How you arrange your collections", "Hoe u uw verzamelingen indeelt"),
    ("devices", "Your devices", "Uw apparaten"),
    (
        "bit_locker_keys",
        "Your BitLocker keys, without the keys themselves",
        "Uw BitLocker-sleutels, zonder de sleutels zelf",
    ),
    ("methods", "Your sign-in methods", "Uw aanmeldingsmethoden"),
    ("security_answers", "Your security questions, without the answers", "Uw beveiligingsvragen, zonder de antwoorden"),
    ("challenges", "Codes and keys that were asked for", "Codes en sleutels waarom is gevraagd"),
    ("password_resets", "Forgotten passwords", "Vergeten wachtwoorden"),
    (
        "password_reset_proofs",
        "What you proved to reset your password",
        "Wat u hebt bewezen om uw wachtwoord opnieuw in te stellen",
    ),
    ("sent_codes", "Codes that were sent", "Verzonden codes"),
    ("outbox", "Messages to you that wait here", "Berichten aan u die hier wachten"),
    ("account_services", "Connected services", "Verbonden services"),
    ("terms_answers", "Terms of use that you answered", "Gebruiksvoorwaarden waarop u hebt geantwoord"),
    ("data_exports", "Copies of your data", "Kopieën van uw gegevens"),
    ("sessions", "Where you are signed in", "Waar u bent aangemeld"),
    (
        "trusted_devices",
        "Devices on which you are not asked for a second method",
        "Apparaten waarop u niet om een tweede methode wordt gevraagd",
    ),
    ("session_organizations", "Organizations that you are signed in to", "Organisaties waarbij u bent aangemeld"),
    ("proofs", "Proofs of identity not used yet", "Identiteitsbewijzen die nog niet zijn gebruikt"),
    ("identity_links", "Who you are at your organization's sign-in", "Wie u bent bij de aanmelding van uw organisatie"),
    (
        "identity_sessions",
        "Sessions that began at your organization's sign-in",
        "Sessies die bij de aanmelding van uw organisatie zijn begonnen",
    ),
    (
        "identity_transactions",
        "Sign-ins at your organization that are not finished",
        "Aanmeldingen bij uw organisatie die niet zijn voltooid",
    ),
    ("sign_ins", "Your sign-ins", "Uw aanmeldingen"),
    (
        "sign_in_circumstances",
        "Where and with what you signed in, each once",
        "Waar en waarmee u zich hebt aangemeld, elk één keer",
    ),
    ("sign_in_attempts", "Failed sign-ins that still count", "Mislukte aanmeldingen die nog meetellen"),
    ("idempotency", "Requests of the last 24 hours", "Aanvragen van de afgelopen 24 uur"),
    ("audit", "What you did here", "Wat u hier hebt gedaan"),
];

/// What columns are called, in whichever table: name, English, Dutch.
const COLUMNS: [(&str, &str, &str); 113] = [
    ("accepted", "Accepted", "Geaccepteerd"),
    ("accepted_at", "Accepted", "Geaccepteerd"),
    ("action", "Action", "Handeling"),
    ("added_at", "Added", "Toegevoegd"),
    ("address", "Network address", "Netwerkadres"),
    ("agreed_at", "Agreed", "Toegestaan"),
    ("answered", "Answered", "Beantwoord"),
    ("answered_at", "Answered", "Beantwoord"),
    ("app", "App (id)", "App (id)"),
    ("app_name", "App", "App"),
    ("application", "App", "App"),
    ("at", "Time", "Tijdstip"),
    ("backed_up_at", "Kept since", "Bewaard sinds"),
    ("browser", "Browser", "Browser"),
    ("by_organization", "Set by the organization", "Ingesteld door de organisatie"),
    ("carrier", "Sent by", "Verzonden via"),
    ("changed_at", "Changed", "Gewijzigd"),
    ("circumstances_name", "Where and with what", "Waar en waarmee"),
    ("city", "Town", "Plaats"),
    ("collection", "Collection (id)", "Verzameling (id)"),
    ("collection_name", "Collection", "Verzameling"),
    ("compliant", "Compliant", "Voldoet aan het beleid"),
    ("connected_at", "Connected since", "Verbonden sinds"),
    ("country", "Country", "Land"),
    ("created_at", "Since", "Sinds"),
    ("current_organization", "Working in", "Actief in"),
    ("decided_at", "Decided", "Beslist"),
    ("decision", "Decision", "Beslissing"),
    ("default_method", "Default sign-in method (id)", "Standaardmethode voor aanmelden (id)"),
    ("deleted_at", "Left", "Verlaten"),
    ("denial_reason", "Reason of the denial", "Reden van de weigering"),
    ("device", "Device (id)", "Apparaat (id)"),
    ("disabled", "Disabled", "Uitgeschakeld"),
    ("display_language", "Display language", "Weergavetaal"),
    ("display_name", "Name", "Naam"),
    ("drive", "Drive", "Schijf"),
    ("expires_at", "Available until", "Beschikbaar tot"),
    ("factor", "Proof", "Bewijs"),
    ("for_sign_in", "Good for sign-in", "Geschikt voor aanmelden"),
    ("form", "Kind of device", "Soort apparaat"),
    ("group", "Group (id)", "Groep (id)"),
    ("group_name", "Group", "Groep"),
    ("guest", "Guest (id)", "Gast (id)"),
    ("has_my_apps", "Has My Apps", "Heeft Mijn apps"),
    ("hidden", "Hidden", "Verborgen"),
    ("home_organization", "Home organization (id)", "Thuisorganisatie (id)"),
    ("id", "Id", "Id"),
    ("issuer", "Organization's sign-in", "Aanmelding van de organisatie"),
    ("job_title", "Job title", "Functie"),
    ("justification", "Business justification", "Zakelijke motivering"),
    ("key", "Key", "Sleutel"),
    ("kind", "Kind", "Soort"),
    ("language", "Language", "Taal"),
    ("label", "Label", "Label"),
    ("last_activity_at", "Last activity", "Laatste activiteit"),
    ("last_seen_at", "Last used", "Laatst gebruikt"),
    ("last_sign_in_at", "Last sign-in", "Laatste aanmelding"),
    ("last_used_at", "Last used", "Laatst gebruikt"),
    ("latitude", "Degrees north", "Graden noorderbreedte"),
    ("linked_at", "Linked", "Gekoppeld"),
    ("longitude", "Degrees east", "Graden oosterlengte"),
    ("mail", "Email", "E-mail"),
    ("managed", "Managed by the organization", "Beheerd door de organisatie"),
    ("message", "Message", "Bericht"),
    ("method", "Method (id)", "Methode (id)"),
    ("name", "Name", "Naam"),
    ("network", "Network", "Netwerk"),
    ("number", "Row", "Rij"),
    ("office_location", "Office", "Kantoor"),
    ("opened_at", "Last opened", "Laatst geopend"),
    ("operating_system", "Operating system", "Besturingssysteem"),
    ("operating_system_version", "Version of the operating system", "Versie van het besturingssysteem"),
    ("organization", "Organization (id)", "Organisatie (id)"),
    ("organization_name", "Organization", "Organisatie"),
    ("outcome", "Outcome", "Uitkomst"),
    ("password_changed_at", "Password last changed", "Wachtwoord laatst gewijzigd"),
    ("permission", "Permission (id)", "Machtiging (id)"),
    ("permission_name", "Permission", "Machtiging"),
    ("position", "Place", "Plaats in de volgorde"),
    ("proof_at", "Identity last proved", "Identiteit laatst bewezen"),
    ("proved_at", "Proved", "Bewezen"),
    ("provider", "Organization's sign-in", "Aanmelding van de organisatie"),
    ("purpose", "For", "Waarvoor"),
    ("question", "Question", "Vraag"),
    ("reason", "Reason of failure", "Reden van mislukken"),
    ("recommendation", "Recommendation", "Aanbeveling"),
    ("recipient", "To", "Aan"),
    ("regional_format", "Regional format", "Regionale indeling"),
    ("registered_at", "Registered", "Geregistreerd"),
    ("request_id", "Request number", "Aanvraagnummer"),
    ("requested_at", "Requested", "Aangevraagd"),
    ("result", "Result", "Resultaat"),
    ("review", "What you said of it", "Wat u ervan zei"),
    ("review_name", "Access review", "Toegangsbeoordeling"),
    ("route", "Request", "Aanvraag"),
    ("saved_at", "Saved", "Opgeslagen"),
    ("service", "Service (id)", "Service (id)"),
    ("service_name", "Service", "Service"),
    ("reset", "Forgotten password (id)", "Vergeten wachtwoord (id)"),
    ("session", "Session (id)", "Sessie (id)"),
    ("sid", "Session there", "Sessie daar"),
    ("size", "Size in bytes", "Grootte in bytes"),
    ("stage", "Stage", "Fase"),
    ("state", "State", "Status"),
    ("subject", "Subject", "Onderwerp"),
    ("target", "What it was about", "Waar het om ging"),
    ("terms", "Terms of use (id)", "Gebruiksvoorwaarden (id)"),
    ("time_zone", "Time zone", "Tijdzone"),
    ("trusted_device", "Trusted device (id)", "Vertrouwd apparaat (id)"),
    ("unusual", "Unusual", "Ongebruikelijk"),
    ("user_id", "User ID", "Gebruikers-id"),
    ("user_name", "User name", "Gebruikersnaam"),
    ("version", "Version", "Versie"),
];

/// The page for a person's parts; `made_at` in RFC 3339.
pub fn page(parts: &[Part], name: &str, home: Option<&OrganizationSummary>, made_at: &str) -> String {
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>My data · Mijn gegevens</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <h1>My data · <span lang=\"nl\">Mijn gegevens</span></h1>\n<p>{}</p>\n\
         <p>Everything that My Account knew about you on {made_at}. Times are in UTC. The same is in the JSON files beside \
         this page. Passwords and other secrets are left out.</p>\n\
         <p lang=\"nl\">Alles wat Mijn account op {made_at} over u wist. Tijden zijn in UTC. Hetzelfde staat in de \
         JSON-bestanden naast deze pagina. Wachtwoorden en andere geheimen zijn weggelaten.</p>\n",
        escaped(&match home {
            Some(home) => format!("{name}, {}", home.display_name),
            None => name.to_owned(),
        }),
    );
    for part in parts {
        write_table(&mut html, part);
    }
    html.push_str("</body>\n</html>\n");
    html
}

/// Writing to a `String` does not fail.
fn write_table(html: &mut String, (table, rows): &Part) {
    let (english, dutch) = label(&TABLES, table.name);
    let (file, count) = (table.name, rows.len());
    let _ = write!(html, "<h2>{english} <small lang=\"nl\">{dutch}</small></h2>\n<p>{file}.json: {count}</p>\n");
    if rows.is_empty() {
        return;
    }
    html.push_str("<div class=\"wide\"><table>\n<tr>");
    for column in table.columns {
        let (english, dutch) = label(&COLUMNS, column.name());
        let _ = write!(html, "<th scope=\"col\">{english}<br><small lang=\"nl\">{dutch}</small></th>");
    }
    html.push_str("</tr>\n");
    for row in rows {
        html.push_str("<tr>");
        for column in table.columns {
            let _ = write!(html, "<td>{}</td>", row.get(&column.key()).map(cell).unwrap_or_default());
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</table></div>\n");
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes · <span lang=\"nl\">ja</span>".to_owned(),
        Value::Bool(false) => "no · <span lang=\"nl\">nee</span>".to_owned(),
        Value::String(text) => escaped(text),
        other => escaped(&other.to_string()),
    }
}

/// English and Dutch; the name itself where none was given, which the tests below do not let happen.
fn label<'a>(labels: &'a [(&str, &'a str, &'a str)], name: &'a str) -> (&'a str, &'a str) {
    labels.iter().find(|it| it.0 == name).map_or((name, name), |it| (it.1, it.2))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;
    use crate::store::personal::PERSONAL;

    #[test]
    fn every_table_and_column_of_an_export_is_called_something_in_both_languages() {
        for table in &PERSONAL {
            assert!(TABLES.iter().any(|it| it.0 == table.name), "{}", table.name);
            for column in table.columns {
                assert!(COLUMNS.iter().any(|it| it.0 == column.name()), "{}", column.name());
            }
        }
    }

    #[test]
    fn what_people_called_themselves_is_text_and_never_markup() {
        let mut row = Map::new();
        row.insert("displayName".to_owned(), json!("<script>alert(1)</script>\"&"));
        let html = page(&[(&PERSONAL[0], vec![row])], "<b>", None, "2026-01-01T00:00:00Z");
        assert!(!html.contains("<script") && !html.contains("<b>"));
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"));
    }
}
