import { describe, expect, test } from "vitest";
import { previewOf, rowsAfter, rowsBefore, story } from "./previewOf.ts";

/** Values that no statement of the user names: set by every update, computed, counted, or made by the project's code. */
describe("a column that an update sets by itself", () => {
  const models = (options: string) => `
    class Base(DeclarativeBase):
        pass

    class Author(Base):
        __tablename__ = "author"
        id: Mapped[int] = mapped_column(primary_key=True)
        books: Mapped[list["Book"]] = relationship()

    class Book(Base):
        __tablename__ = "book"
        id: Mapped[int] = mapped_column(primary_key=True)
        state: Mapped[str] = mapped_column(${options})
        author_id: Mapped[int | None] = mapped_column(ForeignKey("author.id"))
    `;

  test("changes with the key that the unit of work blanks", async () => {
    const impact = await previewOf(models('onupdate="loose"'), "Author");
    expect(impact.paths.orm.statements[0]).toBe("UPDATE book SET state=?, author_id=? WHERE book.id = ?");
    expect(rowsAfter(impact.paths.orm, "book", ["state", "author_id"])).toEqual(["loose -", "loose -", "state 3 2"]);
  });

  test("is shown as the SQL that the statement has, which binds its constants", async () => {
    const impact = await previewOf(models("onupdate=func.upper('x')"), "Author");
    expect(impact.paths.orm.statements[0]).toBe("UPDATE book SET state=upper(?), author_id=? WHERE book.id = ?");
    expect(rowsAfter(impact.paths.orm, "book", ["state"])).toEqual(["X", "X", "state 3"]);
  });

  test("stays as it is where only the project's own code knows the value, and the preview says so", async () => {
    const impact = await previewOf(models("onupdate=lambda: 'loose'"), "Author");
    expect(impact.paths.orm.statements[0]).toBe("UPDATE book SET state=?, author_id=? WHERE book.id = ?");
    expect(rowsAfter(impact.paths.orm, "book", ["state"])).toEqual(["state 1", "state 2", "state 3"]);
    expect(impact.notes).toContain("book.state: what onupdate gives is not known, an update leaves it as it is here");
  });

  test("is asked back where the database sets it, and eager_defaults wants to know", async () => {
    const impact = await previewOf(
      models(
        'server_onupdate=text("x"))\n        __mapper_args__ = {"eager_defaults": True}\n        number: Mapped[int] = mapped_column(',
      ),
      "Author",
    );
    expect(impact.paths.orm.statements[0]).toBe("UPDATE book SET author_id=? WHERE book.id = ? RETURNING state");
    expect(impact.notes).toContain("book.state: what onupdate gives is not known, an update leaves it as it is here");
  });
});

describe("a generated column", () => {
  test("is left out of rows that a program would have to insert", async () => {
    const impact = await previewOf(
      `
      from sqlalchemy import Computed

      class Box(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          width: int
          area: int = Field(sa_column=Column(Integer, Computed("width * width")))
      `,
      "Box",
    );
    expect(impact.before.box?.map((row) => Object.keys(row))).toEqual([
      ["id", "width"],
      ["id", "width"],
    ]);
    expect(impact.notes).toEqual(["box.area is computed by the database and not shown"]);
  });

  test("keeps its rows apart where it must not repeat", async () => {
    const impact = await previewOf(
      `
      from sqlalchemy import Computed

      class Shelf(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          boxes: list["Box"] = Relationship()

      class Box(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          shelf_id: int | None = Field(default=None, foreign_key="shelf.id")
          place: int | None = Field(default=None, sa_column=Column(Integer, Computed("shelf_id"), unique=True))
      `,
      "Shelf",
    );
    expect(rowsBefore(impact, "box", ["id", "shelf_id"])).toEqual(["1 1", "2 2"]);
    expect(impact.paths.orm.error).toBeNull();
  });

  test("is no key of a table of SQLite, nor can any table be made beside it", async () => {
    const impact = await previewOf(
      `
      from sqlalchemy import Computed

      class Base(DeclarativeBase):
          pass

      class Box(Base):
          __tablename__ = "box"
          id: Mapped[int] = mapped_column(primary_key=True)

      class Mirror(Base):
          __tablename__ = "mirror"
          side: Mapped[int]
          other: Mapped[int] = mapped_column(Computed("side"), primary_key=True)
      `,
      "Box",
    );
    expect(story(impact, "orm")).toEqual(["OperationalError: generated columns cannot be part of the PRIMARY KEY"]);
  });
});

describe("a row version", () => {
  const models = (generator: string) => `
    class Base(DeclarativeBase):
        pass

    class Author(Base):
        __tablename__ = "author"
        id: Mapped[int] = mapped_column(primary_key=True)
        books: Mapped[list["Book"]] = relationship()

    class Book(Base):
        __tablename__ = "book"
        id: Mapped[int] = mapped_column(primary_key=True)
        version: Mapped[int] = mapped_column()
        author_id: Mapped[int | None] = mapped_column(ForeignKey("author.id"))
        __mapper_args__ = {"version_id_col": version${generator}}
    `;

  test("goes up by one", async () => {
    const impact = await previewOf(models(""), "Author");
    expect(rowsAfter(impact.paths.orm, "book", ["version"])).toEqual(["2", "2", "1"]);
  });

  test("is asked back where the database makes it", async () => {
    const impact = await previewOf(models(', "version_id_generator": False'), "Author");
    expect(impact.paths.orm.statements[0]).toBe(
      "UPDATE book SET author_id=? WHERE book.id = ? AND book.version = ? RETURNING version",
    );
  });

  test("stays as it is where a function of the project makes it, and the preview says so", async () => {
    const impact = await previewOf(models(', "version_id_generator": lambda old: old + 7'), "Author");
    expect(rowsAfter(impact.paths.orm, "book", ["version"])).toEqual(rowsBefore(impact, "book", ["version"]));
    expect(impact.notes).toContain("book.version: the next version is not known, an update leaves it as it is here");
  });
});

describe("a primary key that only the mapper knows", () => {
  test("finds the rows to delete", async () => {
    const impact = await previewOf(
      `
      class Base(DeclarativeBase):
          pass

      class User(Base):
          __tablename__ = "user"
          id: Mapped[int] = mapped_column(primary_key=True)
          logs: Mapped[list["Log"]] = relationship(cascade="all, delete-orphan")

      class Log(Base):
          __table__ = Table("log", Base.metadata, Column("user_id", ForeignKey("user.id")), Column("line", Integer))
          __mapper_args__ = {"primary_key": [__table__.c.user_id, __table__.c.line]}
      `,
      "User",
    );
    expect(story(impact, "orm")).toEqual(["1 log.user_id -> user.id: 2 deleted by User.logs"]);
    expect(impact.paths.orm.statements[0]).toBe("DELETE FROM log WHERE log.user_id = ? AND log.line = ?");
    expect(rowsAfter(impact.paths.orm, "log", ["user_id"])).toEqual(["2"]);
  });
});

describe("eager joins without an end", () => {
  test("raise as SQLAlchemy does", async () => {
    const impact = await previewOf(
      `
      class Base(DeclarativeBase):
          pass

      class Place(Base):
          __tablename__ = "place"
          id: Mapped[int] = mapped_column(primary_key=True)
          kind: Mapped[str]
          city_id: Mapped[int | None] = mapped_column(ForeignKey("city.id"))
          city: Mapped["City | None"] = relationship(foreign_keys=[city_id], lazy="joined")
          __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "place"}

      class City(Place):
          __tablename__ = "city"
          id: Mapped[int] = mapped_column(ForeignKey("place.id"), primary_key=True)
          __mapper_args__ = {"polymorphic_identity": "city", "inherit_condition": id == Place.id}
      `,
      "Place",
    );
    expect(story(impact, "orm")).toEqual(["RecursionError: maximum recursion depth exceeded"]);
  });
});
