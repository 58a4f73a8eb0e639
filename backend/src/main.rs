//! `my-account-server`: the portal's reference backend. `--help` says how to start it.

#![forbid(unsafe_code)]

use std::{io::Write, process::ExitCode};

use clap::Parser;
use my_account_server::{
    admin, backup,
    config::{Config, Task},
    headers::SecurityHeaders,
    log, restore, server,
};

fn main() -> ExitCode {
    let config = Config::parse();
    match config.task {
        Some(Task::Headers { format, path, pages }) => {
            match SecurityHeaders::for_pages(&pages).file(format, &pages, &path) {
                Ok(text) => {
                    print!("{text}");
                    ExitCode::SUCCESS
                }
                Err(error) => fail(&format!(
                    "The folder {} cannot be read ({error}): build the pages first or name their folder with --static.",
                    pages.display()
                )),
            }
        }
        Some(Task::Admin(task)) => say(admin::run(task)),
        Some(Task::Backup(options)) => say(backup::make(&options)),
        Some(Task::Restore(options)) => say(restore::restore(&options)),
        None => serve(config.serving),
    }
}

fn serve(config: my_account_server::config::Serving) -> ExitCode {
    log::begin(config.log_format);
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

/// What was done on stdout, or one plain sentence on stderr why not.
fn say(done: Result<String, impl std::fmt::Display>) -> ExitCode {
    match done {
        // Nobody reading it does not undo it.
        Ok(text) => _ = writeln!(std::io::stdout(), "{text}"),
        Err(error) => return fail(&error.to_string()),
    }
    ExitCode::SUCCESS
}

/// One plain sentence on stderr, exit code 1.
fn fail(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}
