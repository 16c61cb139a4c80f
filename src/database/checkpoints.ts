import { existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database';
import type { DatabaseFile } from './database-file';
import { type FileMark, isExplained } from './file-mark';
import { openBeside } from './open-database';
import { fileOf } from './sqlite-client';
import { UnexplainedChange } from './unexplained-change';
import { WriteAheadLog } from './write-ahead-log';
import { type WriteFailures, writeFailuresOf } from './write-failures';

const LOOK_EVERY_MS = 1_000;
/** While closing. */
const LOOK_AGAIN_MS = 100;
const CHECKPOINT_EVERY_MS = 10_000;
/** People are refused only after this, since another process may be making a checkpoint. */
const DOUBT_MS = 2_000;
/** No checkpoint leaves the file as it is for so long before it ends. */
const STILL_MS = 10_000;

/**
 * Moves SQLite's write-ahead log into the database file, on a connection and a thread of its own, so that no commit
 * waits for it. PostgreSQL does this itself.
 *
 * Also looks after the file every second. Nothing but a checkpoint writes into it, so any other change means that
 * somebody has copied another file over it. From then on nothing is read or written, since the log does not belong to
 * the new content.
 */
export class Checkpoints {
  readonly #beside: Database | undefined;
  readonly #file: DatabaseFile | undefined;
  /** Of the pool that people wait for. */
  readonly #failures: WriteFailures;
  readonly #change = new UnexplainedChange();
  #log: WriteAheadLog | undefined;
  #mark: FileMark | undefined;
  #madeAt = 0;
  #isSetAside = false;

  constructor(db: Database) {
    this.#failures = writeFailuresOf(db);
    this.#file = db.client.config.client === 'pg' ? undefined : fileOf(db.client);
    this.#beside = this.#file && openBeside(this.#file.path);
  }

  /** Resolves to the milliseconds until the next round. Rejects when the file is not the opened one any more. */
  async round(): Promise<number> {
    if (!this.#beside || !this.#file) return CHECKPOINT_EVERY_MS;
    if (!this.#mark) this.#file.ensureStillThere();
    await this.#look(this.#beside, this.#file);
    this.#file.ensureThere();
    const isDue = performance.now() - this.#madeAt >= CHECKPOINT_EVERY_MS;
    if (isDue && this.#change.age === 0) await this.#make(this.#beside, this.#file);
    return LOOK_EVERY_MS;
  }

  /** Looks a last time: closing the last connection makes a checkpoint too. Takes two seconds when in doubt. */
  async close(): Promise<void> {
    if (!this.#beside || !this.#file) return;
    if (this.#mark) await this.#lookUntilSure(this.#beside, this.#file);
    if (isAnother(this.#file)) this.#setAside();
    await this.#beside.destroy();
    this.#log?.close();
  }

  async #lookUntilSure(beside: Database, file: DatabaseFile): Promise<void> {
    await this.#look(beside, file);
    while (this.#change.age > 0 && !isAnother(file)) {
      await sleep(LOOK_AGAIN_MS);
      await this.#look(beside, file);
    }
  }

  async #look(beside: Database, file: DatabaseFile): Promise<void> {
    const state = file.look();
    if (state === 'missing' || this.#isSetAside) return;
    this.#change.see(state === 'replaced' ? state : await this.#unexplained(beside, file));
    file.setOverwritten(state !== 'replaced' && this.#change.age >= DOUBT_MS);
    // No other process can have begun a log of its own, so this saves what was accepted.
    const isLost = file.look() === 'logMissing' && this.#change.age === 0;
    if (isLost && !existsSync(file.logPath)) await move(beside);
    if (this.#change.stillFor >= STILL_MS) this.#setAside();
  }

  /** What the file is like when something other than a checkpoint seems to have changed it. */
  async #unexplained(beside: Database, file: DatabaseFile): Promise<string | undefined> {
    const now = await this.#markNow(beside, file);
    if (this.#mark && !isExplained(this.#mark, now)) return now.content;
    this.#mark = now;
    return undefined;
  }

  /** Moves as much as possible without waiting for readers or writers. */
  async #make(beside: Database, file: DatabaseFile): Promise<void> {
    this.#madeAt = performance.now();
    await move(beside).catch((error: Error) => {
      this.#failures.note(error);
      throw error;
    });
    this.#mark = await this.#markNow(beside, file);
  }

  /** A checkpoint that ends meanwhile would make two halves that do not belong together. */
  async #markNow(beside: Database, file: DatabaseFile): Promise<FileMark> {
    for (;;) {
      const before = await positionOf(beside);
      if (existsSync(file.logPath)) this.#log ??= new WriteAheadLog(file.logPath);
      const mark = { content: contentOf(file.path), salt: this.#log?.salt() };
      const after = await positionOf(beside);
      if (before.moved === after.moved) return { ...mark, ...after };
    }
  }

  #setAside(): void {
    if (!this.#isSetAside) this.#log?.setAside();
    this.#isSetAside = true;
  }
}

function isAnother(file: DatabaseFile): boolean {
  return ['missing', 'replaced', 'overwritten'].includes(file.look());
}

async function move(beside: Database): Promise<void> {
  await beside.raw('pragma wal_checkpoint(passive)');
}

async function positionOf(beside: Database): Promise<Pick<FileMark, 'log' | 'moved'>> {
  const [answer] = await beside.raw('pragma wal_checkpoint(noop)');
  return { log: answer.log, moved: answer.checkpointed };
}

function contentOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return `${found?.size}/${found?.mtimeNs}`;
}
