import type { Act } from '../../../src/core/permission';
import { ofAssignment as asShown } from '../../../src/slack/button-values';

/** References to one customer's data, for forged buttons, metadata and inputs. */
export interface References {
  customer: string;
  order: string;
  /** An assigned seat of the order. */
  seat: string;
  /** Ids of assignments of the order: that of the seat, and one to release, which show the same course and days. */
  assignment: string;
  releasable: string;
  /** Versions of these assignments. */
  version: string;
  releasableVersion: string;
  product: string;
  request: string;
  access: string;
  invitation: string;
  /** Coordinators, as button values: one who stays, and one to remove. */
  coordinator: string;
  dismissed: string;
  /** A coordinator who can delegate, as a button value, and one of their delegations. */
  delegator: string;
  delegation: string;
  /** User ids: of a person who can become a coordinator, of one to invite, and of one to delegate to. */
  newcomer: string;
  invited: string;
  delegate: string;
  /** Keys: of an import to confirm, and of one to cancel. */
  import: string;
  unwanted: string;
  /** A customer whose channel is broken. */
  broken: string;
  /** The metadata of the customer form; without a customer it creates one. */
  form: Record<string, string>;
}

/** How to send one route: its act, and the references that it contains. */
export interface Route {
  /** Undefined: open to everyone, and shows no data unless `shows` is set. */
  act: Act | undefined;
  /** For a route open to everyone: people who may do this see data of every customer there. */
  shows?: Act;
  value?: (of: References) => string;
  notes?: (of: References) => Record<string, string>;
  inputs?: (of: References) => Record<string, string>;
  /** The modal that contains the button; without it, the button is in a message. */
  modal?: string;
  /**
   * What the act is checked against. Without it, the act alone decides. Otherwise: a customer, or one of its products;
   * a file chosen by the same person, for `sheet` also its kind of rows; for `delegation`, whether the delegating
   * coordinator is the person themselves.
   */
  about?: 'customer' | 'product' | 'import' | 'sheet' | 'delegation';
  /** Refusals that authorised people get too, for reasons other than rights. */
  told?: string[];
}

export type Table = Record<string, Route>;

export const EVERYBODY: Route = { act: undefined };
export const notesOfCustomer = ({ customer }: References) => ({ customer });

export const ofOrder = (act: Act): Route => ({ act, value: ({ order }) => order, about: 'product' });
export const ofSeat = (act: Act): Route => ({ act, value: ({ seat }) => seat, about: 'product' });
export const ofAssignment = (act: Act): Route => ({
  act,
  value: ({ assignment, version }) => asShown(Number(assignment), version),
  about: 'product',
});
export const ofCustomer = (act: Act): Route => ({ act, value: ({ customer }) => customer, about: 'customer' });
export const noted = (act: Act): Route => ({ act, notes: notesOfCustomer, about: 'customer' });

/** A button or input that requests the first page, in a modal with this metadata. */
export const page = (route: Route): Route => ({ ...route, value: () => '0' });
