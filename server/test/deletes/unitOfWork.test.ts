import { describe, expect, test } from "vitest";
import { previewOf, rowsAfter, rowsBefore, story } from "./previewOf.ts";

const base = `
      class Base(DeclarativeBase):
          pass
`;

describe("the unit of work", () => {
  test("merges several nullings of one row into one UPDATE", async () => {
    const impact = await previewOf(
      `${base}
      class User(Base):
          __tablename__ = "user"
          id: Mapped[int] = mapped_column(primary_key=True)
          written: Mapped[list["Post"]] = relationship(foreign_keys="Post.author_id")
          reviewed: Mapped[list["Post"]] = relationship(foreign_keys="Post.reviewer_id")

      class Post(Base):
          __tablename__ = "post"
          id: Mapped[int] = mapped_column(primary_key=True)
          author_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
          reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
      `,
      "User",
    );
    expect(impact.paths.orm.statements).toEqual([
      "UPDATE post SET author_id=? WHERE post.id = ?",
      "UPDATE post SET author_id=?, reviewer_id=? WHERE post.id = ?",
      "UPDATE post SET reviewer_id=? WHERE post.id = ?",
      "DELETE FROM user WHERE user.id = ?",
    ]);
    expect(story(impact, "orm")).toEqual([
      "1 post.author_id -> user.id: 2 nulled by User.written",
      "1 post.reviewer_id -> user.id: 2 nulled by User.reviewed",
    ]);
  });

  test("deletes a tree level by level, the deepest rows first", async () => {
    const impact = await previewOf(
      `
      class Node(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          parent_id: int | None = Field(default=None, foreign_key="node.id")
          children: list["Node"] = Relationship(cascade_delete=True)
      `,
      "Node",
    );
    expect(story(impact, "orm")).toEqual([
      "1 node.parent_id -> node.id: 2 deleted by Node.children",
      "2 node.parent_id -> node.id: 4 deleted by Node.children",
    ]);
    expect(impact.paths.orm.statements).toEqual([
      "DELETE FROM node WHERE node.id = ?",
      "DELETE FROM node WHERE node.id = ?",
      "DELETE FROM node WHERE node.id = ?",
    ]);
    expect(rowsAfter(impact.paths.orm, "node", ["id", "parent_id"])).toEqual(["2 -", "5 2"]);
  });

  const mutual = (onDelete: string, favourite: string) => `${base}
      class Parent(Base):
          __tablename__ = "parent"
          id: Mapped[int] = mapped_column(primary_key=True)
          favourite_id: Mapped[int | None] = mapped_column(ForeignKey("child.id", name="favourite"${onDelete}))
          children: Mapped[list["Child"]] = relationship(foreign_keys="Child.parent_id", cascade="all, delete-orphan")
          favourite: Mapped["Child | None"] = relationship(foreign_keys="Parent.favourite_id"${favourite})

      class Child(Base):
          __tablename__ = "child"
          id: Mapped[int] = mapped_column(primary_key=True)
          parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"))
  `;

  test("finds no order for two rows that refer to each other", async () => {
    const impact = await previewOf(mutual(', ondelete="SET NULL"', ""), "Parent");
    expect(impact.paths.orm.error).toEqual({
      kind: "CircularDependencyError",
      reason: "Circular dependency detected.",
      foreignKey: null,
    });
  });

  test("lets go of the row first with post_update", async () => {
    const statements = [
      "UPDATE parent SET favourite_id=? WHERE parent.id = ?",
      "DELETE FROM child WHERE child.id = ?",
      "DELETE FROM parent WHERE parent.id = ?",
    ];
    const impact = await previewOf(mutual(', ondelete="SET NULL"', ", post_update=True"), "Parent");
    expect(impact.paths.orm.error).toBeNull();
    expect(impact.paths.orm.statements).toEqual(statements);
  });

  test("post_update lets go of its own rows only: another parent's favourite still blocks", async () => {
    const impact = await previewOf(mutual("", ", post_update=True"), "Parent");
    expect(impact.paths.orm.error?.foreignKey).toBe("parent.favourite_id -> child.id");
  });

  test("orders classes without a relationship by their names, whatever their foreign keys say", async () => {
    const models = (parent: string, child: string) => `${base}
      class Owner(Base):
          __tablename__ = "owner"
          id: Mapped[int] = mapped_column(primary_key=True)
          parents: Mapped[list["${parent}"]] = relationship(cascade="all")
          children: Mapped[list["${child}"]] = relationship(cascade="all")

      class ${parent}(Base):
          __tablename__ = "${parent.toLowerCase()}"
          id: Mapped[int] = mapped_column(primary_key=True)
          owner_id: Mapped[int] = mapped_column(ForeignKey("owner.id"))

      class ${child}(Base):
          __tablename__ = "${child.toLowerCase()}"
          id: Mapped[int] = mapped_column(primary_key=True)
          owner_id: Mapped[int] = mapped_column(ForeignKey("owner.id"))
          parent_id: Mapped[int | None] = mapped_column(ForeignKey("${parent.toLowerCase()}.id"))
    `;
    const lucky = await previewOf(models("Team", "Hero"), "Owner");
    expect(lucky.paths.orm.statements.slice(0, 2)).toEqual([
      "DELETE FROM hero WHERE hero.id = ?",
      "DELETE FROM team WHERE team.id = ?",
    ]);
    const unlucky = await previewOf(models("Alpha", "Zulu"), "Owner");
    expect(unlucky.paths.orm.error).toEqual({
      kind: "IntegrityError",
      reason: "FOREIGN KEY constraint failed",
      foreignKey: "zulu.parent_id -> alpha.id",
    });
  });

  test("counts versioned rows one by one", async () => {
    const impact = await previewOf(
      `${base}
      class User(Base):
          __tablename__ = "user"
          id: Mapped[int] = mapped_column(primary_key=True)
          posts: Mapped[list["Post"]] = relationship()

      class Post(Base):
          __tablename__ = "post"
          id: Mapped[int] = mapped_column(primary_key=True)
          user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
          version: Mapped[int] = mapped_column()
          __mapper_args__ = {"version_id_col": version}
      `,
      "User",
    );
    const update = "UPDATE post SET user_id=?, version=? WHERE post.id = ? AND post.version = ?";
    expect(impact.paths.orm.statements).toEqual([update, update, "DELETE FROM user WHERE user.id = ?"]);
    expect(rowsAfter(impact.paths.orm, "post", ["id", "user_id", "version"])).toEqual(["1 - 2", "2 - 2", "3 2 1"]);
  });

  test("raises for rows that the database has already cascaded away", async () => {
    const impact = await previewOf(
      `${base}
      class User(Base):
          __tablename__ = "user"
          id: Mapped[int] = mapped_column(primary_key=True)
          posts: Mapped[list["Post"]] = relationship(cascade="all")
          likes: Mapped[list["Like"]] = relationship(cascade="all")

      class Post(Base):
          __tablename__ = "post"
          id: Mapped[int] = mapped_column(primary_key=True)
          user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))

      class Like(Base):
          __tablename__ = "zlike"
          id: Mapped[int] = mapped_column(primary_key=True)
          user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
          post_id: Mapped[int | None] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"))
          version: Mapped[int] = mapped_column()
          __mapper_args__ = {"version_id_col": version}
      `,
      "User",
    );
    expect(impact.paths.orm.error).toBeNull();
    expect(rowsAfter(impact.paths.orm, "zlike", ["user_id"])).not.toContain("1");
  });
});

describe("relationships of every kind", () => {
  test("a scalar relationship over rows that are not unique handles the first row only", async () => {
    const impact = await previewOf(
      `
      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          profile: "Profile" = Relationship(cascade_delete=True)

      class Profile(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          user_id: int = Field(foreign_key="user.id")
      `,
      "User",
    );
    expect(impact.paths.orm.error?.foreignKey).toBe("profile.user_id -> user.id");
  });

  test("a unique foreign key has one child", async () => {
    const impact = await previewOf(
      `
      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          profile: "Profile" = Relationship(cascade_delete=True)

      class Profile(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          user_id: int = Field(foreign_key="user.id", unique=True)
      `,
      "User",
    );
    expect(story(impact, "orm")).toEqual(["1 profile.user_id -> user.id: 1 deleted by User.profile"]);
  });

  const association = (options: string) => `
      class Membership(SQLModel, table=True):
          user_id: int | None = Field(default=None, foreign_key="user.id", primary_key=True)
          group_id: int | None = Field(default=None, foreign_key="group.id", primary_key=True)

      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          groups: list["Group"] = Relationship(back_populates="users", link_model=Membership${options})

      class Group(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          users: list[User] = Relationship(back_populates="groups", link_model=Membership)
  `;

  test("association rows are deleted, the other side is kept", async () => {
    const impact = await previewOf(association(""), "User");
    expect(story(impact, "orm")).toEqual(["1 membership.user_id -> user.id: 2 deleted by User.groups"]);
    expect(rowsAfter(impact.paths.orm, "group", ["id"])).toEqual(["1", "2"]);
    expect(impact.paths.sql.error?.foreignKey).toBe("membership.user_id -> user.id");
  });

  test("a delete cascade over an association deletes the other side with its other associations", async () => {
    const impact = await previewOf(association(', sa_relationship_kwargs={"cascade": "all, delete"}'), "User");
    expect(story(impact, "orm")).toContain("1 membership.group_id -> group.id: 2 deleted by User.groups");
    expect(impact.paths.orm.error).toBeNull();
  });

  test("a delete cascade on the many-to-one side deletes the parent", async () => {
    const impact = await previewOf(
      `
      class Team(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)

      class Hero(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          team_id: int | None = Field(default=None, foreign_key="team.id")
          team: Team | None = Relationship(sa_relationship_kwargs={"cascade": "all"})
      `,
      "Hero",
    );
    expect(impact.paths.orm.error).toEqual({
      kind: "IntegrityError",
      reason: "FOREIGN KEY constraint failed",
      foreignKey: "hero.team_id -> team.id",
    });
    expect(story(impact, "sql")).toEqual([]);
  });

  test("criteria in the join leave other children to the database", async () => {
    const models = (more: string) => `${base}
      class User(Base):
          __tablename__ = "user"
          id: Mapped[int] = mapped_column(primary_key=True)
          drafts: Mapped[list["Post"]] = relationship(primaryjoin="and_(User.id == Post.user_id, Post.state == 'draft')")
          ${more}

      class Post(Base):
          __tablename__ = "post"
          id: Mapped[int] = mapped_column(primary_key=True)
          state: Mapped[str]
          user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    `;
    const impact = await previewOf(models(""), "User");
    expect(story(impact, "orm")).toEqual([
      "1 post.user_id -> user.id: 2 nulled by User.drafts",
      "1 post.user_id -> user.id: 1 deleted by the database",
    ]);
  });

  test("a later query says of a noload reference, too, that it refers to nothing", async () => {
    const impact = await previewOf(
      `${base}
      class Owner(Base):
          __tablename__ = "owner"
          id: Mapped[int] = mapped_column(primary_key=True)
          pets: Mapped[list["Pet"]] = relationship(back_populates="owner")
          again: Mapped[list["Pet"]] = relationship(overlaps="pets,owner")

      class Pet(Base):
          __tablename__ = "pet"
          id: Mapped[int] = mapped_column(primary_key=True)
          owner_id: Mapped[int | None] = mapped_column(ForeignKey("owner.id"))
          owner: Mapped["Owner | None"] = relationship(back_populates="pets", lazy="noload", post_update=True)
      `,
      "Owner",
    );
    expect(impact.paths.orm.statements).toEqual([
      "UPDATE pet SET owner_id=? WHERE pet.id = ?",
      "UPDATE pet SET owner_id=? WHERE pet.id = ?",
      "DELETE FROM owner WHERE owner.id = ?",
    ]);
  });

  test("no query finds a row that an inner join has nothing to join to", async () => {
    const impact = await previewOf(
      `${base}
      class Employee(Base):
          __tablename__ = "employee"
          id: Mapped[int] = mapped_column(primary_key=True)
          boss_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
          boss: Mapped["Employee | None"] = relationship(remote_side=[id], lazy="joined", join_depth=1, innerjoin=True)
      `,
      "Employee",
    );
    expect(rowsBefore(impact, "employee", ["id", "boss_id"])).toEqual(["1 -", "2 -", "3 1", "4 1", "5 2"]);
    expect(story(impact, "orm")).toEqual(["NoResultFound: No row was found when one was required"]);
    expect(impact.notes).toEqual([
      "Employee.boss: innerjoin hides the rows of employee that refer to nothing, the ORM cannot delete them",
    ]);
  });

  test("a relationship without a foreign key acts, and the database leaves its rows dangling", async () => {
    const impact = await previewOf(
      `${base}
      class User(Base):
          __tablename__ = "user"
          id: Mapped[int] = mapped_column(primary_key=True)
          events: Mapped[list["Event"]] = relationship(primaryjoin="User.id == foreign(Event.user_id)", cascade="all")

      class Event(Base):
          __tablename__ = "event"
          id: Mapped[int] = mapped_column(primary_key=True)
          user_id: Mapped[int]
      `,
      "User",
    );
    expect(story(impact, "orm")).toEqual(["1 event.user_id -> user.id: 2 deleted by User.events"]);
    expect(rowsAfter(impact.paths.sql, "event", ["id", "user_id"])).toEqual(["1 1", "2 1", "3 2"]);
  });
});

describe("inheritance", () => {
  const people = (onDelete: string, mapperArguments: string) => `${base}
      class Company(Base):
          __tablename__ = "company"
          id: Mapped[int] = mapped_column(primary_key=True)
          people: Mapped[list["Person"]] = relationship(cascade="all, delete-orphan")

      class Person(Base):
          __tablename__ = "person"
          id: Mapped[int] = mapped_column(primary_key=True)
          kind: Mapped[str]
          company_id: Mapped[int] = mapped_column(ForeignKey("company.id"))
          __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"${mapperArguments}}

      class Engineer(Person):
          __tablename__ = "engineer"
          id: Mapped[int] = mapped_column(ForeignKey("person.id"${onDelete}), primary_key=True)
          __mapper_args__ = {"polymorphic_identity": "engineer"}
  `;

  test("rows of joined subclasses go with their object, the subclass's first", async () => {
    const impact = await previewOf(people("", ""), "Company");
    expect(impact.before.person?.map(({ kind }) => kind)).toEqual(["person", "engineer", "person"]);
    expect(impact.paths.orm.error).toBeNull();
    expect(impact.paths.orm.statements).toEqual([
      "DELETE FROM engineer WHERE engineer.id = ?",
      "DELETE FROM person WHERE person.id = ?",
      "DELETE FROM company WHERE company.id = ?",
    ]);
    expect(impact.paths.orm.after.engineer).toEqual([]);
  });

  test("an object of a subclass has a row in both tables; a raw DELETE takes the one it names", async () => {
    const impact = await previewOf(people("", ""), "Engineer");
    expect(impact.table).toBe("engineer");
    expect(impact.victim).toEqual({ id: 1 });
    expect(impact.paths.orm.statements).toEqual([
      "DELETE FROM engineer WHERE engineer.id = ?",
      "DELETE FROM person WHERE person.id = ?",
    ]);
    expect(impact.paths.sql.after.person).toHaveLength(2);
    expect(impact.paths.sql.after.engineer).toHaveLength(1);
  });

  test("passive_deletes on the mapper leaves the subclass's row to ON DELETE", async () => {
    const passive = ', "passive_deletes": True';
    const blocked = await previewOf(people("", passive), "Engineer");
    expect(blocked.paths.orm.error?.foreignKey).toBe("engineer.id -> person.id");
    const cascading = await previewOf(people(', ondelete="CASCADE"', passive), "Engineer");
    expect(cascading.paths.orm.statements).toEqual(["DELETE FROM person WHERE person.id = ?"]);
    expect(cascading.paths.orm.after.engineer).toHaveLength(1);
  });
});
