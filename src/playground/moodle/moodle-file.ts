import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { persistToFile } from '../persist-to-file';
import type { MoodleSite } from './moodle-site';
import type { Records } from './records';

const place = { courseId: z.int(), accountId: z.int() };

const schema: z.ZodType<Records> = z.object({
  accounts: z.array(
    z.object({
      id: z.int(),
      username: z.string(),
      firstname: z.string(),
      lastname: z.string(),
      email: z.string(),
      auth: z.string(),
      suspended: z.boolean(),
      deleted: z.boolean(),
      lastaccess: z.int(),
    }),
  ),
  courses: z.array(
    z.object({
      id: z.int(),
      shortname: z.string(),
      fullname: z.string(),
      idnumber: z.string(),
      summary: z.string(),
      visible: z.boolean(),
      manual: z.enum(['enabled', 'disabled', 'absent']),
      self: z.boolean(),
      teacher: z.string().optional(),
      groupMode: z.enum(['none', 'separate', 'visible']),
      completion: z.enum(['none', 'self']),
    }),
  ),
  enrolments: z.array(
    z.object({ ...place, method: z.enum(['manual', 'self']), start: z.int(), end: z.int(), suspended: z.boolean() }),
  ),
  roles: z.array(z.object({ ...place, roleId: z.int() })),
  groups: z.array(
    z.object({
      id: z.int(),
      courseId: z.int(),
      name: z.string(),
      idnumber: z.string(),
      description: z.string(),
      members: z.array(z.int()),
    }),
  ),
  visits: z.array(z.object({ ...place, at: z.int() })),
  mails: z.array(z.object({ kind: z.enum(['welcome', 'password']), to: z.string(), course: z.string().optional() })),
});

/** Stores a Moodle's records in a file, but not its settings. Returns a function that stops. */
export async function persistMoodle(site: MoodleSite, file: string): Promise<() => Promise<void>> {
  const stored = await load(file);
  if (stored) site.remember(stored);
  return persistToFile(file, () => JSON.stringify(site.records, null, 1), site.changes);
}

/** `workspace-moodle.json` for `workspace.json`. */
export function moodleFileOf(transcript: string): string {
  return `${transcript.replace(/\.json$/, '')}-moodle.json`;
}

async function load(file: string): Promise<Records | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} does not hold the Moodle of the local workspace: remove it to begin with an empty one.`);
  }
}
