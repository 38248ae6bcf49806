import { readModule } from "../../python/reader.ts";
import type { FileFacts } from "../fact.ts";
import { readFileFacts } from "../fileFacts.ts";
import { ADVANCED_ALCHEMY } from "./advancedAlchemy.ts";
import { FASTAPI_USERS } from "./fastapiUsers.ts";
import { OSLO_DB } from "./osloDb.ts";

/** Where the sources of libraries stand; no workspace has a folder of this name. */
const FOLDER = "<libraries>/";

const SOURCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fastapi_users: FASTAPI_USERS,
  fastapi_users_db_sqlalchemy: FASTAPI_USERS,
  advanced_alchemy: ADVANCED_ALCHEMY,
  oslo_db: OSLO_DB,
};

/** Whether a location lies in a library's source, which nobody can open or edit. */
export function isLibraryFile(file: string): boolean {
  return file.startsWith(FOLDER);
}

/** The facts of the well-known libraries that files of the workspace import base classes from, by path. */
export function librariesFor(files: Iterable<FileFacts>): ReadonlyMap<string, FileFacts> {
  const wanted = new Set<Readonly<Record<string, string>>>();
  for (const { body } of files) {
    for (const fact of body) {
      if (fact.kind !== "import" || fact.level > 0) continue;
      const [top = ""] = fact.loads.split(".", 1);
      const sources = Object.hasOwn(SOURCES, top) ? SOURCES[top] : undefined;
      if (sources !== undefined) wanted.add(sources);
    }
  }
  const facts = new Map<string, FileFacts>();
  for (const sources of wanted) {
    for (const [path, text] of Object.entries(sources)) {
      const file = FOLDER + path;
      facts.set(file, readFileFacts(file, text, readModule(text)));
    }
  }
  return facts;
}
