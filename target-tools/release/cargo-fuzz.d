/tmp/wt/convert/target-tools/release/cargo-fuzz:
