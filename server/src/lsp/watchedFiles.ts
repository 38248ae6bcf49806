import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  WatchKind,
} from "vscode-languageserver/node";
import { pathOfUri } from "./fileUri.ts";
import type { Session } from "./session.ts";

/** Asks the client to tell of changes on disk: of everything that decides what is analysed and how. */
export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: "**/*.py" },
      { globPattern: "**/{pyproject,ondelete}.toml" },
      { globPattern: "**/.gitignore" },
      // A folder that goes is reported as itself, without its files.
      { globPattern: "**/*", kind: WatchKind.Delete },
    ],
  });
}

/** Takes in `workspace/didChangeWatchedFiles`; false where nothing in it matters. */
export function watchedFilesChanged(session: Session, { changes }: DidChangeWatchedFilesParams): boolean {
  const paths = changes.flatMap(({ uri, type }) => {
    const path = pathOfUri(uri);
    // What an open document holds wins over the disk, so that saving it changes nothing.
    const matters = path !== null && (type !== FileChangeType.Changed || session.documents.get(path) === null);
    return matters && (isRead(path) || type === FileChangeType.Deleted) ? [path] : [];
  });
  const known = session.workspace.files();
  const relevant = paths.filter((path) => isRead(path) || known.some((file) => file.startsWith(`${path}/`)));
  if (relevant.length === 0) return false;
  session.workspace.filesChanged(relevant);
  return true;
}

function isRead(path: string): boolean {
  return /\.py$|\/(?:pyproject|ondelete)\.toml$|\/\.gitignore$/.test(path);
}
