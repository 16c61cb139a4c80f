import type { Line } from '../report';
import type { Seeded } from '../seed/build-database';
import type { Crowd } from '../seed/crowd';

export interface Bench {
  /** A million seats. */
  big: Seeded;
  /** Ten thousand, of the same shape. */
  small: Seeded;
  crowd: Crowd;
  /** Twenty thousand customers and five thousand products. */
  market: Seeded;
  /** A small share of the repetitions, to try things. */
  quick: boolean;
}

/** Measures one thing that people do and says it in a few lines. */
export type Section = (bench: Bench) => Promise<Line[]>;

/** Strides through all customers, so that neighbours in time are not neighbours in the file. */
export function customerAt(index: number, customers: number): number {
  const stride = 617;
  return ((((index * stride) % customers) + customers) % customers) + 1;
}
