/**
 * A computation that can be interrupted: it yields between pieces that take a few milliseconds at most, and returns its
 * result. Whoever runs it decides when it goes on.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Carries out everything that is left of a computation at once. */
export function finish<T>(steps: Steps<T>): T {
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}
