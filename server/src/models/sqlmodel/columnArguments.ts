import { readAutoincrement } from "../columns/autoincrement.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import { type CheckDraft, readCheckConstraint } from "../columns/checkConstraint.ts";
import { columnType, UNKNOWN_TYPE } from "../columns/columnTypes.ts";
import { computedColumn } from "../columns/computedColumn.ts";
import { readForeignKeyCall } from "../columns/foreignKeyCall.ts";
import { identityColumn } from "../columns/identityColumn.ts";
import { onUpdate } from "../columns/onUpdate.ts";
import { serverDefault } from "../columns/serverDefault.ts";
import type { ColumnDraft, ForeignKeyDraft, Gap, MisplacedKeyword } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { CallValue, Value } from "../value.ts";

type ColumnArguments = Pick<ColumnDraft, "foreignKeys" | "checks" | "computed" | "identity" | "misplaced">;

/** `sa_column_args=[ForeignKey(...)]`: these come on top of `foreign_key=`. */
export function readColumnArguments(call: CallValue, what: string, gaps: Gap[]): ColumnArguments {
  const given = keywordOf(call, "sa_column_args")?.value;
  const foreignKeys: ForeignKeyDraft[] = [];
  const misplaced: MisplacedKeyword[] = [];
  const checks: CheckDraft[] = [];
  let computed: ColumnDraft["computed"] = null;
  let identity: ColumnDraft["identity"] = null;
  const items = given === undefined ? [] : given.kind === "list" || given.kind === "tuple" ? given.items : [given];
  for (const item of items) {
    const callee = calleeName(item);
    if (item.kind === "call" && callee === "sqlalchemy.ForeignKey") {
      const read = readForeignKeyCall(item, `foreign key of ${what}`);
      if (read.draft !== null) foreignKeys.push(read.draft);
      gaps.push(...read.gaps);
      misplaced.push(...read.misplaced);
    } else if (item.kind === "call" && callee === "sqlalchemy.Computed") computed = computedColumn(item);
    else if (item.kind === "call" && callee === "sqlalchemy.Identity") identity = identityColumn(item);
    else if (item.kind === "call" && callee === "sqlalchemy.CheckConstraint") checks.push(readCheckConstraint(item));
    else if (item.kind !== "none" && !callee.startsWith("sqlalchemy."))
      gaps.push({ ...item.at, what, why: "an argument of the column is not known" });
  }
  return { foreignKeys, checks, computed, identity, misplaced };
}

/** `sa_column_kwargs` is applied last and wins over everything. */
export function withColumnKeywords(
  program: Program,
  draft: ColumnDraft,
  value: Value,
  what: string,
  gaps: Gap[],
): ColumnDraft {
  if (value.kind !== "dict") {
    gaps.push({ ...value.at, what, why: "its sa_column_kwargs are not known" });
    return draft;
  }
  if (!value.complete) gaps.push({ ...value.at, what, why: "its sa_column_kwargs are not known" });
  let result = draft;
  for (const { key, value: option } of value.entries) {
    if (key.kind !== "string") continue;
    const truth = truthOf(option);
    switch (key.value) {
      case "name":
        if (option.kind === "string") result = { ...result, name: option.value, nameLocation: option.at };
        break;
      case "key":
        if (option.kind === "string") result = { ...result, key: option.value };
        break;
      case "type_":
        result = { ...result, type: columnType(program, option) ?? UNKNOWN_TYPE };
        break;
      case "nullable":
      case "primary_key":
      case "unique":
      case "index":
        if (truth === null)
          gaps.push({ ...option.at, what: `${key.value} of ${what}`, why: "the value is not a constant" });
        else if (key.value === "nullable") result = { ...result, nullable: truth };
        else if (key.value === "primary_key") result = { ...result, primaryKey: truth };
        else if (key.value === "unique") result = { ...result, unique: truth };
        else result = { ...result, index: truth };
        break;
      case "server_default": {
        const text = option.kind === "none" ? "" : serverDefault(option);
        if (text === null)
          gaps.push({ ...option.at, what: `server default of ${what}`, why: "the value is not a constant" });
        result = { ...result, serverDefault: text === null || text === "" ? null : text };
        break;
      }
      case "autoincrement":
        result = { ...result, autoincrement: readAutoincrement(option) };
        break;
      case "onupdate":
        result = { ...result, onUpdate: onUpdate(option) ?? result.onUpdate };
        break;
      case "server_onupdate":
        if (option.kind !== "none") result = { ...result, onUpdate: result.onUpdate ?? { kind: "database" } };
        break;
    }
  }
  return result;
}
