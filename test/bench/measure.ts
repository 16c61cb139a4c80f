import { performance } from 'node:perf_hooks';

/** Milliseconds. */
export interface Spread {
  median: number;
  p99: number;
}

export async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Times `act` for 0, 1, 2 … after untimed warm-up rounds, which have negative numbers. */
export async function timeEach(
  rounds: { warmUp: number; measured: number },
  act: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const durations: number[] = [];
  for (let index = -rounds.warmUp; index < rounds.measured; index += 1) {
    const duration = await timed(() => act(index));
    if (index >= 0) durations.push(duration);
  }
  return durations;
}

export function spreadOf(durations: readonly number[]): Spread {
  return { median: quantile(durations, 0.5), p99: quantile(durations, 0.99) };
}

/** The smallest duration that at least this share of all durations do not exceed. */
function quantile(durations: readonly number[], share: number): number {
  const sorted = [...durations].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}
