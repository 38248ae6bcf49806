import type { ClassInfo } from "../classes/classInfo.ts";
import { modelProblem, ofClass } from "../modelProblem.ts";
import type { ModelProblem } from "../schema/schema.ts";
import { kindOfAttribute } from "./attributeKinds.ts";
import type { CollectedAttribute } from "./collectAttributes.ts";

/** `posts = relationship("Post"),`: a tuple, which declarative warns of and leaves alone. */
export function strayComma(info: ClassInfo, { name, value, owner, location }: CollectedAttribute): ModelProblem | null {
  if (value?.kind !== "tuple" || value.items.length !== 1 || owner.key !== info.key) return null;
  const [only] = value.items;
  const kind = only === undefined ? "none" : kindOfAttribute(only).kind;
  if (kind === "none" || kind === "unknown" || kind === "tableColumn") return null;
  const message = `Ignoring declarative-like tuple value of attribute '${name}': possibly a copy-and-paste error with a comma accidentally placed at the end of the line?`;
  return modelProblem({
    ...ofClass(info),
    code: "other",
    phase: "warning",
    exception: "SAWarning",
    message,
    location,
    attribute: name,
  });
}
