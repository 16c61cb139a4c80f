import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { sentence } from '../../src/slack/blocks';
import {
  channel,
  checkboxes,
  date,
  email,
  multiSearch,
  number,
  person,
  radio,
  search,
  select,
  text,
  time,
} from '../../src/slack/field-kinds';
import { formAsSent, keepingValues } from '../../src/slack/form-as-sent';

const choices = { options: ['A', 'B'].map((value) => ({ text: value, value })) };
const [a, b] = choices.options.map(({ value }) => ({ text: { type: 'plain_text', text: value }, value }));

/** Of each kind: an input drawn with something else, or nothing, and what the person entered. */
const INPUTS: Record<string, [InputBlock['element'], object]> = {
  name: [text().element({ initial: 'Before' }), { value: 'After' }],
  emptied: [text().element({ initial: 'Before' }), { value: null }],
  email: [email().element({}), { value: 'jane@example.com' }],
  quantity: [number({ most: 10 }).element({ initial: 1 }), { value: '7' }],
  day: [date().element({ initial: '2027-01-01' }), { selected_date: '2027-02-03' }],
  no_day: [date().element({ initial: '2027-01-01' }), { selected_date: null }],
  hour: [time().element({ initial: '08:00' }), { selected_time: '09:30' }],
  trainee: [search().element({}), { selected_option: a }],
  courses: [multiSearch().element({ chosen: [] }), { selected_options: [a, b] }],
  no_courses: [multiSearch().element({ chosen: choices.options }), { selected_options: [] }],
  kind: [radio().element({ ...choices, chosen: 'A' }), { selected_option: b }],
  list: [select().element({ ...choices, chosen: 'A' }), { selected_option: b }],
  days: [checkboxes().element({ ...choices, chosen: ['A'] }), { selected_options: [b] }],
  person: [person().element({}), { selected_user: 'U1' }],
  channel: [channel().element({ initial: 'C1' }), { selected_conversation: 'C2' }],
};

const INITIAL: Record<string, string> = {
  value: 'initial_value',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_conversation: 'initial_conversation',
};

const words = { type: 'section', text: { type: 'mrkdwn', text: 'Choose what you need.' } };
const sent = {
  id: 'V1',
  hash: '1.abc',
  type: 'modal',
  callback_id: 'order',
  private_metadata: '{"below":"list"}',
  title: { type: 'plain_text', text: 'Order' },
  submit: { type: 'plain_text', text: 'Save' },
  close: { type: 'plain_text', text: 'Cancel' },
  blocks: [
    words,
    ...Object.entries(INPUTS).map(([name, [element]]) => ({
      type: 'input',
      block_id: name,
      label: { type: 'plain_text', text: name },
      element: { ...element, action_id: name },
    })),
  ],
  state: { values: Object.fromEntries(Object.entries(INPUTS).map(([name, [, value]]) => [name, { [name]: value }])) },
  clear_on_close: false,
  notify_on_close: false,
  external_id: 'card:1',
} as unknown as ViewOutput;

describe('a form given back as it was sent', () => {
  const refused = formAsSent(sent, sentence('No seat is left.'));
  const drawn = (name: string) => refused.blocks.find(({ block_id }) => block_id === name) as InputBlock;

  it.each(Object.entries(INPUTS))('shows what was entered as %s', (name, [, entered]) => {
    for (const [held, value] of Object.entries(entered)) {
      const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
      const initial = (drawn(name).element as unknown as Record<string, unknown>)[INITIAL[held] ?? ''];
      expect(initial).toEqual(isEmpty ? undefined : value);
    }
  });

  it('keeps its title, buttons and notes', () => {
    const { title, submit, close, callback_id, private_metadata, external_id } = sent;
    expect(refused).toMatchObject({ title, submit, close, callback_id, private_metadata, external_id });
    expect(refused).not.toHaveProperty('id');
  });

  it('says above why it was refused, and only the latest reason', () => {
    expect(refused.blocks[0]).toMatchObject({ text: { text: 'No seat is left.' } });
    const again = formAsSent({ ...sent, ...refused } as unknown as ViewOutput, sentence('The order has expired.'));
    expect(JSON.stringify(again.blocks)).toContain('The order has expired.');
    expect(JSON.stringify(again.blocks)).not.toContain('No seat is left.');
    expect(again.blocks).toHaveLength(sent.blocks.length + 1);
  });

  it('can be given back without a word', () => {
    expect(formAsSent(sent).blocks).toHaveLength(sent.blocks.length);
  });

  it('keeps what was entered in a view that has some of its inputs', () => {
    const other = { ...sent, type: 'modal' as const, blocks: sent.blocks.slice(0, 2) };
    const [, name] = keepingValues(other as unknown as ModalView, sent).blocks as InputBlock[];
    expect(name?.element).toMatchObject({ initial_value: 'After' });
  });
});
