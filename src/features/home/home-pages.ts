import type { HomePages } from './home';

/** The value of a button that turns a page of the Home: both pages, so that turning one list leaves the other as it is. */
export function ofPages({ customers, stock }: HomePages): string {
  return `${customers}/${stock}`;
}

/** Which pages such a button means; the first ones where it says nothing. */
export function pagesMeant(value: string): HomePages {
  const [customers = '', stock = ''] = value.split('/');
  return { customers: Number(customers), stock: Number(stock) };
}
