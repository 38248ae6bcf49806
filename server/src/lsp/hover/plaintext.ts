import type { Block, Inline, RichTable, RichText } from "./richText.ts";

/** Renders blocks for clients that show no Markdown; the columns of a table stand under each other. */
export function toPlaintext(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === "table" ? table(block.table) : inlines(block.text))).join("\n\n");
}

function table({ head, rows }: RichTable): string {
  const lines = [head, ...rows].map((row) => row.map(inlines));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const [first, ...rest] = lines.map((cells) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "),
  );
  return [first, widths.map((width) => "-".repeat(width)).join("  "), ...rest]
    .map((line) => line?.trimEnd())
    .join("\n");
}

function inlines(text: RichText): string {
  return text.map(inline).join("").replace(/\s+/g, " ");
}

function inline(part: Inline): string {
  if (typeof part === "string") return part;
  if ("code" in part) return part.code;
  return "strong" in part ? part.strong : part.label;
}
