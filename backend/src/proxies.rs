//! From where a request comes when proxies hand it on: `X-Forwarded-For`, believed of the proxies that `--trusted-proxy`
//! names and of nobody else, because anybody can send that header.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use axum::http::{HeaderMap, HeaderName};
use ipnet::IpNet;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Networks of proxies: one given as an address is a network of that address alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network(IpNet);

/// No network.
#[derive(Debug, thiserror::Error)]
#[error("write it as an address (10.0.0.7) or a network (10.0.0.0/8, fd00::/8)")]
pub struct NoNetwork;

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let alone = || text.parse::<IpAddr>().map(IpNet::from);
        text.parse::<IpNet>().or_else(|_| alone()).map(Self).map_err(|_| NoNetwork)
    }
}

/// The proxies that are believed.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<Network>);

impl TrustedProxies {
    /// These networks; none of them means that nobody is believed.
    pub fn new(networks: Vec<Network>) -> Self {
        Self(networks)
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|Network(network)| network.contains(&address))
    }

    /// The client's address: the peer's, or where that is a proxy the one that it names, and so on through proxies behind
    /// proxies. What stands left of the first address that is no proxy's was written by that client, who can write anything.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        let mut hops = headers
            .get_all(FORWARDED_FOR)
            .iter()
            .rev()
            .flat_map(|value| value.to_str().unwrap_or_default().rsplit(','))
            .map(str::trim);
        while self.trusts(client) {
            // Where a proxy names nobody, or something that is no address, that proxy is all there is to know.
            let Some(hop) = hops.next().and_then(address) else { break };
            client = hop;
        }
        client
    }
}

/// An address, with a port or without.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(text);
    let parsed = bare.parse::<IpAddr>().or_else(|_| text.parse::<SocketAddr>().map(|it| it.ip()));
    parsed.ok().map(|it| it.to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use proptest::prelude::*;

    use super::{Network, TrustedProxies};

    fn client(networks: &[&str], peer: &str, forwarded: &[&str]) -> String {
        let proxies = TrustedProxies::new(networks.iter().map(|it| it.parse().unwrap()).collect());
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        proxies.client(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn only_a_trusted_peer_names_the_client() {
        let inside = ["10.0.0.0/8", "::1"];
        for (networks, peer, forwarded, expected) in [
            (&inside[..0], "10.0.0.7", &["198.51.100.1"][..], "10.0.0.7"),
            (&inside, "192.0.2.1", &["198.51.100.1"], "192.0.2.1"),
            (&inside, "10.0.0.7", &["198.51.100.1"], "198.51.100.1"),
            (&inside, "10.0.0.7", &[], "10.0.0.7"),
            (&inside, "::ffff:10.0.0.7", &["198.51.100.1"], "198.51.100.1"),
            (&inside, "::1", &["2001:db8::5"], "2001:db8::5"),
            (&["10.0.0.7"], "10.0.0.8", &["198.51.100.1"], "10.0.0.8"),
        ] {
            assert_eq!(client(networks, peer, forwarded), expected, "{peer} {forwarded:?}");
        }
    }

    #[test]
    fn the_rightmost_hop_that_is_no_proxy_is_the_client() {
        let inside = ["10.0.0.0/8"];
        for (forwarded, expected) in [
            (&["203.0.113.9, 198.51.100.1"][..], "198.51.100.1"),
            (&["203.0.113.9, 198.51.100.1, 10.0.0.2,10.0.0.3"], "198.51.100.1"),
            // Several lines are one list.
            (&["203.0.113.9", "198.51.100.1", "10.0.0.2"], "198.51.100.1"),
            // Nobody but proxies: the first of them asks for itself.
            (&["10.0.0.1, 10.0.0.2"], "10.0.0.1"),
            (&["198.51.100.1:4711"], "198.51.100.1"),
            (&["[2001:db8::5]:4711"], "2001:db8::5"),
            (&["[2001:db8::5]"], "2001:db8::5"),
            (&["198.51.100.1, unknown"], "10.0.0.7"),
            (&["198.51.100.1, unknown, 10.0.0.2"], "10.0.0.2"),
            (&[""], "10.0.0.7"),
        ] {
            assert_eq!(client(&inside, "10.0.0.7", forwarded), expected, "{forwarded:?}");
        }
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in ["10.0.0.0/8", "10.0.0.7", "fd00::/8", "::1"] {
            assert!(text.parse::<Network>().is_ok(), "{text}");
        }
        for text in ["", "10.0.0", "10.0.0.0/33", "proxy.example", "10.0.0.1:80"] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn without_a_trusted_peer_nothing_that_is_sent_matters(sent in "[ -~]{0,80}") {
            prop_assert_eq!(client(&["10.0.0.0/8"], "192.0.2.1", &[&sent]), "192.0.2.1");
        }
    }
}
