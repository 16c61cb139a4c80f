import { type Block, elementsOf } from '../../src/playground/blocks';
import type { Person } from '../../src/playground/person';
import { press } from '../../src/playground/presses';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { type Office, openOffice } from '../support/office';
import { assigns as assignsSeat, sells } from '../support/people';
import { eventually } from '../support/time';

const ACME = 'C0ACME00001';
const GLOBEX = 'C0GLOBEX001';

describe.each(screenDatabases)('a button that is pressed while its place changes, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let gus: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { moodle: true });
    gus = office.workspace.person('gus');
    await sells(database.db, { customer: 'GLOBEX', quantity: 5 }, office.workspace.clock.now());
    await gus.finds('B0000000001');
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const assigns = async () => {
    await gus.clicks('Assign a seat', { channel: GLOBEX });
    const alice = { first_name: 'Alice', last_name: 'Martin', email: 'alice@example.com' };
    await gus.submits({ trainee: 'new', ...alice, course: 'EXCEL-1' });
    expect(gus.screen()).toContain('Alice Martin has a seat in Excel basics');
  };
  /** The block of the button in the top modal, and what it means there. */
  const inModal = async (actionId: string) => {
    const places = elementsOf(gus.modal?.blocks ?? []).filter(({ element }) => element.action_id === actionId);
    const { block, element } = await found(Promise.resolve(places[0]));
    return { blockId: block.block_id ?? '', actionId, value: String(element.value) };
  };

  it('stays where it was on a card, so “Assign another” opens the form', async () => {
    office.workspace.moodle.settings.condition = 'maintenance';
    await assigns();
    const seen = await inModal('open_assign');
    office.workspace.moodle.settings.condition = 'up';
    expect(await gus.finds('Enrolled in Moodle.')).toBe(true);
    expect(await inModal('open_assign')).toEqual(seen);
    await press(gus.slack, gus.is, { place: { where: 'modal' }, ...seen });
    expect(gus.screen()).toContain('Take the seat from');
    expect(office.workspace.failures).toEqual([]);
  });

  it('stays where it was in the order’s message and on the Home', async () => {
    const claire = office.workspace.person('claire');
    await sells(database.db, { quantity: 2 }, office.workspace.clock.now());
    await claire.opensHome();
    const order = () => claire.messages(ACME).find(({ text }) => text.includes('B0000000002'));
    const placesOf = (blocks: unknown = []) =>
      elementsOf(blocks as Block[])
        .filter(({ element }) => element.action_id === 'open_list')
        .map(({ block, element }) => `${block.block_id} ${element.value}`);
    const places = () => [...placesOf(order()?.blocks), ...placesOf(claire.state.home?.blocks)];
    const shows = (text: string) => JSON.stringify([order()?.blocks, claire.state.home?.blocks]).includes(text);
    await eventually('the order’s message and the Home offer the list', () => places().length === 2);
    const before = places();
    for (const _ of [1, 2]) await assignsSeat(database.db, {}, office.workspace.clock.now());
    await eventually('all seats are assigned', () => shows('Les 2 places pour Acme sont attribuées'));
    await eventually('the Home offers no seat', () => !shows('open_assign'));
    expect(places()).toEqual(before);
  });

  it('has a name that the bot gave it, everywhere', async () => {
    await assigns();
    await gus.clicks('See seats');
    await gus.clicks('See references');
    await office.workspace.person('sonia').opensHome();
    await office.workspace.person('claire').opensHome();
    const sent = office.workspace.calls.flatMap(({ body }) => {
      const view = (body.view ?? body) as { blocks?: unknown };
      return Array.isArray(view.blocks) ? view.blocks : [];
    });
    const nameless = elementsOf(sent).filter(({ block }) => !block.block_id);
    expect(elementsOf(sent).length).toBeGreaterThan(10);
    expect(nameless.map(({ element }) => element.action_id)).toEqual([]);
  });
});
