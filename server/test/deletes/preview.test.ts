import { describe, expect, test } from "vitest";
import { previewOf, rowsAfter, rowsBefore, story } from "./previewOf.ts";

const users = (posts: string, userId: string) => `
  class User(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)
      name: str
      posts: list["Post"] = Relationship(back_populates="user"${posts})

  class Post(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)
      title: str
      user_id: ${userId}
      user: User | None = Relationship(back_populates="posts")
`;
const cascading = users(
  ", cascade_delete=True, passive_deletes=True",
  'int = Field(foreign_key="user.id", ondelete="CASCADE")',
);
const defeated = users("", 'int | None = Field(default=None, foreign_key="user.id", ondelete="CASCADE")');
const required = users("", 'int = Field(foreign_key="user.id")');

describe("a preview", () => {
  test("shows a victim, a survivor, two children of the one and one of the other", async () => {
    const impact = await previewOf(cascading, "User");
    expect(impact.victim).toEqual({ id: 1 });
    expect(rowsBefore(impact, "user", ["id", "name"])).toEqual(["1 user 1", "2 user 2"]);
    expect(rowsBefore(impact, "post", ["id", "title", "user_id"])).toEqual(["1 post 1 1", "2 post 2 1", "3 post 3 2"]);
    expect(impact.truncated).toBe(false);
    expect(impact.notes).toEqual([]);
  });

  test("says for each path who did what", async () => {
    const impact = await previewOf(cascading, "User");
    expect(story(impact, "orm")).toEqual(["1 post.user_id -> user.id: 2 deleted by the database"]);
    expect(story(impact, "ormLoaded")).toEqual(["1 post.user_id -> user.id: 2 deleted by User.posts"]);
    expect(story(impact, "sql")).toEqual(["1 post.user_id -> user.id: 2 deleted by the database"]);
    expect(rowsAfter(impact.paths.orm, "post", ["id"])).toEqual(["3"]);
    expect(rowsAfter(impact.paths.sql, "user", ["id"])).toEqual(["2"]);
  });

  test("shows the statements as SQLAlchemy sends them", async () => {
    const { paths } = await previewOf(cascading, "User");
    expect(paths.orm.statements).toEqual(["DELETE FROM user WHERE user.id = ?"]);
    expect(paths.ormLoaded.statements).toEqual([
      "DELETE FROM post WHERE post.id = ?",
      "DELETE FROM user WHERE user.id = ?",
    ]);
    expect(paths.sql.statements).toEqual(["DELETE FROM user WHERE id = 1"]);
    expect(paths.orm.statement).toBe("session.delete(user)");
    expect(paths.sql.statement).toBe("DELETE FROM user WHERE id = 1");
  });

  test.each(["postgresql", "sqlite"] as const)(
    "sets only the columns that the action lists, for %s",
    async (dialect) => {
      const impact = await previewOf(
        `
      class Member(SQLModel, table=True):
          org: int = Field(primary_key=True)
          id: int = Field(primary_key=True)

      class Task(SQLModel, table=True):
          org: int = Field(primary_key=True)
          id: int = Field(primary_key=True)
          member: int | None = None
          __table_args__ = (
              ForeignKeyConstraint(["org", "member"], ["member.org", "member.id"], ondelete="SET NULL (member)"),
          )
      `,
        "Member",
        { dialect },
      );
      for (const path of ["orm", "sql"] as const) {
        expect(rowsAfter(impact.paths[path], "task", ["org", "member"])).toEqual(["1 -", "1 -", "2 2"]);
      }
      expect(impact.notes).toEqual(
        dialect === "postgresql"
          ? []
          : [
              "task.(org, member) -> member.(org, id): SQLAlchemy does not compile SET NULL (member) for SQLite, " +
                "it acts here as on PostgreSQL",
            ],
      );
    },
  );

  test("says where no column tells of which class a row is", async () => {
    const models = `
      from sqlalchemy.ext.declarative import ConcreteBase
      from sqlalchemy.orm import column_property

      class Base(DeclarativeBase):
          pass

      class Employee(ConcreteBase, Base):
          __tablename__ = "employee"
          id: Mapped[int] = mapped_column(primary_key=True)
          __mapper_args__ = {"polymorphic_identity": "employee", "concrete": True}

      class Manager(Employee):
          __tablename__ = "manager"
          id: Mapped[int] = mapped_column(primary_key=True)
          __mapper_args__ = {"polymorphic_identity": "manager", "concrete": True}

      class Director(Manager):
          __mapper_args__ = {"polymorphic_identity": "director"}

      class Part(Base):
          __tablename__ = "part"
          id: Mapped[int] = mapped_column(primary_key=True)
          code: Mapped[str] = mapped_column(String)
          kind = column_property(func.substr(code, 1, 1))
          __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}
      `;
    expect((await previewOf(models, "Employee")).notes).toEqual([
      "Employee: queries for it find the rows of Manager as well, which is not followed here",
    ]);
    expect((await previewOf(models, "Part")).notes).toEqual([
      "mapper arguments of Part: polymorphic_on is an expression, so that only the database can tell of which class a row is",
    ]);
  });

  test("shows the children that CASCADE never reaches", async () => {
    const impact = await previewOf(defeated, "User");
    expect(story(impact, "orm")).toEqual(["1 post.user_id -> user.id: 2 nulled by User.posts"]);
    expect(rowsAfter(impact.paths.orm, "post", ["id", "user_id"])).toEqual(["1 -", "2 -", "3 2"]);
    expect(impact.paths.orm.statements).toEqual([
      "UPDATE post SET user_id=? WHERE post.id = ?",
      "DELETE FROM user WHERE user.id = ?",
    ]);
  });

  test("after an error every row is as before, and the foreign key that stopped it is named", async () => {
    const impact = await previewOf(required, "User");
    expect(impact.paths.orm.error).toEqual({
      kind: "IntegrityError",
      reason: "NOT NULL constraint failed: post.user_id",
      foreignKey: "post.user_id -> user.id",
    });
    expect(impact.paths.orm.after).toEqual(impact.before);
    expect(story(impact, "orm").slice(1)).toEqual(["1 post.user_id -> user.id: 2 blocked by User.posts"]);
    expect(impact.paths.sql.error).toEqual({
      kind: "IntegrityError",
      reason: "FOREIGN KEY constraint failed",
      foreignKey: "post.user_id -> user.id",
    });
    expect(story(impact, "sql").slice(1)).toEqual(["1 post.user_id -> user.id: 2 blocked by the database"]);
  });

  test("without PRAGMA foreign_keys children are left dangling", async () => {
    const impact = await previewOf(required, "User", { sqliteForeignKeys: false });
    expect(story(impact, "sql")).toEqual(["1 post.user_id -> user.id: 2 dangling by the database"]);
    expect(story(impact, "orm")[0]).toBe("IntegrityError: NOT NULL constraint failed: post.user_id");
  });

  test("of models that cannot be configured has no rows, and the same error on every path", async () => {
    const impact = await previewOf(
      users(', cascade_delete=True, passive_deletes="all"', 'int = Field(foreign_key="user.id")'),
      "Post",
    );
    expect(impact.victim).toBeNull();
    expect(impact.before).toEqual({});
    for (const path of ["orm", "ormLoaded", "sql"] as const) {
      expect(impact.paths[path].error).toEqual({
        kind: "ArgumentError",
        reason:
          "On User.posts, can't set passive_deletes='all' in conjunction with 'delete' or 'delete-orphan' cascade",
        foreignKey: null,
      });
    }
  });

  test("of a table that SQLite cannot create says why", async () => {
    const impact = await previewOf(
      users("", 'int = Field(foreign_key="user.id", ondelete="WHENEVER POSSIBLE")'),
      "User",
    );
    expect(impact.victim).toBeNull();
    expect(impact.paths.sql.error?.kind).toMatch(/^(OperationalError|CompileError)$/);
  });

  test("takes server defaults of PostgreSQL as far as SQLite understands them, and says what SET DEFAULT misses", async () => {
    const impact = await previewOf(
      `
      class Tenant(SQLModel, table=True):
          id: str = Field(primary_key=True)
          settings: str = Field(sa_column=Column(String, nullable=False, server_default=text("'{}'::jsonb")))
          tags: str = Field(sa_column=Column(String, server_default=text("ARRAY[]::character varying(20)[]")))

      class Post(SQLModel, table=True):
          id: int = Field(primary_key=True)
          by: str = Field(sa_column=Column(ForeignKey("tenant.id", ondelete="SET DEFAULT"), server_default=text("('nobody'::text)")))
          for_: str = Field(sa_column=Column("for", ForeignKey("tenant.id", ondelete="SET DEFAULT"), server_default=text("current_tenant()")))
      `,
      "Tenant",
      { dialect: "postgresql" },
    );
    expect(rowsAfter(impact.paths.orm, "post", ["id", "by"])[0]).toEqual("1 nobody");
    expect(impact.notes).toEqual(["post.for: its default current_tenant() is left out, SQLite does not understand it"]);
  });

  test("names several reasons by the one that is nearest to the deleted row", async () => {
    const impact = await previewOf(
      `
      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class Order(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          user_id: int = Field(foreign_key="user.id", ondelete="CASCADE")

      class Line(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          order_id: int = Field(foreign_key="order.id")

      class Badge(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          user_id: int = Field(foreign_key="user.id")
      `,
      "User",
    );
    expect(impact.paths.sql.error?.foreignKey).toBe("badge.user_id -> user.id");
  });

  test("quotes what has to be quoted", async () => {
    const { paths } = await previewOf(
      `
      class Order(SQLModel, table=True):
          key: str = Field(primary_key=True)
          lines: list["Line"] = Relationship(cascade_delete=True)

      class Line(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          order_key: str = Field(foreign_key="order.key")
      `,
      "Order",
    );
    expect(paths.orm.statements).toEqual([
      "DELETE FROM line WHERE line.id = ?",
      'DELETE FROM "order" WHERE "order"."key" = ?',
    ]);
    expect(paths.sql.statement).toBe(`DELETE FROM "order" WHERE "key" = 'order 1'`);
  });

  test("qualifies tables by their schema, and enforces foreign keys between schemas", async () => {
    const impact = await previewOf(
      `
      class User(SQLModel, table=True):
          __table_args__ = {"schema": "people"}
          id: int | None = Field(default=None, primary_key=True)

      class Post(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          user_id: int = Field(foreign_key="people.user.id", ondelete="CASCADE")
      `,
      "User",
    );
    expect(Object.keys(impact.before)).toEqual(["people.user", "post"]);
    expect(impact.paths.orm.statements).toEqual(["DELETE FROM people.user WHERE people.user.id = ?"]);
    expect(story(impact, "sql")).toEqual(["1 post.user_id -> people.user.id: 2 deleted by the database"]);
  });
});

describe("a chain of deletes", () => {
  const chain = (comment: string) => `
    class User(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        posts: list["Post"] = Relationship(cascade_delete=True)

    class Post(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        user_id: int = Field(foreign_key="user.id", ondelete="CASCADE")
        comments: list["Comment"] = Relationship()

    class Comment(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        post_id: ${comment}
  `;

  test("is followed through the ORM and, where it ends, by the database", async () => {
    const impact = await previewOf(
      chain('int | None = Field(default=None, foreign_key="post.id", ondelete="CASCADE")'),
      "User",
    );
    expect(story(impact, "orm")).toEqual([
      "1 post.user_id -> user.id: 2 deleted by User.posts",
      "2 comment.post_id -> post.id: 4 nulled by Post.comments",
    ]);
    expect(story(impact, "sql")).toEqual([
      "1 post.user_id -> user.id: 2 deleted by the database",
      "2 comment.post_id -> post.id: 4 deleted by the database",
    ]);
  });

  test("fails as a whole where one link fails", async () => {
    const impact = await previewOf(chain('int = Field(foreign_key="post.id")'), "User");
    expect(story(impact, "orm")).toEqual([
      "IntegrityError: NOT NULL constraint failed: comment.post_id",
      "2 comment.post_id -> post.id: 4 blocked by Post.comments",
    ]);
    expect(impact.paths.sql.error?.foreignKey).toBe("comment.post_id -> post.id");
  });
});
