import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { features } from '../commands/index';
import { defineChange, on, type Subscription } from '../src/database/changes';
import { jobsOf, messagesOf, subscriptionsOf } from '../src/effects';
import { type Feature, feature } from '../src/feature';
import { defineMessage, type OutboxMessage } from '../src/outbox/message';

const copy = { en: {}, fr: {} };
const seatPinned = defineChange('seat.pinned');
const pin = defineMessage({ kind: 'seat.pin', deliver: async () => ({ kind: 'nothing' }) });
const job = { name: 'pins', seconds: 60, run: async () => undefined };

function named(name: string, parts: Partial<Feature>): Feature {
  return feature({ name, copy, ...parts });
}

describe('what features declare', () => {
  it('is accepted as the product declares it', () => {
    expect(messagesOf(features).size).toBeGreaterThan(30);
    expect(subscriptionsOf(features).length).toBeGreaterThan(20);
    expect(jobsOf(features).length).toBeGreaterThan(5);
  });

  it('stops the start when two features declare one kind of message', () => {
    const twins = [named('pins', { messages: [pin] }), named('needles', { messages: [pin] })];
    expect(() => messagesOf(twins)).toThrow('The message seat.pin is declared twice.');
  });

  it('stops the start when two features declare one change', () => {
    const twins = [named('pins', { changes: [seatPinned] }), named('needles', { changes: [seatPinned] })];
    expect(() => subscriptionsOf(twins)).toThrow('The change seat.pinned is declared twice.');
  });

  it('stops the start when a feature reacts to a change that none declares', () => {
    const lone = [named('pins', { on: [on([seatPinned], async () => undefined)] })];
    expect(() => subscriptionsOf(lone)).toThrow('pins reacts to seat.pinned, which no feature declares.');
  });

  it('stops the start when two features declare one job', () => {
    const twins = [named('pins', { every: [job] }), named('needles', { every: [job] })];
    expect(() => jobsOf(twins)).toThrow('The job pins is declared twice.');
  });

  it('leaves out nothing that a feature defines', () => {
    const defined = filesOfFeatures().flatMap((file) => Object.values<unknown>(require(file)));
    const messages = [...messagesOf(features).values()];
    const changes = features.flatMap((one) => one.changes ?? []).map(({ action }) => action);
    const subscriptions = subscriptionsOf(features);
    expect(defined.filter(isMessage).filter((one) => !messages.includes(one))).toEqual([]);
    expect(defined.filter(isChange).filter(({ action }) => !changes.includes(action))).toEqual([]);
    expect(defined.filter(isSubscription).filter((one) => !subscriptions.includes(one))).toEqual([]);
  });
});

function filesOfFeatures(): string[] {
  const folder = join(__dirname, '../src/features');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

function isMessage(one: unknown): one is OutboxMessage {
  return typeof one === 'object' && one !== null && 'kind' in one && 'deliver' in one;
}

function isChange(one: unknown): one is { action: string } {
  return typeof one === 'function' && 'action' in one;
}

function isSubscription(one: unknown): one is Subscription {
  return typeof one === 'object' && one !== null && 'actions' in one && 'react' in one;
}
