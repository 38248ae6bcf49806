import type { Database } from "../deletes/database.ts";
import type { Impact } from "../deletes/impact.ts";
import type { PreviewOptions } from "../deletes/preview.ts";
import type { ClassKey, Schema } from "../models/schema.ts";

/** What a preview comes to: the preview, or one sentence saying why there is none. */
export type Preview = Impact | { readonly problem: string };

/**
 * Runs previews on one throwaway database, which is opened for the first of them. Lives as long as the workspace.
 */
export class ImpactPreviews {
  #database: Promise<Database | string> | null = null;

  /** Loads what previews need, so that the first one need not wait for it. */
  async prepare(): Promise<void> {
    await this.#load();
  }

  async preview(schema: Schema, model: ClassKey, options: PreviewOptions): Promise<Preview> {
    const [{ previewDelete }, database] = await this.#load();
    if (typeof database === "string") return { problem: database };
    return previewDelete(schema, model, options, database) ?? { problem: `${model} is not mapped to a table.` };
  }

  close(): void {
    const opened = this.#database;
    this.#database = null;
    void opened?.then((database) => typeof database === "string" || database.close());
  }

  #load() {
    return Promise.all([import("../deletes/preview.ts"), this.#open()]);
  }

  #open(): Promise<Database | string> {
    this.#database ??= import("../deletes/database.ts")
      .then(({ openDatabase }) => openDatabase())
      .then((result) => (result.ok ? result.database : result.reason));
    return this.#database;
  }
}
