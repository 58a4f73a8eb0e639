//! Writes `target/scoped.css` from the sheets that `style_sheet!` names, and fails where stylers goes wrong in silence: it
//! derives a sheet's scope from the number of its visible characters alone, and it reads `style_sheet!` only where that is
//! a plain `let` at the top of a free function.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    process::exit,
};

use stylers_core::Class;

const OUTPUT: &str = "target/scoped.css";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    let mut sheets = Vec::new();
    collect(Path::new("src"), &mut sheets)?;
    sheets.sort();
    let mut scopes: HashMap<String, PathBuf> = HashMap::new();
    for sheet in sheets {
        let scope = Class::rand_class_from_seed(fs::read_to_string(&sheet)?).as_selector();
        if let Some(other) = scopes.get(&scope) {
            refuse(&format!(
                "{} and {} have equally many visible characters, so stylers gives both the scope {scope}: \
                 write a character more in one of them, in a comment if need be.",
                other.display(),
                sheet.display()
            ));
        }
        scopes.insert(scope, sheet);
    }
    stylers::build(Some(OUTPUT.into()));
    let css = fs::read_to_string(OUTPUT)?;
    let applied = |scope: &str| {
        css.match_indices(scope).any(|(at, _)| !css[at + scope.len()..].starts_with(|it: char| it.is_ascii_digit()))
    };
    for (scope, sheet) in &scopes {
        if !applied(scope) {
            refuse(&format!(
                "{0} is not part of the page: write `let scope = style_sheet!(\"{0}\");` at the top of the free function \
                 of its component, or delete it.",
                sheet.display()
            ));
        }
    }
    Ok(())
}

/// Every `.css` file below the folder.
fn collect(folder: &Path, sheets: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, sheets)?;
        } else if path.extension().is_some_and(|it| it == "css") {
            sheets.push(path);
        }
    }
    Ok(())
}

fn refuse(why: &str) -> ! {
    println!("cargo::error={why}");
    exit(1)
}
