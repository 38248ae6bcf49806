import { declarationCall } from "../declarationCall.ts";
import type { ColumnDraft, ForeignKeyDraft, Gap, MisplacedKeyword } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { textOf } from "../evaluation/strings.ts";
import type { ColumnType, ComputedColumn, IdentityColumn } from "../schema/column.ts";
import type { CallValue, Value } from "../value.ts";
import { autoincrementOf } from "./autoincrement.ts";
import { calleeName, keywordOf, readOptions } from "./callReader.ts";
import { type CheckDraft, readCheckConstraint } from "./checkConstraint.ts";
import { columnType } from "./columnTypes.ts";
import { computedColumn } from "./computedColumn.ts";
import { isMisspeltAction, readForeignKeyCall } from "./foreignKeyCall.ts";
import { identityColumn } from "./identityColumn.ts";
import { updateOf } from "./onUpdate.ts";
import { serverDefault } from "./serverDefault.ts";

/** The keywords without an underscore that `Column` takes, and those that `mapped_column` takes beside them. */
const TAKEN: ReadonlySet<string> = new Set(
  "name autoincrement default doc key index info nullable onupdate quote unique system comment".split(" "),
);
const TAKEN_BY_MAPPED_COLUMN: ReadonlySet<string> = new Set("init repr compare hash deferred".split(" "));

/** Things a column may hold that change nothing of what is recorded here. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  "sqlalchemy.Sequence",
  "sqlalchemy.FetchedValue",
  "sqlalchemy.ColumnDefault",
]);

/**
 * Reads `Column(...)` or `mapped_column(...)`. `what` names the column in the gaps noted for whatever cannot be read.
 */
export function readColumnCall(program: Program, call: CallValue, what: string): ColumnDraft {
  const options = readOptions(call, what);
  const gaps: Gap[] = options.gaps;
  const misplaced: MisplacedKeyword[] = [];
  const foreignKeys: ForeignKeyDraft[] = [];
  const checks: CheckDraft[] = [];
  let type: ColumnType | null = null;
  let default_: string | null = null;
  let computed: ComputedColumn | null = null;
  let identity: IdentityColumn | null = null;

  const positional = [...call.arguments];
  const named = keywordOf(call, "name")?.value ?? (isName(positional[0]) ? positional.shift() : undefined);
  const given = keywordOf(call, "type_")?.value;
  if (given !== undefined) type = columnType(program, given);
  if (given !== undefined && type === null) gaps.push({ ...given.at, what, why: "its type is not known" });
  for (const [index, value] of positional.entries()) {
    const callee = calleeName(value);
    if (callee === "sqlalchemy.ForeignKey") {
      if (value.kind !== "call") continue;
      const read = readForeignKeyCall(value, `foreign key of ${what}`);
      if (read.draft !== null) foreignKeys.push(read.draft);
      gaps.push(...read.gaps);
      misplaced.push(...read.misplaced);
    } else if (callee === "sqlalchemy.CheckConstraint") {
      if (value.kind === "call") checks.push(readCheckConstraint(value));
    } else if (callee === "sqlalchemy.DefaultClause") default_ = defaultText(value, gaps, what);
    else if (callee === "sqlalchemy.Computed") computed = value.kind === "call" ? computedColumn(value) : null;
    else if (callee === "sqlalchemy.Identity") identity = value.kind === "call" ? identityColumn(value) : null;
    else if (WITHOUT_EFFECT.has(callee)) continue;
    else {
      const asType = index === 0 ? columnType(program, value) : null;
      if (asType !== null) type = asType;
      else if (value.kind !== "none") {
        const why = value.kind === "unknown" ? value.why : "an argument is not known";
        gaps.push({ ...value.at, what, why });
      }
    }
  }
  const server = keywordOf(call, "server_default")?.value;
  if (server !== undefined) default_ = defaultText(server, gaps, what);
  if (!call.complete) gaps.push({ ...call.at, what, why: "it takes arguments that are not known" });
  for (const { name, at } of call.keywords) {
    const isTaken = TAKEN.has(name) || (calleeName(call) !== "sqlalchemy.Column" && TAKEN_BY_MAPPED_COLUMN.has(name));
    // What has an underscore is taken for an argument of a dialect.
    if (isMisspeltAction(name) || (!isTaken && !name.includes("_")))
      misplaced.push({ name, at, call: declarationCall(call) });
  }
  const quote = keywordOf(call, "quote");
  if (quote !== null && isConstant(quote.value) && (named === undefined || named.kind === "none"))
    misplaced.push({ name: quote.name, at: quote.at, call: declarationCall(call) });
  if (named !== undefined && named.kind !== "string" && named.kind !== "none") {
    gaps.push({ ...named.at, what: `name of ${what}`, why: "the name is not a constant" });
  }
  const sortOrder = keywordOf(call, "sort_order")?.value;
  return {
    name: named?.kind === "string" ? textOf(named) : null,
    key: options.text("key"),
    type,
    nullable: options.optionalFlag("nullable"),
    primaryKey: options.flag("primary_key", false),
    unique: options.optionalFlag("unique"),
    index: options.optionalFlag("index"),
    serverDefault: default_,
    onUpdate: updateOf(call),
    autoincrement: autoincrementOf(call),
    computed,
    identity,
    ...(options.flag("system", false) ? { system: true } : {}),
    foreignKeys,
    checks,
    sortOrder: sortOrder?.kind === "number" ? sortOrder.value : 0,
    useExisting: options.flag("use_existing_column", false),
    call: declarationCall(call),
    nameLocation: named?.kind === "string" ? named.at : null,
    gaps,
    misplaced,
  };
}

function isConstant(value: Value): boolean {
  return value.kind === "boolean" || value.kind === "number";
}

function isName(value: Value | undefined): boolean {
  return value?.kind === "string" || value?.kind === "none";
}

function defaultText(value: Value, gaps: Gap[], what: string): string | null {
  if (value.kind === "none") return null;
  const text = serverDefault(value);
  if (text === null) gaps.push({ ...value.at, what: `server default of ${what}`, why: "the value is not a constant" });
  return text === "" ? null : text;
}
