import type { KnownBlock, ModalView } from '@slack/types';
import type { Course } from '../../core/course';
import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
import type { Translate } from '../../core/words';
import { context, type Option, section } from '../../slack/blocks';
import { date, email, search, text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { withReference } from '../../slack/own-reference';
import { truncate } from '../../slack/text';
import type { OrderCourses } from '../orders/order';
import { termsInWords } from '../orders/order.view';
import type { Pool } from '../orders/pool';

/** Option that picks a seat automatically, from the first pool to expire. */
export const AUTOMATIC = 'auto';
/** Option for a trainee who is not in the list yet. */
export const NEW = 'new';

/** The notes `course` and `email` carry values entered before the customer is chosen. */
export const assignSeatForm = form(
  'assign_seat',
  {
    customer: search({ dispatch: true }),
    trainee: search({ dispatch: true }),
    first_name: text(),
    last_name: text(),
    email: email(),
    course: search(),
    start_date: date(),
    end_date: date({ optional: true }),
    pool: search({ optional: true, dispatch: true }),
  },
  ['customer', 'pool', 'course', 'email', 'below'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof assignSeatForm> {}
}

const { draw } = assignSeatForm;

interface AssignFormValues {
  customer: Customer;
  /** Undefined picks the pool automatically. */
  pool: Pool | undefined;
  /** What the pool is valid for; undefined for every open course. */
  poolCourses: OrderCourses | undefined;
  course: Course | undefined;
  /** Monthly quota; undefined when unlimited. */
  allowance: { left: number; quota: number } | undefined;
  /** Shows the inputs for a new trainee. */
  isNewTrainee: boolean;
  email: string | undefined;
  start: Day;
  /** Undefined while it depends on the pool. */
  end: Day | undefined;
  /** The person assigns for several customers, so the form shows which. */
  choosing: boolean;
  /** Identifies the modal underneath. */
  below: string | undefined;
}

export function assignView(values: AssignFormValues, t: Translate): ModalView {
  const { customer, pool, course, allowance } = values;
  const placeholder = t('placeholder.search');
  return assignSeatForm.modal(
    {
      title: t('title.assign'),
      submit: t('action.submit_assign'),
      close: t('action.close'),
      notes: { customer: customer.code, pool: pool?.order.reference, below: values.below },
    },
    [
      values.choosing && !pool ? customerInput(customer, t) : undefined,
      pool && section(poolInWords(pool, t)),
      pool && context(termsInWords(pool.order, values.poolCourses, t).join('\n')),
      allowance && context(t('assign.allowance', { count: allowance.left, quota: allowance.quota })),
      values.email ? context(t('assign.not_known', { email: values.email })) : undefined,
      ...traineeInputs(values, t),
      draw.course({ label: t('field.course'), placeholder, chosen: course && courseOption(course) }),
      draw.start_date({ label: t('field.start_date'), initial: values.start }),
      draw.end_date({ label: t('field.end_date'), hint: t('field.end_date.hint'), initial: values.end }),
      draw.pool({
        label: t('field.pool'),
        hint: t('field.pool.hint'),
        placeholder,
        chosen: pool ? poolOption(pool, t) : { text: t('option.automatic'), value: AUTOMATIC },
      }),
    ],
  );
}

function customerInput(customer: Customer | undefined, t: Translate): KnownBlock {
  return draw.customer({
    label: t('field.customer'),
    placeholder: t('placeholder.search'),
    chosen: customer && { text: customer.name, value: customer.code },
  });
}

function traineeInputs({ isNewTrainee, email: initial }: AssignFormValues, t: Translate): KnownBlock[] {
  const settings = { label: t('field.trainee'), placeholder: t('placeholder.trainee') };
  if (!isNewTrainee) return [draw.trainee(settings)];
  return [
    draw.trainee({ ...settings, chosen: newTraineeOption(t) }),
    draw.first_name({ label: t('field.first_name') }),
    draw.last_name({ label: t('field.last_name') }),
    draw.email({ label: t('field.email'), initial }),
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
  const own = order.externalReference;
  const until = order.assignBy && t('pool.until', { day: order.assignBy });
  return {
    text: t('option.pool', { count: unassigned, product: truncate(order.product.name, 50) }),
    value: order.reference,
    description: [order.reference, own && truncate(own, 30), until].filter(Boolean).join(' · '),
  };
}

function poolInWords({ order, unassigned }: Pool, t: Translate): string {
  const names = { product: order.product.name, order: order.reference };
  return withReference(t('assign.from', { count: unassigned, ...names }), order, t);
}
