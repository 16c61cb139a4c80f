import fc from 'fast-check';
import {
  numberedReference,
  orderReference,
  parseOrderReference,
  parseSeatReference,
  seatReference,
} from '../../src/core/reference';

const SEATS = 2 ** 30;
const seat = fc.nat(SEATS - 1);

describe('a seat reference', () => {
  it('is short and maps back to its seat only', () => {
    fc.assert(
      fc.property(seat, (id) => {
        expect(seatReference(id)).toMatch(/^S-[0-9A-HJKMNP-TV-Z]{6}$/);
        expect(parseSeatReference(seatReference(id))).toBe(id);
      }),
      { numRuns: 2_000, examples: [[0], [1], [SEATS - 1]] },
    );
  });

  it('exists once for every code that a person can type', () => {
    const code = fc.string({
      unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(code, (typed) => expect(seatReference(parseSeatReference(`S-${typed}`) ?? -1)).toBe(`S-${typed}`)),
    );
  });

  it('does not reveal neighbouring seats', () => {
    const first = [1, 2, 3, 4].map((id) => seatReference(id).slice(0, 4));
    expect(new Set(first).size).toBe(4);
  });

  it('parses as people type it', () => {
    const reference = seatReference(8);
    for (const typed of [reference.toLowerCase(), ` ${reference} `, reference.replace('-', '')]) {
      expect(parseSeatReference(typed)).toBe(8);
    }
    expect(parseSeatReference('S-OIL0OI')).toBe(parseSeatReference('S-011001'));
  });

  it.each(['', 'S-', 'S-12345', 'S-1234567', 'S-12345U', 'B0000000001', '💥'])('does not parse %j', (typed) => {
    expect(parseSeatReference(typed)).toBeUndefined();
  });

  it('throws beyond the last number instead of repeating', () => {
    for (const id of [-1, SEATS, 1.5]) expect(() => seatReference(id)).toThrow(RangeError);
  });
});

describe('an order reference', () => {
  it('is B and ten digits, and maps back to its order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (id) => {
        expect(orderReference(id)).toMatch(/^B\d{10}$/);
        expect(parseOrderReference(orderReference(id))).toBe(id);
      }),
    );
  });

  it.each(['', 'B', 'B1', 'B00000000001', 'S-7K3M9Q', 'B000000000x'])('does not parse %j', (typed) => {
    expect(parseOrderReference(typed)).toBeUndefined();
  });

  it('parses in any case', () => expect(parseOrderReference(' b0000000012 ')).toBe(12));
});

describe('a numbered reference', () => {
  const { write, parse } = numberedReference('request');

  it('maps back to its number', () => {
    expect(write(12)).toBe('request:12');
    expect(parse(write(12))).toBe(12);
  });

  it.each([
    '12',
    'request:',
    'request:-1',
    'request:1e3',
    'request:1234567890',
    'access:12',
    'a request:12',
    'request:12 ',
  ])('does not parse “%s”', (text) => expect(parse(text)).toBeUndefined());
});
