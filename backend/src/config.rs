//! The command line and its environment variables.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::{message::smtp::SmtpOptions, security_keys::DEFAULT_ORIGIN};

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
    /// Print the `_headers` file for CDNs (Netlify, Cloudflare Pages).
    Headers {
        /// The folder with the built pages.
        #[arg(long = "static", value_name = "DIR", env = "MY_ACCOUNT_STATIC", default_value = "dist")]
        pages: PathBuf,
    },
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
