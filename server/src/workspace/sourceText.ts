import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";

/** The text of a file on disk, or one sentence saying why it cannot be read. */
export type SourceText = { readonly text: string; readonly encoding: "utf-8" | "other" } | { readonly problem: string };

/**
 * Reads a Python file as text. Offsets into the result count UTF-16 units; a byte order mark stays in as one of them.
 * A file that is not UTF-8 is decoded by the encoding that it declares (PEP 263), else with U+FFFD for bad bytes: there
 * is always a text unless the file itself cannot be read.
 */
export function readSource(path: string): SourceText {
  try {
    const text = readFileSync(path, "utf8");
    // Node replaces bad bytes silently; only a text with replacements in it can need a second look at the bytes.
    return text.includes("\uFFFD") ? decodeSource(readFileSync(path)) : { text, encoding: "utf-8" };
  } catch (error) {
    return { problem: systemErrorText(error) };
  }
}

/** Decodes the bytes of a Python file as {@link readSource} does. */
export function decodeSource(bytes: Buffer): { readonly text: string; readonly encoding: "utf-8" | "other" } {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), encoding: "utf-8" };
  const declared = declaredEncoding(bytes);
  if (declared !== null) {
    try {
      return { text: new TextDecoder(declared).decode(bytes), encoding: "other" };
    } catch {
      // An encoding that only Python knows.
    }
  }
  return { text: bytes.toString("utf8"), encoding: "other" };
}

/** PEP 263: a comment in the first or second line that matches this names the encoding. */
const ENCODING_COMMENT = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

function declaredEncoding(bytes: Buffer): string | null {
  const lines = bytes.toString("latin1", 0, 1000).split(/\r\n|\r|\n/, 2);
  for (const line of lines) {
    const name = ENCODING_COMMENT.exec(line)?.[1];
    if (name === undefined) continue;
    const normalized = name.toLowerCase().replaceAll("_", "-");
    return /^(latin-?1|iso-?8859-1|l1)(-|$)/.test(normalized) ? "latin1" : normalized;
  }
  return null;
}

/** What the operating system said, in words: `no such file or directory`. */
export function systemErrorText(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "no such file or directory";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "is a folder";
    case "ELOOP":
      return "too many symbolic links";
    case "ERR_FS_FILE_TOO_LARGE":
    case "ERR_STRING_TOO_LONG":
      return "file too large";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
