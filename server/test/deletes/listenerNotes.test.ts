import { describe, expect, test } from "vitest";
import { buildLinks } from "../../src/deletes/links/links.ts";
import { previewIn, schemaOf } from "./previewOf.ts";

const schema = schemaOf(`
  from sqlalchemy import delete, event, insert

  class Base(DeclarativeBase):
      pass

  class Author(Base):
      __tablename__ = "author"
      id: Mapped[int] = mapped_column(primary_key=True)
      books: Mapped[list["Book"]] = relationship(passive_deletes="all")

  class Novelist(Author):
      __tablename__ = "novelist"
      id: Mapped[int] = mapped_column(ForeignKey("author.id"), primary_key=True)

  class Book(Base):
      __tablename__ = "book"
      id: Mapped[int] = mapped_column(primary_key=True)
      author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
      loans: Mapped[list["Loan"]] = relationship()

  class Loan(Base):
      __tablename__ = "loan"
      id: Mapped[int] = mapped_column(primary_key=True)
      book_id: Mapped[int | None] = mapped_column(ForeignKey("book.id"))

  class Shelf(Base):
      __tablename__ = "shelf"
      id: Mapped[int] = mapped_column(primary_key=True)
      book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))

  @event.listens_for(Author, "before_delete", propagate=True)
  def delete_books(mapper, connection, author):
      connection.execute(delete(Book).where(Book.author_id == author.id))

  @event.listens_for(Book, "after_delete")
  def log(mapper, connection, book):
      connection.execute(insert(deletions).values(book_id=book.id))

  def keep(mapper, connection, loan):
      raise errors.AppendOnlyError("loans are kept")

  event.listen(Loan, "before_update", keep)
  event.listen(Loan, "before_delete", keep)

  @event.listens_for(Loan, "before_insert")
  def refuse(mapper, connection, loan):
      raise ValueError("closed")
`);

async function notesOn(model: string): Promise<readonly string[]> {
  return (await previewIn(schema, model)).notes.filter((note) => note.includes("listener"));
}

describe("listeners that run when an object is deleted", () => {
  test("are named in previews, those of subclasses included where they propagate", async () => {
    const onLoan = (event: string) => `Loan: its ${event} listener may raise AppendOnlyError, which is not shown`;
    const onAuthor = (name: string) => `${name}: its before_delete listener may change other rows, which is not shown`;
    expect(await notesOn("Loan")).toEqual([onLoan("before_delete")]);
    expect(await notesOn("Author")).toEqual([onAuthor("Author"), onAuthor("Novelist")]);
    expect(await notesOn("Novelist")).toEqual([onAuthor("Novelist")]);
    expect(await notesOn("Book")).toEqual([onLoan("before_update")]);
  });

  test("are listed as unresolved, but for those that neither refuse nor change rows", () => {
    expect(schema.unresolved.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      "deletes of Author: a listener of before_delete may change other rows",
      "updates of Loan: a listener of before_update may raise AppendOnlyError",
      "deletes of Loan: a listener of before_delete may raise AppendOnlyError",
    ]);
  });

  test("leave no verdict certain on children that they may have moved away", () => {
    const doubtful = buildLinks(schema).flatMap(({ label, sides }) =>
      sides.filter(({ certain }) => !certain).map(({ parentClass }) => `${label} of ${parentClass}`),
    );
    expect(doubtful).toEqual([
      "novelist.id -> author.id of models:Author",
      "novelist.id -> author.id of models:Novelist",
      "book.author_id -> author.id of models:Author",
      "book.author_id -> author.id of models:Novelist",
    ]);
  });
});
