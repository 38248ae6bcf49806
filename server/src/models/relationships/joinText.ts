import type { TableKey } from "../schema/keys.ts";
import type { Table } from "../schema/table.ts";
import type { JoinExpression } from "./joinExpression.ts";

/** Words that SQLAlchemy's default compiler quotes when they name a table or a column. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "all analyse analyze and any array as asc asymmetric authorization between binary both case cast check collate column " +
    "constraint create cross current_date current_role current_time current_timestamp current_user default deferrable desc " +
    "distinct do else end except false for foreign freeze from full grant group having ilike in initially inner intersect " +
    "into is isnull join leading left like limit localtime localtimestamp natural new not notnull null off offset old on " +
    "only or order outer overlaps placing primary references right select session_user set similar some symmetric table " +
    "then to trailing true union unique user using verbose when where"
  ).split(" "),
);

/** The join as SQLAlchemy prints it in its messages: `p.id = c.p_id AND c.kind = :kind_1`. */
export function joinText(join: JoinExpression, tables: ReadonlyMap<TableKey, Table>): string {
  const parameters = new Map<string, number>();
  return write(join, null);

  function write(node: JoinExpression, beside: JoinExpression | null): string {
    switch (node.kind) {
      case "column": {
        const table = tables.get(node.table);
        if (table === undefined) return quoted(node.column);
        const schema = table.schema === null ? "" : `${quoted(table.schema)}.`;
        return `${schema}${quoted(table.name)}.${quoted(node.column)}`;
      }
      case "literal":
        if (node.value === null) return "NULL";
        if (typeof node.value === "boolean") return String(node.value);
        return parameter(beside?.kind === "column" ? beside.column : "param");
      case "binary":
        return `${write(node.left, node.right)} ${node.operator} ${write(node.right, node.left)}`;
      case "and":
      case "or": {
        const joined = node.operands.map((operand) => {
          const text = write(operand, null);
          return node.kind === "and" && operand.kind === "or" ? `(${text})` : text;
        });
        return joined.join(node.kind === "and" ? " AND " : " OR ");
      }
      case "not":
        return `NOT (${write(node.operand, null)})`;
      default:
        return `(${node.operands.map((operand) => write(operand, null)).join(", ")})`;
    }
  }

  function parameter(name: string): string {
    const count = (parameters.get(name) ?? 0) + 1;
    parameters.set(name, count);
    return `:${name}_${count}`;
  }
}

function quoted(name: string): string {
  const plain = /^[a-z_][a-z0-9_$]*$/.test(name) && !RESERVED.has(name);
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}
