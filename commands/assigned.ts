import type { Context, Handler } from '../src/feature';
import { assignedListView, assignedSeatsForm } from '../src/features/assignments/lists/assigned-list.view';
import { listAssigned } from '../src/features/assignments/lists/list-assigned';
import { formatMark, parseMark } from '../src/features/assignments/lists/list-mark';
import { meantBy } from '../src/slack/button-values';
import type { SentView } from '../src/slack/sent-view';

const MAX_SEARCH = 100;

/** Button value: a customer. From a view, pushes the list on top of it. */
export const openAssigned: Handler = async ({ value, view, channel }, context) => {
  const shown = await show({ ...meantBy(value), channel, search: '', page: 0 }, context);
  return view && shown ? { push: shown.show } : shown;
};

export const search: Handler = async ({ view }, context) =>
  view && show({ customer: assignedSeatsForm.notes(view).customer, search: searchIn(view), page: 0 }, context);

export const turnPage: Handler = async ({ view, value }, context) =>
  view &&
  show({ customer: assignedSeatsForm.notes(view).customer, search: searchIn(view), ...parseMark(value) }, context);

/** Reloads the page in view. */
export const refresh: Handler = async (request, context) =>
  turnPage({ ...request, value: assignedSeatsForm.notes(request.view).page ?? '0' }, context);

async function show(request: Parameters<typeof listAssigned>[1], { db, person, now, t }: Context) {
  const list = await listAssigned(db, request, person, now);
  if (!list) return undefined;
  const mark = list.page === request.page ? formatMark(request) : String(list.page);
  return { show: assignedListView(list, mark, t) };
}

/** The input's value, else the view's metadata. */
function searchIn(view: SentView): string {
  const search = assignedSeatsForm.has(view, 'search')
    ? assignedSeatsForm.read(view).search
    : assignedSeatsForm.notes(view).typed;
  return (search ?? '').slice(0, MAX_SEARCH);
}
