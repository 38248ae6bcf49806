import { declarationCall } from "../declarationCall.ts";
import type {
  Action,
  ForeignKeyDraft,
  ForeignKeyTargetColumn,
  ForeignKeyTargetText,
  Gap,
  MisplacedKeyword,
} from "../declaredTable.ts";
import type { CallValue, Value } from "../value.ts";
import { keywordOf, readOptions, withKeywords } from "./callReader.ts";

/** What both `ForeignKey(...)` and `ForeignKeyConstraint(...)` take. */
export type ReferentialOptions = Omit<ForeignKeyDraft, "target">;

export interface ReadReferentialOptions {
  readonly options: ReferentialOptions;
  readonly gaps: readonly Gap[];
  readonly misplaced: readonly MisplacedKeyword[];
}

const TAKEN: ReadonlySet<string> = new Set(
  "column columns refcolumns _constraint use_alter name onupdate ondelete deferrable initially link_to_name match info comment table".split(
    " ",
  ),
);

export function readReferentialOptions(call: CallValue, what: string): ReadReferentialOptions {
  const options = readOptions(call, what);
  const declaration = declarationCall(call);
  const read: ReferentialOptions = {
    name: options.text("name"),
    onDelete: readAction(keywordOf(call, "ondelete")?.value, what, options.gaps),
    onUpdate: options.text("onupdate")?.toUpperCase() ?? null,
    deferrable: options.optionalFlag("deferrable"),
    initially: options.text("initially"),
    useAlter: options.flag("use_alter", false),
    linkToName: options.flag("link_to_name", false),
    call: declaration,
  };
  if (!call.complete) options.gaps.push({ ...call.at, what, why: "it takes arguments that are not known" });
  const misplaced = call.keywords
    .filter(({ name }) => !TAKEN.has(name) && isMisspeltAction(name))
    .map(({ name, at }) => ({ name, at, call: declaration }));
  return { options: read, gaps: options.gaps, misplaced };
}

/** Spellings under which people mean `ondelete=`. */
export function isMisspeltAction(name: string): boolean {
  return /^on_?del(e?te?)?$|^on_?delte$/i.test(name) && name !== "ondelete";
}

export function readAction(value: Value | undefined, what: string, gaps: Gap[]): Action {
  if (value === undefined || value.kind === "none") return { text: null, written: null, at: null };
  if (value.kind === "string") return { text: value.value, written: value.member?.text ?? value.value, at: value.at };
  gaps.push({
    ...value.at,
    what: `ondelete of ${what}`,
    why: value.kind === "unknown" ? value.why : "the value is not a constant",
  });
  return { text: null, written: null, at: value.at };
}

/** The parameters of `ForeignKey` in order. */
const POSITIONAL =
  "column _constraint use_alter name onupdate ondelete deferrable initially link_to_name match info comment".split(" ");

/** `ForeignKey(...)`; the draft is null where its target is not known. */
export function readForeignKeyCall(
  given: CallValue,
  what: string,
): {
  readonly draft: ForeignKeyDraft | null;
  readonly gaps: readonly Gap[];
  readonly misplaced: readonly MisplacedKeyword[];
} {
  const call = withKeywords(given, POSITIONAL, 1);
  const { options, gaps, misplaced } = readReferentialOptions(call, what);
  const target = call.arguments[0] ?? keywordOf(call, "column")?.value;
  const read = target === undefined ? null : readTarget(target);
  if (read !== null) return { draft: { ...options, target: read }, gaps, misplaced };
  const why = target?.kind === "unknown" ? target.why : "its target is not a constant";
  return { draft: null, gaps: [...gaps, { ...(target?.at ?? call.at), what, why }], misplaced };
}

/** The column that a foreign key names: `"user.id"`, `User.id`, `user.c.id`; null for anything else. */
export function readTarget(value: Value): ForeignKeyTargetText | ForeignKeyTargetColumn | null {
  if (value.kind === "string") return { kind: "text", text: value.value };
  if (value.kind === "attribute" || value.kind === "subscript") return { kind: "column", value };
  return null;
}
