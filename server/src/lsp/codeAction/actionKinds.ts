import { CodeActionKind } from "vscode-languageserver/node";

/** This server's own fix-all, so that `editor.codeActionsOnSave` can name it alone. */
export const fixAllKind: CodeActionKind = `${CodeActionKind.SourceFixAll}.ondelete`;

/** Kinds form a tree by their dots: `source` allows `source.fixAll.ondelete`. No `only` allows every kind. */
export function allowedKind(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return (
    only === undefined || only.some((allowed) => allowed === "" || kind === allowed || kind.startsWith(`${allowed}.`))
  );
}
