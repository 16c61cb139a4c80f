import type { State } from '../workspace-state';
import { seatReference, type TourPlan, type TourStep } from './tour-steps';

const GENERAL = 'C0GENERAL01';

const setupSteps: readonly TourStep[] = [
  {
    title: 'Say what you sell',
    text: (
      <>
        As Ada, add courses with <b>/seats courses</b>. Then create a product with <b>/seats products</b>.
      </>
    ),
    action: 'Be Ada',
    place: { as: 'ada', in: GENERAL },
    draft: '/seats courses',
    isDone: ({ modals }) => modals.some((view) => view.callback_id === 'product_card'),
  },
  {
    title: 'Create a customer',
    text: (
      <>
        As Sonia, send <b>/seats customers</b>: choose #acme-training. Add Claire under <b>Coordinators</b>.
      </>
    ),
    action: 'Be Sonia',
    place: { as: 'sonia', in: GENERAL },
    draft: '/seats customers',
    isDone: ({ modals }) => modals.some((view) => JSON.stringify(view.blocks).includes('"remove_coordinator"')),
  },
  {
    title: 'Sell and assign',
    text: (
      <>
        Send <b>/seats generate</b>. Then be Claire, and assign a seat in #acme-training.
      </>
    ),
    action: 'Be Sonia',
    place: { as: 'sonia', in: GENERAL },
    draft: '/seats generate',
    isDone: ({ modals }) =>
      modals.some((view) => view.callback_id === 'seat_assigned' && seatReference.test(JSON.stringify(view.blocks))),
  },
];

/** The tour of a workspace that started empty. */
export const setupTour: TourPlan = { name: 'local-workspace.tour.empty', steps: setupSteps, isNew: isBegunAnew };

/** True when no message exists since the server started; earlier progress is obsolete. */
function isBegunAnew({ emptySince, messages }: State, since: string | undefined): boolean {
  return emptySince !== since && Object.values(messages).every((said) => said.length === 0);
}
