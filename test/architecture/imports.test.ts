import { cycleIn, imports, objectionTo } from '../support/architecture/imports';
import { strayQueries } from '../support/architecture/queries';

describe('every import', () => {
  const all = imports();

  it('goes to where its file may import from', () => {
    const wrong = all.flatMap((one) => {
      const objection = objectionTo(one);
      return objection ? [`${one.from} → ${one.to}: ${objection}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  // The stand-ins of the local workspace know each other by type; the linter refuses cycles of what is loaded there, too.
  it('is on no cycle, types included', () => {
    expect(cycleIn(all.filter(({ from }) => !from.startsWith('src/playground/')))).toBeUndefined();
  });
});

it('queries are only in *.sql.ts, the database and the outbox', () => {
  expect(strayQueries()).toEqual([]);
});

describe('the rules', () => {
  it.each([
    ['src/core/text.ts', 'pino', 'core imports luxon only'],
    ['src/core/text.ts', 'src/database/ledger.ts', 'core must not import database'],
    ['src/outbox/post.ts', 'src/features/orders/order.ts', 'outbox must not import features'],
    ['src/features/orders/order.ts', 'src/features/home/home.ts', 'orders comes before home in the list of features'],
    ['src/features/orders/cancel-order.ts', 'knex', 'only *.sql.ts and the database import knex'],
    ['src/features/orders/cancel-order.ts', '@slack/types', 'a service does not warn Slack'],
    ['src/features/orders/order.view.ts', 'src/features/orders/orders.sql.ts', 'a view makes no query'],
    ['src/features/orders/order.view.ts', 'src/outbox/outbox.ts', 'a view makes no query'],
    ['commands/orders.ts', 'src/features/orders/orders.sql.ts', 'commands ask services, never SQL'],
    ['src/playground/clock.ts', 'src/slack/blocks.ts', 'playground must not import slack'],
  ])('refuse %s → %s', (from, to, objection) => {
    expect(objectionTo({ from, to })).toBe(objection);
  });

  it('finds a cycle', () => {
    const ring = [
      { from: 'src/a.ts', to: 'src/b.ts' },
      { from: 'src/b.ts', to: 'src/c.ts' },
      { from: 'src/c.ts', to: 'src/b.ts' },
    ];
    expect(cycleIn(ring)).toEqual(['src/b.ts', 'src/c.ts', 'src/b.ts']);
  });
});
