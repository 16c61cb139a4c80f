import { z } from 'zod';
import { homeBlocks, messageBlocks, modalBlocks } from './block-kit-blocks';
import { option, optionGroup, plainText } from './block-kit-parts';
import { type Block, elementsOf } from './blocks';
import { complaints } from './complaints';

const anyView = {
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  external_id: z.string().max(255).optional(),
};

const home = z.strictObject({ type: z.literal('home'), blocks: homeBlocks, ...anyView });

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  blocks: modalBlocks,
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
  ...anyView,
});

const message = z.strictObject({ blocks: distinct(messageBlocks) });
const views = {
  home: z.strictObject({ view: home.extend({ blocks: distinct(homeBlocks) }) }),
  modal: z.strictObject({
    view: modal.extend({ blocks: distinct(modalBlocks) }).superRefine((view, context) => {
      const at = view.blocks.findIndex(({ type }) => type === 'input');
      if (at < 0 || view.submit) return;
      context.addIssue({
        code: 'custom',
        message: 'must define `submit` to use an `input` block in modals',
        path: ['blocks', at, 'input'],
      });
    }),
  }),
};
const suggestions = z.union([
  z.strictObject({ options: z.array(option).max(100) }),
  z.strictObject({ option_groups: z.array(optionGroup).max(100) }),
]);

/** Slack's errors about a message's blocks; empty when they are valid. */
export function checkMessage(blocks: unknown): string[] {
  return complaints(message, { blocks });
}

export function checkView(view: unknown, type: 'home' | 'modal'): string[] {
  return complaints(views[type], { view });
}

/** Errors in the bot's answer to a type-ahead query. */
export function checkSuggestions(answer: unknown): string[] {
  return complaints(suggestions, answer);
}

/** Block ids are unique in a message or view, action ids in a block. */
function distinct<Schema extends z.ZodType<{ type: string }[]>>(blocks: Schema) {
  return blocks.superRefine((list, context) => {
    const repeats = (path: (string | number)[], what: string) =>
      context.addIssue({ code: 'custom', message: `\`${what}\` must be unique`, path });
    const seen = new Set<string>();
    (list as Block[]).forEach((block, at) => {
      if (block.block_id && seen.has(block.block_id)) repeats([at, 'block_id'], 'block_id');
      if (block.block_id) seen.add(block.block_id);
      const actions = elementsOf([block]).flatMap(({ element }) => element.action_id ?? []);
      const repeated = actions.findIndex((action, index) => actions.indexOf(action) !== index);
      if (repeated >= 0) repeats([at, 'elements', repeated, 'action_id'], 'action_id');
    });
  });
}
