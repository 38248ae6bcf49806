import { catalogue } from "../workspace/catalogue.ts";
import { readConfigurationValues } from "../workspace/configurationValues.ts";
import { ruleNamesOf } from "../workspace/ruleSelection.ts";
import type { Session } from "./session.ts";

const section = "ondelete";

/** A client that offers `workspace/configuration` and then does not answer must not keep everybody waiting. */
const patience = 2_000;

/** Asks the client for the settings; null where it has none to give. */
export async function fetchSettings({ client, connection }: Session): Promise<unknown> {
  if (!client.configuration) return null;
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(null), patience);
    connection.workspace.getConfiguration(section).then(
      (settings: unknown) => {
        clearTimeout(giveUp);
        resolve(settings);
      },
      () => resolve(null),
    );
  });
}

/** Settings that a client sends by itself, with `didChangeConfiguration`: whole, or only those of this server. */
export function sectionOf(settings: unknown): unknown {
  return isTable(settings) && section in settings ? settings[section] : settings;
}

/** Settings that came with `initialize`, for clients that cannot be asked. */
export function initialSettings(options: unknown): unknown {
  return isTable(options) ? sectionOf(options.settings) : null;
}

/** The settings that hold now. */
export class Settings {
  readonly #session: Session;
  #current = JSON.stringify({});

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Hands settings on to the workspace; false where they are as they were, as clients say so at the start and with every
   * change of anybody's settings. What is wrong in them is logged and left out.
   */
  apply(settings: unknown): boolean {
    if (!isTable(settings)) return false;
    // Belongs to the client alone.
    const { trace: _, ...table } = settings;
    const next = JSON.stringify(table);
    if (next === this.#current) return false;
    this.#current = next;
    const { values, problems } = readConfigurationValues(table, "field", ruleNamesOf(catalogue));
    for (const { message } of problems) this.#session.connection.console.warn(`Settings: ${message}`);
    this.#session.workspace.setSettings(values);
    return true;
  }
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
