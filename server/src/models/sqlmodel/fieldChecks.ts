import { includesNone } from "../annotations/annotation.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import { isMisspeltAction } from "../columns/foreignKeyCall.ts";
import { declarationCall } from "../declarationCall.ts";
import type { Program } from "../evaluation/program.ts";
import { modelProblem, ofClass } from "../modelProblem.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { CallValue } from "../value.ts";
import type { FieldColumn } from "./fieldColumn.ts";
import type { ModelField } from "./fields.ts";

type Column = Extract<FieldColumn, { readonly kind: "column" }>;

/**
 * SQLModel's own check, made when the table class is created: only the exact text `SET NULL`, and the nullability before
 * `sa_column_kwargs`.
 */
export function refusedSetNull(
  info: ClassInfo,
  field: ModelField,
  { column, computedNullable, fromColumnCall }: Column,
): readonly ModelProblem[] {
  if (fromColumnCall || computedNullable || field.call === null) return [];
  if (keywordOf(field.call, "foreign_key") === null) return [];
  const action = keywordOf(field.call, "ondelete")?.value;
  if (action?.kind !== "string" || action.value !== "SET NULL") return [];
  return [
    modelProblem({
      ...ofClass(info),
      code: "set-null-on-required",
      phase: "import",
      exception: "RuntimeError",
      message: 'ondelete="SET NULL" requires nullable=True',
      location: field.location,
      attribute: field.name,
      call: column.draft.call,
      details: { column: column.draft.name ?? field.name },
    }),
  ];
}

/** `metadata: dict`: the class has its `MetaData` under that name. SQLModel needs SQLAlchemy 2.0, which refuses it; 2.1 would not. */
export function reservedName(info: ClassInfo, { name, location, owner }: ModelField): readonly ModelProblem[] {
  // Pydantic takes the `MetaData` itself for the default of one that is inherited, whose type is then anybody's guess.
  if (name !== "metadata" || owner !== info.key) return [];
  return [
    modelProblem({
      ...ofClass(info),
      code: "other",
      phase: "import",
      exception: "InvalidRequestError",
      message: "Attribute name 'metadata' is reserved when using the Declarative API.",
      location,
      attribute: name,
    }),
  ];
}

/** `x: int = Field(sa_column=Column(Integer))`: the annotation says required, the column says NULL. */
export function accidentallyNullable(
  info: ClassInfo,
  field: ModelField,
  { column, fromColumnCall }: Column,
): readonly ModelProblem[] {
  const { draft, nullable } = column;
  if (!fromColumnCall || !nullable || draft.nullable !== null || draft.gaps.length > 0) return [];
  if (field.annotation.kind === "unknown" || includesNone(field.annotation) || isAny(field)) return [];
  return [
    modelProblem({
      ...ofClass(info),
      code: "accidentally-nullable",
      phase: "warning",
      exception: "",
      message: "",
      location: field.location,
      attribute: field.name,
      call: draft.call,
      details: { column: draft.name ?? field.name },
    }),
  ];
}

function isAny({ annotation }: ModelField): boolean {
  return annotation.kind === "type" && annotation.value.kind === "symbol" && annotation.value.name === "typing.Any";
}

const REFUSED_BESIDE_COLUMN: readonly string[] = [
  "sa_column_args",
  "sa_column_kwargs",
  "primary_key",
  "nullable",
  "foreign_key",
  "ondelete",
  "unique",
  "index",
  "sa_type",
];

/** What `Field(...)` itself refuses, in any class. */
export function checkFieldCalls(program: Program, info: ClassInfo): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  for (const fact of info.fact.body) {
    if (fact.kind !== "assignment" || fact.value?.kind !== "call") continue;
    const call = valueInClass(program, info, fact);
    if (call?.kind !== "call" || calleeName(call) !== "sqlmodel.Field") continue;
    const refused = refusalOf(call);
    if (refused === null) continue;
    problems.push(
      modelProblem({
        ...ofClass(info),
        ...refused,
        phase: "import",
        location: { file: info.file, start: fact.name.start, end: fact.name.end },
        attribute: fact.name.name,
        call: declarationCall(call),
      }),
    );
  }
  return problems;
}

/** `details.keyword`: the misplaced keyword; `details.in`: where it stands. */
function refusalOf(call: CallValue): Pick<ModelProblem, "code" | "exception" | "message" | "details"> | null {
  const misspelt = call.keywords.find(({ name }) => isMisspeltAction(name));
  if (misspelt !== undefined) {
    return {
      code: "misplaced-on-delete",
      exception: "TypeError",
      message: `Field() got an unexpected keyword argument '${misspelt.name}'`,
      details: { keyword: misspelt.name, in: "Field" },
    };
  }
  const action = keywordOf(call, "ondelete");
  if (keywordOf(call, "sa_column") !== null) {
    const beside = REFUSED_BESIDE_COLUMN.find((name) => keywordOf(call, name) !== null);
    if (beside === undefined) return null;
    return {
      code: beside === "ondelete" || action !== null ? "misplaced-on-delete" : "other",
      exception: "RuntimeError",
      message: `Passing ${beside} is not supported when also passing a sa_column`,
      details: { keyword: beside, in: "Field" },
    };
  }
  if (action !== null && keywordOf(call, "foreign_key") === null && call.complete) {
    return {
      code: "misplaced-on-delete",
      exception: "RuntimeError",
      message: "ondelete can only be used with foreign_key",
      details: { keyword: "ondelete", in: "Field" },
    };
  }
  const extra = keywordOf(call, "sa_column_kwargs")?.value;
  if (extra?.kind === "dict" && extra.entries.some(({ key }) => key.kind === "string" && key.value === "type_")) {
    const message = "Passing type_ is not supported in sa_column_kwargs, use sa_type instead";
    return { code: "other", exception: "RuntimeError", message, details: {} };
  }
  const misplaced =
    extra?.kind === "dict"
      ? extra.entries.find(
          ({ key }) => key.kind === "string" && (key.value === "ondelete" || isMisspeltAction(key.value)),
        )
      : undefined;
  if (misplaced?.key.kind !== "string") return null;
  return {
    code: "misplaced-on-delete",
    exception: "TypeError",
    message: `Additional arguments should be named <dialectname>_<argument>, got '${misplaced.key.value}'`,
    details: { keyword: misplaced.key.value, in: "sa_column_kwargs" },
  };
}
