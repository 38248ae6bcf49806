/** How names of the libraries are imported. */
export type ImportStyle = "names" | "modules" | "renamed" | "star";

const IMPORT = /^from (sqlalchemy|sqlalchemy\.orm|sqlmodel) import (.+)\n/gm;

const ALIASES: Readonly<Record<string, string>> = { sqlalchemy: "sa", "sqlalchemy.orm": "orm", sqlmodel: "sm" };

/** Rewrites the imports of a module, and every name that they bind with them. Text in quotes stays as it is. */
export function rephraseImports(text: string, style: ImportStyle): string {
  if (style === "names") return text;
  const names = new Map<string, string>();
  for (const [, module = "", list = ""] of text.matchAll(IMPORT)) {
    for (const name of list.split(", ")) names.set(name, module);
  }
  const modules = [...new Set(names.values())];
  const body = text.replaceAll(IMPORT, "");
  if (style === "star") {
    // Star imports first: SQLAlchemy has a UUID too.
    return `${modules.map((module) => `from ${module} import *\n`).join("")}${body}`;
  }
  if (style === "modules") {
    const imports = modules.map((module) =>
      module === "sqlalchemy.orm" ? "from sqlalchemy import orm\n" : `import ${module} as ${ALIASES[module]}\n`,
    );
    return imports.join("") + replaceNames(body, (name) => qualified(names, name));
  }
  const imports = [...names].map(([name, module]) => `from ${module} import ${name} as Own${name}\n`);
  return imports.join("") + replaceNames(body, (name) => (names.has(name) ? `Own${name}` : name));
}

function qualified(names: ReadonlyMap<string, string>, name: string): string {
  const module = names.get(name);
  return module === undefined ? name : `${ALIASES[module]}.${name}`;
}

function replaceNames(text: string, change: (name: string) => string): string {
  return text.replaceAll(/"[^"]*"|(?<![.\w])[A-Za-z_]\w*(?!\s*=[^=])/g, (word) =>
    word.startsWith('"') ? word : change(word),
  );
}
