import type { Answer } from './emulator';

/** Thrown when a person tries what Slack would not let them do. */
export class RefusedGesture extends Error {}

export function refused(error: string, details: Record<string, unknown> = {}): Answer {
  return { ok: false, error, ...details };
}

/** Refuses with Slack's complaints, said twice as Slack does. */
export function refusedFor(error: string, messages: readonly string[]): Answer {
  const errors = messages.map((message) => message.replace('[ERROR] ', ''));
  return refused(error, { errors, response_metadata: { messages } });
}

/** The refusal in one line, for people: `invalid_blocks: must be less than 76 characters (/blocks/3/text/text)`. */
export function reasonOf({ error, needed, response_metadata }: Answer): string {
  const { messages = [] } = (response_metadata ?? {}) as { messages?: string[] };
  const plain = messages.map((message) => message.replace('[ERROR] ', '').replace(/\[json-pointer:(.*)\]$/, '($1)'));
  const details = needed ? [`needs ${needed}`, ...plain] : plain;
  return details.length > 0 ? `${error}: ${details.join('; ')}` : String(error);
}
