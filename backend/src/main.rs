//! `my-account-server`: the portal's reference backend. `--help` says how to start it.

#![forbid(unsafe_code)]

use std::{io::IsTerminal, process::ExitCode};

use clap::Parser;
use my_account_server::{
    config::{Config, Task},
    headers::SecurityHeaders,
    server,
};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let config = Config::parse();
    match config.task {
        Some(Task::Headers { pages }) => match SecurityHeaders::for_pages(&pages).headers_file(&pages) {
            Ok(text) => {
                print!("{text}");
                ExitCode::SUCCESS
            }
            Err(error) => fail(&format!(
                "The folder {} cannot be read ({error}): build the pages first or name their folder with --static.",
                pages.display()
            )),
        },
        None => serve(config.serving),
    }
}

fn serve(config: my_account_server::config::Serving) -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours).init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            return fail(&format!("The server cannot start its threads ({error}): free some memory and start again."));
        }
    };
    match runtime.block_on(server::serve(config)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

/// One plain sentence on stderr, exit code 1.
fn fail(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}
