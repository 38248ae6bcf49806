import type { ClassInfo } from "../classes/classInfo.ts";
import { expressionDiscriminator, type MapperOptions } from "../classes/mapperOptions.ts";
import { modelProblem, ofClass } from "../modelProblem.ts";
import type { Location } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";

/**
 * The mapper options of a class with its columns at hand: a `polymorphic_on` that names no column but a `column_property()`
 * over an expression is for the database to evaluate.
 */
export function discriminatorOptions(
  info: ClassInfo,
  options: MapperOptions,
  expressions: ReadonlyMap<string, Location>,
  attributes: ReadonlyMap<string, string>,
): MapperOptions {
  const { polymorphicOn } = options;
  const expression =
    polymorphicOn === null || attributes.has(polymorphicOn) ? undefined : expressions.get(polymorphicOn);
  if (expression === undefined) return options;
  return { ...options, polymorphicOn: null, gaps: [...options.gaps, expressionDiscriminator(info.name, expression)] };
}

/** What names nothing at all, or Python's own `type`, stops the import. */
export function unknownDiscriminator(
  info: ClassInfo,
  { polymorphicOn, polymorphicOnText, polymorphicOnType }: MapperOptions,
  attributes: ReadonlyMap<string, string>,
): readonly ModelProblem[] {
  const refused = (message: string, location: Location) =>
    modelProblem({ ...ofClass(info), code: "other", phase: "import", exception: "ArgumentError", message, location });
  if (polymorphicOnType !== null) {
    const message = "Column expression or string key expected for argument 'polymorphic_on'; got <class 'type'>.";
    return [refused(message, polymorphicOnType)];
  }
  if (polymorphicOn === null || polymorphicOnText === null || attributes.has(polymorphicOn)) return [];
  // A hybrid, a synonym or the like may stand behind the name.
  if (info.classes.some(({ indexed }) => indexed.names.has(polymorphicOn))) return [];
  const message = `Can't determine polymorphic_on value '${polymorphicOn}' - no attribute is mapped to this name.`;
  return [refused(message, polymorphicOnText)];
}
