import { checkMessage, checkSuggestions, checkView } from '../../src/playground/block-kit';

const plain = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });
const long = (length: number) => 'x'.repeat(length);
const option = (text: string, value = text) => ({ text: plain(text), value });
const button = (rest: object) => ({ type: 'button', text: plain('Go'), ...rest });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, rest: object = {}) => ({ type: 'input', label: plain('Label'), element, ...rest });
const modal = (blocks: object[], rest: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Send'),
  blocks,
  ...rest,
});

/** Puts the error first, because it names the test. */
function turned(cases: [value: unknown, complaint: string][]): [complaint: string, value: unknown][] {
  return cases.map(([value, complaint]) => [complaint, value]);
}

describe('Block Kit in a message', () => {
  it('accepts valid blocks', () => {
    const blocks = [
      { type: 'header', text: plain(long(150)) },
      { type: 'section', text: marked(long(3000)), accessory: button({ value: '', style: 'primary' }) },
      { type: 'section', fields: Array(10).fill(marked('x')) },
      { type: 'context', elements: Array(10).fill(marked('x')) },
      { type: 'divider' },
      actions({ type: 'external_select', min_query_length: 0, initial_option: option('A') }),
      actions({ type: 'overflow', options: [option('A'), option('B')] }),
      { type: 'rich_text', elements: [] },
    ];
    expect(checkMessage(blocks)).toEqual([]);
  });

  it.each<[complaint: string, blocks: unknown]>(
    turned([
      [Array(51).fill({ type: 'divider' }), 'no more than 50 items allowed [json-pointer:/blocks]'],
      [[{ type: 'section', text: marked('') }], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
      [[{ type: 'section' }], 'must define either `text` or `fields` [json-pointer:/blocks/0]'],
      [
        [{ type: 'section', fields: Array(11).fill(marked('x')) }],
        'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
      ],
      [
        [{ type: 'header', text: plain(long(151)) }],
        'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
      ],
      [[{ type: 'header', text: marked('x') }], 'must be one of plain_text [json-pointer:/blocks/0/text/type]'],
      [[{ type: 'banner' }], 'unsupported type: banner [json-pointer:/blocks/0/type]'],
      [[{ text: 'x' }], 'missing required field: type [json-pointer:/blocks/0]'],
      [[{ type: 'alert', text: plain('x') }], 'unsupported type: alert [json-pointer:/blocks/0/type]'],
      [[{ type: 'context', elements: [] }], 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
      [
        [actions(button({ value: long(2001) }))],
        'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
      ],
      [[actions(button({ colour: 'red' }))], 'invalid additional property: colour [json-pointer:/blocks/0/elements/0]'],
      [
        [actions(button({ confirm: { text: plain('Sure?'), confirm: plain(long(31)) } }))],
        'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]',
      ],
      [
        [actions({ type: 'static_select', options: [option(long(76), 'a')] })],
        'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
      ],
      [
        [actions({ type: 'static_select' })],
        'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
      ],
      [
        [actions({ type: 'datepicker', initial_date: '2026-1-1' })],
        'must be a date in YYYY-MM-DD form [json-pointer:/blocks/0/elements/0/initial_date]',
      ],
      [
        [actions({ type: 'plain_text_input' })],
        'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
      ],
      [
        [{ type: 'section', text: marked('x'), accessory: { type: 'number_input' } }],
        'unsupported type: number_input [json-pointer:/blocks/0/accessory/type]',
      ],
      [
        [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
        '`action_id` must be unique [json-pointer:/blocks/0/elements/1/action_id]',
      ],
      [
        [
          { type: 'divider', block_id: 'a' },
          { type: 'divider', block_id: 'a' },
        ],
        '`block_id` must be unique [json-pointer:/blocks/1/block_id]',
      ],
      ['[not json', 'must be of type array [json-pointer:/blocks]'],
    ]),
  )('refuses: %s', (complaint, blocks) => {
    expect(checkMessage(blocks)).toEqual([`[ERROR] ${complaint}`]);
  });
});

describe('Block Kit in a view', () => {
  it('accepts a form, and alerts in it', () => {
    const blocks = [
      input({ type: 'number_input', is_decimal_allowed: false, min_value: '1' }),
      input({ type: 'datepicker', initial_date: '2026-02-28' }, { optional: true, dispatch_action: true }),
      input({ type: 'checkboxes', options: [option('A'), option('B')], initial_options: [option('B')] }),
      input({ type: 'radio_buttons', options: [option('A')], initial_option: option('A') }, { dispatch_action: true }),
      input({
        type: 'static_select',
        option_groups: [{ label: plain('All'), options: [option('A')] }],
        initial_option: option('A'),
      }),
      input({ type: 'plain_text_input', multiline: true }),
      { type: 'alert', text: plain('Three left'), level: 'warning' },
    ];
    expect(checkView(modal(blocks), 'modal')).toEqual([]);
  });

  it.each<[complaint: string, view: unknown]>(
    turned([
      [modal([], { title: plain(long(25)) }), 'must be less than 25 characters [json-pointer:/view/title/text]'],
      [
        modal([], { private_metadata: long(3001) }),
        'must be less than 3001 characters [json-pointer:/view/private_metadata]',
      ],
      [modal([], { title: undefined }), 'missing required field: title [json-pointer:/view]'],
      [modal(Array(101).fill({ type: 'divider' })), 'no more than 100 items allowed [json-pointer:/view/blocks]'],
      [
        modal([input({ type: 'email_text_input' })], { submit: undefined }),
        'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
      ],
      [
        modal([input({ type: 'number_input' })]),
        'missing required field: is_decimal_allowed [json-pointer:/view/blocks/0/element]',
      ],
      [modal([input(button({}))]), 'unsupported type: button [json-pointer:/view/blocks/0/element/type]'],
      [
        modal([input({ type: 'external_select', initial_option: { text: plain('A') } })]),
        'missing required field: value [json-pointer:/view/blocks/0/element/initial_option]',
      ],
      [
        modal([input({ type: 'plain_text_input', placeholder: plain(long(151)) })]),
        'must be less than 151 characters [json-pointer:/view/blocks/0/element/placeholder/text]',
      ],
      [
        modal([input({ type: 'radio_buttons', options: [option('A')], initial_option: option('B') })]),
        'initial options must be among the options [json-pointer:/view/blocks/0/element]',
      ],
      [
        modal([input({ type: 'checkboxes', options: [option('A')], initial_options: [option('A'), option('B')] })]),
        'initial options must be among the options [json-pointer:/view/blocks/0/element]',
      ],
      [
        modal([input({ type: 'static_select', options: [option('A', 'a')], initial_option: option('A', 'b') })]),
        'initial options must be among the options [json-pointer:/view/blocks/0/element]',
      ],
      [
        modal([input({ type: 'checkboxes', options: Array(11).fill(option('A')) })]),
        'no more than 10 items allowed [json-pointer:/view/blocks/0/element/options]',
      ],
      [modal([{ type: 'data_table' }]), 'unsupported type: data_table [json-pointer:/view/blocks/0/type]'],
      [{ type: 'home', blocks: [] }, 'must be one of modal [json-pointer:/view/type]'],
    ]),
  )('refuses: %s', (complaint, view) => {
    expect(checkView(view, 'modal')).toContain(`[ERROR] ${complaint}`);
  });

  it('refuses an alert on the Home', () => {
    const view = { type: 'home', blocks: [{ type: 'alert', text: plain('x') }] };
    expect(checkView(view, 'home')).toEqual(['[ERROR] unsupported type: alert [json-pointer:/view/blocks/0/type]']);
  });
});

describe('options of a select', () => {
  it('may be a hundred or none', () => {
    expect(checkSuggestions({ options: Array(100).fill(option('A')) })).toEqual([]);
    expect(checkSuggestions({ options: [] })).toEqual([]);
    expect(checkSuggestions({ option_groups: [{ label: plain('All'), options: [option('A')] }] })).toEqual([]);
  });

  it('may be neither too many nor too long', () => {
    expect(checkSuggestions({ options: Array(101).fill(option('A')) })).toEqual([
      '[ERROR] no more than 100 items allowed [json-pointer:/options]',
    ]);
    expect(checkSuggestions({ options: [option(long(76), 'a')] })).toEqual([
      '[ERROR] must be less than 76 characters [json-pointer:/options/0/text/text]',
    ]);
  });
});
