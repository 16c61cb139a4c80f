import type { Subscription } from './database/changes';
import type { Feature, Job } from './feature';
import { messagesByKind, type OutboxMessages } from './outbox/message';
import { messageGivenUp, messageSent } from './outbox/outbox-changes';

type Features = readonly Feature[];

/** Changes that no feature declares, since they happen to every message. */
const PLATFORM = [messageSent, messageGivenUp].map(({ action }) => action);

/** All kinds of messages. Throws where two features declare one kind. */
export function messagesOf(features: Features): OutboxMessages {
  const messages = features.flatMap((one) => one.messages ?? []);
  refuseTwins(
    'message',
    messages.map(({ kind }) => kind),
  );
  return messagesByKind(messages);
}

/** What follows from changes, in the order of the features. Throws on a change that is declared twice or not at all. */
export function subscriptionsOf(features: Features): readonly Subscription[] {
  const declared = [...PLATFORM, ...features.flatMap((one) => (one.changes ?? []).map(({ action }) => action))];
  refuseTwins('change', declared);
  for (const { name, on = [] } of features) {
    const unknown = on.flatMap(({ actions }) => actions).find((action) => !declared.includes(action));
    if (unknown) throw new Error(`${name} reacts to ${unknown}, which no feature declares.`);
  }
  return features.flatMap((one) => one.on ?? []);
}

/** What is done every so often. Throws where two jobs have one name. */
export function jobsOf(features: Features): readonly Job[] {
  const jobs = features.flatMap((one) => one.every ?? []);
  refuseTwins(
    'job',
    jobs.map(({ name }) => name),
  );
  return jobs;
}

function refuseTwins(what: string, names: readonly string[]): void {
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin) throw new Error(`The ${what} ${twin} is declared twice.`);
}
