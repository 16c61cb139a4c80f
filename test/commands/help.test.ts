import { eachDatabase, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';

const [sqlite] = eachDatabase;

describe('help', () => {
  let database: TestDatabase;
  let office: Office;

  beforeAll(async () => {
    if (!sqlite) throw new Error('There is no database to test on.');
    database = await sqlite.open();
    office = await openOffice(database.db);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it.each([
    ['/seats', 'sonia', 'You can generate seats for any customer'],
    ['/seats help', 'claire', 'Vous pouvez voir et attribuer les places de : Acme.'],
    ['/seats help', 'noah', 'You have no role in it yet. Press one of its buttons'],
    ['/seats generete', 'sonia', 'Did you mean /seats generate?'],
    ['/seats constructor', 'sonia', 'There’s no command “constructor”.'],
    ['/seats GENERATE', 'claire', 'Seule l’équipe commerciale peut le faire.'],
    ['/seats list', 'noah', 'You have no role here yet.'],
  ])('answers %s from %s', async (command, key, answer) => {
    const person = office.workspace.person(key);
    await person.runs(command);
    expect(person.screen()).toContain(answer);
  });

  it('offers sales nothing that only administrators may do', async () => {
    const [sonia, ada] = [office.workspace.person('sonia'), office.workspace.person('ada')];
    await sonia.runs('/seats help');
    expect(sonia.screen()).toContain('/seats courses: see which courses are open');
    expect(sonia.screen()).toContain('/seats import: import customers or coordinators');
    await ada.runs('/seats help');
    expect(ada.screen()).toContain('/seats courses: see, open and hide courses');
    await sonia.runs('/seats courses');
    expect(sonia.screen()).toContain('Export');
    expect(sonia.screen()).not.toContain('Import');
    await sonia.closes();
  });

  it('has a Home for each person, with what they may do', async () => {
    const [sonia, claire, noah] = ['sonia', 'claire', 'noah'].map((key) => office.workspace.person(key));
    for (const person of [sonia, claire, noah]) await person?.opensHome();
    await sonia?.finds('Generate seats');
    await claire?.finds('Places de formation');
    await noah?.finds('Training seats');
    expect(claire?.screen()).not.toContain('Créer des places');
    expect(noah?.screen()).not.toContain('[Assign a seat]');
  });

  it('has shortcuts that open the same forms', async () => {
    const sonia = office.workspace.person('sonia');
    await sonia.uses('generate_seats');
    expect(sonia.modal?.callback_id).toBe('generate_seats');
    await sonia.closes();
    const noah = office.workspace.person('noah');
    await noah.uses('assign_seat');
    expect(noah.screen()).toContain('You have no role here yet.');
  });
});
