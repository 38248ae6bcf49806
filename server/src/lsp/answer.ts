import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { Containment } from "./containment.ts";
import type { Session } from "./session.ts";

/** What every request goes through before and after its handler. */
export interface Answering {
  readonly session: Session;
  readonly containment: Containment;
  /** Resolves once the settings are known; an answer before that could be wrong. */
  readonly prepared: Promise<void>;
}

/** A request of the protocol: its method, what it is about (for the log), and the answer where its handler fails. */
export interface Question<Params, Result> {
  readonly method: string;
  readonly subject: (params: Params) => string;
  readonly empty: Result;
  readonly handle: (session: Session, params: Params) => Result | Promise<Result>;
}

/**
 * A request handler for the connection: waits until all changes so far are read, in turns, honours cancellation in
 * between, and contains failures.
 */
export function answer<Params, Result>(
  { session, containment, prepared }: Answering,
  { method, subject, empty, handle }: Question<Params, Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    await prepared;
    await session.workspace.ready(() => token.isCancellationRequested);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    try {
      const began = performance.now();
      const result = await handle(session, params);
      session.connection.tracer.log(`${method} took ${(performance.now() - began).toFixed(1)} ms`, subject(params));
      return result;
    } catch (error) {
      containment.report(method, subject(params), error);
      return empty;
    }
  };
}
