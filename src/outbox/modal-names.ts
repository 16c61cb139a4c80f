import { randomUUID } from 'node:crypto';

/** Modals are changed by their names, and no two may have the same. */
export function newModalName(): string {
  return randomUUID();
}
