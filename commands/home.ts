import { feature, type Handler } from '../src/feature';
import { en, fr } from '../src/features/home/copy';
import { forgetOldHomes } from '../src/features/home/forget-old-homes';
import { homeRefresh } from '../src/features/home/home.messages';
import { HOME_PAGE, HOME_STOCK, homeView } from '../src/features/home/home.view';
import { homesChanged, redrawHome } from '../src/features/home/home-changed.messages';
import { pagesMeant } from '../src/features/home/home-pages';
import {
  refreshAllHomes,
  refreshGivenUp,
  refreshHealth,
  refreshHomesOfCustomer,
  refreshHomesOfCustomerTerms,
  refreshHomesOfPeople,
  refreshHomesOfRequests,
  refreshHomesOfRoles,
  refreshHomesOfSales,
  refreshHomesOfSeats,
  refreshOwnHomes,
  refreshWaiting,
} from '../src/features/home/home-reactions';
import { openHome } from '../src/features/home/open-home';
import { recountStock } from '../src/features/home/recount-stock';

/** Button value: the page of each list. */
const showHome: Handler = async ({ value }, context) => {
  const { db, person, now, t } = context;
  const shown = await openHome(db, pagesMeant(value), person, context);
  const role = {
    admin: person.admin,
    sales: person.sales,
    customers: shown.customers.map(({ customer }) => customer.name),
    commands: context.help.linesFor(person),
  };
  return { home: homeView(shown, role, t), redraw: (about) => redrawHome(db, person, now, about) };
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
  messages: [homesChanged, homeRefresh],
  on: [
    refreshHomesOfCustomer,
    refreshHomesOfSeats,
    refreshHomesOfCustomerTerms,
    refreshHomesOfSales,
    refreshHomesOfRequests,
    refreshAllHomes,
    refreshOwnHomes,
    refreshHomesOfPeople,
    refreshHomesOfRoles,
    refreshHealth,
    refreshWaiting,
    refreshGivenUp,
  ],
  every: [
    { name: 'stock', seconds: 60, run: ({ db, now }) => recountStock(db, now()) },
    {
      name: 'old homes',
      seconds: 3_600,
      deletes: true,
      run: ({ db, now }) => forgetOldHomes(db, now()),
    },
  ],
});
