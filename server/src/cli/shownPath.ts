import { absolutePath, relativePath } from "../workspace/filePath.ts";

const workingFolder = absolutePath(".");

/** A path as people and other programs get to see it: from the working directory, with `/` on every system. */
export function shownPath(path: string): string {
  return relativePath(workingFolder, path);
}
