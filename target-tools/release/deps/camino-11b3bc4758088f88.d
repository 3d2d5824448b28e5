/tmp/wt/convert/target-tools/release/deps/camino-11b3bc4758088f88.d: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/camino-1.2.6/src/lib.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/camino-1.2.6/src/serde_impls.rs

/tmp/wt/convert/target-tools/release/deps/libcamino-11b3bc4758088f88.rlib: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/camino-1.2.6/src/lib.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/camino-1.2.6/src/serde_impls.rs

/tmp/wt/convert/target-tools/release/deps/libcamino-11b3bc4758088f88.rmeta: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/camino-1.2.6/src/lib.rs /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/camino-1.2.6/src/serde_impls.rs

/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/camino-1.2.6/src/lib.rs:
/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/camino-1.2.6/src/serde_impls.rs:
