import { z } from 'zod';
import { accessory, button, image, inAction, inInput } from './block-kit-elements';
import { anyText, id, markdownText, plainText, url } from './block-kit-parts';

function block<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), block_id: id.optional(), ...shape });
}

/** Checks only the type of these blocks, where Slack checks their contents too. */
function looseBlock<Type extends string>(type: Type) {
  return z.looseObject({ type: z.literal(type), block_id: id.optional() });
}

const section = block('section', {
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: accessory.optional(),
  expand: z.boolean().optional(),
}).refine((it) => it.text !== undefined || it.fields !== undefined, {
  message: 'must define either `text` or `fields`',
});

const imageBlock = block('image', {
  alt_text: z.string().min(1).max(2000),
  title: plainText(2000).optional(),
  image_url: url.optional(),
  slack_file: z.looseObject({}).optional(),
});

const card = block('card', {
  hero_image: image.optional(),
  icon: image.optional(),
  slack_icon: z.looseObject({}).optional(),
  title: markdownText(150).optional(),
  subtitle: markdownText(150).optional(),
  body: markdownText(200).optional(),
  actions: z.array(button).optional(),
});

const input = block('input', {
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inInput,
});

const context = block('context', {
  elements: z
    .array(z.discriminatedUnion('type', [image, plainText(2000), markdownText(2000)]))
    .min(1)
    .max(10),
});

const dataTable = block('data_table', {
  caption: z.string().min(1),
  rows: z
    .array(
      z
        .array(z.looseObject({ type: z.string() }))
        .min(1)
        .max(20),
    )
    .min(2)
    .max(101),
  page_size: z.int().min(1).max(100).optional(),
  row_header_column_index: z.int().min(0).optional(),
});

const simple = [
  section,
  imageBlock,
  input,
  context,
  block('actions', { elements: z.array(inAction).min(1).max(25) }),
  block('divider', {}),
  block('header', { text: plainText(150), level: z.int().optional() }),
  block('video', { alt_text: z.string(), title: plainText(199), video_url: url, thumbnail_url: url }).loose(),
  looseBlock('rich_text'),
] as const;

const container = looseBlock('container').extend({
  child_blocks: z
    .array(z.discriminatedUnion('type', [...simple]))
    .min(1)
    .max(10),
});

const everywhere = [...simple, container] as const;

const inMessages = [
  card,
  block('carousel', { elements: z.array(card).min(1).max(10) }),
  dataTable,
  block('markdown', { text: z.string().min(1).max(12_000) }),
  looseBlock('table'),
  looseBlock('context_actions'),
  looseBlock('task_card'),
  looseBlock('plan'),
  looseBlock('file'),
] as const;

const alert = block('alert', {
  text: anyText(3000),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

export const messageBlocks = z.array(z.discriminatedUnion('type', [...everywhere, ...inMessages])).max(50);
export const homeBlocks = z
  .array(z.discriminatedUnion('type', [...everywhere, card, dataTable, inMessages[1]]))
  .max(100);
export const modalBlocks = z.array(z.discriminatedUnion('type', [...everywhere, alert])).max(100);
