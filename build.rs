//! Runs lalrpop over `grammar/`; joins the files of the library that the binary carries.

use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo:rerun-if-changed=grammar");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=pyscripts/stdlib");
    // Code at fixed addresses: the loader need not touch the tables of types and functions, hundreds of pages, at each
    // start.
    println!("cargo:rustc-link-arg-bin=gilly=-no-pie");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    embed_library(Path::new("pyscripts/stdlib"), &out);
    lalrpop::Configuration::new()
        .set_in_dir("grammar")
        .set_out_dir(&out)
        .emit_rerun_directives(false)
        .process()
        .expect("the grammar is accepted by lalrpop");
}

/// Writes the text of all files into one, and an index of their paths: what is not asked for is not touched.
fn embed_library(folder: &Path, out: &Path) {
    let mut files = Vec::new();
    collect(folder, folder, &mut files);
    files.sort();
    let (mut texts, mut index) = (Vec::new(), String::from("pub static FILES: &[(&str, usize)] = &[\n"));
    for (path, text) in files {
        index += &format!("    ({path:?}, {}),\n", texts.len());
        texts.extend(text);
    }
    fs::write(out.join("library.rs"), index + "];\n").expect("the folder of the build can be written to");
    fs::write(out.join("library.txt"), texts).expect("the folder of the build can be written to");
}

fn collect(top: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("the library is there") {
        let path = entry.expect("the library can be read").path();
        if path.is_dir() {
            collect(top, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let name =
                path.strip_prefix(top).expect("it lies in the folder").to_str().expect("names are plain");
            files.push((name.to_owned(), fs::read(&path).expect("the library can be read")));
        }
    }
}
