import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Clock } from './clock';

const schema = z.object({ aheadMs: z.number().int() });

/** Stores the clock's offset in a file, and deletes the file when there is none. Returns a function that stops. */
export async function persistClock(clock: Clock, file: string): Promise<() => Promise<void>> {
  const stored = await load(file);
  if (stored !== 0) clock.moveAhead(stored);
  let writing = Promise.resolve();
  const stopListening = clock.onMove(() => {
    writing = writing.then(() => save(clock, file));
  });
  return () => {
    stopListening();
    return writing;
  };
}

/** `workspace-clock.json` for `workspace.json`. */
export function clockFileOf(transcript: string): string {
  return `${transcript.replace(/\.json$/, '')}-clock.json`;
}

async function save({ ahead, isMoved }: Clock, file: string): Promise<void> {
  if (!isMoved) return rm(file, { force: true });
  const draft = `${file}.${process.pid}.draft`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, JSON.stringify({ aheadMs: ahead }));
  await rename(draft, file);
}

async function load(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{"aheadMs":0}';
    throw error;
  });
  try {
    return schema.parse(JSON.parse(text)).aheadMs;
  } catch {
    throw new Error(`${file} does not say how the clock is moved: remove it to go back to real time.`);
  }
}
