
// The first message is the module; from then on the module listens. A module that does not start is an error of the worker.
const start = ({ data }) => wasm_bindgen({ module_or_path: data }).catch((why) => setTimeout(() => { throw why; }));
addEventListener("message", start, { once: true });
