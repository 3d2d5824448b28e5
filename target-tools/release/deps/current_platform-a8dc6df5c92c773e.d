/tmp/wt/convert/target-tools/release/deps/current_platform-a8dc6df5c92c773e.d: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/current_platform-0.2.0/src/lib.rs

/tmp/wt/convert/target-tools/release/deps/libcurrent_platform-a8dc6df5c92c773e.rlib: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/current_platform-0.2.0/src/lib.rs

/tmp/wt/convert/target-tools/release/deps/libcurrent_platform-a8dc6df5c92c773e.rmeta: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/current_platform-0.2.0/src/lib.rs

/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/current_platform-0.2.0/src/lib.rs:

# env-dep:HOST_PLATFORM=x86_64-unknown-linux-gnu
# env-dep:TARGET_PLATFORM=x86_64-unknown-linux-gnu
