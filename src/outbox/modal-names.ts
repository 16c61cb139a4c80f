import { randomUUID } from 'node:crypto';

/** Modals are updated by name, so every name is unique. */
export function newModalName(): string {
  return randomUUID();
}
