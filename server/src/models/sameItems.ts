/** Whether two lists hold the very same things in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  // Asked for everything there is after every edit, so without a closure for each question.
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
