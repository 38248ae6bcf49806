import { describe, expect, test } from "vitest";
import { previewOf, story } from "./previewOf.ts";

describe("an effect names its cause", () => {
  test("also where a row went over another foreign key than the one that it tells of", async () => {
    const impact = await previewOf(
      `
      class Base(DeclarativeBase):
          pass

      class User(Base):
          __tablename__ = "user"
          id: Mapped[int] = mapped_column(primary_key=True)
          owned: Mapped[list["Note"]] = relationship(foreign_keys="Note.owner_id", cascade="all, delete-orphan")
          edited: Mapped[list["Note"]] = relationship(foreign_keys="Note.editor_id")

      class Note(Base):
          __tablename__ = "note"
          id: Mapped[int] = mapped_column(primary_key=True)
          owner_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
          editor_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
      `,
      "User",
    );
    expect(story(impact, "orm")).toContain("1 note.editor_id -> user.id: 1 deleted by User.owned");
  });

  test("also where only a subclass has the relationship that fails", async () => {
    const impact = await previewOf(
      `
      class Base(DeclarativeBase):
          pass

      class Person(Base):
          __tablename__ = "person"
          id: Mapped[int] = mapped_column(primary_key=True)
          assets: Mapped[list["Asset"]] = relationship(cascade="all, delete")

      class Asset(Base):
          __tablename__ = "asset"
          id: Mapped[int] = mapped_column(primary_key=True)
          kind: Mapped[str]
          person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
          __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "asset"}

      class House(Asset):
          rooms: Mapped[list["Room"]] = relationship()
          __mapper_args__ = {"polymorphic_identity": "house"}

      class Room(Base):
          __tablename__ = "room"
          id: Mapped[int] = mapped_column(primary_key=True)
          house_id: Mapped[int] = mapped_column(ForeignKey("asset.id"))
      `,
      "Person",
    );
    const [error, effect] = story(impact, "orm");
    expect(error).toBe("IntegrityError: NOT NULL constraint failed: room.house_id");
    expect(effect).toMatch(/^2 room\.house_id -> asset\.id: \d+ blocked by House\.rooms$/);
  });
});
