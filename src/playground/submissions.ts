import type { CastMember } from './cast';
import type { Answer } from './emulator';
import { formErrors } from './form-check';
import type { OpenModal } from './modals';
import { interaction } from './payloads';
import { RefusedGesture, reasonOf } from './refusal';
import type { Slack } from './slack';
import type { Outcome, View } from './state';
import { pushUpon, update } from './view-methods';
import type { Values } from './view-state';

/** Submits a modal if Slack's client accepts its input, then applies the bot's answer. */
export async function submit(slack: Slack, person: CastMember, viewId: string, state: Values): Promise<Outcome> {
  const modal = openModal(slack, person, viewId);
  slack.modals.report(modal, state);
  modal.errors = formErrors(modal.view.blocks, modal.view.state.values);
  slack.changes.announce();
  if (Object.keys(modal.errors).length > 0) return { ok: true };
  const payload = {
    ...interaction('view_submission', person, person.team),
    trigger_id: await slack.triggers.issue(person, viewId),
    view: modal.view,
    response_urls: [],
  };
  const reply = await slack.deliver(person, { kind: 'interactive', payload });
  if (!reply.ok) return reply;
  const outcome = await obey(slack, person, modal, reply.body);
  slack.changes.announce();
  return outcome;
}

/** Closes a modal, or the whole stack. Notifies the bot if the view asked for it. A second press changes nothing. */
export async function close(slack: Slack, person: CastMember, viewId: string, all = false): Promise<Outcome> {
  const modal = slack.modals.find(person.userId, viewId);
  if (!modal) return { ok: true };
  const { view } = modal;
  const cleared = all || view.clear_on_close;
  const closed = cleared ? slack.modals.stack(person.userId).map((modal) => modal.view) : [view];
  await leave(slack, person, closed);
  slack.changes.announce();
  for (const one of closed.filter(({ notify_on_close }) => notify_on_close)) {
    const payload = { ...interaction('view_closed', person, person.team), view: one, is_cleared: cleared };
    await slack.deliver(person, { kind: 'interactive', payload });
  }
  return { ok: true };
}

async function obey(slack: Slack, person: CastMember, modal: OpenModal, body: unknown): Promise<Outcome> {
  const { response_action, errors, view } = (body && typeof body === 'object' ? body : {}) as Record<string, unknown>;
  switch (response_action) {
    case undefined:
      await leave(slack, person, [modal.view]);
      return { ok: true };
    case 'clear':
      await leave(
        slack,
        person,
        slack.modals.stack(person.userId).map((one) => one.view),
      );
      return { ok: true };
    case 'errors':
      return showErrors(slack, person, modal, errors);
    case 'update':
      return judged(slack, person, await update(slack, { view_id: modal.view.id, view }));
    case 'push':
      return judged(slack, person, await pushUpon(slack, person, modal, view));
    default:
      return failed(slack, person, `Slack knows no response_action ${String(response_action)}`);
  }
}

function showErrors(slack: Slack, person: CastMember, modal: OpenModal, errors: unknown): Outcome {
  const reported = Object.entries((errors ?? {}) as Record<string, unknown>);
  const inputs = modal.view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const unknown = reported.filter(([blockId]) => !inputs.includes(blockId)).map(([blockId]) => blockId);
  if (reported.length === 0) return failed(slack, person, 'Slack refused: response_action errors without errors');
  if (unknown.length > 0) {
    return failed(slack, person, `Slack refused: errors on ${unknown.join(', ')}, not an input of this modal`);
  }
  modal.errors = Object.fromEntries(reported.map(([blockId, text]) => [blockId, String(text)]));
  return { ok: true };
}

function judged(slack: Slack, person: CastMember, answer: Answer): Outcome {
  if (answer.ok) return { ok: true };
  return failed(slack, person, `Slack refused ${reasonOf(answer)}`);
}

function failed(slack: Slack, person: CastMember, error: string): Outcome {
  slack.fail(error, person);
  return { ok: false, error };
}

/** Closing a view frees its external id, which `emulate` would keep forever. */
async function leave(slack: Slack, person: CastMember, views: readonly View[]): Promise<void> {
  for (const { id, external_id, title } of views) {
    slack.modals.close(person.userId, id);
    if (!external_id) continue;
    const view = { type: 'modal', title, blocks: [] };
    await slack.emulator.call('app', 'views.update', { view_id: id, view });
  }
}

function openModal(slack: Slack, person: CastMember, viewId: string): OpenModal {
  const modal = slack.modals.find(person.userId, viewId);
  if (!modal) throw new RefusedGesture(`${person.name} has no such modal open.`);
  return modal;
}
