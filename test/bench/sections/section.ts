import type { Line } from '../report';
import type { Seeded } from '../seed/build-database';
import type { Crowd } from '../seed/crowd';

export interface Bench {
  /** A million seats. */
  big: Seeded;
  /** Ten thousand seats, in the same proportions. */
  small: Seeded;
  crowd: Crowd;
  /** Twenty thousand customers and five thousand products. */
  market: Seeded;
  /** True for few repetitions, to try the benchmark. */
  quick: boolean;
}

/** Measures one action and reports it in a few lines. */
export type Section = (bench: Bench) => Promise<Line[]>;

/** Visits all customers in strides, so that consecutive ones are not neighbours in the file. */
export function customerAt(index: number, customers: number): number {
  const stride = 617;
  return ((((index * stride) % customers) + customers) % customers) + 1;
}
