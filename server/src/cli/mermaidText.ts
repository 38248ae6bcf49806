/** A name as a Mermaid `erDiagram` takes it: quoted where it is no plain word. */
export function mermaidName(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : mermaidString(name);
}

/** A label in quotes; Mermaid has no escapes but its own entity codes. */
export function mermaidString(text: string): string {
  return `"${text
    .replaceAll("#", "#35;")
    .replaceAll('"', "#quot;")
    .replaceAll(/[\r\n]+/g, " ")}"`;
}

/** A word for a type or a column, which cannot be quoted. */
export function mermaidWord(text: string): string {
  return text.replaceAll(/[^\w()[\]-]+/g, "_").replace(/^(?![A-Za-z_])/, "_");
}
