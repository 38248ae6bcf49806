import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { mapperWarning } from "../modelProblem.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";

/** Classes that take an identity from another class of their hierarchy: rows of that one are no longer its own. */
export function reassignedIdentities(classes: Iterable<MappedClassDeclaration>): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  const holders = new Map<ClassKey, Map<string, string>>();
  for (const declaration of classes) {
    const { key, name, ancestors, polymorphicText: identity, gaps } = declaration;
    if (identity === null || gaps.length > 0) continue;
    const root = ancestors.at(-1) ?? key;
    const known = holders.get(root) ?? new Map<string, string>();
    const holder = known.get(identity);
    holders.set(root, known.set(identity, name));
    if (holder === undefined || root === key) continue;
    const message =
      `Reassigning polymorphic association for identity ${identity} from <Mapper; ${holder}> to <Mapper; ${name}>: ` +
      `Check for duplicate use of ${identity} as value for polymorphic_identity.`;
    problems.push(mapperWarning(declaration, message));
  }
  return problems;
}
