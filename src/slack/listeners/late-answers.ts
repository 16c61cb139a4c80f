import { setTimeout as sleep } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Translate } from '../../core/words';
import { type Message, sentence } from '../blocks';
import { isOvertaken } from '../failures';
import { noticeView } from '../notice';
import type { Addressed, Asked, Outcome } from './dispatcher';

// Slack waits three seconds for an answer, and opens a modal only that long after a click. What takes longer gets a
// modal that says so, which then becomes the answer.

const PATIENCE_MS = 2_000;
/** Slack may show the waiting modal later than our request to change it arrives, or be away for a moment. */
const PAUSES_MS = [200, 500, 1_000, 2_000, 4_000, 8_000];
/** A modal that Slack still does not know before this pause has been closed. */
const CLOSED_AFTER_MS = 2_000;

/** How Slack finds the waiting modal: by its own id, or by the one that we gave it. */
export type Waiting = { view_id: string } | { external_id: string };

interface Place {
  client: WebClient;
  /** Who gets a direct message when the modal is gone. */
  user: string;
  /** Undefined when Slack opened no modal in time. */
  waiting: Waiting | undefined;
  /** The outcome matters even to a person who has closed the modal. */
  isSubmission?: boolean;
}

/** Resolves to false when the outcome has to follow later. */
export function isInTime(outcome: Promise<unknown>): Promise<boolean> {
  return Promise.race([outcome.then(() => true), sleep(PATIENCE_MS, false, { ref: false })]);
}

export function waitingView(words: 'answer.loading' | 'answer.working', t: Translate): ModalView {
  return noticeView(sentence(t(words)), t);
}

/** Undefined when Slack did not open it: the answer then follows in a direct message. */
export async function openWaiting(
  open: (view: ModalView) => Promise<{ view?: { id?: string } }>,
  t: Translate,
): Promise<Waiting | undefined> {
  const opened = await open(waitingView('answer.loading', t)).catch(() => undefined);
  return opened?.view?.id ? { view_id: opened.view.id } : undefined;
}

/** Turns the waiting modal into the answer; when it is gone, a direct message says how it ended. Never rejects. */
export async function showLate<C extends Addressed>(place: Place, asked: Asked<C>): Promise<void> {
  const { client, waiting } = place;
  const view = viewOf(await asked.outcome, place, asked.t());
  try {
    if (!waiting) throw new Error('Slack opened no modal in time.');
    await persistently(() => client.views.update({ ...waiting, view }));
  } catch (error) {
    await tellDirectly(place, asked).catch(() => asked.notShown(error));
  }
}

function viewOf<C>(outcome: Outcome<C>, { isSubmission = false }: Place, t: Translate): ModalView {
  // The form below a successful submission has no use any more.
  const done = { clear_on_close: isSubmission && outcome !== undefined && 'answer' in outcome };
  if (outcome && 'answer' in outcome && outcome.answer) {
    if ('show' in outcome.answer) return { ...outcome.answer.show, ...done };
    if ('push' in outcome.answer) return outcome.answer.push;
  }
  return { ...noticeView(messageOf(outcome) ?? sentence(t('answer.done')), t), ...done };
}

async function tellDirectly<C>({ client, user, waiting, isSubmission }: Place, asked: Asked<C>): Promise<void> {
  const message = messageOf(await asked.outcome);
  // Whoever closed a form that was still loading wants no message about it.
  if (!message && waiting && !isSubmission) return;
  const ending = sentence(asked.t()(isSubmission ? 'answer.done' : 'error.too_late'));
  await client.chat.postMessage({ channel: user, ...(message ?? ending) });
}

function messageOf<C>(outcome: Outcome<C>): Message | undefined {
  if (!outcome) return undefined;
  if ('refused' in outcome) return outcome.refused.message;
  return outcome.answer && 'say' in outcome.answer ? outcome.answer.say : undefined;
}

async function persistently(show: () => Promise<unknown>): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      await show();
      return;
    } catch (error) {
      if (isOvertaken(error) && pause >= CLOSED_AFTER_MS) throw error;
      await sleep(pause);
    }
  }
  await show();
}
