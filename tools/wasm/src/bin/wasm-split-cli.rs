//! `wasm-split-cli INPUT FOLDER NAME`: cuts a wasm file into one for the start and one for each page, for the web.

use std::{env, fs, path::PathBuf};

use eyre::{Result, bail};
use wasm_split_cli_support::{Options, transform};

fn main() -> Result<()> {
    let Ok([_, input, folder, name]) = <[String; 4]>::try_from(env::args().collect::<Vec<_>>()) else {
        bail!("usage: wasm-split-cli INPUT FOLDER NAME");
    };
    let input = fs::read(input)?;
    let folder = PathBuf::from(folder);
    let (start, script) = (folder.join(format!("{name}.wasm")), format!("./{name}.js"));
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &start;
    options.main_module = &script;
    options.target.web();
    transform(options)?;
    Ok(())
}
