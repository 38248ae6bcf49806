import { readModule } from "../../python/reader.ts";
import type { FileFacts } from "../fact.ts";
import { readFileFacts } from "../fileFacts.ts";
import { ADVANCED_ALCHEMY } from "./advancedAlchemy.ts";
import { FASTAPI_USERS } from "./fastapiUsers.ts";
import { OSLO_DB } from "./osloDb.ts";
import { SQLALCHEMY_MIXINS } from "./sqlalchemyMixins.ts";
import { SQLALCHEMY_UTILS } from "./sqlalchemyUtils.ts";

/** Where the sources of libraries stand; no workspace has a folder of this name. */
const FOLDER = "<libraries>/";

const SOURCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fastapi_users: FASTAPI_USERS,
  fastapi_users_db_sqlalchemy: FASTAPI_USERS,
  advanced_alchemy: ADVANCED_ALCHEMY,
  oslo_db: OSLO_DB,
  sqlalchemy_mixins: SQLALCHEMY_MIXINS,
  sqlalchemy_utils: SQLALCHEMY_UTILS,
};

/** Whether a location lies in a library's source, which nobody can open or edit. */
export function isLibraryFile(file: string): boolean {
  return file.startsWith(FOLDER);
}

/** Names of the well-known libraries that a file imports from. */
export function librariesOf({ body }: FileFacts): readonly string[] {
  const names = new Set<string>();
  for (const fact of body) {
    if (fact.kind !== "import" || fact.level > 0) continue;
    const [top = ""] = fact.loads.split(".", 1);
    if (Object.hasOwn(SOURCES, top)) names.add(top);
  }
  return [...names];
}

/** The facts of well-known libraries, by path. */
export function libraryFacts(names: Iterable<string>): ReadonlyMap<string, FileFacts> {
  const facts = new Map<string, FileFacts>();
  for (const sources of new Set([...names].map((name) => SOURCES[name]))) {
    for (const [path, text] of Object.entries(sources ?? {})) {
      const file = FOLDER + path;
      facts.set(file, readFileFacts(file, text, readModule(text)));
    }
  }
  return facts;
}
