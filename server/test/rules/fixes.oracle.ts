import { describe, expect, test } from "vitest";
import { applyTextEdits } from "../../src/fixes/applyTextEdits.ts";
import { analyseProject } from "./analyseProject.ts";
import { type ModelRun, runForReal } from "./pageRuns.ts";

const sqlmodelHead = "from sqlmodel import Field, Relationship, SQLModel\n";
const sqlmodelTeam = "class Team(SQLModel, table=True):\n    id: int | None = Field(default=None, primary_key=True)\n";
const sqlmodelHero = `class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", ondelete="CASCADE", index=True)
`;
const legacyHead = `from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
`;
const legacyTeam = 'class Team(Base):\n    __tablename__ = "team"\n    id = Column(Integer, primary_key=True)\n';
const legacyHero = `class Hero(Base):
    __tablename__ = "hero"
    id = Column(Integer, primary_key=True)
    team_id = Column(Integer, ForeignKey("team.id", ondelete="CASCADE"), nullable=False, index=True)
`;
const modernHead = `from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass
`;
const modernTeam =
  'class Team(Base):\n    __tablename__ = "team"\n    id: Mapped[int] = mapped_column(primary_key=True)\n';
const modernHero = `class Hero(Base):
    __tablename__ = "hero"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
`;

/** Models of which no `Team` with heroes can be deleted, written in as many ways as people write them. */
const styles: Readonly<Record<string, string>> = {
  "SQLModel, bare": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship()\n${sqlmodelHero}`,
  "SQLModel, one line": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship(back_populates="team")
${sqlmodelHero}    team: Team = Relationship(back_populates="heroes")\n`,
  "SQLModel, several lines": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship(
        back_populates="team",
    )
${sqlmodelHero}    team: Team = Relationship(back_populates="heroes")\n`,
  "SQLModel, several lines without a last comma, and a comment": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship(
        back_populates="team"  # the other side
    )
${sqlmodelHero}    team: Team = Relationship(back_populates="heroes")\n`,
  "SQLModel, keyword dictionary": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship(sa_relationship_kwargs={'lazy': 'selectin'})\n${sqlmodelHero}`,
  "SQLModel, keyword dict() call": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship(sa_relationship_kwargs=dict(lazy="selectin"))\n${sqlmodelHero}`,
  "SQLModel, keyword dictionary on lines of its own": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship(
        sa_relationship_kwargs={
            "order_by": "Hero.id",
        },
    )
${sqlmodelHero}`,
  "SQLModel, a relationship of SQLAlchemy": `from sqlalchemy.orm import relationship
${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship(sa_relationship=relationship("Hero"))\n${sqlmodelHero}`,
  "SQLModel, a column of SQLAlchemy": `import sqlalchemy as sa
${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship()
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(sa_column=sa.Column(sa.ForeignKey("team.id"), nullable=False, index=True))
`,
  "SQLModel, no action": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship()
${sqlmodelHero.replace(', ondelete="CASCADE"', "")}`,
  "SQLModel, no action, several lines": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship()
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(
        foreign_key="team.id",
        index=True,
    )
`,
  "SQLModel, through the module": `import sqlmodel
class Team(sqlmodel.SQLModel, table=True):
    id: int | None = sqlmodel.Field(default=None, primary_key=True)
    heroes: list["Hero"] = sqlmodel.Relationship()
class Hero(sqlmodel.SQLModel, table=True):
    id: int | None = sqlmodel.Field(default=None, primary_key=True)
    team_id: int = sqlmodel.Field(foreign_key="team.id", index=True)
`,
  "SQLModel, other names": `from sqlmodel import Field as F, Relationship as R, SQLModel as M
class Team(M, table=True):
    id: int | None = F(default=None, primary_key=True)
    heroes: list["Hero"] = R()
class Hero(M, table=True):
    id: int | None = F(default=None, primary_key=True)
    team_id: int = F(foreign_key="team.id", index=True)
`,
  "Windows line ends": `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship(
        sa_relationship_kwargs={
            "lazy": "selectin",
        },
    )
${sqlmodelHero}`.replaceAll("\n", "\r\n"),
  tabs: `${sqlmodelHead}${sqlmodelTeam}    heroes: list["Hero"] = Relationship()\n${sqlmodelHero}`.replaceAll(
    "    ",
    "\t",
  ),
  "SQLAlchemy 2.0": `${modernHead}${modernTeam}    heroes: Mapped[list["Hero"]] = relationship()\n${modernHero}`,
  "SQLAlchemy 2.0, linked": `${modernHead}${modernTeam}    heroes: Mapped[list["Hero"]] = relationship(
        back_populates="team", order_by="Hero.id"
    )
${modernHero}    team: Mapped[Team] = relationship(back_populates="heroes")\n`,
  "SQLAlchemy 2.0, one to one": `${modernHead}${modernTeam}    hero: Mapped["Hero"] = relationship(single_parent=True)\n${modernHero.replace("index=True", "unique=True")}`,
  "SQLAlchemy 2.0, part of the key": `${modernHead}${modernTeam}    heroes: Mapped[list["Hero"]] = relationship()
class Hero(Base):
    __tablename__ = "hero"
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
`,
  "SQLAlchemy 2.0, a key of two columns": `from sqlalchemy import ForeignKeyConstraint
${modernHead}class Team(Base):
    __tablename__ = "team"
    a: Mapped[int] = mapped_column(primary_key=True)
    b: Mapped[int] = mapped_column(primary_key=True)
    heroes: Mapped[list["Hero"]] = relationship()
class Hero(Base):
    __tablename__ = "hero"
    __table_args__ = (ForeignKeyConstraint(["a", "b"], ["team.a", "team.b"]),)
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
    b: Mapped[int]
`,
  legacy: `${legacyHead}${legacyTeam}    heroes = relationship("Hero")\n${legacyHero}`,
  "legacy, other cascades": `${legacyHead}${legacyTeam}    heroes = relationship('Hero', cascade='save-update, merge', lazy='dynamic')\n${legacyHero}`,
  "legacy, a backref by name": `${legacyHead}${legacyTeam}${legacyHero}    team = relationship(Team, backref='heroes')\n`,
  "legacy, a backref call": `${legacyHead.replace("declarative_base,", "backref, declarative_base,")}${legacyTeam}${legacyHero}    team = relationship(Team, backref=backref("heroes", lazy="select"))\n`,
  "legacy, through modules": `import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Team(Base):
    __tablename__ = "team"
    id = sa.Column(sa.Integer, primary_key=True)
class Hero(Base):
    __tablename__ = "hero"
    id = sa.Column(sa.Integer, primary_key=True)
    team_id = sa.Column(sa.Integer, sa.ForeignKey(Team.id), nullable=False, index=True)
    team = orm.relationship(Team, backref="heroes")
`,
  "legacy, behind the class": `${legacyHead}${legacyTeam}${legacyHero}
Team.heroes = relationship(Hero)
`,
};

const projects = Object.entries(styles).map(([style, text]) => ({ style, text, fixed: fixedText(text) }));

describe("a fix in every style", () => {
  const before = outcomes(projects.map(({ text }) => text));
  const after = outcomes(projects.map(({ fixed }) => fixed ?? ""));

  test.each(projects.map((project, index) => ({ ...project, index })))("$style", ({ text, fixed, index }) => {
    expect(before[index]?.[0]).toMatch(/Error: /);
    expect(fixed).not.toBeNull();
    expect(after[index]).toContain("team: 1 row deleted");
    expect(warningsOf(fixed ?? "")).toEqual([]);
    // Only what the fix is about may differ.
    const removed = text.split(/\r?\n/).filter((line) => !(fixed ?? "").split(/\r?\n/).includes(line));
    expect(removed.length).toBeLessThanOrEqual(4);
    expect((fixed ?? "").includes("\r\n")).toBe(text.includes("\r\n"));
  });
});

function outcomes(texts: readonly string[]): readonly (readonly string[])[] {
  const runs: readonly ModelRun[] = texts.map((text) => ({
    files: new Map([["models.py", text]]),
    statements: ["session.delete(team)"],
  }));
  return runForReal(runs);
}

/** The text with the best fix of the first finding that has one; null where none is offered. */
function fixedText(text: string): string | null {
  const project = analyseProject(new Map([["models.py", text]]));
  for (const finding of project.findings) {
    if (finding.severity !== "error" && finding.severity !== "warning") continue;
    for (const fix of finding.fixes) {
      const edits = project.editsFor(finding, fix);
      if (edits !== null) return applyTextEdits(text, edits);
    }
  }
  return null;
}

function warningsOf(text: string): readonly string[] {
  return analyseProject(new Map([["models.py", text]]))
    .findings.filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ rule, message }) => `${rule}: ${message}`);
}
