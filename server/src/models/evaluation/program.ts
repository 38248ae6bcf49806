import type { Expression } from "../../python/syntax.ts";
import type { Annotation } from "../annotations/annotation.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import type { ClassTable } from "../classes/classTable.ts";
import type { MappedState } from "../classes/mappedState.ts";
import type { TypeAnnotationMap } from "../declarative/typeAnnotationMap.ts";
import type { DeclaredTable } from "../declaredTable.ts";
import type { AssignmentFact, Condition, FileFacts } from "../fact.ts";
import type { Modules } from "../modules.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { ModelFields } from "../sqlmodel/fields.ts";
import type { CallValue, FunctionValue, InstanceValue, Scope, TableValue, Value } from "../value.ts";
import type { Binding, ModuleNames } from "./moduleNames.ts";

/**
 * The files of a workspace as one program, read but never run: names resolve across its files, and each question is
 * answered once. It notes which files an answer was read from, so that a later build can keep what did not change.
 */
export interface Program {
  readonly modules: Modules;
  readonly files: ReadonlyMap<string, FileFacts>;
  /** The names a file binds; null for a file outside the workspace. Noted as read. */
  readonly namesOf: (file: string) => ModuleNames | null;
  /** What an expression is known to be; never throws. */
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  /** `of.name`. */
  readonly attribute: (of: Value, name: string, at: Location) => Value;
  readonly call: (callee: FunctionValue, call: CallValue) => Value;
  readonly classInfo: (key: ClassKey) => ClassInfo | null;
  /** The `Table(...)` call that a name is bound to. */
  readonly tableCall: (value: TableValue) => CallValue | null;
  /** The table that the body of a mapped class declares; null for a class that declares none. */
  readonly declaredTable: (key: ClassKey) => DeclaredTable | null;
  /** Whether a class above this one is mapped. */
  readonly hasMappedBase: (key: ClassKey) => boolean;
  /** Whether an object is a Flask-SQLAlchemy extension (`db = SQLAlchemy()`). */
  readonly isFlaskSqlalchemy: (instance: InstanceValue) => boolean;
  /** The answer to `key` if it is remembered, with which the files count as read that it was read from. */
  readonly recall: <K, T>(cache: Cache<K, T>, key: K) => Remembered<T> | undefined;
  /**
   * Recalls the answer to `key`, or else computes it; `whenCyclic` is the answer to a question that turns up while it is
   * being answered.
   */
  readonly remember: <K, T>(cache: Cache<K, T>, key: K, compute: () => T, whenCyclic: T) => T;
  readonly caches: Caches;
  /** How much evaluation may still nest or be spent on one question. */
  readonly limits: EvaluationLimits;
}

export type Cache<K, T> = Map<K, Remembered<T>>;

export interface Remembered<T> {
  readonly answer: T;
  /** Null while the question is being answered. */
  readonly reads: readonly string[] | null;
}

export interface Caches {
  readonly bindings: Cache<Binding, Value>;
  readonly members: Cache<string, Value | null>;
  readonly classValues: Cache<AssignmentFact, Value | null>;
  readonly conditions: Cache<Condition, boolean | null>;
  readonly annotations: Cache<Expression, Annotation>;
  readonly classes: Cache<ClassKey, ClassInfo | null>;
  readonly tableNames: Cache<ClassKey, Value>;
  readonly fields: Cache<ClassKey, ModelFields>;
  readonly tableFlags: Cache<ClassKey, boolean | null>;
  readonly mappedStates: Cache<ClassKey, MappedState>;
  readonly classTables: Cache<ClassKey, ClassTable>;
  readonly annotationMaps: Cache<ClassKey, TypeAnnotationMap>;
}

export interface EvaluationLimits {
  depth: number;
  /** Steps of helper functions that may still be run for the current question. */
  steps: number;
  /** Rounds of comprehensions that may still be run for the current expression. */
  iterations: number;
}
