import type { CustomerAccount } from '../../core/customer';
import { ChangedMeanwhile, type Refusal, refuseAny, UserError } from '../../core/errors';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { plainText } from '../../core/plain-text';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import {
  type AccountTerms,
  findAccount,
  findAccountOfChannel,
  findNamesake,
  getAccount,
  insertAccount,
  lookingAgain,
  updateAccount,
} from './customer-accounts.sql';
import type { CustomerCard } from './customer-card';
import { customerCreated, customerUpdated } from './customer-changes';
import { type CustomerForm, type CustomerInput, readCustomerForm, refuseCode, suggestCode } from './customer-form';
import { accountFor, cardOf } from './find-customer-card';
import { inUse } from './in-use';

/** Queues the channel set-up in the same transaction. Without a code, derives one from the name. */
export async function createCustomer(
  db: Database,
  form: CustomerForm & { code: string | undefined },
  by: Person,
  now: Now,
  submission?: string,
): Promise<CustomerCard> {
  demand(by, 'customers');
  return saved(db, by, now, submission, (tx) => create(tx, form, by, now));
}

/** Throws UserError when another person has changed the customer since that version. */
export async function editCustomer(
  db: Database,
  form: CustomerForm & { customer: string; version: number },
  by: Person,
  now: Now,
  submission?: string,
): Promise<CustomerCard> {
  demand(by, 'customers');
  return saved(db, by, now, submission, (tx) => edit(tx, form, by, now));
}

async function saved(
  db: Database,
  by: Person,
  now: Now,
  submission: string | undefined,
  run: (tx: Database) => Promise<string>,
): Promise<CustomerCard> {
  const load = async (tx: Database, id: string) => cardOf(tx, await getAccount(tx, Number(id)), now);
  return lookingAgain(() => idempotent(db, submission, by, now, { run, load }));
}

async function create(tx: Database, form: CustomerForm & { code: string | undefined }, by: Person, now: Now) {
  const { input, refusals } = readCustomerForm(form);
  const givenCode = plainText(form.code ?? '');
  const code = givenCode || (await freeCode(tx, input.name));
  refusals.push(...refuseCode(code));
  if (await findAccount(tx, code)) refusals.push(CODE_TAKEN);
  refuseAny([...refusals, ...(await refuseName(tx, input, undefined)), ...(await refuseChannel(tx, input, undefined))]);
  const terms = { ...input, channelBy: isOf(input) ? { teamId: by.teamId, userId: by.userId } : undefined };
  const id = await insertAccount(tx, code, terms);
  if (id === undefined) throw new UserError(CODE_TAKEN);
  const facts = { channel: input.channel, hasMoved: true, hasAnotherDay: false, asker: by, inBulk: false };
  await record(tx, by, now, customerCreated({ subject: code, customerId: id, after: { code, ...input } }, facts));
  return String(id);
}

async function edit(tx: Database, form: Parameters<typeof editCustomer>[1], by: Person, now: Now) {
  const before = await accountFor(tx, form.customer, by);
  inUse(before);
  if (form.version !== before.version) throw new ChangedMeanwhile({ code: 'customer.changed' });
  const { input, refusals } = readCustomerForm(form);
  refuseAny([...refusals, ...(await refuseName(tx, input, before)), ...(await refuseChannel(tx, input, before))]);
  const known = inputOf(before);
  const changed = (Object.keys(input) as (keyof CustomerInput)[]).filter((field) => input[field] !== known[field]);
  if (changed.length === 0) return String(before.id);
  const isMoved = changed.includes('channel') || changed.includes('newChannel');
  const channelBy = isMoved ? (isOf(input) ? { teamId: by.teamId, userId: by.userId } : undefined) : before.channelBy;
  await save(tx, before, { ...input, channelBy });
  const details = { subject: before.code, customerId: before.id };
  const facts = {
    channel: input.channel,
    hasMoved: isMoved,
    hasAnotherDay: changed.includes('timezone'),
    asker: isMoved ? by : undefined,
    inBulk: false,
  };
  const change = { before: pick(known, changed), after: pick(input, changed) };
  await record(tx, by, now, customerUpdated({ ...details, ...change }, facts));
  return String(before.id);
}

const CODE_TAKEN: Refusal = { code: 'code.taken', field: 'code' };

/** Of two concurrent saves, one gets a refusal. */
async function save(tx: Database, before: CustomerAccount, terms: AccountTerms): Promise<void> {
  if (!(await updateAccount(tx, before, terms))) throw new ChangedMeanwhile({ code: 'customer.changed' });
}

async function freeCode(tx: Database, name: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const code = suggestCode(name, attempt);
    if (!(await findAccount(tx, code))) return code;
  }
}

/** With two customers of one name, sales could pick the wrong one. */
async function refuseName(
  tx: Database,
  { name }: CustomerInput,
  before: CustomerAccount | undefined,
): Promise<Refusal[]> {
  if (name === before?.name) return [];
  const other = await findNamesake(tx, name, before?.id);
  return other
    ? [{ code: 'customer.namesake', field: 'name', details: { customer: other.name, code: other.code } }]
    : [];
}

/** One channel serves one customer. */
async function refuseChannel(
  tx: Database,
  { channel }: CustomerInput,
  before: CustomerAccount | undefined,
): Promise<Refusal[]> {
  if (channel === undefined || channel === before?.channel) return [];
  const other = await findAccountOfChannel(tx, channel);
  return other ? [{ code: 'channel.taken', field: 'channel', details: { customer: other.name } }] : [];
}

function isOf({ channel, newChannel }: CustomerInput): boolean {
  return channel !== undefined || newChannel !== undefined;
}

function inputOf({ name, channel, newChannel, timezone, locale, notes }: CustomerAccount): CustomerInput {
  return { name, channel, newChannel, timezone, locale, notes };
}

function pick(input: CustomerInput, fields: (keyof CustomerInput)[]): object {
  return Object.fromEntries(fields.map((field) => [field, input[field] ?? null]));
}
