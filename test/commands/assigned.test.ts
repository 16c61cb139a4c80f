import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForgedInModal } from '../support/forged-press';
import { hasManyTrainees } from '../support/long-list';
import { type Office, openOffice } from '../support/office';
import { assigns, sells } from '../support/people';

const ACME = 'C0ACME00001';

describe.each(screenDatabases)('assigned seats, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db);
    await sells(database.db, { quantity: 2 });
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const claire = () => office.workspace.person('claire');
  const trainee = (firstName: string, lastName: string, email: string) => ({ firstName, lastName, email });

  it('are found by name or address, even if the order has no seats left', async () => {
    await assigns(database.db, { trainee: trainee('Ana', 'Costa', 'ana@example.com') });
    await assigns(database.db, { trainee: trainee('Bob', 'Low', 'bob@example.com') });
    await claire().runs('/seats list', ACME);
    await claire().clicks('Voir les places attribuées');
    expect(claire().screen()).toContain('Acme a 2 places attribuées');
    expect(claire().screen()).toMatch(/Ana Costa · Excel basics\s+S-[0-9A-Z]{6}/);
    await claire().fills({ search: 'bob@' });
    await claire().submits({});
    expect(claire().screen()).toContain('Bob Low');
    expect(claire().screen()).not.toContain('Ana Costa');
    await claire().clicks('Ouvrir');
    expect(claire().screen()).toContain('Bob Low a une place dans Excel basics');
  });

  it('explain an empty list, and an empty search result', async () => {
    await claire().runs('/seats list', ACME);
    await claire().clicks('Voir les places attribuées');
    expect(claire().screen()).toContain('Acme n’a pas encore attribué de place.');
    await claire().submits({ search: 'nobody' });
    expect(claire().screen()).toContain('Personne ayant une place ne correspond à « nobody ».');
  });

  it('come in pages of twenty', async () => {
    await sells(database.db, { quantity: 21 });
    for (let number = 0; number < 21; number += 1) await assigns(database.db);
    await claire().runs('/seats list', ACME);
    await claire().clicks('Voir les places attribuées');
    expect(claire().screen()).toContain('Acme a 21 places attribuées');
    await claire().clicks('Page suivante');
    expect(
      claire()
        .screen()
        .match(/S-[0-9A-Z]{6}/g),
    ).toHaveLength(1);
  });

  it('come in pages when there are thousands, which stay where they were when reloaded', async () => {
    await hasManyTrainees(database.db);
    await claire().runs('/seats list', ACME);
    await claire().clicks('Voir les places attribuées');
    const seen = () =>
      claire()
        .screen()
        .match(/S-[0-9A-Z]{6}/g) ?? [];
    const first = seen();
    await claire().clicks('Page suivante');
    const second = seen();
    await claire().clicks('Page suivante');
    expect(new Set([...first, ...second, ...seen()]).size).toBe(60);
    expect(claire().screen()).toContain('Page 3 sur 115');
    await claire().clicks('Page précédente');
    expect(seen()).toEqual(second);
    await pressesForgedInModal(claire(), 'next_page', '3 after 999999999/1');
    expect(claire().screen()).toContain('Page 4 sur 115');
    await pressesForgedInModal(claire(), 'next_page', '1 after x');
    expect(seen()).toEqual(first);
  });

  it('ask for more of the name when a search finds too many of thousands', async () => {
    await hasManyTrainees(database.db);
    await claire().runs('/seats list', ACME);
    await claire().clicks('Voir les places attribuées');
    await claire().submits({ search: 'person' });
    expect(claire().screen()).toContain('Plus de 200 places attribuées trouvées.');
    expect(claire().screen()).toContain('Page 1 sur 10');
    await claire().submits({ search: 'person1234@' });
    expect(claire().screen()).toContain('Acme a 1 place attribuée');
  });

  it('show names as entered, however long, and without markup', async () => {
    const names = ['<!channel> *Bob* & Co', '\u202Eelbuort', 'x'.repeat(4_000), '&lt;@U0SONIA0001&gt;'];
    await sells(database.db, { quantity: names.length });
    for (const [index, firstName] of names.entries()) {
      await assigns(database.db, { trainee: trainee(firstName, 'Low', `low${index}@example.com`) });
    }
    await claire().runs('/seats list', ACME);
    await claire().clicks('Voir les places attribuées');
    expect(claire().screen()).toContain('<!channel> *Bob* & Co Low');
    for (const [index] of names.entries()) {
      await claire().submits({ search: `low${index}@` });
      await claire().clicks('Ouvrir');
      expect(claire().screen()).toContain(`E-mail : low${index}@example.com`);
      await claire().clicks('Modifier');
      await claire().closes();
    }
    expect(office.workspace.failures).toEqual([]);
  });
});
