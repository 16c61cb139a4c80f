import type { Act } from '../../../src/core/permission';

/** Things of one customer by their references, for whoever forges them into buttons, notes and inputs. */
export interface References {
  customer: string;
  order: string;
  /** Assigned ones of that order: one that stays so, and one to be released. */
  seat: string;
  releasable: string;
  product: string;
  request: string;
  access: string;
  invitation: string;
  /** Coordinators, as buttons name them: one who stays, and one to be removed. */
  coordinator: string;
  dismissed: string;
  /** A coordinator who may delegate, by their button, and a delegation of theirs. */
  delegator: string;
  delegation: string;
  /** User ids: of who can become a coordinator, of who can be invited, and of who can be a delegate. */
  newcomer: string;
  invited: string;
  delegate: string;
  /** Keys: of what is to be imported, and of what is not. */
  import: string;
  unwanted: string;
  /** A customer to mend the channel of. */
  broken: string;
  /** What the form of a customer notes down; without a customer it is for a new one. */
  form: Record<string, string>;
}

/** How one route is sent: which act it is, and what it names. */
export interface Route {
  /** Undefined: everybody may, and is shown nothing of anybody, unless `shows` says otherwise. */
  act: Act | undefined;
  /** Where everybody may: who does this is shown things of every customer there. */
  shows?: Act;
  value?: (of: References) => string;
  notes?: (of: References) => Record<string, string>;
  inputs?: (of: References) => Record<string, string>;
  /** Pressed in a modal of that name, not in a message. */
  modal?: string;
  /**
   * What decides beside the act. Nothing: the act alone. A customer, or one of its products; a file that they chose
   * themselves, or in addition what kind of rows it holds; whether a coordinator who may delegate is themselves.
   */
  about?: 'customer' | 'product' | 'import' | 'sheet' | 'delegation';
  /** What those who may are told all the same, for reasons that have nothing to do with rights. */
  told?: string[];
}

export type Table = Record<string, Route>;

export const EVERYBODY: Route = { act: undefined };
export const notesOfCustomer = ({ customer }: References) => ({ customer });

export const ofOrder = (act: Act): Route => ({ act, value: ({ order }) => order, about: 'product' });
export const ofSeat = (act: Act): Route => ({ act, value: ({ seat }) => seat, about: 'product' });
export const ofCustomer = (act: Act): Route => ({ act, value: ({ customer }) => customer, about: 'customer' });
export const noted = (act: Act): Route => ({ act, notes: notesOfCustomer, about: 'customer' });

/** A button or input that asks for the first page, in a modal with those notes. */
export const page = (route: Route): Route => ({ ...route, value: () => '0' });
