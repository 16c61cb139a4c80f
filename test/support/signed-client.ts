import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Identity } from '../../src/core/identity';
import type { Workspace } from '../../src/playground/workspace';

/** A submitted modal: input values by block id. */
export interface Submission {
  modal: string;
  id: string;
  hash: string;
  values: Record<string, string>;
  metadata?: string;
}

export interface Reply {
  status: number;
  text: string;
  body: { response_action?: string; errors?: Record<string, string>; response_type?: string; text?: string };
}

const SELECTS = ['customer', 'product', 'pool', 'course', 'trainee', 'filter_product', 'filter_course'];
/** Bolt's status for a request that was not acknowledged within three seconds. */
const TOO_LATE = 404;
/** The name of a modal that says that the answer is on its way. */
const WAITING = '"external_id":"waiting:';
/** Longer than Slack's three seconds, because tests send many requests at once. */
const PATIENCE_MS = 60_000;
/** Milliseconds between two attempts, as a person needs to press again. */
const PAUSE_MS = 500;
const DAYS = ['assign_by', 'start_date', 'end_date', 'snooze_until'];

/** Sends signed requests as Slack does, without a screen, and any number at once. */
export class SignedClient {
  readonly #url: string;
  readonly #secret: string;

  constructor(workspace: Workspace) {
    this.#url = `${workspace.url}/slack/events`;
    this.#secret = workspace.credentials.signingSecret;
  }

  submits(by: Identity, submission: Submission): Promise<Reply> {
    return this.#interacts({ type: 'view_submission', ...sender(by), view: viewOf(submission) });
  }

  /**
   * Submits again, as a person would, when the answer is too late for Slack or reports that the database is
   * unreachable. A repeated submission has one effect, and gets the first result.
   */
  async submitsUntilAnswered(by: Identity, submission: Submission): Promise<Reply> {
    for (;;) {
      const reply = await this.submits(by, submission);
      const isAnswered = reply.status !== TOO_LATE && reply.body.response_action !== 'push';
      if (isAnswered && !reply.text.includes(WAITING)) return reply;
      await sleep(PAUSE_MS);
    }
  }

  types(by: Identity, field: string, query: string, submission: Submission): Promise<Reply> {
    const details = { view: viewOf(submission), block_id: field, action_id: field, value: query };
    return this.#interacts({ type: 'block_suggestion', ...sender(by), ...details });
  }

  runs(by: Identity, text: string, { trigger, channel }: { trigger: string; channel: string }): Promise<Reply> {
    const who = { team_id: by.teamId, user_id: by.userId, channel_id: channel, trigger_id: trigger };
    return this.#post({ command: '/seats', text, ...who });
  }

  #interacts(payload: object): Promise<Reply> {
    return this.#post({ payload: JSON.stringify(payload) });
  }

  async #post(fields: Record<string, string>): Promise<Reply> {
    const body = new URLSearchParams(fields).toString();
    const time = String(Math.floor(Date.now() / 1000));
    const digest = createHmac('sha256', this.#secret).update(`v0:${time}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${digest}`,
    };
    const response = await fetch(this.#url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    return { status: response.status, text, body: text ? JSON.parse(text) : {} };
  }
}

/** A modal with a new id and hash. */
export function aSubmission(modal: string, values: Record<string, string>): Submission {
  return { modal, id: `V${randomUUID()}`, hash: randomUUID(), values };
}

function viewOf({ modal, id, hash, values, metadata = '' }: Submission) {
  const inputs = Object.keys(values);
  return {
    id,
    hash,
    type: 'modal',
    callback_id: modal,
    private_metadata: metadata,
    root_view_id: id,
    blocks: inputs.map((name) => ({ type: 'input', block_id: name })),
    state: { values: Object.fromEntries(inputs.map((name) => [name, { [name]: typed(name, values[name] ?? '') }])) },
  };
}

function typed(name: string, value: string) {
  if (SELECTS.includes(name)) return { type: 'external_select', selected_option: { value } };
  if (name === 'file') return { type: 'file_input', files: [{ id: value }] };
  if (name === 'kind') return { type: 'radio_buttons', selected_option: { value } };
  if (name === 'days') {
    return { type: 'checkboxes', selected_options: value.split(',').map((one) => ({ value: one })) };
  }
  if (name === 'person') return { type: 'users_select', selected_user: value };
  if (DAYS.includes(name)) return { type: 'datepicker', selected_date: value };
  return { type: 'plain_text_input', value };
}

function sender({ teamId, userId }: Identity) {
  return { user: { id: userId, team_id: teamId }, team: { id: teamId }, trigger_id: randomUUID() };
}
