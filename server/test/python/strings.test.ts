import { describe, expect, test } from "vitest";
import { readExpression, readModule } from "../../src/python/reader.ts";
import { dumpExpression } from "./dump.ts";

const dump = (text: string) => dumpExpression(readExpression(text), { text, spans: "nowhere" });

describe("a literal stands for what Python would see", () => {
  test.each([
    [`'a'`, "a"],
    [`"a'b"`, "a'b"],
    [`'''a'b''c'''`, "a'b''c"],
    [`""`, ""],
    [`""""""`, ""],
    [String.raw`"\n\t\\\'\"\a\b\f\r\v"`, "\n\t\\'\"\x07\b\f\r\v"],
    [String.raw`"\0\101\777"`, "\0A\u01ff"],
    [String.raw`"\x41\u0042\U0001F600"`, "AB\u{1F600}"],
    [String.raw`"\d\."`, "\\d\\."],
    [String.raw`"\x4 \u12"`, "\\x4 \\u12"],
    [String.raw`r"\n\"q"`, '\\n\\"q'],
    [String.raw`"\N{DASH}"`, "\\N{DASH}"],
    [`u"a"`, "a"],
    [`"a\\\nb"`, "ab"],
    [`"a\\\r\nb"`, "ab"],
    [`"""a\r\nb\rc\nd"""`, "a\nb\nc\nd"],
    [`"größe 😀"`, "größe 😀"],
  ])("%s", (text, value) => {
    expect(readExpression(text)).toMatchObject({ kind: "string", value, bytes: false });
  });

  test.each([
    [`b"a"`, "a"],
    [String.raw`b"\xff\u0041\400"`, "\xff\\u0041\0"],
    [String.raw`Rb"\x00"`, "\\x00"],
    [`BR'a'`, "a"],
  ])("%s is bytes", (text, value) => {
    expect(readExpression(text)).toMatchObject({ kind: "string", value, bytes: true });
  });

  test("literals side by side are one, each piece where it is written", () => {
    expect(readExpression(`("all, " r'delete'\n  """-orphan""")`)).toMatchObject({
      value: "all, delete-orphan",
      start: 1,
      end: 34,
      pieces: [
        { start: 1, end: 8 },
        { start: 9, end: 18 },
        { start: 21, end: 34 },
      ],
    });
  });
});

describe("a formatted string has its fields as expressions", () => {
  test.each([
    [`f"{a}"`, "(formatted (plain a))"],
    [`f"x{a.b}y"`, '(formatted "x" (plain (attribute a b)) "y")'],
    [`F'{a!r}{b:>10}{c!s:{w}.{p}}'`, "(formatted (changed a) (changed b) (changed c))"],
    [`f"{{{a}}}"`, '(formatted "{" (plain a) "}")'],
    [`f"{a=}{ b = !r}"`, '(formatted "a=" (changed a) " b = " (changed b))'],
    [`f"{d['k']}{d["k"]}"`, '(formatted (plain (subscript d (string "k"))) (plain (subscript d (string "k"))))'],
    [`f"{f"{f'{a}'}"}"`, "(formatted (plain (formatted (plain (formatted (plain a))))))"],
    [`f"{a, *b}"`, "(formatted (plain (tuple a (starred b))))"],
    [`f"{ {1: 2}[1] }"`, "(formatted (plain (subscript (dict (: (number) (number))) (number))))"],
    [`f"{(lambda x: x)(1)}"`, "(formatted (plain (call (lambda [(x _ _)] x) (number))))"],
    [`f"{a!=b}{a if b else c}"`, "(formatted (plain (comparison a != b)) (plain (conditional b a c)))"],
    [`f"{a:=5}{(a:=5)}"`, "(formatted (changed a) (plain (named a (number))))"],
    [`f"{a:{{}}}"`, "(formatted (changed a))"],
    [`rf"\\d{a}\\n"`, String.raw`(formatted "\\d" (plain a) "\\n")`],
    [`f"\\n{a}\\x41"`, String.raw`(formatted "\n" (plain a) "A")`],
    [`f"\\{a}"`, String.raw`(formatted "\\" (plain a))`],
    [`f"\\N{DASH}{a}"`, String.raw`(formatted "\\N{DASH}" (plain a))`],
    [`"a" f"b{c}" 'd'`, '(formatted "ab" (plain c) "d")'],
    [`f"""{\n  a # why\n}\n"""`, String.raw`(formatted (plain a) "\n")`],
    [`t"{a}"`, "(formatted (plain a))"],
    [`f""`, "(formatted)"],
  ])("%s", (text, expected) => {
    expect(dump(text)).toBe(expected);
  });

  test("fields have exact ranges", () => {
    const text = `x = f"{table}.{'id'}" f'{y!r}'`;
    const [statement] = readModule(text).body;
    if (statement?.kind !== "assignment" || statement.value.kind !== "formatted") throw new Error("not read");
    const fields = statement.value.parts.flatMap((part) => (part.kind === "value" ? [part.expression] : []));
    expect(fields.map(({ start, end }) => text.slice(start, end))).toEqual(["table", "'id'", "y"]);
  });
});
