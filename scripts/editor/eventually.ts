import { setTimeout as delay } from "node:timers/promises";

/**
 * Asks again and again until the answer is true; a check that throws counts as not yet. Throws after a limit that only
 * a hang reaches, with what was waited for and why the last check failed.
 */
export async function eventually(what: string, check: () => boolean | Promise<boolean>, limit = 90_000): Promise<void> {
  const deadline = Date.now() + limit;
  let last = "it stayed false";
  while (Date.now() < deadline) {
    try {
      if (await check()) return;
      last = "it stayed false";
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await delay(100);
  }
  throw new Error(`waited ${limit / 1000} s in vain: ${what} (${last})`);
}
