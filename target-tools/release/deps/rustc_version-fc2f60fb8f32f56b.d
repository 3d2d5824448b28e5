/tmp/wt/convert/target-tools/release/deps/rustc_version-fc2f60fb8f32f56b.d: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/rustc_version-0.4.1/src/lib.rs

/tmp/wt/convert/target-tools/release/deps/librustc_version-fc2f60fb8f32f56b.rlib: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/rustc_version-0.4.1/src/lib.rs

/tmp/wt/convert/target-tools/release/deps/librustc_version-fc2f60fb8f32f56b.rmeta: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/rustc_version-0.4.1/src/lib.rs

/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/rustc_version-0.4.1/src/lib.rs:
