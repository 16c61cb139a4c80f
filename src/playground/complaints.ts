import type { z } from 'zod';

/** Validation errors, worded and with pointers as in Slack's `response_metadata.messages`. */
export function complaints(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : flat(result.error.issues).map(complain);
}

/** For a union, the innermost errors of the branch that came closest to matching. */
function flat(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const closest = [...issue.errors].sort((one, other) => one.length - other.length)[0] ?? [];
    return flat(closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function complain(issue: z.core.$ZodIssue): string {
  const { message, path } = describe(issue);
  return `[ERROR] ${message} [json-pointer:/${path.map(String).join('/')}]`;
}

function describe(issue: z.core.$ZodIssue): { message: string; path: PropertyKey[] } {
  const missing = { message: `missing required field: ${String(issue.path.at(-1))}`, path: issue.path.slice(0, -1) };
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      return issue.input === undefined ? missing : { message: `must be ${wanted(issue)}`, path: issue.path };
    case 'too_big':
      return { message: tooBig(issue), path: issue.path };
    case 'too_small':
      return { message: tooSmall(issue), path: issue.path };
    case 'unrecognized_keys':
      return { message: `invalid additional property: ${issue.keys.join(', ')}`, path: issue.path };
    case 'invalid_union':
      return unsupported(issue);
    default:
      return { message: issue.message, path: issue.path };
  }
}

function unsupported(issue: z.core.$ZodIssueInvalidUnion): { message: string; path: PropertyKey[] } {
  const { input } = issue;
  const type = input && typeof input === 'object' ? (input as { type?: unknown }).type : input;
  if (type === undefined) return { message: 'missing required field: type', path: issue.path.slice(0, -1) };
  return { message: `unsupported type: ${String(type)}`, path: issue.path };
}

function wanted(issue: z.core.$ZodIssueInvalidType | z.core.$ZodIssueInvalidValue): string {
  return issue.code === 'invalid_type' ? `of type ${issue.expected}` : `one of ${issue.values.map(String).join(', ')}`;
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `must be less than ${Number(maximum) + 1} characters`;
  return origin === 'array' ? `no more than ${maximum} items allowed` : `must be less than ${Number(maximum) + 1}`;
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return `must be more than ${Number(minimum) - 1} characters`;
  return origin === 'array' ? `no fewer than ${minimum} items allowed` : `must be more than ${Number(minimum) - 1}`;
}
