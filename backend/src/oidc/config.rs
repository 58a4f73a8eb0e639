//! The file with the identity providers (`--identity-providers`). Whatever is wrong with it is one sentence at the start;
//! no secret is ever a part of one.

use std::{
    io,
    path::{Path, PathBuf},
};

use openidconnect::{ClientId, ClientSecret, IssuerUrl};
use serde::Deserialize;
use url::{Host, Url};

use super::{
    Provider,
    client::{Outbound, OutboundError, Target},
    discovery::Cache,
};

/// Which claim of a provider tells a new person's user ID.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserIdClaim {
    /// `email`, and only with `email_verified`.
    #[default]
    Email,
    /// `preferred_username`, for providers where nobody but an administrator sets it.
    PreferredUsername,
}

/// Why the providers cannot be used. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file.
    #[error("The identity providers in {} cannot be read ({reason}): check the file's name and that the server may read it.", .file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// The operating system's reason.
        reason: io::Error,
    },
    /// Its form.
    #[error("The identity providers in {} are not of the right form ({reason}): docs/identity.md has an example.", .file.display())]
    Malformed {
        /// The file.
        file: PathBuf,
        /// Where and why.
        reason: serde_json::Error,
    },
    /// One of them.
    #[error("The identity provider {0} cannot be used: {1}.")]
    Provider(String, String),
    /// The machine.
    #[error("Identity providers cannot be asked ({0}): install the system's CA certificates.")]
    Client(#[from] OutboundError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    providers: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    issuer: String,
    client_id: String,
    client_secret_file: Option<PathBuf>,
    client_secret_env: Option<String>,
    domains: Vec<String>,
    organization: String,
    #[serde(default)]
    hosts: Vec<String>,
    #[serde(default)]
    user_id_claim: UserIdClaim,
    account_url: Option<String>,
}

/// Reads the file.
///
/// # Errors
/// [`ConfigError`].
pub fn read(file: &Path) -> Result<Vec<Provider>, ConfigError> {
    let text = std::fs::read(file).map_err(|reason| ConfigError::Unreadable { file: file.to_owned(), reason })?;
    let File { providers } =
        serde_json::from_slice(&text).map_err(|reason| ConfigError::Malformed { file: file.to_owned(), reason })?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut domains = Vec::new();
    let mut found = Vec::new();
    for entry in providers {
        let issuer = entry.issuer.clone();
        let provider = checked(entry, folder).map_err(|error| match error {
            Wrong::Sentence(said) => ConfigError::Provider(issuer.clone(), said),
            Wrong::Client(error) => ConfigError::Client(error),
        })?;
        for domain in &provider.domains {
            if domains.contains(domain) {
                let said = format!("the domain {domain} is listed twice; each domain belongs to one provider");
                return Err(ConfigError::Provider(issuer, said));
            }
            domains.push(domain.clone());
        }
        found.push(provider);
    }
    Ok(found)
}

enum Wrong {
    Sentence(String),
    Client(OutboundError),
}

impl From<&str> for Wrong {
    fn from(said: &str) -> Self {
        Self::Sentence(said.to_owned())
    }
}

fn checked(entry: Entry, folder: &Path) -> Result<Provider, Wrong> {
    let url = Url::parse(&entry.issuer).map_err(|_| "its issuer is no address")?;
    if !is_safe(&url) || url.query().is_some() || url.fragment().is_some() {
        return Err("its issuer has to be an https address without a query (http on this machine alone)".into());
    }
    let secret = secret(&entry, folder)?;
    let domains: Vec<_> = entry.domains.iter().map(|it| it.trim().to_lowercase()).collect();
    if domains.is_empty() || domains.iter().any(|it| it.is_empty() || it.contains('@')) {
        return Err("domains has to list the part after the @ of its user IDs, like example.com".into());
    }
    if entry.organization.is_empty() || entry.client_id.is_empty() {
        return Err("organization and clientId may not be empty".into());
    }
    if entry.account_url.as_deref().is_some_and(|it| !Url::parse(it).is_ok_and(|it| it.scheme() == "https")) {
        return Err("accountUrl has to be an https address".into());
    }
    let mut targets = vec![Target::of(&url).ok_or("its issuer has no host")?];
    for host in &entry.hosts {
        let url = Url::parse(&format!("https://{host}")).ok().filter(|it| it.path() == "/" && it.query().is_none());
        let target = url.as_ref().and_then(Target::of);
        targets.push(target.ok_or("hosts has to list names like keys.example.com or keys.example.com:8443")?);
    }
    Ok(Provider {
        issuer: IssuerUrl::new(entry.issuer).map_err(|_| "its issuer is no address")?,
        client_id: ClientId::new(entry.client_id),
        client_secret: ClientSecret::new(secret),
        domains,
        organization: entry.organization,
        user_id_claim: entry.user_id_claim,
        account_url: entry.account_url,
        client: Outbound::new(targets).map_err(Wrong::Client)?,
        cache: Cache::default(),
    })
}

/// The client secret, from its file (beside the providers' file where its name is relative) or its environment variable.
fn secret(entry: &Entry, folder: &Path) -> Result<String, Wrong> {
    let secret = match (&entry.client_secret_file, &entry.client_secret_env) {
        (Some(file), None) => std::fs::read_to_string(folder.join(file)).map_err(|error| {
            Wrong::Sentence(format!("the file {} with its client secret cannot be read ({error})", file.display()))
        })?,
        (None, Some(name)) => std::env::var(name).map_err(|_| {
            Wrong::Sentence(format!("the environment variable {name} with its client secret is not set"))
        })?,
        _ => return Err("it needs either clientSecretFile or clientSecretEnv".into()),
    };
    match secret.trim() {
        "" => Err("its client secret is empty".into()),
        secret => Ok(secret.to_owned()),
    }
}

/// Whether an address may be asked or sent to: `https`, or this machine.
pub fn is_safe(url: &Url) -> bool {
    let plain = url.username().is_empty() && url.password().is_none();
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return false,
    };
    plain && (url.scheme() == "https" || here && url.scheme() == "http")
}
