//! What a hand-over costs. Not a test: run with `cargo test --release --test gil -- --ignored --nocapture bench`.
