import type { Argument, Call, Expression, Identifier, Parameter, Span } from "../python/syntax.ts";

/**
 * What a file says that declarations can depend on: a flat list of the bindings and calls of a module or class body, in
 * source order. Plain data, free of the syntax tree but for the expressions that have to be evaluated later.
 */
export type Fact =
  | ImportFact
  | StarImportFact
  | ClassFact
  | FunctionFact
  | AssignmentFact
  | AttributeAssignmentFact
  | CallFact;

/**
 * Whether Python executes the statement when it imports the module. `fallback` is an `except` branch, which runs only
 * where the `try` failed; `typeChecking` only exists for type checkers; `repeated` stands in a loop.
 */
export type Presence = "always" | "sometimes" | "repeated" | "fallback" | "typeChecking";

/** A test that decides whether a statement runs, and the answer with which it does. */
export interface Condition {
  readonly test: Expression;
  readonly holds: boolean;
}

interface Stated extends Span {
  readonly when: Presence;
  /** The conditions under which a statement of a branch runs, outermost first; absent where there is none. */
  readonly under?: readonly Condition[];
}

/** `from m import a as b`: name b, imported a. `import m.n`: name m, module m, imported null, loads m.n. */
export interface ImportFact extends Stated {
  readonly kind: "import";
  readonly name: string;
  readonly module: string;
  readonly level: number;
  readonly imported: string | null;
  readonly loads: string;
}

export interface StarImportFact extends Stated {
  readonly kind: "starImport";
  readonly module: string;
  readonly level: number;
}

export interface ClassFact extends Stated {
  readonly kind: "class";
  readonly name: Identifier;
  readonly decorators: readonly Expression[];
  readonly arguments: readonly Argument[];
  readonly body: readonly Fact[];
}

export interface FunctionFact extends Stated {
  readonly kind: "function";
  readonly name: Identifier;
  readonly decorators: readonly Expression[];
  readonly parameters: readonly Parameter[];
  readonly returns: Expression | null;
  /** Null where the body was not read, because nothing a declaration needs can stand in it. */
  readonly steps: readonly Step[] | null;
  /** What its text may do when it is called: define models, or at least give attributes to a class. */
  readonly defines: "models" | "attributes" | "nothing";
  /** What it may do as a listener of the flush of an object, null where it is none or does nothing that matters to rows. */
  readonly whenFlushed: FlushEffect | null;
  /** The statements of a function without parameters that maps classes imperatively, null for any other. */
  readonly mappings: readonly Fact[] | null;
}

/** Which exception a listener may raise, by its name without a module, and whether it may change other rows. */
export interface FlushEffect {
  readonly raises: string | null;
  readonly writes: boolean;
}

/** `value` is null for a bare annotation; a `missing` expression where a name is bound to something unknown. */
export interface AssignmentFact extends Stated {
  readonly kind: "assignment";
  readonly name: Identifier;
  readonly annotation: Expression | null;
  readonly value: Expression | null;
}

/** `User.posts = relationship(...)`. */
export interface AttributeAssignmentFact extends Stated {
  readonly kind: "attributeAssignment";
  readonly target: Expression;
  readonly attribute: Identifier;
  readonly value: Expression;
}

export interface CallFact extends Stated {
  readonly kind: "call";
  readonly call: Call;
}

/** What a function that returns a column, a name or a relationship does, as far as it can be followed. */
export type Step =
  | { readonly kind: "assign"; readonly name: string; readonly value: Expression }
  | { readonly kind: "return"; readonly value: Expression | null }
  | {
      readonly kind: "if";
      readonly test: Expression;
      readonly body: readonly Step[];
      readonly otherwise: readonly Step[];
    }
  | { readonly kind: "raise" }
  | {
      readonly kind: "import";
      readonly name: string;
      readonly module: string;
      readonly level: number;
      readonly imported: string | null;
    }
  /** A method that changes a container is called on the name; assigning and deleting an item count as such. */
  | { readonly kind: "change"; readonly name: string; readonly method: string; readonly arguments: readonly Argument[] }
  /** The name now stands for something that was changed in a way that is not followed. */
  | { readonly kind: "forget"; readonly name: string }
  /** A loop, a `with`, … that binds names or returns: what follows is not known. */
  | { readonly kind: "opaque" };

export interface FileFacts {
  readonly file: string;
  /** True under `from __future__ import annotations`, which makes every annotation a string. */
  readonly futureAnnotations: boolean;
  readonly body: readonly Fact[];
  /** Names of classes and tables that code inside functions may define when it runs. */
  readonly deferred: readonly string[];
}
