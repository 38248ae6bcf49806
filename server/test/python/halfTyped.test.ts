import { describe, expect, test } from "vitest";
import { readModule } from "../../src/python/reader.ts";
import type { ClassDefinition, FunctionDefinition, Span, Statement } from "../../src/python/syntax.ts";
import { brokenLines } from "./brokenLines.ts";
import { dumpStatement } from "./dump.ts";

/** Valid models. `§` marks the places where the broken line is put, one at a time. */
const MODELS = `from sqlmodel import Field, Relationship, SQLModel
§after an import
from app.other import Thing


§between the imports and the first class
class Team(SQLModel, table=True):
    §at the beginning of a class
    id: int | None = Field(default=None, primary_key=True)
    §between two attributes
    heroes: list["Hero"] = Relationship(back_populates="team", cascade_delete=True)
    §before a method
    def name(self) -> str:
        value = self.title
        §inside a method
        return value
    §between two methods
    @property
    def label(self):
        """What people see."""
        return self.name()
    §at the end of a class


class Hero(SQLModel, table=True):
    """Somebody."""
    §below a docstring
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(
        default=None,
        foreign_key="team.id",
    )
    §below a call over several lines
    team: Team | None = Relationship(
        back_populates="heroes",
    )
    name: str

    class Config:
        orm_mode = True
        §at the end of a nested class


§between classes
LIMIT = 3


def create(session):
    """Makes one."""
    hero = Hero(
        name="x",
    )
    §below a call in a function
    session.add(hero)
    if hero:
        §inside a block
        session.commit()
    §after a block
    return hero
§at the end
`;

const places = [...MODELS.matchAll(/^ *§(.*)\n/gm)].map((match) => match[1] ?? "");

/** The models with the broken line at that place, and where the line is. */
function breakModels(place: string, line: string): { text: string; start: number; end: number } {
  const marker = `§${place}\n`;
  const at = MODELS.indexOf(marker);
  const before = MODELS.slice(0, at).replace(/^ *§.*\n/gm, "");
  const after = MODELS.slice(at + marker.length).replace(/^ *§.*\n/gm, "");
  return { text: `${before}${line}\n${after}`, start: before.length, end: before.length + line.length };
}

/** Every statement that does not begin in the broken line, with the names of the classes and functions around it. */
function outline(
  body: readonly Statement[],
  text: string,
  broken: { start: number; end: number },
  path = "",
): string[] {
  const found: string[] = [];
  for (const statement of body) {
    const isBroken = statement.start >= broken.start && statement.start < broken.end;
    const blocks = blocksOf(statement);
    if (!isBroken) {
      found.push(path + dumpStatement(headerOf(statement, broken), { text, spans: "nowhere" }));
    }
    const inside = isScope(statement) && !isBroken ? `${path}${statement.name.name}.` : isBroken ? `${path}?` : path;
    for (const block of blocks) found.push(...outline(block, text, broken, inside));
  }
  return found;
}

/** The statement without its blocks, and without a decorator that is the broken line: that may well be valid there. */
function headerOf(statement: Statement, broken: { start: number; end: number }): Statement {
  const isIntact = ({ start }: Span) => start < broken.start || start > broken.end;
  switch (statement.kind) {
    case "class":
    case "function":
      return { ...statement, body: [], decorators: statement.decorators.filter(isIntact) };
    case "if":
    case "for":
    case "while":
      return { ...statement, body: [], otherwise: [] };
    default:
      return statement;
  }
}

function isScope(statement: Statement): statement is ClassDefinition | FunctionDefinition {
  return statement.kind === "class" || statement.kind === "function";
}

function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "class":
    case "function":
    case "with":
      return [statement.body];
    case "if":
    case "for":
    case "while":
      return [statement.body, statement.otherwise];
    case "try":
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.otherwise, statement.finally];
    case "match":
      return statement.cases.map(({ body }) => body);
    default:
      return [];
  }
}

const whole = MODELS.replace(/^ *§.*\n/gm, "");
const intact = outline(readModule(whole).body, whole, { start: -1, end: -1 });

describe("a half-typed line leaves everything around it where it belongs", () => {
  test("there are enough of them", () => {
    expect(new Set(brokenLines).size).toBe(brokenLines.length);
    expect(brokenLines.length).toBeGreaterThan(150);
    expect(intact).toContain("Hero.Config.(assignment [orm_mode] (constant True))");
  });

  describe.each(places)("%s", (place) => {
    test.each(brokenLines)("%s", (line) => {
      const { text, start, end } = breakModels(place, line);
      expect(outline(readModule(text).body, text, { start, end })).toEqual(intact);
    });
  });
});
