import { interaction } from '../../src/playground/payloads';
import type { Person } from '../../src/playground/person';

interface Press {
  action: string;
  value: string;
  channel: string;
}

/** Sends a press of a button that is not on the person's screen; the answer appears there. */
export async function pressesForged(person: Person, { action, value, channel }: Press) {
  const details = { channel: { id: channel, name: 'somewhere' }, container: { type: 'message', channel_id: channel } };
  return send(person, { ...details, response_url: person.slack.responseUrls.issue({ person: person.is, channel }) }, [
    { type: 'button', block_id: 'forged', action_id: action, value },
  ]);
}

/** The same in the person's top modal, optionally with forged metadata. */
export async function pressesForgedInModal(person: Person, action: string, value: string, notes?: string) {
  const view = person.slack.modals.top(person.is.userId)?.view;
  if (!view) throw new Error(`${person.is.name} has no modal open.`);
  const sent = { ...view, ...(notes !== undefined && { private_metadata: notes }) };
  const actions = [{ type: 'button', block_id: 'forged', action_id: action, value }];
  return send(person, { view: sent, container: { type: 'view', view_id: view.id } }, actions, view.id);
}

async function send({ slack, is }: Person, details: Record<string, unknown>, actions: object[], viewId?: string) {
  const trigger = await slack.triggers.issue(is, viewId);
  const payload = { ...interaction('block_actions', is, is.team), trigger_id: trigger, ...details, actions };
  return slack.deliver(is, { kind: 'interactive', payload });
}
