//! Writes `target/scoped.css` from the sheets that `style_sheet!` names, and those of pages to files that
//! `components/sheet` puts into the pages. Fails where stylers goes wrong in silence: it derives a sheet's scope from the
//! number of its visible characters alone, and it reads `style_sheet!` only where that is a plain `let` at the top of a
//! free function.

use std::{
    collections::HashMap,
    env, fs, io,
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
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut common = String::new();
    for rule in rules(&fs::read_to_string(OUTPUT)?) {
        let selector = rule.split('{').next().unwrap_or_default();
        let (root, scope) = selector.trim_start_matches('.').rsplit_once('.').unwrap_or((selector, ""));
        match scopes.remove(&format!(".{scope}")) {
            Some(sheet) if sheet.starts_with("src/pages") => fs::write(out.join(format!("{root}.css")), tight(rule))?,
            Some(_) => common.push_str(rule),
            None => {
                refuse(&format!("A rule begins with {selector}: write each sheet as one rule with the others in it."))
            }
        }
    }
    if let Some(sheet) = scopes.values().next() {
        refuse(&format!(
            "{0} is not part of the page: write `let scope = style_sheet!(\"{0}\");` at the top of the free function \
             of its component, or delete it.",
            sheet.display()
        ));
    }
    fs::write(OUTPUT, common)
}

/// The outermost rules.
fn rules(css: &str) -> Vec<&str> {
    let (mut rules, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, it) in css.char_indices() {
        match it {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            rules.push(css[start..=at].trim());
            start = at + 1;
        }
    }
    rules
}

/// A rule without the white space that says nothing; what Trunk does to the common sheet.
fn tight(rule: &str) -> String {
    let mut tight = rule.split_whitespace().collect::<Vec<_>>().join(" ");
    for (loose, close) in
        [(" {", "{"), ("{ ", "{"), ("; ", ";"), (" }", "}"), ("} ", "}"), (";}", "}"), (": ", ":"), (", ", ",")]
    {
        tight = tight.replace(loose, close);
    }
    tight
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
