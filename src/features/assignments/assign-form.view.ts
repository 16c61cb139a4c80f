import type { KnownBlock, ModalView } from '@slack/types';
import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
import { context, modal, type Option, section } from '../../slack/blocks';
import { ASSIGN_SEAT, AUTOMATIC, NEW } from '../../slack/ids';
import { dateInput, input, searchInput, textInput } from '../../slack/inputs';
import { truncate } from '../../slack/text';
import type { Translate } from '../../slack/translate';
import type { Course } from '../courses/course';
import { termsInWords } from '../orders/order.view';
import type { Pool } from '../orders/seat';

interface AssignFormValues {
  customer: Customer;
  /** Undefined takes the seat automatically. */
  pool: Pool | undefined;
  course: Course | undefined;
  /** What they may still assign this month, where that is limited. */
  allowance: { left: number; quota: number } | undefined;
  /** Shows the inputs for somebody not known yet. */
  isNewTrainee: boolean;
  email: string | undefined;
  start: Day;
  /** Undefined when it depends on the pool that will be taken. */
  end: Day | undefined;
  /** Whether this person assigns for several customers, hence has to see for which. */
  choosing: boolean;
  /** A note of the modal underneath. */
  below: string | undefined;
}

export function assignForm(values: AssignFormValues, t: Translate): ModalView {
  const { customer, pool, course, allowance } = values;
  const placeholder = t('placeholder.search');
  return modal(
    {
      id: ASSIGN_SEAT,
      title: t('title.assign'),
      submit: t('action.submit_assign'),
      close: t('action.close'),
      metadata: { customer: customer.code, pool: pool?.order.reference, below: values.below },
    },
    [
      values.choosing && !pool ? customerInput(customer, t) : undefined,
      pool && section(poolInWords(pool, t)),
      pool && context(termsInWords(pool.order, t).join('\n')),
      allowance && context(t('assign.allowance', { count: allowance.left, quota: allowance.quota })),
      values.email ? context(t('assign.not_known', { email: values.email })) : undefined,
      ...traineeInputs(values, t),
      searchInput('course', { label: t('field.course'), placeholder }, course && courseOption(course)),
      dateInput('start_date', { label: t('field.start_date'), initial: values.start }),
      dateInput('end_date', {
        label: t('field.end_date'),
        hint: t('field.end_date.hint'),
        optional: true,
        initial: values.end,
      }),
      searchInput(
        'pool',
        { label: t('field.pool'), hint: t('field.pool.hint'), placeholder, optional: true, dispatch: true },
        pool ? poolOption(pool, t) : { text: t('option.automatic'), value: AUTOMATIC },
      ),
    ],
  );
}

function customerInput(customer: Customer | undefined, t: Translate): KnownBlock {
  const settings = { label: t('field.customer'), placeholder: t('placeholder.search'), dispatch: true };
  return searchInput('customer', settings, customer && { text: customer.name, value: customer.code });
}

function traineeInputs({ isNewTrainee, email }: AssignFormValues, t: Translate): KnownBlock[] {
  const settings = { label: t('field.trainee'), placeholder: t('placeholder.trainee'), dispatch: true };
  if (!isNewTrainee) return [searchInput('trainee', settings)];
  return [
    searchInput('trainee', settings, newTraineeOption(t)),
    textInput('first_name', { label: t('field.first_name') }),
    textInput('last_name', { label: t('field.last_name') }),
    input('email', { type: 'email_text_input', ...(email && { initial_value: email }) }, { label: t('field.email') }),
  ];
}

export function newTraineeOption(t: Translate): Option {
  return { text: t('option.new_trainee'), value: NEW };
}

export function courseOption(course: Course): Option {
  return { text: course.name, value: course.shortname, description: course.shortname };
}

export function poolOption(pool: Pool, t: Translate): Option {
  const { order, unassigned } = pool;
  const until = order.assignBy && t('pool.until', { day: order.assignBy });
  return {
    text: t('option.pool', { count: unassigned, product: truncate(order.product.name, 50) }),
    value: order.reference,
    description: until ? `${order.reference} · ${until}` : order.reference,
  };
}

function poolInWords({ order, unassigned }: Pool, t: Translate): string {
  return t('assign.from', { count: unassigned, product: order.product.name, order: order.reference });
}
