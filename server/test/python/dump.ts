import type {
  Argument,
  Expression,
  FormattedString,
  Module,
  Parameter,
  Span,
  Statement,
} from "../../src/python/syntax.ts";

/**
 * A tree as compact text. `test-fixtures/oracle/dump_ast.py` writes what CPython reads in the same form.
 */
export interface DumpOptions {
  readonly text: string;
  /** Whether every node says where it is. */
  readonly spans: "everywhere" | "outside formatted strings" | "nowhere";
}

export function dumpModule(module: Module, options: DumpOptions): string {
  return module.body.map((statement) => dumpStatement(statement, options)).join("\n");
}

export function dumpStatement(node: Statement, options: DumpOptions): string {
  const span = options.spans === "nowhere" ? "" : `@${node.start}:${node.end}`;
  const form = (head: string, ...parts: string[]) => `(${[head + span, ...parts].join(" ")})`;
  const one = (expression: Expression) => dumpExpression(expression, options);
  const optional = (expression: Expression | null) => (expression ? one(expression) : "_");
  const list = (expressions: readonly Expression[]) => `[${expressions.map(one).join(" ")}]`;
  const block = (body: readonly Statement[]) => `[${body.map((child) => dumpStatement(child, options)).join(" ")}]`;
  const isAsync = "isAsync" in node && node.isAsync ? "async" : "";
  switch (node.kind) {
    case "class":
      return form(
        "class",
        node.name.name,
        list(node.decorators),
        ...dumpArguments(node.arguments, options),
        block(node.body),
      );
    case "function":
      return form(
        `${isAsync}function`,
        node.name.name,
        list(node.decorators),
        dumpParameters(node.parameters, options),
        optional(node.returns),
        block(node.body),
      );
    case "import":
      return form("import", ...node.names.map(({ module, alias }) => `(${module} ${alias?.name ?? "_"})`));
    case "importFrom":
      return form(
        "importFrom",
        ".".repeat(node.level) + node.module,
        ...node.names.map(({ name, alias }) => `(${name.name} ${alias?.name ?? "_"})`),
      );
    case "assignment":
      return form("assignment", list(node.targets), one(node.value));
    case "annotatedAssignment":
      return form("annotatedAssignment", one(node.target), one(node.annotation), optional(node.value));
    case "augmentedAssignment":
      return form("augmentedAssignment", node.operator, one(node.target), one(node.value));
    case "expression":
      return form("expression", one(node.value));
    case "return":
      return form("return", optional(node.value));
    case "if":
    case "while":
      return form(node.kind, one(node.test), block(node.body), block(node.otherwise));
    case "for":
      return form(`${isAsync}for`, one(node.target), one(node.iterable), block(node.body), block(node.otherwise));
    case "try":
      return form(
        "try",
        block(node.body),
        ...node.handlers.map(
          ({ type, name, body }) => `(except ${optional(type)} ${name?.name ?? "_"} ${block(body)})`,
        ),
        block(node.otherwise),
        block(node.finally),
      );
    case "with":
      return form(
        `${isAsync}with`,
        ...node.items.map(({ context, target }) => `(${one(context)} ${optional(target)})`),
        block(node.body),
      );
    case "match":
      return form(
        "match",
        one(node.subject),
        ...node.cases.map(({ guard, body }) => `(case ${optional(guard)} ${block(body)})`),
      );
    case "typeAlias":
      return form("typeAlias", node.name.name, one(node.value));
    case "other":
      return form("other", node.keyword, ...node.expressions.map(one));
  }
}

export function dumpExpression(node: Expression, options: DumpOptions): string {
  const span = options.spans === "nowhere" ? "" : `@${node.start}:${node.end}`;
  const form = (head: string, ...parts: string[]) => `(${[head + span, ...parts].join(" ")})`;
  const one = (expression: Expression) => dumpExpression(expression, options);
  const optional = (expression: Expression | null) => (expression ? one(expression) : "_");
  switch (node.kind) {
    case "name":
      return node.name + span;
    case "attribute":
      return form("attribute", one(node.value), node.attribute.name);
    case "call":
      return form("call", one(node.callee), ...dumpArguments(node.arguments, options));
    case "subscript":
      return form("subscript", one(node.value), one(node.index));
    case "string":
      return form(node.bytes ? "bytes" : "string", quoted(node, node.value, options));
    case "formatted":
      return dumpFormatted(node, options);
    case "number":
      return options.spans === "nowhere" ? form("number") : form("number", node.text);
    case "constant":
      return form("constant", node.value);
    case "list":
    case "tuple":
    case "set":
      return form(node.kind, ...node.elements.map(one));
    case "dict":
      return form(
        "dict",
        ...node.entries.map(({ key, value }) => (key ? `(: ${one(key)} ${one(value)})` : `(** ${one(value)})`)),
      );
    case "lambda":
      return form("lambda", dumpParameters(node.parameters, options), one(node.body));
    case "conditional":
      return form("conditional", one(node.test), one(node.then), one(node.otherwise));
    case "binary":
      return form("binary", node.operator, one(node.left), one(node.right));
    case "unary":
      return form("unary", node.operator, one(node.operand));
    case "boolean":
      return form("boolean", node.operator, ...node.operands.map(one));
    case "comparison":
      return form(
        "comparison",
        ...node.operands.map((operand, index) => (index ? `${node.operators[index - 1]} ` : "") + one(operand)),
      );
    case "comprehension":
      return form(
        node.display,
        `[${node.elements.map(one).join(" ")}]`,
        ...node.clauses.map(
          (clause) =>
            `(${clause.isAsync ? "asyncfor" : "for"} ${one(clause.target)} ${one(clause.iterable)} [${clause.conditions.map(one).join(" ")}])`,
        ),
      );
    case "starred":
      return form("starred", one(node.value));
    case "slice":
      return form("slice", ...node.parts.map(optional));
    case "await":
      return form("await", one(node.value));
    case "yield":
      return form(node.from ? "yieldfrom" : "yield", optional(node.value));
    case "named":
      return form("named", node.target.name, one(node.value));
    case "missing":
      return form("missing");
  }
}

function dumpArguments(found: readonly Argument[], options: DumpOptions): string[] {
  return found.map((argument) => {
    const span = options.spans === "nowhere" ? "" : `@${argument.start}:${argument.end}`;
    const value = dumpExpression(argument.value, options);
    if (argument.keyword) return `(=${span} ${argument.keyword.name} ${value})`;
    return argument.spread === "" ? value : `(${argument.spread}${span} ${value})`;
  });
}

function dumpParameters(parameters: readonly Parameter[], options: DumpOptions): string {
  const dumped = parameters.map(({ name, spread, annotation, default: initial }) => {
    const at = options.spans === "nowhere" ? "" : `@${name.start}`;
    const rest = [annotation, initial].map((part) => (part ? dumpExpression(part, options) : "_"));
    return `(${spread}${name.name}${at} ${rest.join(" ")})`;
  });
  return `[${dumped.join(" ")}]`;
}

function dumpFormatted(node: FormattedString, options: DumpOptions): string {
  const head = options.spans === "nowhere" ? "formatted" : `formatted@${node.start}:${node.end}`;
  const inner: DumpOptions = options.spans === "outside formatted strings" ? { ...options, spans: "nowhere" } : options;
  const parts = node.parts.map((part) =>
    part.kind === "text"
      ? quoted(node, part.value, options)
      : `(${part.plain ? "plain" : "changed"} ${dumpExpression(part.expression, inner)})`,
  );
  return `(${[head, ...parts].join(" ")})`;
}

/** `\N{...}` is left as written by the reader, which has no table of character names. */
function quoted(node: Span, value: string, options: DumpOptions): string {
  if (options.spans !== "nowhere" && options.text.slice(node.start, node.end).includes("\\N{")) return "named";
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
