import * as catalogue from './route-table/catalogue';
import * as customers from './route-table/customers';
import type { Table } from './route-table/route';
import * as seats from './route-table/seats';

export type { References, Route } from './route-table/route';

/** Every route, in the order in which the tests try them. */
export const COMMANDS: Table = { ...seats.COMMANDS, ...catalogue.COMMANDS, ...customers.COMMANDS };
export const SHORTCUTS: Table = seats.SHORTCUTS;
export const ACTIONS: Table = { ...seats.ACTIONS, ...catalogue.ACTIONS, ...customers.ACTIONS };
export const CHANGES: Record<string, Table> = { ...seats.CHANGES, ...catalogue.CHANGES, ...customers.CHANGES };
export const SUBMISSIONS: Table = { ...seats.SUBMISSIONS, ...customers.SUBMISSIONS, ...catalogue.SUBMISSIONS };
export const OPTIONS: Record<string, Table> = { ...seats.OPTIONS, ...catalogue.OPTIONS, ...customers.OPTIONS };
