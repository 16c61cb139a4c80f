import type { Feature } from '../src/feature';
import { assignments } from './assignments';
import { coordinators } from './coordinators';
import { courses } from './courses';
import { customers } from './customers';
import { enrolments } from './enrolments';
import { help } from './help';
import { home } from './home';
import { imports } from './imports';
import { orders } from './orders';
import { products } from './products';
import { reminders } from './reminders';
import { requests } from './requests';
import { roles } from './roles';

/** All features. A feature may import only from features before it. */
export const features = [
  roles,
  courses,
  products,
  customers,
  orders,
  coordinators,
  assignments,
  requests,
  reminders,
  enrolments,
  imports,
  help,
  home,
] as const satisfies readonly Feature[];
