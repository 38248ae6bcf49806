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

/** A text that names nothing at all stops the import. */
export function unknownDiscriminator(
  info: ClassInfo,
  { polymorphicOn, polymorphicOnText }: MapperOptions,
  attributes: ReadonlyMap<string, string>,
): readonly ModelProblem[] {
  if (polymorphicOn === null || polymorphicOnText === null || attributes.has(polymorphicOn)) return [];
  // A hybrid, a synonym or the like may stand behind the name.
  if (info.classes.some(({ indexed }) => indexed.names.has(polymorphicOn))) return [];
  return [
    modelProblem({
      ...ofClass(info),
      code: "other",
      phase: "import",
      exception: "ArgumentError",
      message: `Can't determine polymorphic_on value '${polymorphicOn}' - no attribute is mapped to this name.`,
      location: polymorphicOnText,
    }),
  ];
}
