import type { Fault } from './faults';

/** The faults that stay on until they are switched off, most severe first. */
export const switchNames = ['slack_down', 'rate_limited', 'answers_lost'] as const;

export type FaultSwitch = (typeof switchNames)[number];

interface Switched {
  strikes(method: string): boolean;
  fault: Fault;
}

const switched: Record<FaultSwitch, Switched> = {
  slack_down: { strikes: () => true, fault: { kind: 'http', status: 503 } },
  rate_limited: { strikes: (method) => method.startsWith('chat.'), fault: { kind: 'rate_limited', retryAfter: 5 } },
  answers_lost: { strikes: (method) => method === 'chat.postMessage', fault: { kind: 'lost' } },
};

/** The fault that affects this call while these switches are on. */
export function faultOf(on: ReadonlySet<FaultSwitch>, method: string): Fault | undefined {
  const name = switchNames.find((one) => on.has(one) && switched[one].strikes(method));
  return name && switched[name].fault;
}
