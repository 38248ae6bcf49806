import type { Gap } from "../declaredTable.ts";
import { findFunction } from "../evaluation/functions.ts";
import type { Program } from "../evaluation/program.ts";
import type { FunctionFact } from "../fact.ts";
import type { Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

/**
 * Code of the workspace that runs when a class is made and may give it columns or relationships: `__init_subclass__` of a
 * base, a metaclass, a class decorator, `__declare_last__`. None of it is run here, so what it does stays unknown.
 */
export function gapsOfHooks(program: Program, info: ClassInfo): readonly Gap[] {
  const what = `attributes of ${info.name}`;
  const gaps: Gap[] = [];
  for (const owner of info.classes) {
    if (owner.key !== info.key) {
      const hook = functionIn(owner, "__init_subclass__");
      if (hook !== null && mayGiveAttributes(hook)) {
        const { start, end } = hook.name;
        gaps.push({ file: owner.file, start, end, what, why: `${owner.name}.__init_subclass__ may add some` });
      }
    }
    for (const name of MAPPER_HOOKS) {
      const hook = functionIn(owner, name);
      if (hook?.defines !== "models") continue;
      const { start, end } = hook.name;
      gaps.push({ file: owner.file, start, end, what, why: `${owner.name}.${name} may add some` });
    }
    const metaclass = owner.fact.arguments.find(({ keyword }) => keyword?.name === "metaclass");
    const value = metaclass === undefined ? null : program.evaluate(metaclass.value, owner.statementScope);
    const made = value?.kind === "class" ? program.classInfo(value.key) : null;
    if (made !== null && METACLASS_METHODS.some((name) => mayGiveAttributes(functionIn(made, name)))) {
      const { start, end } = made.fact.name;
      gaps.push({ file: made.file, start, end, what, why: `its metaclass ${made.name} may add some` });
    }
  }
  for (const decorator of info.fact.decorators) {
    const value = program.evaluate(decorator, info.statementScope);
    if (!mayGiveAttributes(functionBehind(program, value.kind === "call" ? value.callee : value))) continue;
    gaps.push({
      file: info.file,
      start: decorator.start,
      end: decorator.end,
      what,
      why: "a decorator of its class may add some",
    });
  }
  return gaps;
}

/** Class methods that declarative calls before and after all mappers are configured. */
const MAPPER_HOOKS = ["__declare_first__", "__declare_last__"];

const METACLASS_METHODS = ["__new__", "__init__", "__call__", "__prepare__"];

function functionIn(info: ClassInfo, name: string): FunctionFact | null {
  const binding = info.indexed.names.get(name)?.at(-1);
  return binding?.kind === "function" ? binding : null;
}

function mayGiveAttributes(fact: FunctionFact | null): boolean {
  return fact !== null && fact.defines !== "nothing";
}

function functionBehind(program: Program, value: Value): FunctionFact | null {
  return value.kind === "function" ? (findFunction(program, value.key)?.fact ?? null) : null;
}

/** Whether a value is a function of the workspace that defines models when it is called. */
export function definesModels(program: Program, value: Value): boolean {
  return functionBehind(program, value)?.defines === "models";
}
