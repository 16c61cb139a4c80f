import fc from 'fast-check';

/** A fault in one call to Slack. */
export type Mishap =
  /** Slack never receives the call. */
  | { kind: 'unheard' }
  /** Done, but no answer arrives. */
  | { kind: 'lost' }
  /** Done, but only half of the answer arrives. */
  | { kind: 'torn' }
  /** Not done. */
  | { kind: 'failed'; status: number }
  /** Done, although the answer says otherwise. */
  | { kind: 'done_but_failed'; status: number }
  | { kind: 'rate_limited'; retryAfter: number }
  | { kind: 'refused'; error: string }
  /** Done late. */
  | { kind: 'slow'; seconds: number };

/** Affects the next `times` calls of a method; `*` stands for every method. */
export interface Planned {
  method: string;
  mishap: Mishap;
  times: number;
}

const status = fc.constantFrom(500, 502, 503, 504);
const seconds = fc.oneof(
  { weight: 3, arbitrary: fc.nat(5) },
  { weight: 1, arbitrary: fc.integer({ min: 6, max: 120 }) },
);

export const lossMishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.constantFrom<Mishap>({ kind: 'unheard' }, { kind: 'lost' }, { kind: 'torn' }),
  fc.record({ kind: fc.constant('failed' as const), status }),
  fc.record({ kind: fc.constant('done_but_failed' as const), status }),
);

export const rateLimit: fc.Arbitrary<Mishap> = fc.record({
  kind: fc.constant('rate_limited' as const),
  retryAfter: seconds,
});

export const slowness: fc.Arbitrary<Mishap> = fc.record({
  kind: fc.constant('slow' as const),
  seconds: fc.integer({ min: 1, max: 9 }),
});

export const refusal: fc.Arbitrary<Mishap> = fc.record({
  kind: fc.constant('refused' as const),
  error: fc.constantFrom('is_archived', 'not_in_channel', 'msg_too_long'),
});

const POSTING = ['chat.postMessage', 'chat.postMessage', 'chat.postMessage', 'chat.update'];
const LOOKING = ['conversations.history', 'conversations.history', 'conversations.open'];
const OTHERS = ['pins.add', 'users.info', '*'];

/** Mostly few, sometimes a burst; always fewer than make an entry dead. */
const times = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 2 }) },
  { weight: 1, arbitrary: fc.integer({ min: 3, max: 9 }) },
);

export function planned(mishap: fc.Arbitrary<Mishap>, method = anyMethod): fc.Arbitrary<Planned> {
  return fc.record({ method, mishap, times });
}

const anyMethod = fc.constantFrom(...POSTING, ...LOOKING, ...OTHERS);
export const postMethod = fc.constant('chat.postMessage');
export const lookMethod = fc.constantFrom(...LOOKING);
