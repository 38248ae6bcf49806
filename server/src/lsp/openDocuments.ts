import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import { LineIndex } from "../workspace/lineIndex.ts";
import { pathOfUri, uriOfPath } from "./fileUri.ts";
import { offsetAt, type PositionEncoding } from "./positionEncoding.ts";

export interface OpenDocument {
  /** As the client spells it: answers about an open document use the client's own URI. */
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
}

/** The documents that the client has open, by path. Documents that are no files are not kept. */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();
  readonly #encoding: PositionEncoding;

  constructor(encoding: PositionEncoding) {
    this.#encoding = encoding;
  }

  get(path: string): OpenDocument | null {
    return this.#documents.get(path) ?? null;
  }

  /** Paths of the open documents. */
  paths(): Iterable<string> {
    return this.#documents.keys();
  }

  uriOf(path: string): string {
    return this.#documents.get(path)?.uri ?? uriOfPath(path);
  }

  /** The path and text of a document that was opened; null where it is not a file. */
  open({ textDocument }: DidOpenTextDocumentParams): { readonly path: string; readonly text: string } | null {
    const path = pathOfUri(textDocument.uri);
    if (path === null) return null;
    const { uri, version, text } = textDocument;
    this.#documents.set(path, { uri, version, lines: new LineIndex(text) });
    return { path, text };
  }

  /** The path and whole new text of a document that changed; null where it is not open. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): {
    readonly path: string;
    readonly text: string;
  } | null {
    const path = pathOfUri(textDocument.uri);
    const before = path === null ? null : this.get(path);
    if (path === null || before === null) return null;
    const lines = contentChanges.reduce<LineIndex>(
      (current, change) => applyChange(current, change, this.#encoding),
      before.lines,
    );
    this.#documents.set(path, { uri: before.uri, version: textDocument.version, lines });
    return { path, text: lines.text };
  }

  /** The path of a document that was closed; null where it was not open. */
  close(uri: string): string | null {
    const path = pathOfUri(uri);
    return path !== null && this.#documents.delete(path) ? path : null;
  }
}

/** Each change of one notification speaks about the text that the changes before it left (LSP `didChange`). */
function applyChange(lines: LineIndex, change: TextDocumentContentChangeEvent, encoding: PositionEncoding): LineIndex {
  if (!("range" in change)) return new LineIndex(change.text);
  const start = offsetAt(lines, change.range.start, encoding);
  const end = Math.max(start, offsetAt(lines, change.range.end, encoding));
  return new LineIndex(lines.text.slice(0, start) + change.text + lines.text.slice(end));
}
