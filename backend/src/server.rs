//! Starting, serving, stopping. Whatever is wrong at the start is one plain sentence.

use std::{
    io::{self, Write},
    net::SocketAddr,
    sync::Arc,
};

use tokio::net::TcpListener;

use crate::{
    clock::Clock,
    config::Serving,
    demo::{self, DemoError},
    exports, jobs,
    message::smtp::{Smtp, SmtpError},
    metrics,
    oidc::{
        Providers,
        config::{self as identity_providers, ConfigError},
    },
    portal::{Portal, PortalError},
    proxies::TrustedProxies,
    router,
    security_keys::SecurityKeys,
    sign_in_elsewhere,
    store::{OpenError, Store},
};

/// Why the server did not start or had to stop. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The database.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The demo directory.
    #[error(transparent)]
    Demo(#[from] DemoError),
    /// `--clock-offset` without `--demo`.
    #[error("--clock-offset works with --demo only: a real portal's clock is the machine's.")]
    ClockOffset,
    /// The mail server.
    #[error(transparent)]
    Smtp(#[from] SmtpError),
    /// The identity providers.
    #[error(transparent)]
    IdentityProviders(#[from] ConfigError),
    /// Argon2 or the origin of security keys.
    #[error(transparent)]
    Portal(#[from] PortalError),
    /// The address is taken.
    #[error("Another program listens on {0}: end that program or choose another address with {1}.")]
    AddressTaken(SocketAddr, &'static str),
    /// The address cannot be used.
    #[error("The server cannot listen on {0} ({2}): choose another address with {1}.")]
    Address(SocketAddr, &'static str, io::Error),
    /// The connection to the network broke.
    #[error("The server had to stop ({0}): start it again.")]
    Stopped(io::Error),
}

/// Serves until SIGTERM or SIGINT; requests that are being answered are finished first.
///
/// Prints one line on stdout when it listens, with the real port when 0 was asked, and another one where metrics are.
///
/// # Errors
/// [`ServeError`].
pub async fn serve(config: Serving) -> Result<(), ServeError> {
    if config.clock_offset != 0 && !config.demo {
        return Err(ServeError::ClockOffset);
    }
    let smtp = Smtp::new(config.smtp)?;
    let providers = match &config.identity_providers {
        Some(file) => Providers::new(&config.origin, identity_providers::read(file)?),
        None => Providers::default(),
    };
    let security_keys = SecurityKeys::new(&config.origin).map_err(PortalError::from)?;
    // Then the address: a taken port is the commonest mistake, and should not leave a new database behind.
    let (listener, address) = listen(config.listen, "--listen").await?;
    let metrics = match config.metrics_listen {
        Some(address) => Some(listen(address, "--metrics-listen").await?),
        None => None,
    };

    let clock = Clock::system(config.clock_offset);
    let store = Store::open(&config.database)?;
    let mut portal = Portal::new(store, clock, config.demo)?;
    portal.security_keys = Arc::new(security_keys);
    portal.proxies = TrustedProxies::new(config.trusted_proxies);
    portal.providers = providers;
    // A demo with a mail server sends real mails: who names one wants that.
    if let Some(smtp) = smtp {
        portal.sender = Arc::new(smtp);
    }
    let portal = Arc::new(portal);
    if config.demo {
        demo::load(&portal, &config.database).await?;
    }
    if !config.pages.join("index.html").is_file() {
        tracing::warn!(folder = %config.pages.display(), "no pages are built here: only the API answers");
    }
    // Before anybody can ask for an export: later it would be taken from whoever prepares it.
    if let Err(error) = exports::resume(&portal).await {
        tracing::error!(%error, "exports that were interrupted could not be put back");
    }
    let service = router::build(Arc::clone(&portal), &config.pages).into_make_service_with_connect_info::<SocketAddr>();
    let counting =
        metrics.map(|(listener, address)| (tokio::spawn(metrics::serve(listener, Arc::clone(&portal))), address));
    tokio::spawn(sign_in_elsewhere::look_around(Arc::clone(&portal)));
    let jobs = tokio::spawn(jobs::run(portal));

    // Before the line below: whoever reads it may ask to stop at once.
    let asked_to_stop = asked_to_stop();
    // Nobody reading stdout is no reason to stop.
    let _ = writeln!(io::stdout(), "listening on http://{address}");
    if let Some((_, address)) = &counting {
        let _ = writeln!(io::stdout(), "metrics on http://{address}/metrics");
    }
    let served = axum::serve(listener, service).with_graceful_shutdown(asked_to_stop).await;
    // Waited for, so that the database is closed in order.
    for task in counting.into_iter().map(|(task, _)| task).chain([jobs]) {
        task.abort();
        let _ = task.await;
    }
    tracing::info!("stopped");
    served.map_err(ServeError::Stopped)
}

/// Listens on the address that `option` gave; gives back the real one, with its port.
async fn listen(asked: SocketAddr, option: &'static str) -> Result<(TcpListener, SocketAddr), ServeError> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AddrInUse => ServeError::AddressTaken(asked, option),
        _ => ServeError::Address(asked, option, error),
    };
    let listener = TcpListener::bind(asked).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}

/// Listens for SIGTERM and SIGINT from now on; what it returns ends when one comes. Where the system offers neither, it
/// never ends.
#[cfg(unix)]
fn asked_to_stop() -> impl Future<Output = ()> + Send + 'static {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    async move {
        match signals {
            (Ok(mut terminate), Ok(mut interrupt)) => {
                tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
            }
            _ => std::future::pending().await,
        }
    }
}

/// The same where there are no signals but the console's.
#[cfg(not(unix))]
async fn asked_to_stop() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
