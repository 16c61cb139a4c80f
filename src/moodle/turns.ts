type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** At most so many at once; whoever comes later waits, and goes in the order of coming. */
export function takeTurns(mostAtOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let free = mostAtOnce;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // A turn is handed on, not given back, so that nobody can slip in between.
      if (next) next();
      else free += 1;
    }
  };
}
