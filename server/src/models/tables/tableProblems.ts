import { isMisspeltAction } from "../columns/foreignKeyCall.ts";
import type { MisplacedKeyword } from "../declaredTable.ts";
import { modelProblem } from "../modelProblem.ts";
import type { TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { TableParts } from "./buildTable.ts";
import type { PlacedColumn } from "./placedColumn.ts";
import type { TableFault } from "./tableArguments.ts";

/** What SQLAlchemy raises, or warns of, while it makes a table and its columns. */
export function tableProblems(
  parts: TableParts,
  table: TableKey,
  columns: readonly PlacedColumn[],
  faults: readonly TableFault[],
): readonly ModelProblem[] {
  const { classKey, className } = parts;
  const problems: ModelProblem[] = [];
  for (const { draft, attribute, location } of columns) {
    for (const keyword of draft.misplaced) {
      problems.push(modelProblem({ ...misplaced(keyword), location, classKey, className, attribute, table }));
    }
  }
  for (const keyword of parts.arguments.misplaced) {
    problems.push(modelProblem({ ...misplaced(keyword), location: keyword.call, classKey, className, table }));
  }
  for (const { exception, message, at } of faults) {
    problems.push(
      modelProblem({ code: "other", phase: "import", exception, message, location: at, classKey, className, table }),
    );
  }
  return problems;
}

/** `details.keyword`: the misplaced keyword; `details.in`: the call it stands in. */
function misplaced({
  name,
  call,
}: MisplacedKeyword): Pick<ModelProblem, "code" | "phase" | "exception" | "message" | "call" | "details"> {
  const details = { keyword: name, in: call.callee.slice(call.callee.lastIndexOf(".") + 1) };
  if (name === "quote") {
    const message = "Explicit 'name' is required when sending 'quote' argument";
    return { code: "other", phase: "import", exception: "ArgumentError", message, call, details };
  }
  const underscore = name.indexOf("_");
  // A keyword with an underscore is taken for an argument of the dialect in front of it.
  if (underscore > 0) {
    const dialect = name.slice(0, underscore);
    const message = `Can't validate argument '${name}'; can't locate any SQLAlchemy dialect named '${dialect}'`;
    return { code: "misplaced-on-delete", phase: "warning", exception: "SAWarning", message, call, details };
  }
  const code = name === "ondelete" || isMisspeltAction(name) ? "misplaced-on-delete" : "other";
  const message = `Additional arguments should be named <dialectname>_<argument>, got '${name}'`;
  return { code, phase: "import", exception: "TypeError", message, call, details };
}
