import type { Gap } from "../declaredTable.ts";
import type { IndexedClass, ModuleNames } from "../evaluation/moduleNames.ts";
import type { ClassFact } from "../fact.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { InstanceValue, Scope, Value } from "../value.ts";

/** A class of the workspace with its bases resolved. What it maps to is decided elsewhere. */
export interface ClassInfo {
  readonly key: ClassKey;
  readonly name: string;
  readonly module: string;
  readonly file: string;
  readonly fact: ClassFact;
  readonly indexed: IndexedClass;
  readonly names: ModuleNames;
  /** Names in the class body, as its statements see them. */
  readonly scope: Scope;
  /** Names where the class statement stands, as its bases, keywords and decorators see them. */
  readonly statementScope: Scope;
  readonly bases: readonly Base[];
  /** The class itself first, then its bases in method resolution order; `object` is left out. */
  readonly mro: readonly Base[];
  /** The classes of the workspace among them, itself first. */
  readonly classes: readonly ClassInfo[];
  /** The canonical names of the library classes among them. */
  readonly libraries: ReadonlySet<string>;
  /** Attributes of its own that depend on what is not known. */
  readonly open: readonly Gap[];
}

export type Base = WorkspaceBase | LibraryBase | InstanceBase | UnknownBase;

export interface WorkspaceBase {
  readonly kind: "class";
  readonly key: ClassKey;
  readonly at: Location;
}

/** A class from outside the workspace, by canonical name. `value` keeps type arguments (`SQLAlchemyBaseUserTable[int]`). */
export interface LibraryBase {
  readonly kind: "library";
  readonly name: string;
  readonly value: Value;
  readonly at: Location;
}

/** A base class that a call made: `Base = declarative_base()`, `db.Model`. */
export interface InstanceBase {
  readonly kind: "instance";
  readonly instance: InstanceValue;
  readonly at: Location;
}

export interface UnknownBase {
  readonly kind: "unknown";
  readonly why: string;
  readonly at: Location;
}

/** Tells bases apart: two of the same identity are the same class. */
export function identityOf(base: Base): string {
  switch (base.kind) {
    case "class":
      return base.key;
    case "library":
      return `library ${base.name}`;
    case "instance":
      return `instance ${base.instance.key}`;
    case "unknown":
      return `unknown ${base.at.file}:${base.at.start}`;
  }
}
