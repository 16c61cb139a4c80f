import { WebAPIPlatformError } from '@slack/web-api';
import { toInstant } from '../domain/time';
import { followHomes, parseWhose } from '../services/follow-homes';
import { openHome } from '../services/home';
import { translator } from '../slack/translate';
import { homeView } from '../slack/views/home';
import { findHomePages, forgetHome } from '../storage/homes';
import { parsePersonKey } from '../storage/outbox';
import type { Outcome, Turn } from './attempt';
import type { Delivery } from './delivery';

/** Works out whose. */
export async function homesChanged({ subject }: Turn, { db, now }: Delivery): Promise<Outcome> {
  await db.transaction((tx) => followHomes(tx, parseWhose(subject), toInstant(now())));
  return { kind: 'nothing' };
}

/** Shows somebody's Home as things are now. Whoever Slack has none for is not kept up to date any more. */
export async function refreshHome(
  { subject }: Turn,
  { db, client, now, personOf, localeOf, defaults, roles }: Delivery,
): Promise<Outcome> {
  const identity = parsePersonKey(subject);
  const pages = await findHomePages(db, identity);
  if (!pages) return { kind: 'nothing' };
  const person = await personOf(identity);
  // Roles come and go, and with them what happens that concerns the person.
  const home = await openHome(db, pages, person, { now: now(), timezone: defaults.timezone, roles });
  const role = {
    admin: person.admin,
    sales: person.sales,
    customers: home.customers.map(({ customer }) => customer.name),
  };
  const view = homeView(home, role, translator(await localeOf(identity)));
  try {
    await client.views.publish({ user_id: identity.userId, view });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || !NO_HOME.includes(error.data.error)) throw error;
    await forgetHome(db, identity);
  }
  return { kind: 'nothing' };
}

const NO_HOME = ['not_enabled', 'user_not_found', 'user_not_visible', 'access_denied', 'team_access_not_granted'];
