import type { ModelClass, OtherAttribute } from "./modelSet.ts";
import { call, quotedText } from "./python.ts";

/** The attributes of a class that are neither columns nor relationships. */
export function attributeLines({ attributes }: ModelClass): string[] {
  return attributes.flatMap(linesOf);
}

function linesOf({ kind, name, of }: OtherAttribute): string[] {
  const [first = "", second = ""] = of;
  switch (kind) {
    case "expression":
      return [`${name} = column_property(func.coalesce(${first}, ${first}))`];
    case "synonym":
      return [`${name} = ${call("synonym", [quotedText(first)])}`];
    case "composite":
      return [`${name} = ${call("composite", ["Pair", quotedText(first), quotedText(second)])}`];
    case "proxy":
      return [`${name} = ${call("association_proxy", of.map(quotedText))}`];
    case "hybrid":
      return ["@hybrid_property", `def ${name}(self):`, `    return self.${first}`];
    case "validator":
      return [`@validates(${quotedText(first)})`, `def ${name}(self, key, value):`, "    return value"];
  }
}
