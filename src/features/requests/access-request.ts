import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/person';
import type { Instant } from '../../core/time';

/** Somebody who wants to become a coordinator of the customer in whose channel they asked. */
export interface AccessRequest {
  id: number;
  customer: Customer;
  askedAt: Instant;
  askedBy: Identity;
  /** Undefined while it waits for sales. */
  answer: AccessAnswer | undefined;
}

export interface AccessAnswer {
  kind: 'approved' | 'declined';
  at: Instant;
  /** Undefined when nobody had to answer: they had become a coordinator meanwhile. */
  by: Identity | undefined;
}

/** How a request is called in buttons and in the history. */
export function accessReference(id: number): string {
  return `access:${id}`;
}

export function parseAccessReference(text: string): number | undefined {
  const id = /^access:(\d{1,9})$/.exec(text)?.[1];
  return id === undefined ? undefined : Number(id);
}
