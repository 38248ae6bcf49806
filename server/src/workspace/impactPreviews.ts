import type { Database } from "../deletes/database.ts";
import type { Dialect, Impact } from "../deletes/impact.ts";
import type { ClassKey, Schema } from "../models/schema.ts";

/** What a preview comes to: the preview, or one sentence saying why there is none. */
export type Preview = Impact | { readonly problem: string };

/** How deletes are previewed. */
export interface PreviewOptions {
  readonly dialect: Dialect;
  readonly sqliteForeignKeys: boolean;
}

/**
 * Runs previews on one throwaway database, which is opened for the first of them. Lives as long as the workspace.
 */
export class ImpactPreviews {
  #database: Promise<Database | string> | null = null;

  async preview(schema: Schema, model: ClassKey, options: PreviewOptions): Promise<Preview> {
    const [{ previewDelete }, database] = await Promise.all([import("../deletes/previewDelete.ts"), this.#open()]);
    return typeof database === "string" ? { problem: database } : previewDelete(schema, model, options, database);
  }

  close(): void {
    const opened = this.#database;
    this.#database = null;
    void opened?.then((database) => typeof database === "string" || database.close());
  }

  #open(): Promise<Database | string> {
    this.#database ??= import("../deletes/database.ts")
      .then(({ openDatabase }) => openDatabase())
      .then((result) => (result.ok ? result.database : result.reason));
    return this.#database;
  }
}
