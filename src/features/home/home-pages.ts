import type { HomePages } from './home';

/** Value of a page button of the Home. It holds both pages, so that turning one list leaves the other unchanged. */
export function ofPages({ customers, stock }: HomePages): string {
  return `${customers}/${stock}`;
}

/** Parses the value of a page button; a missing page is the first. */
export function pagesMeant(value: string): HomePages {
  const [customers = '', stock = ''] = value.split('/');
  return { customers: Number(customers), stock: Number(stock) };
}
