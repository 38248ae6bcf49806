import { URI } from "vscode-uri";

/**
 * The absolute, `/`-separated path of a `file:` URI; null for any other scheme: only files on a disk are analysed. A
 * Windows drive letter comes out in upper case, whichever way a client spells it.
 */
export function pathOfUri(uri: string): string | null {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== "file") return null;
  const path = parsed.fsPath.replaceAll("\\", "/");
  return /^[a-z]:/.test(path) ? path[0]?.toUpperCase() + path.slice(1) : path;
}

/** The `file:` URI of an absolute path. */
export function uriOfPath(path: string): string {
  return URI.file(path).toString();
}
