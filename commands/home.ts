import type { Handler } from '../src/feature';
import { homeView } from '../src/features/home/home.view';
import { openHome } from '../src/features/home/open-home';
import { pagesMeant } from '../src/slack/button-values';

/** The value says which page of either list is to be shown. */
export const home: Handler = async ({ value }, context) => {
  const { db, person, t } = context;
  const shown = await openHome(db, pagesMeant(value), person, context);
  const role = {
    admin: person.admin,
    sales: person.sales,
    customers: shown.customers.map(({ customer }) => customer.name),
  };
  return { home: homeView(shown, role, t) };
};
