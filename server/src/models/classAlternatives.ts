import type { Argument, Expression } from "../python/syntax.ts";
import { isAlike } from "./alike.ts";
import type { ClassFact, Condition, Fact, Presence } from "./fact.ts";

/**
 * Joins classes of one name in the branches of an `if` with an `else`, of which a program has exactly one, into a single
 * class: what they say alike it says, what they say differently depends on the conditions. `facts` are those of the
 * branches, in source order; `when` says whether the `if` itself runs.
 */
export function joinAlternatives(facts: readonly Fact[], when: Presence): readonly Fact[] {
  const byName = new Map<string, ClassFact[]>();
  for (const fact of facts) {
    if (fact.kind !== "class") continue;
    const namesakes = byName.get(fact.name.name);
    if (namesakes === undefined) byName.set(fact.name.name, [fact]);
    else namesakes.push(fact);
  }
  const joined = new Map<Fact, ClassFact | null>();
  for (const alternatives of byName.values()) {
    if (!areExhaustive(alternatives)) continue;
    for (const alternative of alternatives) joined.set(alternative, null);
    const [first] = alternatives;
    if (first !== undefined) joined.set(first, joinedClass(alternatives, when));
  }
  if (joined.size === 0) return facts;
  return facts.flatMap((fact) => {
    const replacement = joined.get(fact);
    return replacement === undefined ? [fact] : replacement === null ? [] : [replacement];
  });
}

/** An `if` with its `elif`s and its `else` leaves no other way: each branch refuses what the earlier ones ask. */
export function areExhaustive(alternatives: readonly { readonly under?: readonly Condition[] }[]): boolean {
  const branches = alternatives.map(({ under }) => under ?? []);
  const refused = branches.at(-1) ?? [];
  if (branches.length < 2 || refused.length !== branches.length - 1) return false;
  return branches.every(
    (conditions, branch) =>
      conditions.length === Math.min(branch + 1, refused.length) &&
      conditions.every(({ test, holds }, index) => test === refused[index]?.test && holds === (index === branch)),
  );
}

/** The class as its last alternative, which is what holds where no condition does, with the bodies of all of them. */
function joinedClass(alternatives: readonly ClassFact[], when: Presence): ClassFact {
  const [first, last] = [alternatives[0] as ClassFact, alternatives.at(-1) as ClassFact];
  return {
    kind: "class",
    name: last.name,
    decorators: alternatives.every(({ decorators }) => isAlike(decorators, last.decorators)) ? last.decorators : [],
    arguments: joinedArguments(alternatives, last),
    body: alternatives.flatMap(({ body, under = [] }) =>
      body.map((fact) => ({
        ...fact,
        when: fact.when === "always" ? "sometimes" : fact.when,
        under: [...under, ...(fact.under ?? [])],
      })),
    ),
    when,
    start: first.start,
    end: last.end,
  };
}

/**
 * A base class that is not the same everywhere depends on the conditions; where a branch has none, it is not known. What a
 * class has more than another is mostly a mixin, which stands before the base that they share.
 */
function joinedArguments(alternatives: readonly ClassFact[], last: ClassFact): readonly Argument[] {
  const bases = alternatives.map((each) => each.arguments.filter(({ keyword }) => keyword === null));
  const count = Math.max(...bases.map(({ length }) => length));
  const names = new Set(alternatives.flatMap((each) => each.arguments.flatMap(({ keyword }) => keyword?.name ?? [])));
  return [
    ...Array.from({ length: count }, (_, index) =>
      joinedArgument(
        bases.map((written) => written.at(index - count)),
        alternatives,
        last,
      ),
    ),
    ...[...names].map((name) =>
      joinedArgument(
        alternatives.map((each) => each.arguments.find(({ keyword }) => keyword?.name === name)),
        alternatives,
        last,
      ),
    ),
  ];
}

function joinedArgument(
  written: readonly (Argument | undefined)[],
  alternatives: readonly ClassFact[],
  { name }: ClassFact,
): Argument {
  const model = written.findLast((each) => each !== undefined);
  const { start, end } = model ?? name;
  const values = written.map(
    (each): Expression => (each?.spread === "" ? each.value : { kind: "missing", start, end }),
  );
  return { keyword: model?.keyword ?? null, spread: "", value: chosen(values, alternatives), start, end };
}

/** What is the same in all branches, else a conditional expression that asks what the branches ask. */
function chosen(values: readonly Expression[], alternatives: readonly ClassFact[]): Expression {
  const last = values.at(-1) as Expression;
  if (values.every((each) => isAlike(each, last))) return last;
  const { start, end } = last;
  return values.slice(0, -1).reduceRight((otherwise, value, index): Expression => {
    const test = alternatives[index]?.under?.[index]?.test ?? { kind: "missing", start, end };
    // biome-ignore lint/suspicious/noThenProperty: it holds an expression, which nobody awaits
    return { kind: "conditional", test, then: value, otherwise, start, end };
  }, last);
}
