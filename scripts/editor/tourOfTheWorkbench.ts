/** What a user of the sample project sees and does, in order. Every step throws where it is not as it should be. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { eventually } from "./eventually.ts";
import { editorOf, hoverOver, runCommand, screenshot, showProblems } from "./workbench.ts";

const file = "studio/models/members.py";

export async function tourOfTheWorkbench(
  page: Page,
  sample: string,
  pictures: string,
  step: (what: string) => void,
): Promise<void> {
  const picture = (name: string) => screenshot(page, pictures, name);
  const editor = editorOf(page, file);

  step("squiggles under the declarations that should change");
  await editor.locator(".squiggly-error").first().waitFor();

  step("the Problems view lists the findings of open and of closed files");
  const problems = await showProblems(page);
  for (const rule of ["cascade-defeated", "required-foreign-key-nulled", "restrict-bypassed"]) {
    await problems.filter({ hasText: rule }).first().waitFor();
  }
  await picture("problems");

  step("a hover over a model says the verdict and has the table of the three paths");
  const hover = await hoverOver(page, file, "class Member(", "Member");
  const table = hover.locator("table");
  await table.waitFor();
  assert.match(await hover.innerText(), /session\.delete\(member\) fails while booking rows reference it/);
  assert.deepEqual(await table.locator("th").allInnerTexts(), [
    "Child rows",
    "session.delete(member)",
    "… children loaded",
    "DELETE FROM member",
  ]);
  const rows = await table.locator("tbody tr").allInnerTexts();
  assert.ok(
    rows.some((row) => /^booking\s+fails\s+fails\s+deleted \(database\)$/.test(row)),
    `no row about booking in ${JSON.stringify(rows)}`,
  );
  await picture("hover-model");

  step("a hover over a relationship has the problem and the same table");
  const both = await hoverOver(page, file, "bookings: list", "bookings");
  await both.filter({ hasText: "cascade-defeated" }).first().waitFor();
  await both.locator("table").filter({ hasText: "deleted (database)" }).waitFor();
  await picture("hover-relationship");

  step("a quick fix by keyboard changes the file on disk, and the problem goes");
  const row = problems.filter({ hasText: "cascade-defeated" }).first();
  await row.dblclick();
  await page.locator(`.monaco-editor.focused[data-uri$="${file}"]`).waitFor();
  await page.keyboard.press("Control+.");
  const menu = page.locator(".action-widget .monaco-list-row");
  await menu.filter({ hasText: "Show documentation for cascade-defeated" }).waitFor();
  await menu.filter({ hasText: "Ignore cascade-defeated on this line" }).waitFor();
  await picture("quick-fixes");
  await page.keyboard.press("Enter");
  await editor
    .locator(".view-line")
    .filter({ hasText: /bookings:.*cascade_delete=True/ })
    .waitFor();
  await page.keyboard.press("Control+S");
  const onDisk = () => readFileSync(join(sample, file), "utf8");
  await eventually("the fix on disk", () => /bookings: .*cascade_delete=True/.test(onDisk()));
  await eventually(
    "the problem to go",
    async () => (await problems.filter({ hasText: "cascade-defeated" }).count()) === 0,
  );
  await picture("fixed");

  step("the hover follows the text");
  const after = await hoverOver(page, file, "class Member(", "Member");
  await eventually("the new verdict", async () => /Every path deletes/.test(await after.innerText()));
  await picture("hover-fixed");

  step("the page of a rule opens beside the code");
  await problems.filter({ hasText: "restrict-bypassed" }).locator("a").filter({ hasText: "restrict-bypassed" }).click();
  const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await preview.locator("h1").filter({ hasText: "restrict-bypassed" }).waitFor();
  await picture("rule-page");

  step("the commands restart the server and show its output channel");
  await runCommand(page, "ondelete: Restart Server");
  await runCommand(page, "ondelete: Show Output");
  // Which channel it is; what is in it, only a VS Code with its native log writer shows.
  await page
    .locator(".panel select option:checked")
    .filter({ hasText: "ondelete" })
    .first()
    .waitFor({ state: "attached" });
  await picture("output");
  const again = await showProblems(page);
  await again.filter({ hasText: "restrict-bypassed" }).first().waitFor();
}
