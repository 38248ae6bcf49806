import { type CheckToken, tokensOf } from "./checkTokens.ts";

/**
 * The condition of a CHECK constraint, read as far as it decides which columns may be NULL: logic, comparisons, counting.
 * Whatever else stands in it is a part of which nothing is known.
 */
export type CheckCondition =
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "constant"; readonly value: number | null }
  | { readonly kind: "unknown" }
  | { readonly kind: "operation"; readonly operator: CheckOperator; readonly operands: readonly CheckCondition[] };

export type CheckOperator =
  | "or"
  | "and"
  | "not"
  | "isNull"
  | "equal"
  | "compare"
  | "add"
  | "subtract"
  | CountingFunction;

type CountingFunction = "coalesce" | "num_nulls" | "num_nonnulls" | "case";

const UNKNOWN: CheckCondition = { kind: "unknown" };

/** What may follow a value, with NOT before it, and says nothing of NULL. */
const PREDICATES: readonly string[] = ["in", "like", "ilike", "between"];

/** Deeper than any condition that a person writes. */
const DEEPEST = 50;

/** Reads the condition; null for text that is not understood as a whole. */
export function readCheckCondition(text: string): CheckCondition | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const reader = new ConditionReader(tokens);
  const condition = reader.disjunction(0);
  return reader.failed || !reader.atEnd ? null : condition;
}

function operation(operator: CheckOperator, ...operands: readonly CheckCondition[]): CheckCondition {
  return { kind: "operation", operator, operands };
}

class ConditionReader {
  readonly #tokens: readonly CheckToken[];
  #position = 0;
  failed = false;

  constructor(tokens: readonly CheckToken[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#position >= this.#tokens.length;
  }

  disjunction(depth: number): CheckCondition {
    let left = this.#conjunction(depth);
    while (this.#take("or")) left = operation("or", left, this.#conjunction(depth));
    return left;
  }

  #conjunction(depth: number): CheckCondition {
    let left = this.#negation(depth);
    while (this.#take("and")) left = operation("and", left, this.#negation(depth));
    return left;
  }

  #negation(depth: number): CheckCondition {
    if (depth > DEEPEST) return this.#fail();
    return this.#take("not") ? operation("not", this.#negation(depth + 1)) : this.#comparison(depth);
  }

  #comparison(depth: number): CheckCondition {
    let left = this.#sum(depth);
    for (;;) {
      if (this.#take("is")) left = this.#is(left, depth);
      else if (this.#take("=") || this.#take("==")) left = operation("equal", left, this.#sum(depth));
      else if (this.#take("<>") || this.#take("!="))
        left = operation("not", operation("equal", left, this.#sum(depth)));
      else if (this.#takeAny("<", "<=", ">", ">=")) left = operation("compare", left, this.#sum(depth));
      else if (this.#takesPredicate()) left = this.#predicate(depth);
      else return left;
    }
  }

  /** `IS NULL`, `IS NOT NULL`; `IS TRUE` and `IS DISTINCT FROM` are not followed. */
  #is(left: CheckCondition, depth: number): CheckCondition {
    const negated = this.#take("not");
    if (this.#take("null")) return negated ? operation("not", operation("isNull", left)) : operation("isNull", left);
    if (this.#take("distinct")) this.#expect("from");
    this.#sum(depth);
    return UNKNOWN;
  }

  #takesPredicate(): boolean {
    if (this.#peek("not") && PREDICATES.includes(this.#tokens[this.#position + 1]?.text ?? "")) this.#position++;
    return PREDICATES.some((word) => this.#peek(word));
  }

  #predicate(depth: number): CheckCondition {
    const between = this.#peek("between");
    this.#position++;
    this.#sum(depth);
    if (between) {
      this.#expect("and");
      this.#sum(depth);
    }
    return UNKNOWN;
  }

  #sum(depth: number): CheckCondition {
    let left = this.#product(depth);
    for (;;) {
      if (this.#take("+")) left = operation("add", left, this.#product(depth));
      else if (this.#take("-")) left = operation("subtract", left, this.#product(depth));
      else return left;
    }
  }

  #product(depth: number): CheckCondition {
    let left = this.#primary(depth);
    while (this.#takeAny("*", "/", "%", "||")) {
      this.#primary(depth);
      left = UNKNOWN;
    }
    return left;
  }

  #primary(depth: number): CheckCondition {
    if (depth > DEEPEST) return this.#fail();
    const value = this.#operand(depth + 1);
    while (this.#take("::")) this.#skipType();
    return value;
  }

  #operand(depth: number): CheckCondition {
    const token = this.#tokens[this.#position++];
    if (token === undefined) return this.#fail();
    if (token.kind === "number") return { kind: "constant", value: Number(token.text) };
    if (token.kind === "text") return UNKNOWN;
    if (token.kind === "name") return this.#column(token.name);
    if (token.text === "(") return this.#parenthesised(depth);
    if (token.text === "-") return operation("subtract", { kind: "constant", value: 0 }, this.#primary(depth));
    if (token.kind === "sign") return this.#fail();
    if (token.text === "null") return { kind: "constant", value: null };
    if (token.text === "true" || token.text === "false")
      return { kind: "constant", value: token.text === "true" ? 1 : 0 };
    if (token.text === "case") return this.#case(depth);
    if (this.#take("(")) return token.text === "cast" ? this.#cast(depth) : this.#call(token.text, depth);
    return this.#column(token.name);
  }

  #column(name: string): CheckCondition {
    let last = name;
    while (this.#take(".")) last = this.#tokens[this.#position++]?.name ?? "";
    return last === "" ? this.#fail() : { kind: "column", name: last };
  }

  /** A list in parentheses, as after IN, is no value. */
  #parenthesised(depth: number): CheckCondition {
    const items = this.#list(depth);
    return items.length === 1 && items[0] !== undefined ? items[0] : UNKNOWN;
  }

  #call(name: string, depth: number): CheckCondition {
    const items = this.#take(")") ? [] : this.#list(depth);
    return name === "coalesce" || name === "num_nulls" || name === "num_nonnulls" ? operation(name, ...items) : UNKNOWN;
  }

  #list(depth: number): readonly CheckCondition[] {
    const items = [this.disjunction(depth)];
    while (this.#take(",")) items.push(this.disjunction(depth));
    this.#expect(")");
    return items;
  }

  #cast(depth: number): CheckCondition {
    const value = this.disjunction(depth);
    this.#expect("as");
    this.#skipType();
    this.#expect(")");
    return value;
  }

  #skipType(): void {
    if (this.#tokens[this.#position++]?.kind !== "word") this.#fail();
    if (!this.#take("(")) return;
    while (!this.atEnd && !this.#peek(")")) this.#position++;
    this.#expect(")");
  }

  /** Operands in pairs of condition and value, the value of ELSE last. */
  #case(depth: number): CheckCondition {
    const operands: CheckCondition[] = [];
    if (!this.#peek("when")) return this.#fail();
    while (this.#take("when")) {
      operands.push(this.disjunction(depth));
      this.#expect("then");
      operands.push(this.disjunction(depth));
    }
    operands.push(this.#take("else") ? this.disjunction(depth) : { kind: "constant", value: null });
    this.#expect("end");
    return operation("case", ...operands);
  }

  #peek(text: string): boolean {
    const token = this.#tokens[this.#position];
    return token !== undefined && token.text === text && token.kind !== "text";
  }

  #take(text: string): boolean {
    const found = this.#peek(text);
    if (found) this.#position++;
    return found;
  }

  #takeAny(...texts: readonly string[]): boolean {
    return texts.some((text) => this.#take(text));
  }

  #expect(text: string): void {
    if (!this.#take(text)) this.#fail();
  }

  #fail(): CheckCondition {
    this.failed = true;
    this.#position = this.#tokens.length;
    return UNKNOWN;
  }
}
