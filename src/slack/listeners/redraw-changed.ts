import { ChangedMeanwhile } from '../../core/errors';
import type { Identity } from '../../core/identity';
import type { Answer } from '../answers';
import { changedForm } from '../changed-form';
import type { SentView } from '../sent-view';
import { type Addressed, type Dispatcher, ownEntry, slackRequest } from './dispatcher';

/** Answers with the form as it is now, if the error says that somebody else changed it. Throws any other error. */
export async function redrawChanged<C extends Addressed>(
  error: unknown,
  view: SentView,
  by: Identity,
  { routes, toUserMessage }: Dispatcher<C>,
  context: C,
): Promise<Answer> {
  const redraw = error instanceof ChangedMeanwhile && ownEntry(routes.refreshes, view.callback_id);
  const answer = redraw ? await redraw(slackRequest({ view }), context) : undefined;
  if (!answer || !('show' in answer)) throw error;
  const { message } = toUserMessage(error, by, context);
  return { show: changedForm(answer.show, view, message, context.t) };
}
