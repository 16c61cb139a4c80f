import { toInstant } from '../../../src/core/time';
import { homeRefresh } from '../../../src/features/home/home.messages';
import { saveHome } from '../../../src/features/home/homes.sql';
import { enqueue, personKey } from '../../../src/outbox/outbox';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { Ground } from '../../support/faults/ground';
import { type Happening, happen } from '../../support/faults/happenings';
import type { Mishap, Planned } from '../../support/faults/mishaps';
import { settle } from '../../support/faults/settle';
import { complaints } from '../../support/faults/verdict';
import { localWorker, type Worker } from '../../support/faults/workers';
import { sonia } from '../../support/people';

/** Slack has done what it was asked, and answers that it is not available. */
const DONE_BUT_FAILED: Mishap = { kind: 'done_but_failed', status: 503 };
const TIMES = 9;
/** Seconds after the start: when all about the first sale has been sent. */
const LATER = 600;

describe.each(eachDatabase)('what Slack did without an answer, on $name', ({ open }) => {
  let database: TestDatabase;
  let ground: Ground;
  let worker: Worker;
  let planned: Planned[];

  beforeAll(async () => {
    database = await open();
    ground = await Ground.open(database);
    worker = localWorker(ground.db, ground.line.apiUrl);
  });

  afterAll(async () => {
    await ground?.close();
    await database?.close();
  });

  it.each([1, 3, 10, 60, 200, 900])(
    'does not stay on the board when the sale is cancelled %s seconds later',
    async (seconds) => {
      await begins();
      strikes('chat.update', DONE_BUT_FAILED);
      await happens(happening('sale', LATER), happening('cancellation', LATER + seconds));
      expect(await complaints(ground, ground.line.refused)).toEqual([]);
    },
  );

  it.each<Mishap>([{ kind: 'lost' }, { kind: 'torn' }, { kind: 'unheard' }, { kind: 'failed', status: 503 }])(
    'is not believed in when the answer was $kind',
    async (mishap) => {
      await begins();
      strikes('chat.update', mishap);
      await happens(happening('sale', LATER), happening('cancellation', LATER + 3));
      expect(await complaints(ground, ground.line.refused)).toEqual([]);
    },
  );

  it.each([1, 3, 30])(
    'does not stay in the order’s message when the seat is released %s seconds later',
    async (seconds) => {
      await begins();
      await happens(happening('sale', LATER));
      strikes('chat.update', DONE_BUT_FAILED);
      await happens(happening('assignment', LATER), happening('release', LATER + 60 + seconds));
      expect(await complaints(ground, ground.line.refused)).toEqual([]);
    },
  );

  it('does not stay on a Home', async () => {
    await begins();
    const home = { customers: 0, stock: 0, seesAll: true, showsWaiting: false };
    await saveHome(ground.db, sonia, home, toInstant(ground.clock.now()));
    strikes('views.publish', DONE_BUT_FAILED);
    await happens(happening('sale', LATER), happening('cancellation', LATER + 3));
    const shown = ground.home(sonia.userId);
    await enqueue(ground.db, { message: homeRefresh, subject: personKey(sonia) }, toInstant(ground.clock.now()));
    await settle(ground, [worker], []);
    expect(shown).toContain('50 seats left');
    expect(shown).toEqual(ground.home(sonia.userId));
  });

  it('is found when a reminder has become too late, so that no other follows', async () => {
    await begins();
    strikes('chat.postMessage', DONE_BUT_FAILED, 1);
    strikes('conversations.history', { kind: 'failed', status: 503 }, 3);
    const now = ground.clock.now();
    const [customer] = ground.customers.values();
    if (customer) await happen(ground.db, happening('reminder', 0), customer, now);
    const expires_at = toInstant(now.plus({ seconds: 2 }));
    await ground.db('outbox').where({ kind: 'reminder', state: 'pending' }).update({ expires_at });
    await happens();
    expect(await complaints(ground, ground.line.refused)).toEqual([]);
  });

  const happening = (kind: Happening['kind'], after: number): Happening => ({ kind, after, customer: 0, person: 0 });
  const happens = (...all: Happening[]) => settle(ground, [worker], all);

  /** Everything about the customer's first sale has been sent. */
  async function begins(): Promise<void> {
    planned = [];
    await ground.begin({ happenings: [happening('sale', 0)], mishaps: [] });
    await happens();
  }

  function strikes(method: string, mishap: Mishap, times = TIMES): void {
    planned.push({ method, mishap, times });
    ground.lead(ground.line, planned);
  }
});
