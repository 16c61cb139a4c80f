import type { ReactNode } from 'react';
import type { Place } from '../use-place';
import type { State } from '../workspace-state';

/** Facts that the page has shown so far. */
interface Seen {
  done: readonly number[];
  /** True once the list was open after the second step. */
  listed: boolean;
}

export interface TourStep {
  title: string;
  text: ReactNode;
  /** The label of its button. */
  action: string;
  place: Place;
  draft?: string;
  /** True when the page shows that the step is done. */
  isDone(state: State, seen: Seen): boolean;
}

export interface TourPlan {
  /** The storage key of its progress. */
  name: string;
  steps: readonly TourStep[];
  /** True when this workspace cannot contain any progress; `since` is the workspace that the progress is from. */
  isNew(state: State, since: string | undefined): boolean;
}

const GLOBEX = 'C0GLOBEX001';
export const seatReference = /\bS-[0-9A-HJKMNP-TV-Z]{6}\b/;

const tourSteps: readonly TourStep[] = [
  {
    title: 'Sell seats to Globex',
    text: (
      <>
        As Sonia, send <b>/seats generate</b>: Globex, product <b>Excel</b>, quantity 20.
      </>
    ),
    action: 'Be Sonia',
    place: { as: 'sonia', in: GLOBEX },
    draft: '/seats generate',
    isDone: hasOrder,
  },
  {
    title: 'Assign one',
    text: (
      <>
        As Gus, from Globex, press <b>Assign a seat</b> on the message in #globex-training.
      </>
    ),
    action: 'Be Gus',
    place: { as: 'gus', in: GLOBEX },
    isDone: ({ person, modals }) =>
      person.foreign && modals.some((view) => seatReference.test(JSON.stringify(view.blocks))),
  },
  {
    title: 'See what is left',
    text: (
      <>
        Press <b>See seats</b>: 19 are left. Then try the same person in the same course again.
      </>
    ),
    action: 'Go to the message',
    place: { as: 'gus', in: GLOBEX },
    isDone: ({ errors }, { listed }) => listed && ('trainee' in errors || 'email' in errors),
  },
];

/** True when the list that the last step starts with is open. */
export function isListed({ modals }: State, done: readonly number[]): boolean {
  return done.includes(1) && modals.some((view) => view.callback_id === 'list_seats');
}

/** The tour of a workspace with demonstration data. */
export const demonstrationTour: TourPlan = { name: 'local-workspace.tour', steps: tourSteps, isNew: isUntouched };

/** True when the channel is visible and shows no order: the workspace is new, so the tour starts over. */
function isUntouched(state: State): boolean {
  return state.channels.some(({ id }) => id === GLOBEX) && !hasOrder(state);
}

function hasOrder({ messages }: State): boolean {
  return (messages[GLOBEX] ?? []).some(({ blocks }) => JSON.stringify(blocks ?? []).includes('"open_assign"'));
}
