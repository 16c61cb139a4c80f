import { performance } from 'node:perf_hooks';
import type { FakeSlack } from './fake-slack';
import { sendCommand, type Typed } from './slash-command';

/** Milliseconds from the signed request to the call that opens the modal. */
export async function untilOpened(
  url: string,
  slack: FakeSlack,
  { opens, ...typed }: Omit<Typed, 'trigger'> & { opens: string },
): Promise<number> {
  const trigger = `${performance.now()}.${typed.text}`;
  const opened = slack.openedFor(trigger);
  const start = performance.now();
  await sendCommand(url, { ...typed, trigger });
  const { at, callbackId } = await opened;
  if (callbackId !== opens) throw new Error(`/seats ${typed.text} opened ${callbackId} instead of ${opens}.`);
  return at - start;
}
