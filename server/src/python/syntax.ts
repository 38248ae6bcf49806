/**
 * The syntax tree of a Python module, as far as model declarations and the calls around them need it.
 *
 * Plain readonly data. Node kinds follow the names of CPython's `ast` module in lower case, so that the reader can be
 * compared with it. Offsets count UTF-16 code units from the start of the text (after no normalisation whatever: a BOM
 * is one unit), which makes them LSP offsets too; ends are exclusive.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Identifier extends Span {
  readonly name: string;
}

export type Expression =
  | Name
  | Attribute
  | Call
  | Subscript
  | StringLiteral
  | FormattedString
  | NumberLiteral
  | Constant
  | Sequence
  | Dict
  | Lambda
  | Conditional
  | BinaryOperation
  | UnaryOperation
  | BooleanOperation
  | Comparison
  | Comprehension
  | Starred
  | Slice
  | Await
  | Yield
  | NamedExpression
  | Missing;

export interface Name extends Span {
  readonly kind: "name";
  readonly name: string;
}

export interface Attribute extends Span {
  readonly kind: "attribute";
  readonly value: Expression;
  readonly attribute: Identifier;
}

export interface Call extends Span {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
}

/** One argument of a call or of a class statement. `**x` has `spread: "**"`, `*x` is `spread: "*"`. */
export interface Argument extends Span {
  readonly keyword: Identifier | null;
  readonly spread: "" | "*" | "**";
  readonly value: Expression;
}

/** `value[index]`; several comma-separated indexes are one tuple. */
export interface Subscript extends Span {
  readonly kind: "subscript";
  readonly value: Expression;
  readonly index: Expression;
}

/**
 * A string or bytes literal; implicitly concatenated pieces are one node. `value` is the text that Python would see,
 * escapes resolved. `pieces` are the spans of the literals as written, prefixes and quotes included.
 */
export interface StringLiteral extends Span {
  readonly kind: "string";
  readonly value: string;
  readonly bytes: boolean;
  readonly pieces: readonly Span[];
}

/** An f-string (or template string), or a concatenation of which at least one piece is one. */
export interface FormattedString extends Span {
  readonly kind: "formatted";
  readonly parts: readonly (FormattedText | FormattedValue)[];
}

export interface FormattedText {
  readonly kind: "text";
  readonly value: string;
}

/** `{expression!r:spec}`: `plain` is false where a conversion or a format specification may change the text. */
export interface FormattedValue {
  readonly kind: "value";
  readonly expression: Expression;
  readonly plain: boolean;
}

export interface NumberLiteral extends Span {
  readonly kind: "number";
  /** The digits as written. */
  readonly text: string;
}

export interface Constant extends Span {
  readonly kind: "constant";
  readonly value: "True" | "False" | "None" | "...";
}

export interface Sequence extends Span {
  readonly kind: "list" | "tuple" | "set";
  readonly elements: readonly Expression[];
}

/** `key` is null for `**spread`. */
export interface Dict extends Span {
  readonly kind: "dict";
  readonly entries: readonly { readonly key: Expression | null; readonly value: Expression }[];
}

export interface Lambda extends Span {
  readonly kind: "lambda";
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface Conditional extends Span {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** Chains of one operator are left-nested as in CPython: `a | b | c` is `(a | b) | c`. */
export interface BinaryOperation extends Span {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryOperation extends Span {
  readonly kind: "unary";
  readonly operator: string;
  readonly operand: Expression;
}

export interface BooleanOperation extends Span {
  readonly kind: "boolean";
  readonly operator: "and" | "or";
  readonly operands: readonly Expression[];
}

/** `a < b <= c`: operands `[a, b, c]`, operators `["<", "<="]`. `not in` and `is not` are one operator each. */
export interface Comparison extends Span {
  readonly kind: "comparison";
  readonly operators: readonly string[];
  readonly operands: readonly Expression[];
}

/** A list, set, dict or generator comprehension. A dict comprehension has two elements, key and value. */
export interface Comprehension extends Span {
  readonly kind: "comprehension";
  readonly display: "list" | "set" | "dict" | "generator";
  readonly elements: readonly Expression[];
  readonly clauses: readonly {
    readonly target: Expression;
    readonly iterable: Expression;
    readonly conditions: readonly Expression[];
    readonly isAsync: boolean;
  }[];
}

export interface Starred extends Span {
  readonly kind: "starred";
  readonly value: Expression;
}

export interface Slice extends Span {
  readonly kind: "slice";
  readonly parts: readonly (Expression | null)[];
}

export interface Await extends Span {
  readonly kind: "await";
  readonly value: Expression;
}

export interface Yield extends Span {
  readonly kind: "yield";
  readonly from: boolean;
  readonly value: Expression | null;
}

export interface NamedExpression extends Span {
  readonly kind: "named";
  readonly target: Identifier;
  readonly value: Expression;
}

/** Where an expression should stand and none could be read. Spans the text that was skipped, possibly empty. */
export interface Missing extends Span {
  readonly kind: "missing";
}

export interface Parameter extends Span {
  readonly name: Identifier;
  readonly spread: "" | "*" | "**";
  readonly annotation: Expression | null;
  readonly default: Expression | null;
}

export type Statement =
  | ClassDefinition
  | FunctionDefinition
  | Import
  | ImportFrom
  | Assignment
  | AnnotatedAssignment
  | AugmentedAssignment
  | ExpressionStatement
  | Return
  | If
  | For
  | While
  | Try
  | With
  | Match
  | TypeAlias
  | OtherStatement;

export interface ClassDefinition extends Span {
  readonly kind: "class";
  readonly name: Identifier;
  readonly decorators: readonly Expression[];
  /** Base classes and class keywords in source order. */
  readonly arguments: readonly Argument[];
  readonly body: readonly Statement[];
}

export interface FunctionDefinition extends Span {
  readonly kind: "function";
  readonly name: Identifier;
  readonly isAsync: boolean;
  readonly decorators: readonly Expression[];
  readonly parameters: readonly Parameter[];
  readonly returns: Expression | null;
  readonly body: readonly Statement[];
}

/** `import a.b as c`: `{ module: "a.b", alias: c }`. */
export interface Import extends Span {
  readonly kind: "import";
  readonly names: readonly { readonly module: string; readonly alias: Identifier | null }[];
}

/** `from ..a import b as c`: level 2, module "a". `from m import *` has one entry with name "*". */
export interface ImportFrom extends Span {
  readonly kind: "importFrom";
  readonly module: string;
  readonly level: number;
  readonly names: readonly { readonly name: Identifier; readonly alias: Identifier | null }[];
}

/** `a = b = value` has two targets. */
export interface Assignment extends Span {
  readonly kind: "assignment";
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface AnnotatedAssignment extends Span {
  readonly kind: "annotatedAssignment";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
}

export interface AugmentedAssignment extends Span {
  readonly kind: "augmentedAssignment";
  readonly target: Expression;
  readonly operator: string;
  readonly value: Expression;
}

export interface ExpressionStatement extends Span {
  readonly kind: "expression";
  readonly value: Expression;
}

export interface Return extends Span {
  readonly kind: "return";
  readonly value: Expression | null;
}

export interface If extends Span {
  readonly kind: "if";
  readonly test: Expression;
  readonly body: readonly Statement[];
  /** An `elif` is an `if` alone in here, as in CPython. */
  readonly otherwise: readonly Statement[];
}

export interface For extends Span {
  readonly kind: "for";
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface While extends Span {
  readonly kind: "while";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface Try extends Span {
  readonly kind: "try";
  readonly body: readonly Statement[];
  readonly handlers: readonly {
    readonly type: Expression | null;
    readonly name: Identifier | null;
    readonly body: readonly Statement[];
  }[];
  readonly otherwise: readonly Statement[];
  readonly finally: readonly Statement[];
}

export interface With extends Span {
  readonly kind: "with";
  readonly isAsync: boolean;
  readonly items: readonly { readonly context: Expression; readonly target: Expression | null }[];
  readonly body: readonly Statement[];
}

/** Patterns are not kept; only the subject and the bodies matter here. */
export interface Match extends Span {
  readonly kind: "match";
  readonly subject: Expression;
  readonly cases: readonly { readonly guard: Expression | null; readonly body: readonly Statement[] }[];
}

export interface TypeAlias extends Span {
  readonly kind: "typeAlias";
  readonly name: Identifier;
  readonly value: Expression;
}

/** `pass`, `break`, `continue`, `global`, `nonlocal`, `raise`, `assert`, `del`, or text that is no statement (`"error"`). */
export interface OtherStatement extends Span {
  readonly kind: "other";
  readonly keyword: string;
  readonly expressions: readonly Expression[];
}

export interface Module extends Span {
  readonly body: readonly Statement[];
  /** Where the text is not valid Python; empty for a well-formed file. */
  readonly syntaxErrors: readonly Span[];
}
