import { can } from './context';
import type { MoodleFunction } from './function';
import { functions, otherFunctions } from './functions';
import type { MoodleSite } from './moodle-site';
import type { PhpArray } from './php-form';
import { accessRefused, MoodleRefusal, missingRecord, moodleRefusal } from './refusal';

const DATABASE_DOWN = [
  '<p>Error: Database connection failed</p>',
  '<p>It is possible that the database is overloaded or otherwise not running properly.</p>',
  '<p>The site administrator should also check that the database details have been correctly specified in config.php</p>',
].join('\n');

/** Returns the called function, once the caller is authorised. */
export function admit(site: MoodleSite, form: PhpArray): MoodleFunction {
  checkCondition(site);
  checkToken(site, form.get('wstoken'));
  if (site.settings.condition === 'maintenance')
    throw moodleRefusal('sitemaintenance', 'The site is undergoing maintenance and is currently not available');
  checkAccount(site);
  return findFunction(site, String(form.get('wsfunction') ?? ''));
}

function checkCondition({ settings }: MoodleSite): void {
  if (settings.condition === 'database_down')
    throw new MoodleRefusal('dml_connection_exception', 'dbconnectionfailed', DATABASE_DOWN);
  if (settings.condition === 'upgrade_running')
    throw moodleRefusal('upgraderunning', 'Site is being upgraded, please retry later.');
}

/** An expired token is deleted when it is used. */
function checkToken({ settings, token }: MoodleSite, given: unknown): void {
  if (given !== token || settings.token === 'revoked')
    throw moodleRefusal('invalidtoken', 'Invalid token - token not found');
  if (settings.token === 'valid') return;
  if (settings.token === 'expired') settings.token = 'revoked';
  throw accessRefused();
}

function checkAccount(site: MoodleSite): void {
  const { settings } = site;
  const refused = 'Refused web service access for';
  if (settings.serviceAccount === 'suspended')
    throw moodleRefusal('wsaccessusersuspended', `${refused} suspended username`);
  if (settings.serviceAccount === 'nologin')
    throw moodleRefusal('wsaccessusernologin', `${refused} nologin authentication username`);
  if (settings.service !== 'enabled' || !can(site, 'webservice/rest:use')) throw accessRefused();
}

/** As in Moodle, an unknown function and one missing from the service are different errors. */
function findFunction({ settings }: MoodleSite, name: string): MoodleFunction {
  const found = functions.get(name);
  if (!found && !otherFunctions.includes(name)) throw missingRecord('external_functions');
  if (!found || !settings.functions.has(name)) throw accessRefused();
  return found;
}
