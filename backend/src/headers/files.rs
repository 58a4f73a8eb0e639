//! The same headers for other servers: files for CDNs, nginx and Caddy, so that nobody copies a policy by hand (S11).

use std::{fmt::Write as _, io, path::Path};

use clap::ValueEnum;

use super::{IMMUTABLE, NO_CACHE, SecurityHeaders, hashed_files, title_case};

/// For which server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The `_headers` file of Netlify and Cloudflare Pages.
    #[default]
    Netlify,
    /// A complete nginx configuration.
    Nginx,
    /// A complete Caddyfile.
    Caddy,
}

/// Names of files that change with their content, as [`super::has_content_hash`] sees them.
const HASHED: &str = r"-[0-9a-f]{8,}(_bg)?\.[^/]+$";

impl SecurityHeaders {
    /// The file for a server; `path` is where the portal lies on its host: empty, or such as `/portal`.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn file(&self, format: Format, folder: &Path, path: &str) -> io::Result<String> {
        Ok(match format {
            Format::Netlify => self.netlify(folder)?,
            Format::Nginx => self.nginx(path),
            Format::Caddy => self.caddy(),
        })
    }

    fn each(&self) -> impl Iterator<Item = (String, &str)> {
        self.0.iter().map(|(name, value)| (title_case(name.as_str()), value.to_str().unwrap_or_default()))
    }

    /// These headers on everything, and how long each file in `folder` may be kept.
    fn netlify(&self, folder: &Path) -> io::Result<String> {
        let mut text = "/*\n".to_owned();
        for (name, value) in self.each() {
            // Writing to a String cannot fail, here and below.
            let _ = writeln!(text, "  {name}: {value}");
        }
        let mut immutable = Vec::new();
        hashed_files(folder, "", &mut immutable)?;
        immutable.sort();
        for page in ["/", "/index.html"] {
            let _ = write!(text, "{page}\n  Cache-Control: {NO_CACHE}\n");
        }
        for file in immutable {
            let _ = write!(text, "{file}\n  Cache-Control: {IMMUTABLE}\n");
        }
        Ok(text)
    }

    fn nginx(&self, path: &str) -> String {
        let (mut headers, mut hidden) = (String::new(), String::new());
        for (name, value) in self.each() {
            let _ = writeln!(headers, "    add_header {name} \"{value}\" always;");
            let _ = writeln!(hidden, "        proxy_hide_header {name};");
        }
        let (root, entry) = match path {
            "" => ("/srv/my-account/dist;".to_owned(), String::new()),
            _ => (
                format!("/srv/my-account; # The folder in which dist/ is, with the name {}.", &path[1..]),
                format!("    location = {path} {{\n        return 301 {path}/;\n    }}\n\n"),
            ),
        };
        format!(
            r#"# nginx in front of the portal's files and its API (docs/hosting.md). To change: the name, the two files of the
# certificate, the folder, the address of the API. The rest says what the portal's own server says.

# Files whose name changes with their content are kept for good; everything else is asked for again. The API says it itself.
map "$status $uri" $portal_cache {{
    default "{NO_CACHE}";
    "~^\d+ {path}/api/" "";
    "~^(200|206|304) .*{HASHED}" "{IMMUTABLE}";
}}

server {{
    listen 80;
    listen [::]:80;
    server_name portal.example;
    return 301 https://$host$request_uri;
}}

server {{
    listen 443 ssl;
    listen [::]:443 ssl;
    server_name portal.example;
    ssl_certificate /etc/ssl/certs/portal.example.pem;
    ssl_certificate_key /etc/ssl/private/portal.example.key;

    root {root}
    gzip_static on;
    # With the package libnginx-mod-http-brotli-static:
    # brotli_static on;

{headers}    add_header Cache-Control $portal_cache always;

    location ^~ {path}/api/ {{
        proxy_pass http://127.0.0.1:8080/api/;
        proxy_http_version 1.1;
        proxy_set_header Host $http_host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        client_max_body_size 8m;
        # Said once, above.
{hidden}    }}

{entry}    # Names that begin with a dot are nobody's business.
    location ~ /\. {{
        return 404;
    }}

    # A name with a dot is a file; one that is missing is a 404, never the page (a deployment may have taken it away).
    location ~ \.[^/]*$ {{
        try_files $uri =404;
    }}

    # Everything else is an address of the page.
    location {path}/ {{
        try_files {path}/index.html =404;
    }}
}}
"#
        )
    }

    fn caddy(&self) -> String {
        let (mut headers, mut hidden) = (String::new(), String::new());
        for (name, value) in self.each() {
            let _ = writeln!(headers, "\t\t{name} \"{value}\"");
            let _ = writeln!(hidden, "\t\t\theader_down -{name}");
        }
        format!(
            r#"# Caddy in front of the portal's files and its API (docs/hosting.md). To change: the name, the folder, the address of the
# API. The rest says what the portal's own server says.
portal.example {{
	header {{
{headers}	}}

	@hashed path_regexp {HASHED}

	handle /api/* {{
		reverse_proxy 127.0.0.1:8080 {{
			# They are said above, for everything.
{hidden}		}}
	}}

	# A name with a dot is a file; one that is missing, or hidden, is a 404, never the page.
	@file path_regexp /\.|\.[^/]*$
	handle @file {{
		root * /srv/my-account/dist
		header ?Cache-Control "{NO_CACHE}"
		header @hashed Cache-Control "{IMMUTABLE}"
		file_server {{
			hide .*
			precompressed br gzip
		}}
	}}

	# Everything else is an address of the page.
	handle {{
		root * /srv/my-account/dist
		rewrite * /index.html
		header Cache-Control "{NO_CACHE}"
		file_server {{
			precompressed br gzip
		}}
	}}

	handle_errors {{
		header Cache-Control "{NO_CACHE}"
		respond "{{err.status_code}} {{err.status_text}}"
	}}
}}
"#
        )
    }
}
