import type { Expression, Parameter } from "../python/syntax.ts";
import type { ClassKey, Location, TableKey } from "./schema/keys.ts";

/**
 * What an expression is known to be without running anything. Evaluation is partial: whatever is not certain is
 * `unknown` with a reason, and a container may hold unknown items.
 */
export type Value =
  | StringValue
  | NumberValue
  | BooleanValue
  | NoneValue
  | SequenceValue
  | DictValue
  | SymbolValue
  | ClassValue
  | ModuleValue
  | FunctionValue
  | TableValue
  | InstanceValue
  | CallValue
  | AttributeValue
  | SubscriptValue
  | OperationValue
  | LambdaValue
  | UnknownValue;

interface Evaluated {
  /** Where the expression stands that was evaluated (for a constant: where it is used). */
  readonly at: Location;
}

export interface StringValue extends Evaluated {
  readonly kind: "string";
  readonly value: string;
  /** The member of an enumeration of strings that it is: its value in most uses, but not all. */
  readonly member?: EnumMember;
}

export interface EnumMember {
  /** Its enumeration. */
  readonly of: ClassKey;
  readonly name: string;
  /** What `str()` makes of it: `Color.RED` where the enumeration only mixes in `str`. */
  readonly text: string;
}

export interface NumberValue extends Evaluated {
  readonly kind: "number";
  readonly value: number;
}

export interface BooleanValue extends Evaluated {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NoneValue extends Evaluated {
  readonly kind: "none";
}

export interface SequenceValue extends Evaluated {
  readonly kind: "list" | "tuple" | "set";
  readonly items: readonly Value[];
}

export interface DictValue extends Evaluated {
  readonly kind: "dict";
  readonly entries: readonly { readonly key: Value; readonly value: Value }[];
  /** False where a `**spread` of an unknown value may add or override entries. */
  readonly complete: boolean;
}

/**
 * A name of a library that is not in the workspace, by its canonical dotted name whatever the import path or the alias:
 * `sqlalchemy.Column`, `sqlalchemy.orm.relationship`, `sqlmodel.Field`, `typing.Optional`, `builtins.int`, `datetime.datetime`.
 */
export interface SymbolValue extends Evaluated {
  readonly kind: "symbol";
  readonly name: string;
}

export interface ClassValue extends Evaluated {
  readonly kind: "class";
  readonly key: ClassKey;
}

export interface ModuleValue extends Evaluated {
  readonly kind: "module";
  readonly name: string;
}

/** A function of the workspace, or a method found on a class; `key` as for classes (`app.models:helper`). */
export interface FunctionValue extends Evaluated {
  readonly kind: "function";
  readonly key: string;
  /** The class that a method was read from, which is that of its owner or one below: what `cls` stands for. */
  readonly of?: ClassKey;
  /** The object that a method was read from: what `self` stands for. */
  readonly self?: Value;
}

/**
 * A Core `Table` bound to a name (`app.models:association`), a class's `__table__`, or one that a `MetaData`
 * knows by its name, whether or not there is such a table.
 */
export interface TableValue extends Evaluated {
  readonly kind: "table";
  readonly of:
    | { readonly kind: "name"; readonly key: string }
    | { readonly kind: "class"; readonly key: ClassKey }
    | { readonly kind: "table"; readonly key: TableKey };
}

/**
 * An object whose identity matters, bound to a name of a module or class: a `MetaData`, a `registry`, the result of
 * `declarative_base()`, a Flask-SQLAlchemy `db`.
 */
export interface InstanceValue extends Evaluated {
  readonly kind: "instance";
  /** Module, a colon, the name: the same for every name it is imported by. */
  readonly key: string;
  readonly call: CallValue;
}

export interface CallValue extends Evaluated {
  readonly kind: "call";
  readonly callee: Value;
  readonly arguments: readonly Value[];
  readonly keywords: readonly KeywordValue[];
  /** False where `*args` or `**kwargs` of an unknown value may add arguments. */
  readonly complete: boolean;
}

export interface KeywordValue {
  readonly name: string;
  readonly value: Value;
  /** Where `name=value` stands. */
  readonly at: Location;
}

/** An attribute of something known: `User.id`, `table.c`, `cls.__name__` of an unknown class, … */
export interface AttributeValue extends Evaluated {
  readonly kind: "attribute";
  readonly of: Value;
  readonly name: string;
}

export interface SubscriptValue extends Evaluated {
  readonly kind: "subscript";
  readonly of: Value;
  /** `X[a, b]` has two. */
  readonly items: readonly Value[];
}

/** An operator over values that have no plain result: `User.id == Post.user_id`, `int | None`. */
export interface OperationValue extends Evaluated {
  readonly kind: "operation";
  readonly operator: string;
  readonly operands: readonly Value[];
}

/** A lambda; its body is evaluated in `scope` when it is called. */
export interface LambdaValue extends Evaluated {
  readonly kind: "lambda";
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
  readonly scope: Scope;
}

export interface UnknownValue extends Evaluated {
  readonly kind: "unknown";
  readonly why: string;
}

/** Where names are looked up: a module, inside it optionally a class body, with names bound on the way (parameters, `cls`). */
export interface Scope {
  readonly module: string;
  readonly file: string;
  readonly classKey: ClassKey | null;
  /** Text of an annotation: names of the module hide those of the class body, which is complete by then. */
  readonly isText?: boolean;
  readonly bound: ReadonlyMap<string, Value>;
}
