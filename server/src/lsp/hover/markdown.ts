import type { Block, Inline, RichTable, RichText } from "./richText.ts";

/** Renders blocks as GitHub-flavoured Markdown; nothing in the texts can act as markup. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === "table" ? table(block.table) : inlines(block.text))).join("\n\n");
}

function table({ head, rows }: RichTable): string {
  const line = (cells: readonly RichText[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${" :-- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** GitHub-flavoured Markdown ends a cell at any `|` without a backslash, in code spans too. */
function cell(text: RichText): string {
  return inlines(text).replaceAll("|", "\\|");
}

function inlines(text: RichText): string {
  return text.map(inline).join("");
}

function inline(part: Inline): string {
  if (typeof part === "string") return escapeMarkdown(part);
  if ("code" in part) return codeSpan(part.code);
  if ("strong" in part) return `**${escapeMarkdown(part.strong)}**`;
  return `[${escapeMarkdown(part.label)}](${part.href.replace(/[()<>\s\\]/g, percentEncode)})`;
}

/**
 * Escapes what CommonMark or GitHub's autolinks would act on inside a paragraph, and no more: some clients show
 * backslashes as they are. Every paragraph starts with words of ours, so nothing has to be escaped as a block's start.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]<>&~@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&");
}

/** A code span: its fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || line.trim() === "" ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
