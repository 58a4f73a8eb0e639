//! The command line and its environment variables.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::{
    admin::AdminTask, backup::BackupOptions, headers::Format, log::LogFormat, message::smtp::SmtpOptions,
    proxies::Network, restore::RestoreOptions, security_keys::DEFAULT_ORIGIN,
};

/// The My Account and My Apps portal: its API on SQLite and its pages, in one process.
#[derive(Debug, Parser)]
#[command(name = "my-account-server", version, about, args_conflicts_with_subcommands = true)]
pub struct Config {
    /// What to do instead of serving.
    #[command(subcommand)]
    pub task: Option<Task>,
    /// How to serve.
    #[command(flatten)]
    pub serving: Serving,
}

/// What to do instead of serving.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Print the headers as another server reads them: a CDN's `_headers`, or an example for nginx or Caddy.
    Headers {
        /// For which server.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// Where the portal lies on its host, such as /portal; nginx only.
        #[arg(long, value_name = "PATH", default_value = "")]
        path: String,
        /// The folder with the built pages.
        #[arg(long = "static", value_name = "DIR", env = "MY_ACCOUNT_STATIC", default_value = "dist")]
        pages: PathBuf,
    },
    /// Fill the directory from the command line; a server may be running meanwhile.
    #[command(subcommand)]
    Admin(AdminTask),
    /// Copy the database and its key to new files; a server may be running meanwhile.
    Backup(BackupOptions),
    /// Put a backup in the place of the database, which is kept beside it.
    Restore(RestoreOptions),
}

/// How to serve.
#[derive(Debug, Args)]
pub struct Serving {
    /// The address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDR", env = "MY_ACCOUNT_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The folder with the built pages.
    #[arg(long = "static", value_name = "DIR", env = "MY_ACCOUNT_STATIC", default_value = "dist")]
    pub pages: PathBuf,
    /// The database; created with its folder when missing.
    #[arg(long, value_name = "FILE", env = "MY_ACCOUNT_DATABASE", default_value = "data/portal.db")]
    pub database: PathBuf,
    /// Load the demo directory into an empty database.
    #[arg(long, env = "MY_ACCOUNT_DEMO", value_parser = clap::builder::FalseyValueParser::new())]
    pub demo: bool,
    /// Where people open the portal: security keys are bound to its host. On localhost every port is the portal's.
    #[arg(long, value_name = "URL", env = "MY_ACCOUNT_ORIGIN", default_value = DEFAULT_ORIGIN)]
    pub origin: String,
    /// A proxy in front, as an address or a network: what it says in X-Forwarded-For is believed. Can be repeated.
    #[arg(long = "trusted-proxy", value_name = "CIDR", env = "MY_ACCOUNT_TRUSTED_PROXY", value_delimiter = ',')]
    pub trusted_proxies: Vec<Network>,
    /// Where to answer GET /metrics for Prometheus: an address that only it reaches.
    #[arg(long, value_name = "ADDR", env = "MY_ACCOUNT_METRICS_LISTEN")]
    pub metrics_listen: Option<SocketAddr>,
    /// How the log on stderr is written; RUST_LOG says how much (info).
    #[arg(long, value_enum, value_name = "FORMAT", env = "MY_ACCOUNT_LOG_FORMAT", default_value_t)]
    pub log_format: LogFormat,
    /// The identity providers of organizations that sign their people in themselves (docs/identity.md).
    #[arg(long, value_name = "FILE", env = "MY_ACCOUNT_IDENTITY_PROVIDERS")]
    pub identity_providers: Option<PathBuf>,
    /// Sending codes.
    #[command(flatten)]
    pub smtp: SmtpOptions,
    /// Shift the server's clock, for rehearsals and tests.
    #[arg(
        long,
        value_name = "SECONDS",
        env = "MY_ACCOUNT_CLOCK_OFFSET",
        default_value_t = 0,
        allow_negative_numbers = true
    )]
    pub clock_offset: i64,
}
