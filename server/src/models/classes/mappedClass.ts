import type { Gap } from "../declaredTable.ts";
import { isExecuted } from "../evaluation/conditions.ts";
import type { Program } from "../evaluation/program.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { classLocation } from "../modelProblem.ts";
import { registryOfClass } from "../registries/registry.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { ClassInfo } from "./classInfo.ts";
import type { MapperOptions } from "./mapperOptions.ts";
import { isUnhashable } from "./unhashable.ts";

/** What is different from one mapped class to the next. */
export interface MappedClassParts {
  readonly origin: MappedClassDeclaration["origin"];
  readonly table: TableKey;
  readonly metadata: string;
  readonly ownTable: boolean;
  readonly namesTableAgain: boolean;
  readonly inherits: ClassKey | null;
  readonly inheritance: MappedClassDeclaration["inheritance"];
  readonly ancestors: readonly ClassKey[];
  readonly attributes: ReadonlyMap<string, string>;
  /** Empty where it is not said. */
  readonly deferred?: readonly string[];
  readonly options: MapperOptions;
  readonly unmappedAnnotations: MappedClassDeclaration["unmappedAnnotations"];
  readonly gaps: readonly Gap[];
}

const NO_LISTENERS: MappedClassDeclaration["flushListeners"] = [];

export function mappedClass(program: Program, info: ClassInfo, parts: MappedClassParts): MappedClassDeclaration {
  const { options, ...facts } = parts;
  return {
    ...facts,
    deferred: facts.deferred ?? [],
    key: info.key,
    name: info.name,
    module: info.module,
    location: classLocation(info),
    body: { file: info.file, start: info.fact.start, end: info.fact.end },
    polymorphicOn: options.polymorphicOn,
    polymorphicIdentity: options.polymorphicIdentity,
    polymorphicValue: options.polymorphicValue,
    lateForeignKeys: [],
    inheritedColumns: [],
    polymorphicUnknown: options.polymorphicUnknown,
    queriesUnion: options.queriesUnion,
    polymorphicText: options.polymorphicText,
    unhashable: isUnhashable(program, info),
    passiveDeletes: options.passiveDeletes,
    confirmDeletedRows: options.confirmDeletedRows,
    eagerDefaults: options.eagerDefaults,
    batch: options.batch,
    versionIdColumn: options.versionIdColumn,
    versionIdClass: options.versionIdColumn === null ? null : info.key,
    versionIsTableColumn: options.versionIsTableColumn,
    versionIdGenerator: options.versionIdGenerator,
    primaryKey: options.primaryKey,
    inheritCondition: options.inheritCondition,
    columns: options.columns,
    polymorphicAbstract: options.polymorphicAbstract,
    flushListeners: NO_LISTENERS,
    complete: parts.gaps.length === 0,
    registry: registryOfClass(program, info),
    certain: info.fact.when !== "fallback" && isExecuted(program, info.fact, info.statementScope) === true,
  };
}
