import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Translate } from '../../core/words';
import { type Message, message as saying, sentence } from '../blocks';
import { classify, isOvertaken } from '../failures';
import { noticeView } from '../notice';
import type { Asked, Outcome } from './dispatcher';
import { persistently } from './persistently';
import type { Tell } from './tell';

// Slack waits three seconds for an answer, and opens a modal only that long after a click. What takes longer gets a
// modal that says so, which then becomes the answer.

/** Leaves time to open that modal on a busy machine. */
const PATIENCE_MS = 1_500;
/** A modal that Slack still does not know before this pause has been closed. */
const CLOSED_AFTER_MS = 2_000;

/** Blocks of a result, for a person who closed its modal. */
const MAX_SAID = 5;

/** How Slack finds the waiting modal: by its own id, or by the one that we gave it. */
type Waiting = { view_id: string } | { external_id: string };

interface LatePlace {
  client: WebClient;
  /** Undefined when Slack opened no modal in time. */
  waiting: Waiting | undefined;
  tell: Tell;
  /** What was asked for; by default something to look at, which does not matter to a person who closed the modal. */
  asked?: 'opening' | 'change' | 'submission';
}

/** Leaves time for the way to Slack, which waits three seconds for an acknowledgement. */
const ACKNOWLEDGED_MS = 2_500;

/** Milliseconds that are left to acknowledge a request; `arrived` is what `performance.now()` said when it came. */
export function leftToAck(arrived: number, patienceMs = 0): number {
  return Math.max(0, Math.max(ACKNOWLEDGED_MS, patienceMs) - (performance.now() - arrived));
}

/** Resolves to false when the outcome has to follow later. */
export function isInTime(outcome: Promise<unknown>, patienceMs = PATIENCE_MS): Promise<boolean> {
  return Promise.race([outcome.then(() => true), sleep(patienceMs, false, { ref: false })]);
}

export function waitingView(words: 'answer.loading' | 'answer.working', t: Translate): ModalView {
  return noticeView(sentence(t(words)), t);
}

/** Undefined when Slack did not show it. */
export async function openWaiting(
  open: (view: ModalView) => Promise<{ view?: { id?: string } }>,
  t: Translate,
): Promise<Waiting | undefined> {
  const opened = await open(waitingView('answer.loading', t)).catch(() => undefined);
  return opened?.view?.id ? { view_id: opened.view.id } : undefined;
}

/**
 * Turns the waiting modal into `view`, by default the answer itself; when the modal is gone, a message says how it
 * ended. Never rejects.
 */
export async function showLate<C>(place: LatePlace, asked: Asked<C>, view?: ModalView): Promise<void> {
  const { client, waiting } = place;
  const outcome = await asked.outcome;
  try {
    if (!waiting) throw new Error('Slack opened no modal in time.');
    const shown = view ?? viewOf(outcome, asked.t());
    await persistently(() => client.views.update({ ...waiting, view: shown }), isClosed);
  } catch (error) {
    await tellOutside(place, outcome, asked.t()).catch(() => asked.notShown(error));
  }
}

/** No pause makes Slack know a modal that was closed, or take a view that it refuses. */
function isClosed(error: unknown, pauseMs: number): boolean {
  return isOvertaken(error) ? pauseMs >= CLOSED_AFTER_MS : classify(error).kind === 'permanent';
}

function viewOf<C>(outcome: Outcome<C>, t: Translate): ModalView {
  const answer = outcome && 'answer' in outcome ? outcome.answer : undefined;
  if (answer && 'show' in answer) return answer.show;
  if (answer && 'push' in answer) return answer.push;
  return noticeView(messageOf(outcome) ?? sentence(t(outcome ? 'answer.done' : 'answer.not_shown')), t);
}

async function tellOutside<C>(place: LatePlace, outcome: Outcome<C>, t: Translate): Promise<void> {
  const message = messageOf(outcome) ?? resultOf(place, outcome, t);
  // Whoever closed a form that was still loading wants no message about it.
  if (message || !place.waiting) await place.tell(message ?? sentence(t('answer.not_shown')));
}

/** Undefined when nothing was done, or only a form follows. */
function resultOf<C>({ asked = 'opening' }: LatePlace, outcome: Outcome<C>, t: Translate): Message | undefined {
  if (asked === 'opening') return undefined;
  const words = wordsOf(outcome);
  if (words) return words;
  if (asked === 'submission') return sentence(t(outcome ? 'answer.done' : 'answer.not_shown'));
  return outcome && 'answer' in outcome && !outcome.answer ? sentence(t('answer.done')) : undefined;
}

function spoken(block: KnownBlock): KnownBlock[] {
  if (block.type === 'section') {
    const { accessory: _, ...words } = block;
    return [words];
  }
  return block.type === 'header' || block.type === 'context' ? [block] : [];
}

/** What a modal says, without its buttons; undefined for a form. */
function wordsOf<C>(outcome: Outcome<C>): Message | undefined {
  const answer = outcome && 'answer' in outcome ? outcome.answer : undefined;
  if (!answer || !('show' in answer)) return undefined;
  const blocks = answer.show.blocks as KnownBlock[];
  if (blocks.some(({ type }) => type === 'input')) return undefined;
  const said = blocks.flatMap(spoken).slice(0, MAX_SAID);
  return said.length > 0 ? saying(answer.show.title.text, said) : undefined;
}

/** The words of an answer, or of a refusal. */
export function messageOf<C>(outcome: Outcome<C>): Message | undefined {
  if (!outcome) return undefined;
  if ('refused' in outcome) return outcome.refused.message;
  return outcome.answer && 'say' in outcome.answer ? outcome.answer.say : undefined;
}
