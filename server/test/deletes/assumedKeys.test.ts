import { describe, expect, test } from "vitest";
import { deletePaths } from "../../src/deletes/outcome.ts";
import { previewOf, rowsBefore, story } from "./previewOf.ts";

/** Models whose key comes from a mixin, which is either in the workspace or in a package that is not. */
function models(mixin: string): string {
  return `
  ${mixin}

  class Base(DeclarativeBase):
      pass

  class Employee(Keyed, Base):
      __tablename__ = "employee"
      name: Mapped[str]
      tasks: Mapped[list["Task"]] = relationship(cascade="all, delete-orphan")

  class Engineer(Employee):
      __tablename__ = "engineer"
      id: Mapped[int] = mapped_column(ForeignKey("employee.id"), primary_key=True)

  class Task(Keyed, Base):
      __tablename__ = "task"
      employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
      notes: Mapped[list["Note"]] = relationship()

  class Note(Keyed, Base):
      __tablename__ = "note"
      task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"))
`;
}

const elsewhere = models("from our_company.models import Keyed");
const here = models("class Keyed:\n      id: Mapped[int] = mapped_column(primary_key=True)");

describe("models below a base that is not in the workspace", () => {
  test.each(["Employee", "Engineer", "Task", "Note"])(
    "are previewed as if it gave them their key: %s",
    async (model) => {
      const [assumed, known] = [await previewOf(elsewhere, model), await previewOf(here, model)];
      expect(assumed.victim).toEqual(known.victim);
      for (const path of deletePaths) {
        expect(story(assumed, path)).toEqual(story(known, path));
        expect(assumed.paths[path].statements).toEqual(known.paths[path].statements);
      }
    },
  );

  test("are told with what was taken for granted", async () => {
    const { notes } = await previewOf(elsewhere, "Note");
    expect(notes[0]).toBe("table note: not all of it is known; it is taken to have id for its key");
    expect((await previewOf(here, "Note")).notes).toEqual([]);
  });

  test("have the columns that foreign keys refer to", async () => {
    const source = `
      from our_company.models import Keyed, Coded

      class Base(DeclarativeBase):
          pass

      class Country(Coded, Base):
          __tablename__ = "country"
          id: Mapped[int] = mapped_column(primary_key=True)
          cities: Mapped[list["City"]] = relationship(passive_deletes="all")

      class City(Keyed, Base):
          __tablename__ = "city"
          country_code: Mapped[str] = mapped_column(String(20), ForeignKey("country.code", ondelete="CASCADE"))
    `;
    const impact = await previewOf(source, "Country");
    expect(rowsBefore(impact, "country", ["code", "id"])[0]).toBe("code 1 1");
    expect(story(impact, "orm")).toEqual(["1 city.country_code -> country.code: 2 deleted by the database"]);
    expect(impact.notes).toContain("table country: not all of it is known; it is taken to have code");
  });
});

test("a key that the mapper options leave to another module is the column that is referred to", async () => {
  const source = `
    from our_company.models import KEY

    class Base(DeclarativeBase):
        pass

    class Desk(Base):
        __tablename__ = "desk"
        room: Mapped[str]
        number: Mapped[int]
        __mapper_args__ = {"primary_key": KEY}
        chairs: Mapped[list["Chair"]] = relationship(cascade="all, delete-orphan")

    class Chair(Base):
        __tablename__ = "chair"
        id: Mapped[int] = mapped_column(primary_key=True)
        desk: Mapped[int] = mapped_column(ForeignKey("desk.number"))
  `;
  const impact = await previewOf(source, "Desk");
  expect(impact.victim).toEqual({ number: 1 });
  expect(story(impact, "orm")).toEqual(["1 chair.desk -> desk.number: 2 deleted by Desk.chairs"]);
  expect(impact.notes.join("\n")).toContain("primary_key names columns that are not known");
});
