import { describe, expect, it } from "vitest";
import { codeSpan, escapeMarkdown, toMarkdown } from "../../src/lsp/hover/markdown.ts";
import { toPlaintext } from "../../src/lsp/hover/plaintext.ts";
import type { Block } from "../../src/lsp/hover/richText.ts";

const paragraph = (...text: Extract<Block, { kind: "paragraph" }>["text"]): Block => ({ kind: "paragraph", text });

describe("Markdown of a hover", () => {
  it.each([
    ["*bold* and `code`", "\\*bold\\* and \\`code\\`"],
    ["[link](command:evil)", "\\[link\\](command:evil)"],
    ["<img src=x onerror=y> & &lt;", "\\<img src=x onerror=y\\> \\& \\&lt;"],
    ["_private_ but not user_id", "\\_private\\_ but not user_id"],
    ["https://example.org www.example.org a@b.c", "https\\://example.org www\\.example.org a\\@b.c"],
    ["two\nlines\n\n# heading", "two lines # heading"],
    ["back\\slash", "back\\\\slash"],
  ])("escapes what would act as markup: %s", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each([
    ["user", "`user`"],
    ["a`b", "``a`b``"],
    ["`a``b`", "``` `a``b` ```"],
    ["line\nbreak", "`line break`"],
  ])("fences code so that %j cannot leave it", (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  it("keeps a pipe from ending a table cell, in text and in code", () => {
    const table = { head: [["a|b"]], rows: [[[{ code: "c|d" }]]] };
    expect(toMarkdown([{ kind: "table", table }])).toBe("| a\\|b |\n| :-- |\n| `c\\|d` |");
  });

  it("keeps a link's target in one piece", () => {
    expect(toMarkdown([paragraph({ label: "rule]", href: "file:///a (b)/c d" })])).toBe(
      "[rule\\]](file:///a%20%28b%29/c%20d)",
    );
  });
});

describe("plain text of a hover", () => {
  it("puts the columns of a table under each other", () => {
    const table = { head: [["Child rows"], [{ code: "DELETE" }]], rows: [[[{ code: "post" }], [{ strong: "fails" }]]] };
    expect(toPlaintext([paragraph("Verdict."), { kind: "table", table }])).toBe(
      "Verdict.\n\nChild rows  DELETE\n----------  ------\npost        fails",
    );
  });
});
