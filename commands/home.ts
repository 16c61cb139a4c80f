import type { Handler } from '../src/context';
import { openHome } from '../src/services/home';
import { homeView } from '../src/slack/views/home';

/** The value is the page of the customers that the person coordinates. */
export const home: Handler = async ({ value }, { db, person, now, t }) => {
  const shown = await openHome(db, Number(value || '0'), person, now);
  const role = {
    admin: person.admin,
    sales: person.sales,
    customers: shown.customers.map(({ customer }) => customer.name),
  };
  return { home: homeView(shown, role, t) };
};
