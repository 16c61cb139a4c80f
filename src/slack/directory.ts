import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { type Locale, toLocale } from '../core/customer';
import type { Identity } from '../core/identity';
import type { Identified, Profile } from '../core/person';
import type { Appointed, Membership } from '../core/role';
import type { Now } from '../core/time';
import { isUnknownPerson } from './failures';

const SALES_FRESH_FOR_MS = 5 * 60_000;
/** Maximum age of a list that serves while a new one is fetched. */
const SALES_SERVES_FOR_MS = 2 * SALES_FRESH_FOR_MS;
const ASK_AGAIN_AFTER_MS = 30_000;
/** Slackbot, which Slack does not mark as a bot. */
const SLACKBOT = 'USLACKBOT';

type SalesSetting = { usergroup: string } | { users: string[] };

interface DirectorySettings {
  sales: SalesSetting;
  admins: readonly string[];
  log: Logger;
  now: () => Now;
}

/** People and roles in the workspace that installed the app, fetched from Slack and cached. */
export class Directory {
  readonly #client: WebClient;
  readonly #sales: SalesSetting;
  readonly #admins: readonly string[];
  readonly #log: Logger;
  readonly #now: () => Now;
  #installation: Promise<Installation> | undefined;
  #salesUsers: Promise<ReadonlySet<string>> | undefined;
  #salesCheckedAt = 0;

  constructor(client: WebClient, { sales, admins, log, now }: DirectorySettings) {
    this.#client = client;
    this.#sales = sales;
    this.#admins = admins;
    this.#log = log;
    this.#now = now;
  }

  /** Our own workspace and bot. Cached once it succeeds. Rejects with Slack's error. */
  installation(): Promise<Installation> {
    this.#installation ??= this.#client.auth.test().then(
      ({ team_id: teamId = '', team: teamName = '', user_id: botUserId = '', bot_id: botId = '' }) => ({
        ...{ teamId, teamName, botUserId, botId },
      }),
      (error) => {
        this.#installation = undefined;
        throw error;
      },
    );
    return this.#installation;
  }

  /** Appoints only members of our own workspace: the same user id elsewhere is another person. */
  async appointmentOf({ teamId, userId }: Identity) {
    const isOurs = teamId === (await this.installation()).teamId;
    return {
      sales: isOurs && (await this.#salesTeam()).has(userId),
      admin: isOurs && this.#admins.includes(userId),
      isAdminless: this.#admins.length === 0,
    };
  }

  async salesTeam(): Promise<Identity[]> {
    const { teamId } = await this.installation();
    return [...(await this.#salesTeam())].map((userId) => ({ teamId, userId }));
  }

  /** Administrators from the settings. Rejects with Slack's error. */
  async administrators(): Promise<Identity[]> {
    const { teamId } = await this.installation();
    return this.#admins.map((userId) => ({ teamId, userId }));
  }

  /** Everyone with a role from the settings or Slack. Rejects with Slack's error. */
  async appointed(): Promise<Appointed> {
    return {
      admins: await this.administrators(),
      sales: await this.salesTeam(),
      salesFrom: 'users' in this.#sales ? 'settings' : 'user_group',
    };
  }

  /** Only people with a full account in our own workspace are members. Rejects with Slack's error. */
  async membershipOf(userId: string): Promise<Membership> {
    const { teamId } = await this.installation();
    if (userId === SLACKBOT) return { kind: 'stranger' };
    const { user } = await this.#client.users.info({ user: userId }).catch((error) => {
      if (isUnknownPerson(error)) return { user: undefined };
      throw error;
    });
    const isMember = user?.team_id === teamId && !user.deleted && !user.is_bot && !user.is_restricted;
    return isMember ? { kind: 'member', identity: { teamId, userId } } : { kind: 'stranger' };
  }

  /** Fetches what every request needs, so that no request waits for it. Rejects with Slack's error. */
  async prepare(): Promise<Installation> {
    const installation = await this.installation();
    await this.#salesTeam().catch(() => undefined);
    return installation;
  }

  /** The person's language in Slack; undefined for people of other workspaces. Rejects when Slack does not answer. */
  async localeOf({ teamId, userId }: Identity): Promise<Locale | undefined> {
    if (teamId !== (await this.installation()).teamId) return undefined;
    const { user } = await this.#client.users.info({ user: userId, include_locale: true });
    return toLocale(user?.locale);
  }

  /**
   * Undefined when Slack shows no address, as for most people of other workspaces. Rejects when Slack does not answer.
   */
  async profileOf({ userId }: Identity): Promise<Profile | undefined> {
    const { user } = await this.#client.users.info({ user: userId }).catch((error: unknown) => {
      if (isUnknownPerson(error)) return { user: undefined };
      throw error;
    });
    const { email, first_name: first, last_name: last, real_name: name = '' } = user?.profile ?? {};
    if (!email) return undefined;
    const [firstWord = '', ...rest] = name.split(' ');
    return { email, firstName: first || firstWord || email, lastName: last || rest.join(' ') || '-' };
  }

  /** The home team of a person of whom a list gave only the user id. Rejects when Slack does not answer. */
  async identify(userId: string): Promise<Identified> {
    if (userId === SLACKBOT || userId === (await this.installation()).botUserId) return { kind: 'app' };
    const { user } = await this.#client.users.info({ user: userId }).catch((error: unknown) => {
      if (isUnknownPerson(error)) return { user: undefined };
      throw error;
    });
    if (user?.is_bot) return { kind: 'app' };
    if (!user?.team_id || user.deleted) return { kind: 'unknown' };
    return { kind: 'person', person: { teamId: user.team_id, userId } };
  }

  /**
   * Fresh for five minutes; for five more, the old list serves while a new one is fetched. After that, callers wait for
   * Slack, since people may have left the team; the old list serves only when Slack does not answer. Rejects without
   * any list: an outage must not make sales look like strangers.
   */
  #salesTeam(): Promise<ReadonlySet<string>> {
    if ('users' in this.#sales) return Promise.resolve(new Set(this.#sales.users));
    const known = this.#salesUsers;
    const age = ageOf(this.#salesCheckedAt, this.#now());
    if (known && age < SALES_FRESH_FOR_MS) return known;
    this.#salesCheckedAt = this.#now().toMillis();
    const asked = this.#askForSales(this.#sales.usergroup);
    this.#salesUsers = asked.catch((error) => {
      this.#log.error({ error }, 'The members of the sales user group could not be read');
      this.#salesUsers = known;
      this.#salesCheckedAt = known ? this.#now().toMillis() - SALES_FRESH_FOR_MS + ASK_AGAIN_AFTER_MS : 0;
      if (known) return known;
      throw error;
    });
    return known && age < SALES_SERVES_FOR_MS ? known : this.#salesUsers;
  }

  async #askForSales(usergroup: string): Promise<ReadonlySet<string>> {
    const { users = [] } = await this.#client.usergroups.users.list({ usergroup });
    return new Set(users);
  }
}

/** Milliseconds. What a clock that was ahead left behind is of any age. */
function ageOf(checkedAt: number, now: Now): number {
  const age = now.toMillis() - checkedAt;
  return age < 0 ? Number.POSITIVE_INFINITY : age;
}

export interface Installation {
  teamId: string;
  teamName: string;
  botUserId: string;
  botId: string;
}
