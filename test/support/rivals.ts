import type { Person } from '../../src/playground/person';
import type { TestDatabase } from './databases';
import { fill, type Office, openOffice } from './office';
import { assigns, MORNING, sells } from './people';
import { SignedClient } from './signed-client';
import { allIsSaid } from './tables';

/** Acme's first order, 37 seats of which one is assigned; and the five seats of Globex. */
export const ACME_ORDER = 'B0000000001';
export const OWN_ORDER = 'B0000000002';
/** Text about Acme that no person of Globex may ever see. */
export const SECRETS = /Zebra|ZEBRA|Quagga|quagga|\b37\b|\b36\b|Okapi/;
/** The reference in an answer to an unexpected error. */
export const FAILED = /E-[0-9A-F]{8}/;

export interface Rivals {
  office: Office;
  client: SignedClient;
  /** Coordinates Globex, from its own workspace. */
  gus: Person;
}

const SECRET = `
products: [{ code: OKAPI, name: Okapi pack }]
customers: [{ code: ACME, name: Zebra, channel: C0ACME00001 }]`;

export async function openRivals(
  { db }: TestDatabase,
  options: Parameters<typeof openOffice>[1] = {},
): Promise<Rivals> {
  const office = await openOffice(db, { now: () => MORNING, ...options });
  await fill(db, SECRET);
  await sells(db, { product: 'OKAPI', quantity: 37 });
  const trainee = { firstName: 'Quentin', lastName: 'Quagga', email: 'quagga@zebra.example' };
  await assigns(db, { trainee });
  await sells(db, { customer: 'GLOBEX', quantity: 5 });
  const gus = office.workspace.person('gus');
  await allIsSaid(db);
  return { office, gus, client: new SignedClient(office.workspace) };
}
