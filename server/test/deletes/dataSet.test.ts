import { describe, expect, test } from "vitest";
import type { Impact } from "../../src/deletes/impact.ts";
import { previewIn, previewOf, rowsBefore, story } from "./previewOf.ts";
import { buildSchemaFrom, pk } from "./schemaBuilder.ts";

const rowCount = ({ before }: Impact) => Object.values(before).reduce((sum, rows) => sum + rows.length, 0);

describe("the canonical data set", () => {
  test("has values as SQLAlchemy stores them on SQLite", async () => {
    const impact = await previewOf(
      `
      class Colour(Enum):
          RED = "red"
          GREEN = "green"

      class Thing(SQLModel, table=True):
          id: UUID = Field(primary_key=True)
          name: str
          email: str
          count: int
          weight: float
          price: Decimal
          active: bool
          born: date
          seen: datetime
          opens: time
          lasts: timedelta
          colour: Colour
          data: bytes
          maybe: int | None = None
      `,
      "Thing",
    );
    expect(impact.before.thing?.[0]).toEqual({
      id: "00000000000000000000000000000001",
      name: "thing 1",
      email: "email 1",
      count: 1,
      weight: 1.5,
      price: 1.5,
      active: 1,
      born: "2024-01-01",
      seen: "2024-01-01 00:00:00.000000",
      opens: "00:01:00.000000",
      lasts: "1970-01-01 00:01:00.000000",
      colour: "RED",
      data: "b0000000000000000000000000000001",
      maybe: null,
    });
  });

  test("respects unique indexes over expressions and over some of the rows", async () => {
    const impact = await previewOf(
      `
      class Team(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          badges: list["Badge"] = Relationship(sa_relationship_kwargs={"lazy": "selectin"})

      class Badge(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          team_id: int | None = Field(default=None, foreign_key="team.id")
          active: bool
          place: int
          __table_args__ = (
              Index("one_active", "team_id", unique=True, sqlite_where=text("active = 1")),
              Index("same_place", text("place / 3"), unique=True),
              Index("one_without_team", func.coalesce(text("team_id"), 0), unique=True, postgresql_where=text("1")),
              Index("unreadable", case(), unique=True),
          )
      `,
      "Team",
    );
    expect(rowsBefore(impact, "badge", ["team_id", "active", "place"])).toEqual(["1 1 1", "2 0 3"]);
    expect(impact.notes).toEqual(["badge: unique index unreadable is left out, its SQL is not understood"]);
  });

  test("has all members of an enumeration that numbers itself", async () => {
    const impact = await previewOf(
      `
      from enum import auto

      class State(Enum):
          OPEN = auto()
          DONE = auto()
          CLOSED = DONE

      class Job(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          state: State
      `,
      "Job",
    );
    expect(rowsBefore(impact, "job", ["state"])).toEqual(["OPEN", "DONE"]);
  });

  test("has keys that the session can look up", async () => {
    const impact = await previewOf(
      `
      from sqlalchemy import JSON

      class Doc(SQLModel, table=True):
          key: str = Field(sa_column=Column(JSON, primary_key=True))
      `,
      "Doc",
    );
    expect(impact.victim).toEqual({ key: '"doc 1"' });
  });

  test.each([
    ["Friendship", ["1 2", "1 3"]],
    ["Player", ["0 1", "0 2", "1 2", "1 3", "2 3"]],
  ])("looks for other rows to refer to where a CHECK refuses the first ones: %s", async (model, pairs) => {
    const impact = await previewOf(
      `
      class Player(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class Friendship(SQLModel, table=True):
          one: int = Field(foreign_key="player.id", primary_key=True)
          other: int = Field(foreign_key="player.id", primary_key=True)
          __table_args__ = (CheckConstraint("one < other"),)
      `,
      model,
    );
    expect(rowsBefore(impact, "friendship", ["one", "other"])).toEqual(pairs);
    expect(impact.notes).toEqual([]);
  });

  test("meets a CHECK that compares columns with each other, or a text with a pattern", async () => {
    const impact = await previewOf(
      `
      class Bed(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          width: int
          length: float
          code: str
          __table_args__ = (
              CheckConstraint("width BETWEEN 70 AND 120"),
              CheckConstraint("length > width * 2"),
              CheckConstraint("code GLOB '[A-Z][0-9]-*'"),
          )
      `,
      "Bed",
    );
    expect(rowsBefore(impact, "bed", ["width", "length", "code"])).toEqual(["70 141 B1-", "70 141 C2-"]);
    expect(impact.notes).toEqual([]);
  });

  test("has no NULL in the columns by which the mapper identifies objects", async () => {
    const impact = await previewOf(
      `
      class Base(DeclarativeBase):
          pass

      class Street(Base):
          __tablename__ = "street"
          id: Mapped[int] = mapped_column(primary_key=True)

      class House(Base):
          __tablename__ = "house"
          street_id = mapped_column(Integer, ForeignKey("street.id"))
          number = mapped_column(Integer)
          __mapper_args__ = {"primary_key": [street_id, number]}
      `,
      "House",
    );
    expect(impact.victim).toEqual({ street_id: 1, number: 1 });
    expect(impact.paths.orm.error).toBeNull();
  });

  test("has something to refer to for every row that queries find by an inner join only", async () => {
    const impact = await previewOf(
      `
      class Base(DeclarativeBase):
          pass

      class Country(Base):
          __tablename__ = "country"
          id: Mapped[int] = mapped_column(primary_key=True)

      class City(Base):
          __tablename__ = "city"
          id: Mapped[int] = mapped_column(primary_key=True)
          country_id: Mapped[int | None] = mapped_column(ForeignKey("country.id"))
          country: Mapped[Country | None] = relationship(lazy="joined", innerjoin=True)
      `,
      "City",
    );
    expect(rowsBefore(impact, "city", ["id", "country_id"])).toEqual(["1 1", "2 1"]);
    expect(impact.paths.orm.error).toBeNull();
  });

  test("gives a row that is reached on two ways to both of them, and to each alone", async () => {
    const impact = await previewOf(
      `
      class Tenant(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          tenant_id: int = Field(foreign_key="tenant.id", ondelete="CASCADE")

      class Project(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          tenant_id: int = Field(foreign_key="tenant.id", ondelete="CASCADE")

      class Task(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          user_id: int | None = Field(default=None, foreign_key="user.id", ondelete="CASCADE")
          project_id: int | None = Field(default=None, foreign_key="project.id", ondelete="SET NULL")
      `,
      "Tenant",
    );
    const tasks = rowsBefore(impact, "task", ["user_id", "project_id"]);
    expect(tasks).toContain("1 -");
    expect(tasks).toContain("1 1");
    expect(tasks).toContain("- 1");
  });

  test("makes the parents that rows require outside of what the delete reaches", async () => {
    const impact = await previewOf(
      `
      class Country(SQLModel, table=True):
          code: str = Field(primary_key=True)

      class City(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          country_code: str = Field(foreign_key="country.code")
          twin_id: int | None = Field(default=None, foreign_key="city.id")

      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class Address(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          user_id: int = Field(foreign_key="user.id", ondelete="CASCADE")
          city_id: int = Field(foreign_key="city.id")
      `,
      "User",
    );
    expect(rowsBefore(impact, "address", ["id", "user_id", "city_id"])).toEqual(["1 1 1", "2 1 1", "3 2 1"]);
    expect(rowsBefore(impact, "city", ["id", "country_code", "twin_id"])).toEqual(["1 country 1 -"]);
    expect(rowsBefore(impact, "country", ["code"])).toEqual(["country 1"]);
  });

  test("ties two objects by every row of an association table, and no two of them twice", async () => {
    const impact = await previewOf(
      `
      tagging = Table(
          "tagging", SQLModel.metadata, Column("post_id", ForeignKey("post.id")), Column("tag_id", ForeignKey("tag.id"))
      )

      class Post(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          tags: list["Tag"] = Relationship(sa_relationship_kwargs={"secondary": "tagging"})

      class Tag(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
      `,
      "Post",
    );
    expect(rowsBefore(impact, "tagging", ["post_id", "tag_id"])).toEqual(["1 1", "1 2", "2 1"]);
    expect(story(impact, "orm")).toEqual(["1 tagging.post_id -> post.id: 2 deleted by Post.tags"]);
  });

  test("lets a row refer to itself where nothing else of its tenant is there", async () => {
    const impact = await previewOf(
      `
      class Tenant(SQLModel, table=True):
          id: int = Field(primary_key=True)

      class Unit(SQLModel, table=True):
          __table_args__ = (ForeignKeyConstraint(["tenant_id", "head_id"], ["unit.tenant_id", "unit.id"]),)
          tenant_id: int = Field(foreign_key="tenant.id", primary_key=True)
          id: int = Field(primary_key=True)
          head_id: int
      `,
      "Unit",
    );
    expect(rowsBefore(impact, "unit", ["tenant_id", "id", "head_id"])).toContain("1 1 1");
  });

  test("gives a row a parent of its tenant, and not itself, where there is one", async () => {
    const impact = await previewOf(
      `
      class Area(SQLModel, table=True):
          id: int = Field(primary_key=True)
          units: list["Unit"] = Relationship(cascade_delete=True)

      class Unit(SQLModel, table=True):
          __table_args__ = (ForeignKeyConstraint(["tenant", "head_id"], ["unit.tenant", "unit.id"]),)
          tenant: int = Field(primary_key=True)
          id: int = Field(primary_key=True)
          head_id: int | None
          area_id: int = Field(foreign_key="area.id")
          parts: list["Unit"] = Relationship(cascade_delete=True)
      `,
      "Area",
    );
    const heads = rowsBefore(impact, "unit", ["tenant", "id", "head_id"]);
    expect(heads).toContain("1 2 1");
    expect(heads.filter((row) => /^\d+ (\d+) \1$/.test(row))).toEqual([]);
  });

  test("leaves out tables that only an optional reference leads to", async () => {
    const impact = await previewOf(
      `
      class Category(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class Post(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          category_id: int | None = Field(default=None, foreign_key="category.id")
      `,
      "Post",
    );
    expect(Object.keys(impact.before)).toEqual(["post"]);
  });

  test("agrees with foreign keys that share columns", async () => {
    const impact = await previewOf(
      `
      class Tenant(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class Order(SQLModel, table=True):
          tenant_id: int = Field(foreign_key="tenant.id", primary_key=True)
          number: int = Field(primary_key=True)

      class Line(SQLModel, table=True):
          __table_args__ = (ForeignKeyConstraint(["tenant_id", "order_number"], ["order.tenant_id", "order.number"], ondelete="CASCADE"),)
          tenant_id: int = Field(foreign_key="tenant.id", primary_key=True)
          number: int = Field(primary_key=True)
          order_number: int
      `,
      "Order",
    );
    const orders = rowsBefore(impact, "order", ["tenant_id", "number"]);
    for (const line of rowsBefore(impact, "line", ["tenant_id", "order_number"])) expect(orders).toContain(line);
    expect(story(impact, "sql")).toEqual([
      "1 line.(tenant_id, order_number) -> order.(tenant_id, number): 2 deleted by the database",
    ]);
  });

  test("respects unique constraints, also over enums and foreign keys", async () => {
    const impact = await previewOf(
      `
      class Kind(Enum):
          HOME = "home"
          WORK = "work"

      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class Phone(SQLModel, table=True):
          __table_args__ = (UniqueConstraint("user_id", "kind"),)
          id: int | None = Field(default=None, primary_key=True)
          user_id: int = Field(foreign_key="user.id", ondelete="CASCADE")
          kind: Kind
      `,
      "User",
    );
    const phones = rowsBefore(impact, "phone", ["user_id", "kind"]);
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.filter((phone) => phone.startsWith("1 "))).toHaveLength(2);
  });

  test("closes circles of required references", async () => {
    const impact = await previewOf(
      `
      class Team(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          captain_id: int = Field(foreign_key="player.id")

      class Player(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          team_id: int = Field(foreign_key="team.id")
      `,
      "Team",
    );
    expect(impact.victim).toEqual({ id: 1 });
    expect(impact.paths.sql.error?.foreignKey).toBe("player.team_id -> team.id");
  });

  test("lets a row that must refer to its own table refer to itself", async () => {
    const impact = await previewOf(
      `
      class Node(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          root_id: int = Field(foreign_key="node.id")
      `,
      "Node",
    );
    expect(rowsBefore(impact, "node", ["id", "root_id"]).slice(0, 2)).toEqual(["1 1", "2 2"]);
  });

  test("has the row that SET DEFAULT points to", async () => {
    const impact = await previewOf(
      `
      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class Post(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          user_id: int = Field(sa_column=Column(Integer, ForeignKey("user.id", ondelete="SET DEFAULT"), server_default="1"))
      `,
      "User",
    );
    expect(impact.victim).toEqual({ id: 2 });
    expect(story(impact, "sql")).toEqual(["1 post.user_id -> user.id: 2 defaulted by the database"]);
  });

  test("meets CHECK constraints, and says which it cannot meet", async () => {
    const impact = await previewOf(
      `
      class Account(SQLModel, table=True):
          __table_args__ = (
              CheckConstraint("balance >= 100"),
              CheckConstraint("state IN ('open', 'closed')"),
              CheckConstraint("balance < 0"),
              CheckConstraint("no_such_function(balance)"),
          )
          id: int | None = Field(default=None, primary_key=True)
          balance: int
          state: str
      `,
      "Account",
    );
    expect(rowsBefore(impact, "account", ["balance", "state"])[0]).toBe("100 open");
    expect(impact.notes).toEqual([
      "account: CHECK (balance < 0) is left out, no row was found that meets it",
      "account: CHECK (no_such_function(balance)) is left out, SQLite does not understand it",
    ]);
  });

  test("meets CHECK constraints on keys, forms, moments and on which reference is set", async () => {
    const impact = await previewOf(
      `
      class Base(DeclarativeBase):
          pass

      class User(Base):
          __tablename__ = "user"
          __table_args__ = (CheckConstraint("id > 100"), CheckConstraint("length(code) = 3 AND code LIKE 'x%'"))
          id: Mapped[int] = mapped_column(primary_key=True)
          code: Mapped[str] = mapped_column(unique=True)

      class Group(Base):
          __tablename__ = "group"
          id: Mapped[int] = mapped_column(primary_key=True)

      class Note(Base):
          __tablename__ = "note"
          __table_args__ = (CheckConstraint("(user_id IS NULL) <> (group_id IS NULL)"), CheckConstraint("start < stop"))
          id: Mapped[int] = mapped_column(primary_key=True)
          start: Mapped[date]
          stop: Mapped[date]
          user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
          group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
      `,
      "User",
    );
    expect(impact.notes).toEqual([]);
    expect(impact.before.user?.every(({ id, code }) => Number(id) > 100 && /^x..$/.test(String(code)))).toBe(true);
    expect(rowsBefore(impact, "note", ["user_id", "group_id"])).toEqual(["101 -", "101 -", "102 -"]);
    expect(impact.before.note?.every(({ start, stop }) => String(start) < String(stop))).toBe(true);
  });

  test("keeps a CHECK that the delete would break", async () => {
    const impact = await previewOf(
      `
      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          notes: list["Note"] = Relationship()

      class Note(SQLModel, table=True):
          __table_args__ = (CheckConstraint("user_id IS NOT NULL OR guest IS NOT NULL"),)
          id: int | None = Field(default=None, primary_key=True)
          user_id: int | None = Field(default=None, foreign_key="user.id")
          guest: int | None = None
      `,
      "User",
    );
    expect(impact.paths.orm.error?.kind).toBe("IntegrityError");
    expect(impact.paths.orm.error?.reason).toMatch(/^CHECK constraint failed/);
  });

  test("is cut at the row limit and says so", async () => {
    const schema = buildSchemaFrom({
      node: {
        class: "Node",
        columns: {
          id: pk,
          a_id: { references: "node.id", onDelete: "CASCADE" },
          b_id: { references: "node.id", onDelete: "CASCADE" },
        },
      },
    });
    const whole = await previewIn(schema, "Node", { rowLimit: 1_000 });
    expect(whole.truncated).toBe(false);
    const cut = await previewIn(schema, "Node", { rowLimit: 12 });
    expect(cut.truncated).toBe(true);
    expect(rowCount(cut)).toBeLessThan(rowCount(whole));
  });

  test("a cut leaves no table of a long chain empty", async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `t${index}`,
        {
          class: `T${index}`,
          columns: {
            id: pk,
            ...(index === 0 ? {} : { parent_id: { references: `t${index - 1}.id`, onDelete: "CASCADE" } }),
          },
        },
      ]),
    );
    const impact = await previewIn(buildSchemaFrom(chain), "T0", { rowLimit: 150 });
    expect(impact.truncated).toBe(true);
    expect(Object.keys(impact.before)).toHaveLength(40);
    for (const rows of Object.values(impact.before)) expect(rows.length).toBeGreaterThan(0);
  });
});
