import type { Column } from "../schema/column.ts";
import { quotedIdentifier, stringLiteral } from "../sqlText.ts";
import type { CallValue, Value } from "../value.ts";
import { calleeName } from "./callReader.ts";
import { functionName } from "./serverDefault.ts";

/** What a condition has to know of a column of its table. */
export interface CheckedColumn {
  readonly name: string;
  readonly key: string;
  readonly attribute: string | null;
  /** Null where it takes the type of the column that it references. */
  readonly type: Column["type"] | null;
}

/** A side of a comparison: a column, a function of columns, or a sum of them. */
export interface Operand {
  readonly sql: string;
  /** What a constant beside it has to be; null where none is certain to be written as it is. */
  readonly constants: "numbers" | "texts" | "both" | "truths" | null;
  /** How strongly its operator binds, as in SQLAlchemy: what binds no stronger than what stands around it is put into brackets. */
  readonly strength: number;
}

const STRONGEST = 15;

const ARITHMETIC: ReadonlyMap<string, number> = new Map([
  ["*", 8],
  ["%", 8],
  ["+", 7],
  ["-", 7],
]);

/** Column families whose literals are stored as they are written. */
const FAMILIES: ReadonlyMap<Column["type"]["family"], NonNullable<Operand["constants"]>> = new Map([
  ["boolean", "truths"],
  ["integer", "numbers"],
  ["string", "texts"],
  ["text", "texts"],
]);

/** The SQL of `low`, `func.length(name)`, `high - low`; null for a constant and for what is not that simple. */
export function operandOf(value: Value, columns: readonly CheckedColumn[]): Operand | null {
  const column = columnIn(value, columns);
  if (column !== null) {
    const { type } = column;
    const constants = type === null || type.converted !== undefined ? null : (FAMILIES.get(type.family) ?? null);
    return { sql: quotedIdentifier(column.name), constants, strength: STRONGEST };
  }
  if (value.kind === "call") return functionOf(value, columns);
  return value.kind === "operation" ? arithmeticOf(value.operator, value.operands, columns) : null;
}

/** A constant beside an operand; null where it is none, or none that is written as it stands. */
export function constantBeside(value: Value, { constants }: Operand): string | null {
  switch (value.kind) {
    case "number":
      return (constants === "numbers" || constants === "both") && Number.isSafeInteger(value.value)
        ? String(value.value)
        : null;
    case "string":
      return (constants === "texts" || constants === "both") && value.member === undefined
        ? stringLiteral(value.value)
        : null;
    case "boolean":
      // SQLite has no words for truth.
      return constants === "truths" ? String(Number(value.value)) : null;
    default:
      return null;
  }
}

/** Functions of whose columns SQLite's compiler writes the table, too, which no check may name. */
const QUALIFYING = /\.char_length$/i;

function functionOf(call: CallValue, columns: readonly CheckedColumn[]): Operand | null {
  const name = functionName(calleeName(call));
  if (name === null || QUALIFYING.test(calleeName(call)) || call.keywords.length > 0 || !call.complete) return null;
  const operands = call.arguments.map((argument) => operandOf(argument, columns));
  const first = operands.find((operand) => operand !== null) ?? null;
  if (first === null || operands.some((operand) => operand !== null && !isPlain(operand))) return null;
  const texts = call.arguments.map((argument, index) => operands[index]?.sql ?? constantBeside(argument, first));
  if (texts.includes(null)) return null;
  return { sql: `${name}(${texts.join(", ")})`, constants: "both", strength: STRONGEST };
}

function isPlain({ constants }: Operand): boolean {
  return constants !== null && constants !== "truths";
}

function arithmeticOf(operator: string, values: readonly Value[], columns: readonly CheckedColumn[]): Operand | null {
  const strength = ARITHMETIC.get(operator);
  const [left, right] = values.map((value) => operandOf(value, columns));
  const beside = left ?? right ?? null;
  if (strength === undefined || values.length !== 2 || beside === null) return null;
  const isSum = operator === "+" || operator === "*";
  const sides = [left ?? null, right ?? null].map((operand, index) => {
    const value = values[index];
    if (operand === null) return value === undefined ? null : constantBeside(value, beside);
    if (operand.constants !== "numbers") return null;
    // Sums of sums and products of products need no brackets.
    const sameSum = isSum && values[index]?.kind === "operation" && operatorOf(values[index]) === operator;
    return operand.strength <= strength && !sameSum ? `(${operand.sql})` : operand.sql;
  });
  return sides.includes(null) ? null : { sql: sides.join(` ${operator} `), constants: "numbers", strength };
}

function operatorOf(value: Value | undefined): string | null {
  return value?.kind === "operation" ? value.operator : null;
}

const COLUMNS: ReadonlySet<string> = new Set(["sqlalchemy.column", "sqlalchemy.Column"]);

/** `low`, `cls.low`, `spans.c.low`, `column("low")`, and a `Column("low", …)` that has a name of its own. */
function columnIn(value: Value, columns: readonly CheckedColumn[]): CheckedColumn | null {
  if (value.kind === "call") {
    const [name] = value.arguments;
    if (!COLUMNS.has(calleeName(value)) || name?.kind !== "string") return null;
    return columns.find((column) => column.name === name.value) ?? null;
  }
  if (value.kind === "subscript") {
    const [key] = value.items;
    return key?.kind === "string" && isCollection(value.of)
      ? (columns.find((column) => column.key === key.value) ?? null)
      : null;
  }
  if (value.kind !== "attribute") return null;
  if (value.of.kind === "class") return columns.find(({ attribute }) => attribute === value.name) ?? null;
  return isCollection(value.of) ? (columns.find(({ key }) => key === value.name) ?? null) : null;
}

function isCollection(value: Value): boolean {
  return value.kind === "attribute" && (value.name === "c" || value.name === "columns");
}
