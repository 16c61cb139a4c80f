import { WebAPIPlatformError } from '@slack/web-api';
import type { Delivery } from '../../app/delivery';
import { toInstant } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { parsePersonKey } from '../../outbox/outbox';
import { followHomes, parseWhose } from './follow-homes';
import { homeView } from './home.view';
import { findHomePages, forgetHome } from './homes.sql';
import { openHome } from './open-home';

/** Works out whose. */
export async function homesChanged({ subject }: Turn, { db, now }: Delivery): Promise<Outcome> {
  await db.transaction((tx) => followHomes(tx, parseWhose(subject), toInstant(now())));
  return { kind: 'nothing' };
}

/** Shows somebody's Home as things are now. Whoever Slack has none for is not kept up to date any more. */
export async function refreshHome(
  { subject }: Turn,
  { db, client, now, personOf, localeOf, defaults, roles, help, translator }: Delivery,
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
    commands: help.linesFor(person),
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
