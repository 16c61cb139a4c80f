import { defineChange } from '../../database/changes';

export interface RequestFacts {
  id: number;
}

export const seatsAsked = defineChange<RequestFacts>('seats.asked');
export const seatsDeclined = defineChange<RequestFacts>('seats.declined');
/** An order fulfils the request. Leaves no row in the ledger: the order has its own. */
export const seatsProvided = defineChange<RequestFacts>('seats.provided');

export const accessAsked = defineChange<RequestFacts>('access.asked');
export const accessApproved = defineChange<RequestFacts>('access.approved');
export const accessDeclined = defineChange<RequestFacts>('access.declined');
