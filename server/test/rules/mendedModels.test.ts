import { expect, test } from "vitest";
import { analyseProject } from "./analyseProject.ts";

/** How the two sides are declared: options of the parent's relationship, of the foreign key, and whether it is required. */
interface Mended {
  readonly relationship: string;
  readonly foreignKey: string;
  readonly optional?: true;
}

/** What maintainers write when they mend a delete that failed or left orphans, as keywords of SQLAlchemy. */
const mended: Readonly<Record<string, Mended>> = {
  "a delete cascade of the ORM alone": { relationship: 'cascade="all, delete-orphan"', foreignKey: "" },
  "a delete cascade without orphans": { relationship: 'cascade="all, delete"', foreignKey: "" },
  "a delete cascade for a key that may be NULL": {
    relationship: 'cascade="all, delete-orphan"',
    foreignKey: "",
    optional: true,
  },
  "cascades on both sides, without passive_deletes": {
    relationship: 'cascade="all, delete-orphan"',
    foreignKey: ', ondelete="CASCADE"',
  },
  "cascades on both sides": {
    relationship: 'cascade="all, delete-orphan", passive_deletes=True',
    foreignKey: ', ondelete="CASCADE"',
  },
  "passive_deletes=True over ON DELETE CASCADE": {
    relationship: "passive_deletes=True",
    foreignKey: ', ondelete="CASCADE"',
  },
  "the same for a key that may be NULL": {
    relationship: "passive_deletes=True",
    foreignKey: ', ondelete="cascade"',
    optional: true,
  },
  'passive_deletes="all" over ON DELETE CASCADE': {
    relationship: 'passive_deletes="all"',
    foreignKey: ', ondelete="CASCADE"',
  },
  'passive_deletes="all" over RESTRICT': { relationship: 'passive_deletes="all"', foreignKey: ', ondelete="RESTRICT"' },
  'passive_deletes="all" without an action': { relationship: 'passive_deletes="all"', foreignKey: "" },
  "ON DELETE SET NULL": { relationship: "", foreignKey: ', ondelete="SET NULL"', optional: true },
  "ON DELETE SET NULL and passive_deletes": {
    relationship: "passive_deletes=True",
    foreignKey: ', ondelete="SET NULL"',
    optional: true,
  },
  "a key that may be NULL": { relationship: "", foreignKey: "", optional: true },
  "a relationship that only reads": { relationship: "viewonly=True", foreignKey: ', ondelete="CASCADE"' },
  "a relationship that is never loaded": { relationship: 'lazy="noload"', foreignKey: ', ondelete="CASCADE"' },
};

const deletes = `
def remove(session: Session, team_id: int) -> None:
    team = session.get(Team, team_id)
    session.delete(team)
    session.commit()
`;

const styles: Readonly<Record<string, (how: Mended) => string>> = {
  SQLModel: ({ relationship, foreignKey, optional }) => `from sqlmodel import Field, Relationship, Session, SQLModel

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship_kwargs=dict(${relationship}))

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int${optional ? " | None" : ""} = Field(${optional ? "default=None, " : ""}foreign_key="team.id"${foreignKey})
${deletes}`,
  "SQLAlchemy 2.0": ({ relationship, foreignKey, optional }) => `from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    heroes: Mapped[list["Hero"]] = relationship(${relationship})

class Hero(Base):
    __tablename__ = "hero"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int${optional ? " | None" : ""}] = mapped_column(ForeignKey("team.id"${foreignKey}))
${deletes}`,
  "a backref": ({ relationship, foreignKey, optional }) => `from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import Session, backref, declarative_base, relationship

Base = declarative_base()

class Team(Base):
    __tablename__ = "team"
    id = Column(Integer, primary_key=True)

class Hero(Base):
    __tablename__ = "hero"
    id = Column(Integer, primary_key=True)
    team_id = Column(Integer, ForeignKey("team.id"${foreignKey}), nullable=${optional ? "True" : "False"})
    team = relationship(Team, backref=backref("heroes", ${relationship}))
${deletes}`,
};

const cases = Object.entries(mended).flatMap(([what, how]) =>
  Object.entries(styles).map(([style, write]) => ({ what, style, models: write(how) })),
);

test.each(cases)("$what, in $style, is no more than a hint", ({ models }) => {
  expect(loud(models)).toEqual([]);
});

test("an association table with ON DELETE CASCADE on both keys is no more than a hint", () => {
  expect(
    loud(`from sqlmodel import Field, Relationship, Session, SQLModel

class Membership(SQLModel, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True, ondelete="CASCADE")
    hero_id: int = Field(foreign_key="hero.id", primary_key=True, ondelete="CASCADE")

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(link_model=Membership)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
${deletes}`),
  ).toEqual([]);
});

test("two tables that reference each other, with post_update, are no more than a hint", () => {
  expect(
    loud(`from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    captain_id: Mapped[int | None] = mapped_column(ForeignKey("hero.id", use_alter=True, ondelete="SET NULL"))
    captain: Mapped["Hero | None"] = relationship(foreign_keys=[captain_id], post_update=True)
    heroes: Mapped[list["Hero"]] = relationship(foreign_keys="Hero.team_id", cascade="all, delete-orphan")

class Hero(Base):
    __tablename__ = "hero"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
${deletes}`),
  ).toEqual([]);
});

function loud(models: string): readonly string[] {
  return analyseProject(new Map([["models.py", models]]))
    .findings.filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ rule, severity, message }) => `${severity} [${rule}] ${message}`);
}
