import { feature, type Handler } from '../src/feature';
import { en, fr } from '../src/features/home/copy';
import { HOME_PAGE, HOME_STOCK, homeView } from '../src/features/home/home.view';
import { pagesMeant } from '../src/features/home/home-pages';
import { openHome } from '../src/features/home/open-home';

/** The value says which page of either list is to be shown. */
const showHome: Handler = async ({ value }, context) => {
  const { db, person, t } = context;
  const shown = await openHome(db, pagesMeant(value), person, context);
  const role = {
    admin: person.admin,
    sales: person.sales,
    customers: shown.customers.map(({ customer }) => customer.name),
    commands: context.help.linesFor(person),
  };
  return { home: homeView(shown, role, t) };
};

export const home = feature({
  name: 'home',
  copy: { en, fr },
  actions: {
    [HOME_PAGE]: showHome,
    [`${HOME_PAGE}_next`]: showHome,
    [HOME_STOCK]: showHome,
    [`${HOME_STOCK}_next`]: showHome,
  },
  home: showHome,
});
