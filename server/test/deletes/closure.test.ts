import { expect, test } from "vitest";
import { deleteSteps, type Step } from "../../src/deletes/closure.ts";
import { buildLinks } from "../../src/deletes/links/links.ts";
import type { DeletePath } from "../../src/deletes/outcome.ts";
import type { ClassKey } from "../../src/models/schema/keys.ts";
import { schemaOf } from "./previewOf.ts";

function steps(source: string, model: string, path: DeletePath): readonly string[] {
  const schema = schemaOf(source);
  return deleteSteps(schema, buildLinks(schema), `models:${model}` as ClassKey, path).map(line);
}

function line({ link, relationship, outcome, depth, after }: Step): string {
  const who = relationship?.name ?? "database";
  const from = after === null ? "" : ` after ${after.link?.child.name ?? after.relationship?.name}`;
  return `${depth} ${link?.label ?? "no foreign key"} ${outcome.kind} by ${who}${from}`;
}

const chain = `
  class User(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)
      posts: list["Post"] = Relationship(cascade_delete=True)

  class Post(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)
      user_id: int = Field(foreign_key="user.id", ondelete="CASCADE")
      comments: list["Comment"] = Relationship(cascade_delete=True, passive_deletes=True)

  class Comment(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)
      post_id: int = Field(foreign_key="post.id", ondelete="CASCADE")
      likes: list["Like"] = Relationship(cascade_delete=True)

  class Like(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)
      comment_id: int = Field(foreign_key="comment.id")
`;

test("goes on with the database's rules below rows that the database deletes", () => {
  expect(steps(chain, "User", "orm")).toEqual([
    "1 post.user_id -> user.id deleted by posts",
    "2 comment.post_id -> post.id deleted by database after post",
    "3 like.comment_id -> comment.id blocked by database after comment",
  ]);
});

test("only the deleted object itself has its relationships loaded", () => {
  expect(steps(chain, "Post", "ormLoaded")).toEqual([
    "1 comment.post_id -> post.id deleted by comments",
    "2 like.comment_id -> comment.id deleted by likes after comment",
  ]);
  expect(steps(chain, "Post", "sql")).toEqual([
    "1 comment.post_id -> post.id deleted by database",
    "2 like.comment_id -> comment.id blocked by database after comment",
  ]);
});

test("follows delete cascades towards what an object refers to, once", () => {
  const source = `
    class Team(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        heroes: list["Hero"] = Relationship(back_populates="team", cascade_delete=True)

    class Hero(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        team_id: int | None = Field(default=None, foreign_key="team.id")
        team: Team | None = Relationship(back_populates="heroes", sa_relationship_kwargs={"cascade": "all"})
  `;
  expect(steps(source, "Hero", "orm")).toEqual([
    "1 hero.team_id -> team.id deleted by team",
    "2 hero.team_id -> team.id deleted by heroes after hero",
  ]);
});

test("ends for tables that cascade in a circle", () => {
  const source = `
    class Node(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        parent_id: int | None = Field(default=None, foreign_key="node.id", ondelete="CASCADE")
  `;
  expect(steps(source, "Node", "sql")).toEqual(["1 node.parent_id -> node.id deleted by database"]);
});
