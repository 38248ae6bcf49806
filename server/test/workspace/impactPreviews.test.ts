import { afterEach, expect, test } from "vitest";
import { ImpactPreviews, type Preview } from "../../src/workspace/impactPreviews.ts";
import { schemaOf } from "../deletes/previewOf.ts";

const schema = schemaOf(`
  class User(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)

  class Post(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)
      user_id: int = Field(foreign_key="user.id")
`);
const [user, post] = [...schema.classes.keys()];

const previews = new ImpactPreviews();
afterEach(() => previews.close());

test("a preview is the same whatever was previewed before on the same schema", async () => {
  if (user === undefined || post === undefined) throw new Error("no classes");
  const first = await previews.preview(schema, user, {});
  await previews.preview(schema, post, {});
  expect(await previews.preview(schema, user, {})).toEqual(first);
});

test("other settings give another preview of the same schema", async () => {
  if (user === undefined) throw new Error("no class");
  expect(reasonOf(await previews.preview(schema, user, {}))).toBe("FOREIGN KEY constraint failed");
  expect(reasonOf(await previews.preview(schema, user, { sqliteForeignKeys: false }))).toBe(null);
  expect(reasonOf(await previews.preview(schema, user, { dialect: "postgresql" }))).toContain("post_user_id_fkey");
});

function reasonOf(preview: Preview): string | null {
  return "problem" in preview ? preview.problem : (preview.paths.sql.error?.reason ?? null);
}
