/**
 * Tokenises lines of Python with the real engine and the real Python grammar of VS Code, this extension's injection
 * applied, and compares the scopes that the injection is for.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface Textmate {
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar> };
  readonly parseRawGrammar: (text: string, path: string) => unknown;
  readonly INITIAL: unknown;
}

interface Grammar {
  tokenizeLine(line: string, state: unknown): { readonly tokens: readonly Token[] };
}

interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}

interface Oniguruma {
  loadWASM(bytes: Buffer): Promise<void>;
  createOnigScanner(patterns: readonly string[]): unknown;
  createOnigString(text: string): unknown;
}

const option = "constant.language.cascade-option.ondelete";
const action = "constant.language.referential-action.ondelete";

/** Each line, and what the injection marks in it, in order. */
const examples: readonly (readonly [line: string, marked: readonly (readonly [text: string, scope: string])[]])[] = [
  [
    'posts: list["Post"] = Relationship(sa_relationship_kwargs={"cascade": "all, delete-orphan", "lazy": "all"})',
    [
      ["all", option],
      ["delete-orphan", option],
    ],
  ],
  [
    "posts = relationship('Post', cascade='save-update, merge,delete', back_populates='all')",
    [
      ["save-update", option],
      ["merge", option],
      ["delete", option],
    ],
  ],
  ['user_id: int = Field(foreign_key="user.id", ondelete="SET NULL")', [["SET NULL", action]]],
  ["user_id = mapped_column(ForeignKey('user.id', ondelete = 'cascade'))", [["cascade", action]]],
  ['Column(ForeignKey("user.id", **{"ondelete": "NO ACTION"}))', [["NO ACTION", action]]],
  ['Field(foreign_key="user.id", ondelete="DELETE")', []],
  ['relationship(cascade="all-delete, deleted")', []],
  ["# relationship(cascade='all')", []],
  ["print(\"ondelete='CASCADE'\")", []],
  ['cascade = "all"', []],
];

/** Throws with the line that is scoped wrongly. `vscode` is the folder of a VS Code server build. */
export async function checkTokens(vscode: string, project: string): Promise<void> {
  const modules = join(vscode, "node_modules");
  const require = createRequire(join(vscode, "package.json"));
  const textmate: Textmate = require(join(modules, "vscode-textmate"));
  const oniguruma: Oniguruma = require(join(modules, "vscode-oniguruma"));
  await oniguruma.loadWASM(readFileSync(join(modules, "vscode-oniguruma", "release", "onig.wasm")));
  const files: Readonly<Record<string, string>> = {
    "source.python": join(vscode, "extensions/python/syntaxes/MagicPython.tmLanguage.json"),
    "ondelete.injection": join(project, "syntaxes/ondelete.injection.tmLanguage.json"),
  };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: async (scope: string) => {
      const file = files[scope];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, "utf8"), file);
    },
    getInjections: (scope: string) => (scope === "source.python" ? ["ondelete.injection"] : []),
  });
  const grammar = await registry.loadGrammar("source.python");
  for (const [line, marked] of examples) {
    const { tokens } = grammar.tokenizeLine(line, textmate.INITIAL);
    assert.deepEqual(markedIn(line, tokens), marked, line);
    assertQuotesAreStrings(line, tokens);
  }
}

function markedIn(line: string, tokens: readonly Token[]): (readonly [string, string])[] {
  return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
    const scope = scopes.find((name) => name === option || name === action);
    return scope === undefined ? [] : [[line.slice(startIndex, endIndex), scope] as const];
  });
}

/** A string that the injection opens must close again, or the rest of the line turns into a string. */
function assertQuotesAreStrings(line: string, tokens: readonly Token[]): void {
  const last = tokens.findLast(({ startIndex, endIndex }) => line.slice(startIndex, endIndex).trim() === ")");
  if (last === undefined) return;
  assert.ok(!last.scopes.some((scope) => scope.startsWith("string")), `the string does not end in: ${line}`);
}
