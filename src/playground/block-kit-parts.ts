import { z } from 'zod';

/** Slack's limits for texts, options and confirmations. */
export const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });

export const markdownText = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.boolean().optional() });

export const anyText = (most: number) => z.discriminatedUnion('type', [plainText(most), markdownText(most)]);

const optionRest = {
  value: z.string().min(1).max(150),
  description: plainText(75).optional(),
  url: z.string().max(3000).optional(),
};

export const option = z.strictObject({ text: plainText(75), ...optionRest });

/** Radio buttons and checkboxes accept mrkdwn. */
export const richOption = z.strictObject({ text: anyText(75), ...optionRest, description: anyText(75).optional() });

export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) });

export const confirmation = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

export const id = z.string().min(1).max(255);
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a date in YYYY-MM-DD form');
export const url = z.string().min(1).max(3000);
