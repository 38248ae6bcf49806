import type { Call, Expression, Module } from "../python/syntax.ts";
import { type ArgumentList, argumentsOfCall, argumentValue, hasSpread, itemNamed } from "./argumentList.ts";
import type { Change } from "./fix.ts";
import { type Plan, type PlannedEdit, placeFirst, removeArgument, replaceText } from "./operations.ts";
import { isCall, nodeAt, type PlacedNode, pathTo, type Source } from "./source.ts";

/**
 * Makes a column accept NULL: drops `nullable=False`, makes the annotation optional, and gives a SQLModel field the
 * default that lets an instance be made without it. Null for primary key columns and for nullability that comes from elsewhere.
 */
export function planNullable(source: Source, change: Change & { kind: "nullable" }): Plan {
  const call = change.call && nodeAt(source.module, change.call, isCall);
  if (change.call && !call) return null;
  const inCall = call ? planCall(source, call) : [];
  const inAnnotation = planAnnotation(source, change, call);
  if (inCall === null || inAnnotation === null) return null;
  const planned = [...inAnnotation, ...inCall];
  return planned.length > 0 ? planned : null;
}

function planCall(source: Source, call: Call): Plan {
  const list = argumentsOfCall(source.text, call);
  if (!list || hasSpread(list) || isTrue(argumentValue(list, "primary_key"))) return null;
  const inner = argumentValue(list, "sa_column");
  if (inner) return inner.kind === "call" ? planCall(source, inner) : null;
  if (itemNamed(list, "sa_column_kwargs") !== null) return null;
  const planned = itemNamed(list, "nullable") ? [removeArgument(list, "nullable")] : [];
  return [...planned, ...defaultOf(list)];
}

// Only `Field(foreign_key=…)` is a SQLModel field with a default of its own; Column and mapped_column default to NULL anyway.
function defaultOf(list: ArgumentList): readonly PlannedEdit[] {
  if (itemNamed(list, "foreign_key") === null) return [];
  if (itemNamed(list, "default") !== null || itemNamed(list, "default_factory") !== null) return [];
  const [first] = list.items;
  if (first?.name !== null || first.spread) return [placeFirst(list, "default", "None")];
  const { start, end, value } = first;
  return value.kind === "constant" && value.value === "..." ? [replaceText(start, end, "None")] : [];
}

function planAnnotation(source: Source, change: Change & { kind: "nullable" }, call: Call | null): Plan {
  const statement = pathTo(source.module, change.column).findLast(isAnnotated);
  if (!statement) return [];
  const type = typeOfColumn(statement.annotation);
  // `x: Mapped[int] = Column(...)` takes nothing from its annotation, but says it to every reader.
  if (acceptsNone(type)) return call === null ? null : [];
  if (type.kind === "string" || type.kind === "missing") return null;
  const written = source.text.slice(type.start, type.end);
  const optional = importedOptional(source.module);
  return [replaceText(type.start, type.end, optional ? `${optional}[${written}]` : `${written} | None`)];
}

// `Mapped[int]` and `Annotated[int, …]` carry the type inside.
function typeOfColumn(annotation: Expression): Expression {
  let type = annotation;
  while (type.kind === "subscript" && /^(Mapped|Annotated)$/.test(lastName(type.value))) {
    const inner: Expression | undefined = type.index.kind === "tuple" ? type.index.elements[0] : type.index;
    if (inner === undefined) return type;
    type = inner;
  }
  return type;
}

function acceptsNone(type: Expression): boolean {
  if (type.kind === "constant") return type.value === "None";
  if (type.kind === "binary") return type.operator === "|" && (acceptsNone(type.left) || acceptsNone(type.right));
  if (type.kind === "subscript" && lastName(type.value) === "Union") {
    return type.index.kind === "tuple" && type.index.elements.some(acceptsNone);
  }
  return type.kind === "subscript" && lastName(type.value) === "Optional";
}

function lastName(expression: Expression): string {
  if (expression.kind === "name") return expression.name;
  return expression.kind === "attribute" ? expression.attribute.name : "";
}

function importedOptional(module: Module): string | null {
  for (const statement of module.body) {
    if (statement.kind !== "importFrom" || statement.module !== "typing") continue;
    const imported = statement.names.find(({ name }) => name.name === "Optional");
    if (imported) return (imported.alias ?? imported.name).name;
  }
  return null;
}

function isTrue(value: Expression | null): boolean {
  return value?.kind === "constant" && value.value === "True";
}

function isAnnotated(node: PlacedNode): node is PlacedNode & { readonly annotation: Expression } {
  return node.kind === "annotatedAssignment";
}
