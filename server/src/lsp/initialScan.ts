import type { Session } from "./session.ts";

/** Reads everything once, in turns, and lets the client show that it is under way. */
export async function initialScan({ client, connection, workspace }: Session): Promise<void> {
  if (!client.workDoneProgress) return workspace.ready();
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin("ondelete", undefined, "reading models");
  try {
    await workspace.ready();
  } finally {
    progress.done();
  }
}
