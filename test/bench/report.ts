import type { Spread } from './measure';

export interface Line {
  what: string;
  figure: string;
  /** Undefined when the figure only explains another one. */
  goal?: { text: string; met: boolean };
}

/** A median and a 99th percentile, with a goal for the percentile. */
export function spreadLine(what: string, spread: Spread, mostP99?: number): Line {
  const line = { what, figure: spreadText(spread) };
  if (mostP99 === undefined) return line;
  return { ...line, goal: { text: `p99 ≤ ${mostP99} ms`, met: spread.p99 <= mostP99 } };
}

export function medianLine(what: string, spread: Spread, most: number): Line {
  const goal = { text: `median ≤ ${most} ms`, met: spread.median <= most };
  return { what, figure: spreadText(spread), goal };
}

export function ratioLine(what: string, ratio: number, most: number): Line {
  return { what, figure: `${ratio.toFixed(2)} ×`, goal: { text: `≤ ${most} ×`, met: ratio <= most } };
}

/** A figure with an upper limit. */
export function limitLine(what: string, value: number, unit: string, most: number): Line {
  return { what, figure: numberText(value, unit), goal: { text: `≤ ${most} ${unit}`.trim(), met: value <= most } };
}

export function shareLine(what: string, share: number, least: number): Line {
  const goal = { text: `≥ ${numberText(least * 100, '%')}`, met: share >= least };
  return { what, figure: numberText(share * 100, '%'), goal };
}

export function printHead(): void {
  printRow('what', 'figure', 'goal', '');
  printRow('-'.repeat(WIDTHS[0]), '-'.repeat(WIDTHS[1]), '-'.repeat(WIDTHS[2]), '----');
}

export function printLine({ what, figure, goal }: Line): void {
  printRow(what, figure, goal?.text ?? '', goal ? (goal.met ? 'ok' : 'over') : '');
}

const WIDTHS = [54, 32, 16] as const;

function printRow(what: string, figure: string, goal: string, verdict: string): void {
  const [first, second, third] = WIDTHS;
  console.log(`${what.padEnd(first)}  ${figure.padEnd(second)}  ${goal.padEnd(third)}  ${verdict}`.trimEnd());
}

function spreadText({ median, p99 }: Spread): string {
  return `median ${milliseconds(median)}, p99 ${milliseconds(p99)}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1).padStart(5)} ms`;
}

function numberText(value: number, unit: string): string {
  return `${Number.isInteger(value) ? value : value.toFixed(2)} ${unit}`.trim();
}
