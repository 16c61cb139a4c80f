import { setTimeout as sleep } from 'node:timers/promises';
import { clock } from '../../../src/create-app';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { sells } from '../../support/people';
import { allIsSaid } from '../../support/tables';

describe.each(eachDatabase)('the Home of sales while Slack is slow, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: clock });
    await sells(database.db, { customer: 'ACME', quantity: 5 });
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const sonia = () => office.workspace.person('sonia', { patienceMs: 10_000 });

  it.each([
    ['is away', { kind: 'http', status: 503 }],
    ['refuses it for a second', { kind: 'rate_limited', retryAfter: 1 }],
  ] as const)('appears although Slack %s when it is opened', async (_, fault) => {
    office.workspace.faults.next('views.publish', fault, { times: 2 });
    await sonia().opensHome();
    expect(await sonia().finds('Acme: 5 seats left')).toBe(true);
  });

  it('shows what was sold while Slack took it, although it landed after the newer one', async () => {
    await sonia().opensHome();
    await sonia().finds('Acme: 5 seats left');
    office.workspace.faults.next('views.publish', { kind: 'slow', ms: 2_000 });
    const opened = sonia().opensHome();
    await sleep(500);
    await sells(database.db, { customer: 'ACME', quantity: 37 });
    await opened;
    await sleep(2_500);
    await allIsSaid(database.db);
    expect(await sonia().finds('Acme: 42 seats left')).toBe(true);
  });

  it('shows it also when Slack took longer than we wait', async () => {
    await sonia().opensHome();
    await sonia().finds('Acme: 5 seats left');
    office.workspace.faults.next('views.publish', { kind: 'slow', ms: 6_000 });
    void sonia().opensHome();
    await sleep(500);
    await sells(database.db, { customer: 'ACME', quantity: 37 });
    await sleep(7_000);
    expect(await office.workspace.person('sonia', { patienceMs: 20_000 }).finds('Acme: 42 seats left')).toBe(true);
  }, 40_000);
});
