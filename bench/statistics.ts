/** The value below which `fraction` (0–1) of the samples lie; samples in any order, at least one. */
export function percentile(samples: readonly number[], fraction: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(fraction * sorted.length) - 1));
  return sorted[index] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** Milliseconds with one decimal, right-aligned for the tables. */
export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`.padStart(11);
}
