import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Changes } from './changes';

/** Writes the text to the file atomically at each change. The returned function stops after the last write. */
export function persistToFile(file: string, textNow: () => string, changes: Changes): () => Promise<void> {
  let written = textNow();
  let writing = Promise.resolve();
  const write = async () => {
    const text = textNow();
    if (text === written) return;
    const draft = `${file}.${process.pid}.draft`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, file);
    written = text;
  };
  const flush = () => {
    writing = writing.then(write);
    return writing;
  };
  const stopWatching = changes.watch(() => void flush());
  return () => {
    stopWatching();
    return flush();
  };
}
