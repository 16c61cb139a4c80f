import { checkView } from './block-kit';
import { type Block, withIds } from './blocks';
import { type CastMember, homeTeam } from './cast';
import type { Answer } from './emulator';
import { DEEPEST_STACK, type OpenModal } from './modals';
import { refused, refusedFor } from './refusal';
import type { Slack } from './slack';
import type { View } from './state';
import { stateOf } from './view-state';

type Body = Record<string, unknown>;

export const viewMethods = {
  'views.open': (slack: Slack, body: Body) => show(slack, body),
  'views.push': (slack: Slack, body: Body) => push(slack, body),
  'views.update': (slack: Slack, body: Body) => update(slack, body),
  'views.publish': publish,
};

/** Opens a modal on top of the person's stack; `under` is the view it was pushed on. */
async function show(slack: Slack, body: Body, under?: OpenModal): Promise<Answer> {
  const wrong = checkView(body.view, 'modal');
  if (wrong.length > 0) return refusedFor('invalid_arguments', wrong);
  const person = slack.triggers.find(body.trigger_id)?.person;
  if (!person) return refused('invalid_trigger_id');
  if (slack.modals.stack(person.userId).length >= DEEPEST_STACK) return refused('push_limit_reached');
  // Pushes also call `views.open`, because `emulate` counts closed views against its limit.
  const answer = await slack.emulator.call('app', 'views.open', { ...body, view: prepared(body.view) });
  if (!answer.ok) return answer;
  const view = finished(answer.view, under);
  slack.modals.open(person.userId, view);
  return { ...answer, view };
}

async function push(slack: Slack, body: Body): Promise<Answer> {
  const trigger = slack.triggers.find(body.trigger_id);
  const under = trigger?.viewId ? slack.modals.find(trigger.person.userId, trigger.viewId) : undefined;
  if (trigger && !under) return refused('not_found');
  return show(slack, body, under);
}

/** Pushes a view in answer to a submission, which needs no trigger from the bot. */
export async function pushUpon(slack: Slack, person: CastMember, under: OpenModal, view: unknown): Promise<Answer> {
  return show(slack, { view, trigger_id: await slack.triggers.issue(person, under.view.id) }, under);
}

/** A closed modal counts as not found. */
export async function update(slack: Slack, body: Body): Promise<Answer> {
  const modal = slack.modals.anyones((view) => isMeant(view, body));
  const [owner] = [...slack.homes].find(([, view]) => isMeant(view, body)) ?? [];
  const wrong = checkView(body.view, owner ? 'home' : 'modal');
  if (wrong.length > 0) return refusedFor('invalid_arguments', wrong);
  if (!modal && !owner) return refused('not_found');
  const answer = await slack.emulator.call('app', 'views.update', { ...body, view: prepared(body.view) });
  if (!answer.ok) return answer;
  const view = finished(answer.view);
  if (modal) slack.modals.replace(modal, view);
  if (owner) slack.homes.set(owner, view);
  return { ...answer, view: modal?.view ?? view };
}

async function publish(slack: Slack, body: Body): Promise<Answer> {
  const wrong = checkView(body.view, 'home');
  if (wrong.length > 0) return refusedFor('invalid_arguments', wrong);
  const answer = await slack.emulator.call('app', 'views.publish', { ...body, view: prepared(body.view) });
  if (!answer.ok) return answer;
  const view = finished(answer.view);
  slack.homes.set(String(body.user_id), view);
  return { ...answer, view };
}

function isMeant(view: View, { view_id, external_id }: Body): boolean {
  return view_id ? view.id === view_id : Boolean(external_id) && view.external_id === external_id;
}

function prepared(view: unknown): Body {
  const body = view as Body & { blocks: Block[] };
  return { ...body, blocks: withIds(body.blocks) };
}

/** Completes a view of `emulate` with its place in the stack, its state and its app. */
function finished(answered: unknown, under?: OpenModal): View {
  const view = answered as View;
  return {
    ...view,
    root_view_id: under?.view.root_view_id ?? view.id,
    previous_view_id: under?.view.id ?? null,
    state: { values: stateOf(view.blocks) },
    app_installed_team_id: homeTeam.id,
  };
}
