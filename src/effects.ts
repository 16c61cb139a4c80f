import type { Subscription } from './database/changes';
import type { Feature, Job } from './feature';
import { messagesByKind, type OutboxMessages } from './outbox/message';
import { messageGivenUp, messageSent } from './outbox/outbox-changes';

type Features = readonly Feature[];

/** Changes that the outbox announces for every message; no feature declares them. */
const PLATFORM = [messageSent, messageGivenUp].map(({ action }) => action);

/** All message kinds. Throws when two features declare the same kind. */
export function messagesOf(features: Features): OutboxMessages {
  const messages = features.flatMap((one) => one.messages ?? []);
  refuseTwins(
    'message',
    messages.map(({ kind }) => kind),
  );
  return messagesByKind(messages);
}

/** All reactions to changes, in feature order. Throws when a change is declared twice or never. */
export function subscriptionsOf(features: Features): readonly Subscription[] {
  const declared = [...PLATFORM, ...features.flatMap((one) => (one.changes ?? []).map(({ action }) => action))];
  refuseTwins('change', declared);
  for (const { name, on = [] } of features) {
    const unknown = on.flatMap(({ actions }) => actions).find((action) => !declared.includes(action));
    if (unknown) throw new Error(`${name} reacts to ${unknown}, which no feature declares.`);
  }
  return features.flatMap((one) => one.on ?? []);
}

/** All periodic jobs. Throws when two jobs have the same name. */
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
