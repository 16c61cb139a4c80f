import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { features } from '../../commands/index';
import { can, type Subject } from '../../src/core/permission';
import type { Person as Rights } from '../../src/core/person';
import { findCoordinator } from '../../src/features/coordinators/coordinators.sql';
import { findCustomer } from '../../src/features/customers/customers.sql';
import { findProduct } from '../../src/features/products/products.sql';
import { NO_APPOINTMENT, personOf } from '../../src/features/roles/resolve-person';
import type { Person } from '../../src/playground/person';
import { routesOf } from '../../src/routes';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged, pressesForgedInModal } from '../support/forged-press';
import { MORNING } from '../support/people';
import { KINDS, noah as noahId, REFERENCES, type Side } from '../support/permission-cast';
import { furnish } from '../support/permission-furniture';
import { openRivals, type Rivals, SECRETS } from '../support/rivals';
import { ACTIONS, CHANGES, COMMANDS, OPTIONS, type Route, SHORTCUTS, SUBMISSIONS } from '../support/route-table';
import { aSubmission } from '../support/signed-client';
import { allIsSaid, checksum } from '../support/tables';

/** Slack generates block ids at random, and a random id could look like a secret. */
const asSeen = (key: string, value: unknown) => (key === 'block_id' ? undefined : value);

/** Not a customer's channel, so the request alone names the customer. */
const GENERAL = 'C0GENERAL01';
/** Refusals for lack of rights; all others concern the form. */
const DENIALS = /^(access\.|(customer|order|product|request)\.unknown$|seat\.not_assigned$)/;
const SPECIAL_DENIALS: Partial<Record<NonNullable<Route['about']>, RegExp>> = {
  import: /^(access\.|import\.unknown$)/,
  sheet: /^(access\.|import\.unknown$)/,
  delegation: /^(access\.|customer\.unknown$|coordinator\.gone$|delegation\.(gone|not_yours)$)/,
};
/** Failures of background work. The import here has no uploaded file, so “could not be read” is expected. */
const TROUBLE = /failed|could not be(?! read)/;

type Kind = 'command' | 'shortcut' | 'action' | 'change' | 'submission' | 'options';

const nested = (kind: Kind, table: Record<string, Record<string, Route>>) =>
  Object.entries(table).flatMap(([modal, fields]) =>
    Object.entries(fields).map(([name, route]) => ({ kind, modal, name, route, path: `${modal}.${name}` })),
  );
const flat = (kind: Kind, table: Record<string, Route>) =>
  Object.entries(table).map(([name, route]) => ({ kind, modal: route.modal, name, route, path: name }));

const CASES = [
  ...flat('command', COMMANDS),
  ...flat('shortcut', SHORTCUTS),
  ...flat('action', ACTIONS),
  ...nested('change', CHANGES),
  ...nested('options', OPTIONS),
  // Last, because allowed submissions change data.
  ...flat('submission', SUBMISSIONS),
];
type Case = (typeof CASES)[number];

describe('the table of routes', () => {
  const routes = routesOf(features);
  const names = (table: Record<string, object>) => Object.keys(table).sort();
  const paths = (table: Record<string, Record<string, unknown>>) =>
    Object.entries(table)
      .flatMap(([modal, fields]) => Object.keys(fields).map((field) => `${modal}.${field}`))
      .sort();

  it('has an entry for every route', () => {
    expect(names(COMMANDS)).toEqual(names(routes.commands));
    expect(names(SHORTCUTS)).toEqual(names(routes.shortcuts));
    expect(names(ACTIONS)).toEqual(names(routes.actions));
    expect(names(SUBMISSIONS)).toEqual(names(routes.submissions));
    expect(paths(CHANGES)).toEqual(paths(routes.inputs));
    expect(paths(OPTIONS)).toEqual(paths(routes.options));
  });
});

const everywhere = screenDatabases.flatMap((on) => KINDS.map((who) => ({ on: on.name, open: on.open, ...who })));

describe.each(everywhere)('$kind, on $on', ({ open, become }) => {
  let database: TestDatabase;
  let rivals: Rivals;
  let noah: Person;
  let web: WebClient;
  let logged: { msg: string; refused?: string[] }[];

  beforeAll(async () => {
    database = await open();
    const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) });
    logged = [];
    rivals = await openRivals(database, { log });
    await furnish(database.db);
    await become(database.db);
    noah = rivals.office.workspace.person('noah');
    const { botToken, apiUrl } = rivals.office.workspace.credentials;
    web = new WebClient(botToken, { slackApiUrl: apiUrl });
  });

  afterAll(async () => {
    await rivals?.office.close();
    await database?.close();
  });

  it.each(CASES)('gets only what their rights allow: $kind $path', async (one) => {
    const { act, shows, told = [] } = one.route;
    for (const side of sidesOf(one.route)) {
      const isAllowed = act === undefined || (await may(one.route, side));
      const isHarmless = !isAllowed || act === undefined;
      const seesAll = isAllowed && can(await rights(), shows ?? act ?? 'customers');
      // Earlier cases may still have messages to deliver.
      if (isHarmless) await allIsSaid(database.db);
      const before = isHarmless && (await checksum(database.db, { without: ['outbox'] }));
      logged = [];
      const shown = await sends(one, side);
      expect(logged.filter(({ msg }) => TROUBLE.test(msg))).toEqual([]);
      expect({ side, isRefused: isRefused(one, shown) }).toEqual({ side, isRefused: !isAllowed });
      // An allowed request must not fail for another reason: the case must have tried the right thing.
      if (!isHarmless)
        expect({ side, told: refusals().filter((code) => !told.includes(code)) }).toEqual({ side, told: [] });
      if (!seesAll) expect(shown).not.toMatch(SECRETS);
      if (isHarmless) expect(await checksum(database.db, { without: ['outbox'] })).toBe(before);
    }
  });

  /** Mirrors test/core/permission.test.ts. */
  async function may({ act = 'list', about }: Route, side: Side): Promise<boolean> {
    const person = await rights();
    switch (about) {
      case undefined:
        return can(person, act);
      case 'import':
        return side !== 'other' && can(person, act);
      case 'sheet':
        return side !== 'other' && can(person, side === 'outside' ? 'courses' : act);
      case 'delegation':
        // Sales act for every coordinator, coordinators for themselves only.
        return side === 'own' ? await coordinatesOwn() : person.sales;
      default:
        return can(person, act, await subjectOf(about, side));
    }
  }

  function rights(): Promise<Rights> {
    return personOf(database.db, noahId, NO_APPOINTMENT, MORNING);
  }

  async function coordinatesOwn(): Promise<boolean> {
    const { customerId = 0 } = await subjectOf('customer', 'own');
    return (await findCoordinator(database.db, customerId, noahId)) !== undefined;
  }

  async function subjectOf(about: 'customer' | 'product', side: Side): Promise<Subject> {
    const { customer, product } = REFERENCES[side];
    const customerId = (await findCustomer(database.db, customer))?.id ?? 0;
    return about === 'customer'
      ? { customerId }
      : { customerId, productId: (await findProduct(database.db, product))?.id ?? 0 };
  }

  function isRefused({ kind, route }: Case, shown: string): boolean {
    if (route.act === undefined) return false;
    if (kind === 'options') return shown === '{"options":[]}';
    const denials = (route.about && SPECIAL_DENIALS[route.about]) ?? DENIALS;
    return refusals().some((code) => denials.test(code));
  }

  function refusals(): string[] {
    return logged.flatMap(({ refused = [] }) => refused);
  }

  /** Sends the request as Slack would; returns the visible answer. */
  async function sends({ kind, modal = '', name, route }: Case, side: Side): Promise<string> {
    const of = REFERENCES[side];
    const [value, notes] = [route.value?.(of) ?? '', JSON.stringify(route.notes?.(of) ?? {})];
    if (kind === 'submission') {
      return (await rivals.client.submits(noahId, { ...aSubmission(name, route.inputs?.(of) ?? {}), metadata: notes }))
        .text;
    }
    if (kind === 'options') {
      return (await rivals.client.types(noahId, name, '', { ...aSubmission(modal, {}), metadata: notes })).text;
    }
    const read = answers().length;
    if (kind === 'command') await noah.runs(`/seats ${name}`, GENERAL);
    else if (kind === 'shortcut') await noah.uses(name);
    else if (modal) await pressesIn(modal, name, value, notes);
    else await pressesForged(noah, { action: name, value, channel: GENERAL });
    const home = name.startsWith('home_page') ? noah.state.home : undefined;
    const shown = JSON.stringify([answers().slice(read), noah.modals, home], asSeen);
    if (noah.modal) await noah.closes({ all: true });
    return shown;
  }

  const answers = () => noah.messages(GENERAL).filter(({ ephemeral }) => ephemeral);

  async function pressesIn(modal: string, action: string, value: string, notes: string): Promise<void> {
    const text = { type: 'plain_text' as const, text: 'Forged' };
    const view = { type: 'modal' as const, callback_id: modal, title: text, blocks: [{ type: 'section', text }] };
    await web.views.open({ trigger_id: await noah.slack.triggers.issue(noah.is), view });
    await pressesForgedInModal(noah, action, value, notes);
  }
});

/** Drops sides whose requests are identical. */
function sidesOf({ value, notes, inputs, about }: Route): Side[] {
  const sides: Side[] = ['own', 'other', 'outside'];
  const sent = sides.map((side) => {
    const of = REFERENCES[side];
    return JSON.stringify([value?.(of), notes?.(of), inputs?.(of), about && side]);
  });
  return sides.filter((_side, index) => sent.indexOf(sent[index] ?? '') === index);
}
