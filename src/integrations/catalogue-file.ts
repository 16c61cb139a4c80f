import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Catalogue } from '../domain/catalogue';
import { LOCALES } from '../domain/customer';
import { restriction } from '../domain/restriction';
import { foldKey, oneLine } from '../domain/text';
import { isDay } from '../domain/time';

export interface FileError {
  line: number;
  message: string;
}

const name = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, 'is empty').max(4000, 'is longer than 4,000 characters'));
const code = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(64, 'is longer than 64 characters')
  .regex(/^[^\s%\\]+$/, 'may not hold spaces, % or \\');
const shortname = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(255, 'is longer than 255 characters')
  .regex(/^[^\\]+$/, 'may not hold \\');
const pattern = shortname;
const day = z.string().refine(isDay, 'is not a day; write it as 2026-03-31');
const days = z.int('is not a whole number').min(1, 'is less than 1').max(36_500, 'is more than 36,500');
const role = z.string().trim().min(1, 'is empty').max(100, 'is longer than 100 characters');
const slackId = (letters: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[${letters}][A-Z0-9]{6,}$`),
      `is not a Slack id starting with ${letters.split('').join(' or ')}`,
    );
const timezone = z.string().refine(isTimezone, 'is not a time zone; write it as Europe/Paris');

const course = z.strictObject({ shortname, name, open: z.boolean().default(true) });

const product = z
  .strictObject({
    code,
    name,
    pack_size: z.int('is not a whole number').min(1, 'is less than 1').max(10_000, 'is more than 10,000').default(1),
    courses: z.array(pattern).default([]),
    role: role.default('student'),
    supervisor_role: role.default('teacher'),
    duration_days: days.optional(),
    start_date: day.optional(),
    end_date: day.optional(),
    assign_within_days: days.optional(),
  })
  .refine((value) => value.duration_days === undefined || value.end_date === undefined, {
    path: ['duration_days'],
    error: 'and end_date say the same in two ways; keep one',
  })
  .refine((value) => !value.start_date || !value.end_date || value.start_date <= value.end_date, {
    path: ['end_date'],
    error: 'is before start_date',
  });

const customer = z.strictObject({
  code,
  name,
  channel: slackId('CGD').optional(),
  timezone: timezone.optional(),
  locale: z.enum(LOCALES, `is not one of ${LOCALES.join(', ')}`).optional(),
  coordinators: z.array(z.strictObject({ team: slackId('TE'), user: slackId('UW') })).default([]),
});

const file = z
  .strictObject({
    courses: z.array(course).nullish(),
    products: z.array(product).nullish(),
    customers: z.array(customer).nullish(),
  })
  .superRefine((value, context) => {
    refuseRepeats(
      context,
      'courses',
      'shortname',
      (value.courses ?? []).map((item) => item.shortname),
    );
    refuseRepeats(
      context,
      'products',
      'code',
      (value.products ?? []).map((item) => item.code),
    );
    refuseRepeats(
      context,
      'customers',
      'code',
      (value.customers ?? []).map((item) => item.code),
    );
  });

/** Reads an import file: what it holds, or everything that is wrong with it, each with its line. */
export function readCatalogue(
  text: string,
  defaults: { timezone: string; locale: 'en' | 'fr' },
): { catalogue: Catalogue } | { errors: FileError[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      errors: document.errors.map((error) => ({ line: lines.linePos(error.pos[0]).line, message: error.message })),
    };
  }
  const result = file.safeParse(document.toJS() ?? {});
  if (result.success) return { catalogue: toCatalogue(result.data, defaults) };
  const lineOf = (path: PropertyKey[]) => {
    const offset = nearestNode(document.contents, path)?.range?.[0];
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  const errors = result.error.issues.flatMap((issue) => toErrors(issue, lineOf));
  return { errors: errors.sort((a, b) => a.line - b.line) };
}

function toErrors(issue: z.core.$ZodIssue, lineOf: (path: PropertyKey[]) => number): FileError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key]),
      message: `${inWords([...issue.path, key])} is not a known key`,
    }));
  }
  return [{ line: lineOf(issue.path), message: `${inWords(issue.path)} ${inPlainWords(issue)}` }];
}

function inPlainWords(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.input === undefined && issue.message.endsWith('undefined')) return 'is missing';
  if (issue.message.startsWith('is ')) return issue.message;
  return `should be a ${issue.expected === 'object' ? 'map of keys' : issue.expected === 'array' ? 'list' : issue.expected}`;
}

function inWords(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The file';
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step + 1}]` : index === 0 ? String(step) : `.${String(step)}`,
    )
    .join('');
}

/** The node itself, its key where it is in a map, or the closest parent there is, so that missing keys have a line too. */
function nearestNode(root: Node | null, path: readonly PropertyKey[]): Node | null | undefined {
  let node: Node | null | undefined = root;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      next = pair?.value ?? pair?.key;
    } else if (node && 'items' in node && Array.isArray(node.items)) {
      next = node.items[Number(step)];
    }
    if (!next) return node;
    node = next as Node;
  }
  return node;
}

function toCatalogue(data: z.infer<typeof file>, defaults: { timezone: string; locale: 'en' | 'fr' }): Catalogue {
  return {
    courses: data.courses ?? [],
    products: (data.products ?? []).map((item) => ({
      code: item.code,
      name: item.name,
      packSize: item.pack_size,
      courses: restriction(item.courses),
      role: item.role,
      supervisorRole: item.supervisor_role,
      durationDays: item.duration_days,
      startDate: item.start_date,
      endDate: item.end_date,
      assignWithinDays: item.assign_within_days,
    })),
    customers: (data.customers ?? []).map((item) => ({
      code: item.code,
      name: item.name,
      channel: item.channel,
      timezone: item.timezone ?? defaults.timezone,
      locale: item.locale ?? defaults.locale,
      coordinators: item.coordinators.map(({ team, user }) => ({ teamId: team, userId: user })),
    })),
  };
}

function refuseRepeats(context: z.RefinementCtx, section: string, key: string, values: string[]): void {
  const seen = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const first = seen.get(foldKey(value));
    if (first === undefined) seen.set(foldKey(value), index);
    else {
      context.addIssue({
        code: 'custom',
        path: [section, index, key],
        message: `${value} is already used by ${section}[${first + 1}]`,
      });
    }
  }
}

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/') || zone === 'UTC';
  } catch {
    return false;
  }
}
