//! Runs lalrpop over `grammar/`; watches the library that the binary carries.

fn main() {
    println!("cargo:rerun-if-changed=grammar");
    println!("cargo:rerun-if-changed=build.rs");
    // The library is embedded: a new file in it is a change of the crate.
    println!("cargo:rerun-if-changed=pyscripts/stdlib");
    // Code at fixed addresses: the loader need not touch the tables of types and functions, hundreds of pages, at each
    // start.
    println!("cargo:rustc-link-arg-bin=gilly=-no-pie");
    lalrpop::Configuration::new()
        .set_in_dir("grammar")
        .set_out_dir(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"))
        .emit_rerun_directives(false)
        .process()
        .expect("the grammar is accepted by lalrpop");
}
