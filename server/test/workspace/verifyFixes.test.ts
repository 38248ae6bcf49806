import { join } from "node:path";
import { expect, test } from "vitest";
import { syntheticProject } from "../../../bench/syntheticProject.ts";
import { applyTextEdits } from "../../src/fixes/applyTextEdits.ts";
import { Workspace } from "../../src/workspace/workspace.ts";
import { temporaryProject } from "./temporaryProject.ts";

function analyse(files: Readonly<Record<string, string>>) {
  return new Workspace([temporaryProject(files)]);
}

test("fixes that are proved together are those that are proved one by one", () => {
  const files = Object.fromEntries(syntheticProject(20).map(({ path, text }) => [path, text]));
  const analysis = analyse(files).analysis();
  const together = analysis.fixesFor(analysis.findings);
  const expected = analysis.findings.map((finding) =>
    finding.fixes.filter((fix) => analysis.editsFor(finding, fix) !== null).map(({ title }) => title),
  );
  expect(analysis.findings.map((finding) => together.get(finding)?.map(({ fix }) => fix.title))).toEqual(expected);
  // Both answers occur, else the comparison says nothing.
  const all = analysis.findings.flatMap(({ fixes }) => fixes);
  expect(expected.flat().length).toBeGreaterThan(0);
  expect(expected.flat().length).toBeLessThan(all.length);
});

test("a fix that puts a worse finding in the place of its own is not offered", () => {
  const models = `from sqlmodel import Field, Relationship, SQLModel

class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    posts: list["Post"] = Relationship(back_populates="user")

class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    user_id: int = Field(foreign_key="user.id", ondelete="CASCADE", index=True)
    user: User | None = Relationship(back_populates="posts")
`;
  const analysis = analyse({ "models.py": models }).analysis();
  const [finding] = analysis.findings;
  expect(finding).toMatchObject({ rule: "cascade-defeated" });
  if (finding === undefined) return;
  const removal = finding.fixes.find(({ title }) => title.startsWith("Remove ondelete"));
  // Without ON DELETE the ORM still sets the required key to NULL: required-foreign-key-nulled.
  expect(removal && analysis.editsFor(finding, removal)).toBeNull();
});

test("joint fixes leave nothing that they promise to mend, in files of several classes", () => {
  const files = Object.fromEntries(syntheticProject(20).map(({ path, text }) => [path, text]));
  const folder = temporaryProject(files);
  const workspace = new Workspace([folder]);
  for (let round = 0; round < 5; round++) {
    const analysis = workspace.analysis();
    const edits = analysis.jointFixes(() => true).flatMap((offered) => offered.edits);
    for (const path of Object.keys(files)) {
      const file = join(folder, path);
      const own = edits.filter(({ location }) => location.file === file);
      if (own.length > 0) workspace.openDocument(file, applyTextEdits(analysis.text(file) ?? "", own));
    }
  }
  const left = workspace.analysis().findings.filter(({ severity }) => severity === "error" || severity === "warning");
  expect(left).toEqual([]);
});
