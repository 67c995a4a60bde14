// A part of the app: its bytes, whatever media type the host gives them, refused when one has changed.
const fetchPart = async (name, integrity) => {
  const response = await fetch(new URL(name, document.baseURI), { integrity });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
};
const instantiatePart = async (bytes, imports) => WebAssembly.instantiate(await bytes, imports);
