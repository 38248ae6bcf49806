import type { Files } from "../oracleProcess.ts";
import type { ModelSet } from "./modelSet.ts";

/** Where the modules of a package stand, and how they import each other. */
export type Placing = "flat" | "source" | "exported" | "relative" | "typeChecking";

/** Moves the files of a package, and rewrites the imports between them. A single module stays where it is. */
export function rephrasePlaces(set: ModelSet, files: Files, placing: Placing): Files {
  if (set.layout === "module" || placing === "flat") return files;
  const entries = Object.entries(files);
  switch (placing) {
    case "source":
      return Object.fromEntries(
        entries.map(([path, text]) => [`src/shop/${path}`, text.replaceAll("from models.", "from shop.models.")]),
      );
    case "exported": {
      const exports = set.classes.map(({ name }) => `from .${name.toLowerCase()} import ${name}\n`);
      const all = `__all__ = [${set.classes.map(({ name }) => `"${name}"`).join(", ")}]\n`;
      return { ...files, "models/__init__.py": [...exports, all].join(""), "app.py": "from models import *\n" };
    }
    case "relative":
      return Object.fromEntries(entries.map(([path, text]) => [path, text.replaceAll("from models.", "from .")]));
    case "typeChecking":
      return Object.fromEntries(entries.map(([path, text]) => [path, withTypeImports(set, path, text)]));
  }
}

function withTypeImports(set: ModelSet, path: string, text: string): string {
  const others = set.classes.filter(({ name }) => !path.endsWith(`/${name.toLowerCase()}.py`));
  const named = others.filter(({ name }) => text.includes(`"${name}"`) && !text.includes(`import ${name}\n`));
  if (named.length === 0) return text;
  const imports = named.map(({ name }) => `    from models.${name.toLowerCase()} import ${name}\n`).join("");
  return text.replace(/^(?=from models\.base)/m, `from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n${imports}\n`);
}
