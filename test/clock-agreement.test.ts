import { ClockAgreement } from '../src/clock-agreement';
import { at } from './support/time';

const NOON = at('2026-03-02T12:00:00Z');

describe('a clock', () => {
  let elapsed: number;
  let aheadMs: number;
  let agreement: ClockAgreement;

  beforeEach(() => {
    [elapsed, aheadMs] = [0, 0];
    const now = () => NOON.plus({ milliseconds: elapsed + aheadMs });
    agreement = new ClockAgreement(now, () => elapsed);
  });

  it('is believed after an hour in which it ran as time passed', () => {
    expect([isBelievedAfter(0), isBelievedAfter(10), isBelievedAfter(50)]).toEqual([false, false, true]);
  });

  it('is believed again an hour after it jumped, and an hour after it was put right', () => {
    isBelievedAfter(0);
    aheadMs = 2 * 365 * 86_400_000;
    expect([isBelievedAfter(60), isBelievedAfter(10), isBelievedAfter(50)]).toEqual([false, false, true]);
    aheadMs = 0;
    expect([isBelievedAfter(60), isBelievedAfter(60)]).toEqual([false, true]);
  });

  it('may be set right little by little', () => {
    isBelievedAfter(0);
    aheadMs = 30_000;
    expect(isBelievedAfter(60)).toBe(true);
  });

  function isBelievedAfter(minutes: number): boolean {
    elapsed += minutes * 60_000;
    return agreement.look();
  }
});
