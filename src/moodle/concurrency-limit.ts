type Limited = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** At most this many at once; the others wait, first come, first served. */
export function limitConcurrency(maxAtOnce: number): Limited {
  const waiting: (() => void)[] = [];
  let free = maxAtOnce;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Passes the slot on directly: a freed slot could go to a later call.
      if (next) next();
      else free += 1;
    }
  };
}
