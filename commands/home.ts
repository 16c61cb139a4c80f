import type { Handler } from '../src/context';
import { openHome } from '../src/services/home';
import { homeView } from '../src/slack/views/home';

/** The value is the page of the customers that the person coordinates. */
export const home: Handler = async ({ value }, context) => {
  const { db, person, t } = context;
  const shown = await openHome(db, Number(value || '0'), person, context);
  const role = {
    admin: person.admin,
    sales: person.sales,
    customers: shown.customers.map(({ customer }) => customer.name),
  };
  return { home: homeView(shown, role, t) };
};
