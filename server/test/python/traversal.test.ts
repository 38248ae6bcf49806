import { expect, test } from "vitest";
import { readModule } from "../../src/python/reader.ts";
import type { Expression } from "../../src/python/syntax.ts";
import { statementExpressions, walkExpression, walkStatements } from "../../src/python/traversal.ts";

/** Every name that can be reached, in the order of the walk. */
function names(text: string): string[] {
  const found: string[] = [];
  walkStatements(readModule(text).body, (statement) => {
    for (const expression of statementExpressions(statement)) {
      walkExpression(expression, (node) => {
        if (node.kind === "name") found.push(node.name);
        return undefined;
      });
    }
    return undefined;
  });
  return found;
}

test("every expression of every statement is reached", () => {
  const text = `
@a
class A(b, c=d): e
@f
def g(h: i = j, *k: l) -> m:
    return n
n1 = n2 = n3
o: p = q
r += s
if t: u
elif v: w
else: x
for y in z: a1
else: b1
while c1: d1
try: e1
except f1: g1
else: h1
finally: i1
with j1 as k1, l1: m1
match o1:
    case p1 if q1: r1
type s1 = t1
raise u1 from v1
(w1.a[x1:y1](z1, b=a2, *b2), {c2: d2, **e2}, {f2}, [g2], lambda h2=i2: j2, k2 if l2 else m2)
(n2 + -o2 < p2 and q2, [r2 for s2 in t2 if u2], f"{v2}", await w2, (yield x2), (y2 := z2))
`;
  expect(names(text)).toEqual(
    (
      "a b d e f i j l m n n1 n2 n3 o p q r s t u v w x y z a1 b1 c1 d1 f1 e1 g1 h1 i1 j1 k1 l1 m1 o1 q1 r1 t1 u1 v1 " +
      "w1 x1 y1 z1 a2 b2 c2 d2 e2 f2 g2 i2 j2 k2 l2 m2 n2 o2 p2 q2 r2 s2 t2 u2 v2 w2 x2 z2"
    ).split(" "),
  );
});

test("what is skipped is not entered", () => {
  const seen: string[] = [];
  walkStatements(readModule("class A:\n  def f(): x\n  y").body, (statement) => {
    seen.push(statement.kind);
    return statement.kind === "function" ? "skip" : undefined;
  });
  expect(seen).toEqual(["class", "function", "expression"]);
  const kinds: Expression["kind"][] = [];
  const [statement] = readModule("a(b.c)").body;
  for (const root of statement ? statementExpressions(statement) : []) {
    walkExpression(root, (node) => {
      kinds.push(node.kind);
      return node.kind === "attribute" ? "skip" : undefined;
    });
  }
  expect(kinds).toEqual(["call", "name", "attribute"]);
});
