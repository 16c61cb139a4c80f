import type { Command } from 'commander';
import { ConfigError } from '../config';
import { LockedError, RefusedError } from '../database/migrate';
import { FolderError } from '../database/open-database';
import { CommandError } from './command-error';

/** Errors that the person at the command line can act on. Any other error is a bug and keeps its stack. */
const EXPECTED = [CommandError, ConfigError, FolderError, LockedError, RefusedError];

/** A failure prints one sentence and exits with code 1. */
export function runProgram(program: Command): void {
  program.parseAsync().catch((error) => {
    console.error(EXPECTED.some((kind) => error instanceof kind) ? error.message : error);
    process.exitCode = 1;
  });
}
