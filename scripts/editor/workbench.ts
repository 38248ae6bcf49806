/** What a person does in the VS Code workbench, as functions over a browser page. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { eventually } from "./eventually.ts";

export interface Workbench {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

const size = { width: 1440, height: 1100 };

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a page at the workbench; whatever of it does not appear is waited for by the functions below. */
export async function openWorkbench(executablePath: string, url: string): Promise<Workbench> {
  const browser: Browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage({ viewport: size });
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  return { page, close: () => browser.close() };
}

export function editorOf(page: Page, file: string): Locator {
  return page.locator(`.editor-instance .monaco-editor[data-uri$="${file}"]`);
}

/** The rows of the Problems view, which it opens. */
export async function showProblems(page: Page): Promise<Locator> {
  const rows = page.locator(".markers-panel .monaco-list-row");
  const panel = page.locator(".markers-panel");
  if (!(await panel.isVisible())) await page.keyboard.press("Control+Shift+M");
  await panel.waitFor();
  return rows;
}

/** Moves the mouse over the first occurrence of a word in an editor, and gives the hover that comes up. */
export async function hoverOver(page: Page, file: string, line: string, word: string): Promise<Locator> {
  const target = editorOf(page, file).locator(".view-line").filter({ hasText: line }).first();
  await target.waitFor();
  const box = await boxOfWord(target, word);
  const hover = page.locator(".monaco-hover:visible .hover-contents");
  await eventually(`a hover over ${word}`, async () => {
    await page.mouse.move(5, 5);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await hover.first().waitFor({ timeout: 5_000 });
    return true;
  });
  return hover;
}

/** A view line is one element with spans that do not follow words, so the box is measured with a DOM range. */
async function boxOfWord(
  line: Locator,
  word: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  return line.evaluate((element, wanted) => {
    // Runs in the page. 4 is NodeFilter.SHOW_TEXT.
    const page = element.ownerDocument;
    const walker = page.createTreeWalker(element, 4);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at < 0) continue;
      const range = page.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    throw new Error(`"${wanted}" is not in one piece in this line`);
  }, word);
}

/** Runs a command of the palette by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator(".quick-input-widget input[type=text]");
  await eventually("the command palette", async () => {
    // A page of its own within the workbench, such as a preview, may keep the key to itself.
    await page.locator(".tab").first().click();
    await page.keyboard.press("F1");
    await input.waitFor({ timeout: 5_000 });
    return true;
  });
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first().click();
}

/** Writes `<name>.png` into a folder that it makes. */
export async function screenshot(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
