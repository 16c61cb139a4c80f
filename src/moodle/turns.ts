type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** At most this many at once; the others wait, first come, first served. */
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
      // Handing the turn on, instead of giving it back, prevents queue-jumping.
      if (next) next();
      else free += 1;
    }
  };
}
