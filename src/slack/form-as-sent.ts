import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Message } from './blocks';

const REFUSAL = 'refusal:';

/** Where an input keeps its value, and where it is drawn from. */
const INITIALS = {
  value: 'initial_value',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_user: 'initial_user',
  selected_conversation: 'initial_conversation',
} as const;

type Sent = Record<string, unknown>;
type Drawn = Record<string, unknown>;

/**
 * A modal as the person sent it, to show again after another stood in its place: with what they entered, and on top why
 * it was refused. Files have to be chosen again, because no form can begin with one.
 */
export function formAsSent(sent: ViewOutput, refusal?: Message): ModalView {
  const { title, close, submit, callback_id, private_metadata, clear_on_close, notify_on_close, external_id } = sent;
  const blocks = (sent.blocks as KnownBlock[]).filter(({ block_id = '' }) => !block_id.startsWith(REFUSAL));
  const drawn: ModalView = {
    type: 'modal',
    title,
    callback_id,
    private_metadata,
    clear_on_close,
    notify_on_close,
    ...(close && { close }),
    ...(submit && { submit }),
    ...(external_id && { external_id }),
    blocks: [...refusalBlocks(refusal?.blocks ?? []), ...blocks],
  };
  return keepingValues(drawn, sent);
}

/** As Slack does by itself when nothing stood between: what was entered stays where the input is still there. */
export function keepingValues(view: ModalView, sent: ViewOutput): ModalView {
  return { ...view, blocks: view.blocks.map((block) => withValue(block as KnownBlock, sent)) };
}

/** Named, so that the next refusal replaces them. */
export function refusalBlocks(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.map((block, index) => ({ ...block, block_id: `${REFUSAL}${index}` }));
}

function withValue(block: KnownBlock, { state }: ViewOutput): KnownBlock {
  if (block.type !== 'input') return block;
  const element = block.element as unknown as Drawn & { action_id?: string };
  const value = state.values[block.block_id ?? '']?.[element.action_id ?? ''] as Sent | undefined;
  return value ? ({ ...block, element: drawn(element, value) } as unknown as KnownBlock) : block;
}

function drawn(element: Drawn, value: Sent): Drawn {
  const next = { ...element };
  for (const [held, initial] of Object.entries(INITIALS)) {
    if (!(held in value)) continue;
    delete next[initial];
    if (!isEmpty(value[held])) next[initial] = value[held];
  }
  return next;
}

/** Slack refuses an initial value that is empty. */
function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
