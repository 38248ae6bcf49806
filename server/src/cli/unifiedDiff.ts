import type { FixedFile } from "./applyFixes.ts";
import { type Style, styleFor } from "./colour.ts";
import { type Change, diffLines, splitLines } from "./lineDiff.ts";
import { shownPath } from "./shownPath.ts";

/** How many unchanged lines are shown around a change, as `diff -u` does. */
const CONTEXT = 3;

/** What changes in files, as one diff. */
export function filesDiff(files: readonly FixedFile[], colour: boolean): string {
  const style = styleFor(colour);
  return files.map(({ path, before, after }) => unifiedDiff(shownPath(path), before, after, style)).join("");
}

/** The difference between two texts as `git apply` and `patch -p0` take it; empty where they are equal. */
function unifiedDiff(file: string, before: string, after: string, style: Style): string {
  const oldLines = splitLines(before);
  const hunks = groupChanges(diffLines(oldLines, splitLines(after)));
  if (hunks.length === 0) return "";
  const text = hunks.map((changes) => hunkText(changes, oldLines, style)).join("");
  return `${style.strong(`--- ${file}`)}\n${style.strong(`+++ ${file}`)}\n${text}`;
}

/** Changes that are so close that their context would overlap share a hunk. */
function groupChanges(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    const last = groups.at(-1);
    if (last !== undefined && change.oldStart - end <= 2 * CONTEXT) last.push(change);
    else groups.push([change]);
    end = change.oldStart + change.removed.length;
  }
  return groups;
}

function hunkText(changes: readonly Change[], oldLines: readonly string[], style: Style): string {
  const first = changes[0] as Change;
  const last = changes.at(-1) as Change;
  const start = Math.max(0, first.oldStart - CONTEXT);
  const end = Math.min(oldLines.length, last.oldStart + last.removed.length + CONTEXT);
  const growth = changes.reduce((sum, { added, removed }) => sum + added.length - removed.length, 0);
  const newStart = first.newStart - (first.oldStart - start);
  const lines: string[] = [];
  let at = start;
  for (const { oldStart, removed, added } of changes) {
    lines.push(...oldLines.slice(at, oldStart).map((line) => diffLine(" ", line)));
    lines.push(...removed.map((line) => style.removed(diffLine("-", line))));
    lines.push(...added.map((line) => style.added(diffLine("+", line))));
    at = oldStart + removed.length;
  }
  lines.push(...oldLines.slice(at, end).map((line) => diffLine(" ", line)));
  return `@@ -${rangeText(start, end - start)} +${rangeText(newStart, end - start + growth)} @@\n${lines.join("")}`;
}

function diffLine(mark: string, line: string): string {
  return /[\r\n]$/.test(line) ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** Lines count from 1; an empty range names the line before it. */
function rangeText(start: number, length: number): string {
  const shown = length === 0 ? start : start + 1;
  return length === 1 ? String(shown) : `${shown},${length}`;
}
