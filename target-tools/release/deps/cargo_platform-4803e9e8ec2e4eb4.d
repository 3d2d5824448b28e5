/tmp/wt/convert/target-tools/release/deps/cargo_platform-4803e9e8ec2e4eb4.d: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/lib.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/cfg.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/error.rs

/tmp/wt/convert/target-tools/release/deps/libcargo_platform-4803e9e8ec2e4eb4.rlib: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/lib.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/cfg.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/error.rs

/tmp/wt/convert/target-tools/release/deps/libcargo_platform-4803e9e8ec2e4eb4.rmeta: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/lib.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/cfg.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/error.rs

/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/lib.rs:
/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/cfg.rs:
/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/cargo-platform-0.3.3/src/error.rs:
