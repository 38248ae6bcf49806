import { expect, test } from "vitest";
import { analyseProject } from "../rules/analyseProject.ts";

function titlesOffered(source: string): readonly string[] {
  const { findings, editsFor } = analyseProject(new Map([["models.py", source]]));
  return findings.flatMap((finding) => finding.fixes.filter((fix) => editsFor(finding, fix)).map(({ title }) => title));
}

const BOOKS = `
class Book(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    shelf_id: int = Field(foreign_key="shelf.id", index=True)
`;

test("a helper that makes relationships is not edited for one of them", () => {
  expect(
    titlesOffered(`
from sqlmodel import Field, Relationship, SQLModel

def many():
    return Relationship(sa_relationship_kwargs={"lazy": "selectin"})

class Shelf(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    books: list["Book"] = many()
    jars: list["Jar"] = many()
${BOOKS}
class Jar(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    shelf_id: int | None = Field(default=None, foreign_key="shelf.id", index=True)
`),
  ).toEqual(["Make Book.shelf_id nullable"]);
});

test("what a declared_attr declares is edited there", () => {
  expect(
    titlesOffered(`
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class HasBooks:
    @declared_attr
    def books(cls) -> Mapped[list["Book"]]:
        return relationship("Book")

class Shelf(HasBooks, Base):
    __tablename__ = "shelf"
    id: Mapped[int] = mapped_column(primary_key=True)

class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelf.id"), index=True)
`),
  ).toContain('Add passive_deletes="all" to Shelf.books');
});
