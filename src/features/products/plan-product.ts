import { type Refusal, refuseAny } from '../../core/errors';
import type { Field } from '../../core/field';
import { plainText } from '../../core/plain-text';
import { foldKey, MAX_NAME_LENGTH, oneLine } from '../../core/text';
import { DAYS, type Day, isDay, isTimelyDay } from '../../core/time';
import type { MoodleRoles } from '../../moodle/moodle-role';
import { exactSecond } from './parameter-time';
import { MAX_DURATION, MAX_PACK, MAX_ROLE_LENGTH, MAX_SHORTNAME_LENGTH, nameProblems } from './parameter-value';
import { DEFAULTED, DEFAULTS, NO_SUPERVISOR, type ProductTerms } from './product';
import { secondsInOrder } from './product-days';
import { type ProductForm, restrictionOf } from './product-form';

const MAX_CODE_LENGTH = 64;
export const MAX_DESCRIPTION_LENGTH = 500;

/** The product that the form describes, or everything wrong with the form. */
export function planProduct(
  form: ProductForm,
  { timezone, roles }: { timezone: string; roles: MoodleRoles },
): ProductTerms {
  const clean = cleaned(form);
  const courses = restrictionOf(form);
  refuseAny([
    ...codeRefusals(clean.code),
    ...(clean.name === '' ? [{ code: 'name.missing', field: 'name' } as const] : []),
    ...tooLong(clean.name, MAX_NAME_LENGTH, 'name'),
    ...tooLong(clean.description, MAX_DESCRIPTION_LENGTH, 'description'),
    ...numberRefusals(form.packSize, MAX_PACK, 'pack_size'),
    ...courses.flatMap((entry) => nameRefusals(entry, MAX_SHORTNAME_LENGTH, 'patterns')),
    ...roleRefusals(clean.role || DEFAULTS.role, roles, 'role'),
    ...supervisorRefusals(clean.supervisorRole || DEFAULTS.supervisorRole, roles),
    ...numberRefusals(form.durationDays, MAX_DURATION, 'duration_days'),
    ...dateRefusals(form),
    ...numberRefusals(form.assignWithinDays, MAX_DURATION, 'assign_within_days'),
    ...nameRefusals(clean.customerSupport, MAX_SHORTNAME_LENGTH, 'customer_support'),
  ]);
  const stated = {
    packSize: numberOf(form.packSize),
    role: clean.role || undefined,
    supervisorRole: clean.supervisorRole || undefined,
  };
  return {
    code: clean.code,
    name: clean.name,
    description: clean.description || undefined,
    packSize: stated.packSize ?? DEFAULTS.packSize,
    courses,
    role: stated.role ?? DEFAULTS.role,
    supervisorRole: stated.supervisorRole ?? DEFAULTS.supervisorRole,
    durationDays: numberOf(form.durationDays),
    startDate: form.startDate,
    endDate: form.endDate,
    assignWithinDays: numberOf(form.assignWithinDays),
    customerSupport: clean.customerSupport || undefined,
    ...secondsInOrder({
      startDate: form.startDate,
      startSecond: exactSecond(form.startSecond, form.startDate, timezone),
      endDate: form.endDate,
      endSecond: exactSecond(form.endSecond, form.endDate, timezone),
    }),
    leftOut: DEFAULTED.filter((term) => stated[term] === undefined),
  };
}

function cleaned(form: ProductForm) {
  const plain = (text: string | undefined) => plainText(text ?? '');
  return {
    code: plain(form.code),
    name: oneLine(form.name ?? ''),
    description: (form.description ?? '').replaceAll(/[^\P{Cc}\n]/gu, '').trim(),
    role: plain(form.role),
    supervisorRole: plain(form.supervisorRole),
    customerSupport: (form.customerSupport ?? '').trim(),
  };
}

function codeRefusals(code: string): Refusal[] {
  const isCode = code.length <= MAX_CODE_LENGTH && /^[^\s%\\]+$/.test(foldKey(code));
  return isCode ? [] : [{ code: 'code.invalid', field: 'code', details: { most: MAX_CODE_LENGTH } }];
}

function tooLong(text: string, most: number, field: Field): Refusal[] {
  return text.length > most ? [{ code: 'text.too_long', field, details: { most } }] : [];
}

function nameRefusals(text: string, most: number, field: Field): Refusal[] {
  return nameProblems(text, most).map(({ code, details = {} }) => {
    return { code: code === 'value.too_long' ? 'text.too_long' : 'text.character', field, details };
  });
}

function roleRefusals(role: string, roles: MoodleRoles, field: Field): Refusal[] {
  const wrong = nameRefusals(role, MAX_ROLE_LENGTH, field);
  if (wrong.length > 0 || roles.has(role)) return wrong;
  return [{ code: 'moodle_role.unknown', field, details: { role, known: [...roles.keys()].join(', ') } }];
}

function supervisorRefusals(role: string, roles: MoodleRoles): Refusal[] {
  return role === NO_SUPERVISOR ? [] : roleRefusals(role, roles, 'supervisor_role');
}

function numberRefusals(text: string | undefined, most: number, field: Field): Refusal[] {
  const number = numberOf(text);
  const fits = number === undefined || (number >= 1 && number <= most);
  return fits ? [] : [{ code: 'number.range', field, details: { least: 1, most } }];
}

/** NaN when it is not a whole number. */
function numberOf(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  return /^[0-9]{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** The form accepts past days; the product check reports them. */
function dateRefusals({ startDate: start, endDate: end }: ProductForm): Refusal[] {
  const refusals = [...dayRefusals(start, 'start_date'), ...dayRefusals(end, 'end_date')];
  const areDays = refusals.length === 0 && start !== undefined && end !== undefined;
  if (areDays && end < start) refusals.push({ code: 'end_date.reversed', field: 'end_date' });
  return refusals;
}

function dayRefusals(day: Day | undefined, field: Field): Refusal[] {
  if (day === undefined) return [];
  if (!isDay(day)) return [{ code: 'date.invalid', field }];
  return isTimelyDay(day) ? [] : [{ code: 'date.range', field, details: DAYS }];
}
