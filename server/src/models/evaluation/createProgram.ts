import { mappedState } from "../classes/mappedState.ts";
import { readClass } from "../classes/readClass.ts";
import { declaredTableOf } from "../declaredTableOf.ts";
import type { FileFacts } from "../fact.ts";
import type { Modules } from "../modules.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { CallValue, TableValue } from "../value.ts";
import { evaluateAttribute, isFlaskSqlalchemy } from "./attributes.ts";
import { evaluateExpression } from "./evaluate.ts";
import { callFunction } from "./functions.ts";
import { indexNames, type ModuleNames } from "./moduleNames.ts";
import type { Program } from "./program.ts";
import { createReadRecorder, type ReadRecorder } from "./reads.ts";
import { unknown } from "./unknown.ts";

/** Helpers that call helpers; what real projects nest is two or three. */
const DEEPEST_CALLS = 6;
const MOST_STEPS = 2_000;
/** Base classes are followed this deep from one class to the next. */
const DEEPEST_CLASSES = 60;

export interface RecordingProgram extends Program {
  readonly recording: ReadRecorder["recording"];
  /** Lets go of all remembered answers, once few questions are left to ask. */
  readonly forget: () => void;
}

/** `known` keeps the name indexes of files whose facts did not change. */
export function createProgram(
  files: ReadonlyMap<string, FileFacts>,
  modules: Modules,
  indexes: Map<FileFacts, ModuleNames>,
): RecordingProgram {
  const recorder = createReadRecorder();
  const limits = { depth: 0, steps: MOST_STEPS, iterations: 0 };
  let calls = 0;
  let classes = 0;

  const program: RecordingProgram = {
    modules,
    files,
    limits,
    recall: recorder.recall,
    remember: recorder.remember,
    recording: recorder.recording,
    forget: () => {
      for (const cache of Object.values(program.caches)) cache.clear();
    },
    caches: {
      bindings: new Map(),
      members: new Map(),
      classValues: new Map(),
      conditions: new Map(),
      annotations: new Map(),
      classes: new Map(),
      tableNames: new Map(),
      fields: new Map(),
      tableFlags: new Map(),
      mappedStates: new Map(),
      classTables: new Map(),
      annotationMaps: new Map(),
    },
    namesOf: (file) => {
      recorder.note(file);
      const facts = files.get(file);
      if (facts === undefined) return null;
      let names = indexes.get(facts);
      if (names === undefined) {
        names = indexNames(facts, modules.nameOf(file));
        indexes.set(facts, names);
      }
      return names;
    },
    evaluate: (expression, scope) => evaluateExpression(program, expression, scope),
    attribute: (of, name, at) => evaluateAttribute(program, of, name, at),
    call: (callee, call) => {
      if (calls >= DEEPEST_CALLS) return unknown("helper functions that call each other too deeply", call.at);
      if (calls === 0) limits.steps = MOST_STEPS;
      calls++;
      try {
        return callFunction(program, callee, call);
      } finally {
        calls--;
      }
    },
    classInfo: (key) => {
      const known = recorder.recall(program.caches.classes, key);
      if (known !== undefined) return known.answer;
      if (classes >= DEEPEST_CLASSES) return null;
      classes++;
      try {
        return recorder.remember(program.caches.classes, key, () => readClass(program, key), null);
      } finally {
        classes--;
      }
    },
    hasMappedBase: (key) =>
      program.classInfo(key)?.classes.some((base) => base.key !== key && mappedState(program, base.key) === "mapped") ??
      false,
    isFlaskSqlalchemy: (instance) => isFlaskSqlalchemy(program, instance),
    tableCall: (value) => tableCall(program, value),
    declaredTable: (key) => declaredTableOf(program, key),
  };
  return program;
}

function tableCall(program: Program, value: TableValue, depth = 0): CallValue | null {
  if (value.of.kind === "table" || depth > DEEPEST_CALLS) return null;
  const { key } = value.of;
  const dot = key.lastIndexOf(".");
  const colon = key.indexOf(":");
  const owner = value.of.kind === "class" ? key : dot > colon ? key.slice(0, dot) : null;
  const name = value.of.kind === "class" ? "__table__" : key.slice(Math.max(dot, colon) + 1);
  const module = key.slice(0, colon);
  const file = program.modules.fileNamed(module);
  const names = file === null ? null : program.namesOf(file);
  const bindings = owner === null ? names?.names.get(name) : names?.classes.get(owner as ClassKey)?.names.get(name);
  const binding = bindings?.findLast(({ kind }) => kind === "assignment");
  if (file === null || binding?.kind !== "assignment" || binding.value === null) return null;
  const call = program.evaluate(binding.value, { module, file, classKey: owner as ClassKey | null, bound: new Map() });
  if (call.kind === "table") return tableCall(program, call, depth + 1);
  return call.kind === "call" ? call : null;
}
