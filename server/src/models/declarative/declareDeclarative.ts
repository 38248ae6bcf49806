import type { ClassInfo } from "../classes/classInfo.ts";
import { type ClassTable, classTable, type NoTable } from "../classes/classTable.ts";
import { gapsOfBases } from "../classes/gaps.ts";
import { gapsOfHooks } from "../classes/hooks.ts";
import { mappedClass } from "../classes/mappedClass.ts";
import { isAbstractConcrete } from "../classes/mappedState.ts";
import { type MapperOptions, readMapperOptions } from "../classes/mapperOptions.ts";
import { memberFromClasses } from "../classes/members.ts";
import { declareInlineTables } from "../core/coreTable.ts";
import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { classLocation, modelProblem, ofClass } from "../modelProblem.ts";
import type { ClassKey } from "../schema/keys.ts";
import { flagOption } from "../tables/buildTable.ts";
import { hasItems, NO_TABLE_ARGUMENTS } from "../tables/tableArguments.ts";
import { allowsUnmapped, isModern } from "./allowUnmapped.ts";
import { discriminatorOptions, unknownDiscriminator } from "./discriminator.ts";
import { configuredMember, mappedAncestors } from "./inheritance.ts";
import { placeTable } from "./placeTable.ts";
import { type ScannedAttributes, scanAttributes } from "./scanAttributes.ts";

/** Adds the table, the mapped class and the relationships of a class that SQLAlchemy's declarative maps. */
export function declareDeclarative(program: Program, info: ClassInfo, draft: FileDeclarationsDraft): void {
  const named = classTable(program, info.key);
  const gaps: Gap[] = [...gapsOfBases(program, info), ...gapsOfHooks(program, info)];
  if (named.kind === "unknown" || named.kind === "missing") {
    reportNoTable(info, named, gaps, draft);
    return;
  }
  // A base that is not known may allow anything.
  const allowUnmapped = gaps.length > 0 || allowsUnmapped(program, info);
  const scan = scanAttributes(program, info, named, allowUnmapped, gaps, draft);
  const mapper = configuredMember(program, info, "__mapper_args__");
  const given = concreteOptions(program, info, readMapperOptions(program, mapper?.value ?? null, info.name));
  const ancestors = mappedAncestors(program, info);
  const table = sharedTable(program, named, ancestors, scan) ?? named;
  // What the body or a `declared_attr` makes on the way is there before the table of the class.
  for (const { value, owner } of scan.relationships) {
    if (value !== null) draft.tables.push(...declareInlineTables(program, value, owner.module));
  }
  const attributes = placeTable(program, info, table, scan, given, gaps, draft);
  const options = discriminatorOptions(info, given, scan.expressions, attributes);
  draft.unresolved.push(...gaps.map(unresolvedGap), ...options.gaps.map(unresolvedGap));
  if (gaps.length === 0 && ancestors.length === 0)
    draft.problems.push(...unknownDiscriminator(info, options, attributes));
  draft.classes.push(
    mappedClass(program, info, {
      origin: "declarative",
      table: table.key,
      metadata: table.metadata.key,
      ownTable: table.kind === "declared",
      namesTableAgain:
        table.kind === "inherited" && (named.kind === "declared" || flagOption(table.arguments, "extend_existing")),
      inherits: ancestors[0] ?? null,
      inheritance: inheritanceOf(info, table, ancestors, options),
      ancestors,
      attributes,
      deferred: [...scan.deferred].flatMap((name) => attributes.get(name) ?? []),
      options,
      unmappedAnnotations: allowUnmapped ? "read" : isModern(info) ? "refused" : "ignored",
      gaps: [...gaps, ...options.gaps],
    }),
  );
  for (const attribute of scan.relationships) {
    if (attribute.value === null) continue;
    draft.relationships.push({
      owner: info.key,
      name: attribute.name,
      location: attribute.location,
      annotation: attribute.annotation?.expression ?? null,
      value: attribute.value,
      scope: attribute.annotation?.scope ?? attribute.owner.scope,
      futureAnnotations: attribute.owner.names.facts.futureAnnotations,
      addedLater: false,
    });
  }
  for (const { name, value } of options.relationships) {
    draft.relationships.push({
      owner: info.key,
      name,
      location: value.at,
      annotation: null,
      value,
      scope: info.scope,
      futureAnnotations: false,
      addedLater: false,
    });
  }
}

/** The tables of a `ConcreteBase` are joined into one selectable with a discriminator, which no table has. */
function concreteOptions(program: Program, info: ClassInfo, options: MapperOptions): MapperOptions {
  if (!info.libraries.has("sqlalchemy.ext.declarative.ConcreteBase")) return options;
  const given = memberFromClasses(program, info, "_concrete_discriminator_name", classLocation(info));
  return { ...options, polymorphicOn: given?.kind === "string" ? given.value : "type" };
}

/**
 * A subclass that names the table of its base again, and has nothing to put into it, is given that table
 * (`Table.__new__`): a `declared_attr` of the base names it for every subclass. Null for any other class.
 */
function sharedTable(
  program: Program,
  table: Exclude<ClassTable, NoTable>,
  [base]: readonly ClassKey[],
  { columns }: ScannedAttributes,
): Exclude<ClassTable, NoTable> | null {
  if (table.kind !== "declared" || base === undefined || columns.length > 0 || hasItems(table.arguments)) return null;
  const ofBase = classTable(program, base);
  if (ofBase.kind === "unknown" || ofBase.kind === "missing" || ofBase.key !== table.key) return null;
  const { key, name, schema, metadata } = table;
  return { kind: "inherited", key, name, schema, metadata, base, arguments: NO_TABLE_ARGUMENTS };
}

function inheritanceOf(
  info: ClassInfo,
  table: ClassTable,
  ancestors: readonly ClassKey[],
  options: MapperOptions,
): MappedClassDeclaration["inheritance"] {
  if (ancestors.length === 0) return options.concrete && info.classes.some(isAbstractConcrete) ? "concrete" : "none";
  if (options.concrete) return "concrete";
  return table.kind === "inherited" ? "single" : "joined";
}

/** Lists a class below `AbstractConcreteBase`, which has no table of its own, as one that is not known. */
export function noteAbstractConcrete(info: ClassInfo, draft: FileDeclarationsDraft): void {
  const why = "it is mapped to those of its subclasses";
  draft.unresolved.push({ ...classLocation(info), what: `table of ${info.name}`, why });
  draft.hidden.push(info.name);
}

function reportNoTable(info: ClassInfo, table: ClassTable, gaps: readonly Gap[], draft: FileDeclarationsDraft): void {
  const location = classLocation(info);
  draft.unresolved.push(...gaps.map(unresolvedGap));
  if (table.kind === "unknown") draft.unresolved.push({ ...location, what: `table of ${info.name}`, why: table.why });
  else if (gaps.length > 0)
    draft.unresolved.push({ ...location, what: `table of ${info.name}`, why: "its base class may name it" });
  else {
    draft.problems.push(
      modelProblem({
        ...ofClass(info),
        code: "other",
        phase: "import",
        exception: "InvalidRequestError",
        message: `Class <class '${info.module}.${info.indexed.qualifiedName}'> does not have a __table__ or __tablename__ specified and does not inherit from an existing table-mapped class.`,
        location,
      }),
    );
    return;
  }
  draft.hidden.push(info.name);
}
