import { setImmediate } from "node:timers/promises";
import type { Groundwork } from "../deletes/groundwork.ts";
import type { Impact } from "../deletes/impact.ts";
import type { PreviewOptions } from "../deletes/preview.ts";
import type { Database } from "../deletes/throwaway/database.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import type { Schema } from "../models/schema/schema.ts";

/** What a preview comes to: the preview, or one sentence saying why there is none. */
export type Preview = Impact | { readonly problem: string };

/** How many deletes are rehearsed: previews get faster over about the first dozen. */
const REHEARSALS = 12;

/** Few rows keep a rehearsal short: 30 ms at most in projects of 50 to 160 classes. */
const REHEARSED_ROWS = 30;

/**
 * Runs previews on one throwaway database, which is opened for the first of them. Lives as long as the workspace.
 */
export class ImpactPreviews {
  #database: Promise<Database | string> | null = null;
  /** Goes with the schema. */
  readonly #groundworks = new WeakMap<Schema, Groundwork>();

  /**
   * Loads what previews need and rehearses some of them, a turn each: V8 has then compiled what the first one runs that
   * somebody waits for, which saves it about a quarter.
   */
  async prepare(schema: Schema, options: PreviewOptions): Promise<void> {
    await this.#load();
    for (const model of [...schema.classes.keys()].slice(0, REHEARSALS)) {
      await setImmediate();
      if (this.#database === null) return;
      await this.preview(schema, model, { ...options, rowLimit: REHEARSED_ROWS });
    }
  }

  async preview(schema: Schema, model: ClassKey, options: PreviewOptions): Promise<Preview> {
    const [{ previewOn }, { groundworkOf }, database] = await this.#load();
    if (typeof database === "string") return { problem: database };
    let groundwork = this.#groundworks.get(schema);
    if (groundwork === undefined || !isFor(groundwork, options)) {
      groundwork = groundworkOf(schema, options);
      this.#groundworks.set(schema, groundwork);
    }
    return previewOn(groundwork, model, options, database) ?? { problem: `${model} is not mapped to a table.` };
  }

  close(): void {
    const opened = this.#database;
    this.#database = null;
    void opened?.then((database) => typeof database === "string" || database.close());
  }

  #load() {
    return Promise.all([import("../deletes/preview.ts"), import("../deletes/groundwork.ts"), this.#open()]);
  }

  #open(): Promise<Database | string> {
    this.#database ??= import("../deletes/throwaway/database.ts")
      .then(({ openDatabase }) => openDatabase())
      .then((result) => (result.ok ? result.database : result.reason));
    return this.#database;
  }
}

function isFor({ dialect, sqliteForeignKeys }: Groundwork, options: PreviewOptions): boolean {
  return dialect === (options.dialect ?? "sqlite") && sqliteForeignKeys === (options.sqliteForeignKeys ?? true);
}
