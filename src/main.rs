//! Starts the app. Natively there is nothing to start: the app lives in a browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    paliers::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Paliers runs in a browser: `make serve`.");
}
