import type { Answer } from './emulator';

/** Thrown when a person tries something that Slack does not allow. */
export class RefusedGesture extends Error {}

export function refused(error: string, details: Record<string, unknown> = {}): Answer {
  return { ok: false, error, ...details };
}

/** Refuses with Slack's validation errors, which Slack repeats in two fields. */
export function refusedFor(error: string, messages: readonly string[]): Answer {
  const errors = messages.map((message) => message.replace('[ERROR] ', ''));
  return refused(error, { errors, response_metadata: { messages } });
}

/** The refusal in one readable line: `invalid_blocks: must be less than 76 characters (/blocks/3/text/text)`. */
export function reasonOf({ error, needed, response_metadata }: Answer): string {
  const { messages = [] } = (response_metadata ?? {}) as { messages?: string[] };
  const plain = messages.map((message) => message.replace('[ERROR] ', '').replace(/\[json-pointer:(.*)\]$/, '($1)'));
  const details = needed ? [`needs ${needed}`, ...plain] : plain;
  return details.length > 0 ? `${error}: ${details.join('; ')}` : String(error);
}
