import {
  checkboxes,
  digits,
  file,
  multiSearch,
  number,
  optionalNumber,
  search,
  text,
} from '../../src/slack/field-kinds';
import { form } from '../../src/slack/forms';
import type { SentValue, SentView } from '../../src/slack/sent-view';

const orderForm = form(
  'order',
  {
    customer: search({ dispatch: true }),
    reference: text({ optional: true, most: 5 }),
    quantity: number({ most: 10 }),
    quota: optionalNumber({ most: 10 }),
    pack_size: digits({ most: 10 }),
    products: multiSearch(),
    days: checkboxes(),
    file: file(['csv']),
  },
  ['request', 'below'],
);

describe('a form', () => {
  it('draws an input with its name on block and element, and with the settings of its field', () => {
    expect(orderForm.draw.customer({ label: 'Customer', chosen: { text: 'Acme', value: 'ACME' } })).toMatchObject({
      type: 'input',
      block_id: 'customer',
      dispatch_action: true,
      element: { type: 'external_select', action_id: 'customer', initial_option: { value: 'ACME' } },
    });
    const reference = orderForm.draw.reference({ label: 'Purchase order', hint: 'Yours', initial: 'PO-1234' });
    expect(reference).toMatchObject({ optional: true, hint: { text: 'Yours' }, element: { initial_value: 'PO-1…' } });
    expect(reference).not.toHaveProperty('dispatch_action');
    expect(orderForm.draw.quantity({ label: 'Quantity' }).element).toMatchObject({ min_value: '1', max_value: '10' });
  });

  it('stores notes in its modal and reads them back', () => {
    const modal = orderForm.modal({ title: 'Order', close: 'Close', notes: { request: 'R1' } }, []);
    expect(modal.callback_id).toBe('order');
    expect(orderForm.notes(sent({}, modal.private_metadata))).toEqual({ request: 'R1', below: undefined });
  });

  it('reads the values entered', () => {
    const view = sent({
      customer: { selected_option: { value: 'ACME' } },
      reference: { value: ' PO ' },
      quantity: { value: ' 7 ' },
      quota: { value: '3' },
      pack_size: { value: 'many' },
      products: { selected_options: [{ value: 'A' }, { value: 'B' }] },
      days: { selected_options: [{ value: '1' }] },
      file: { files: [{ id: 'F0000001' }] },
    });
    expect(orderForm.read(view)).toEqual({
      customer: 'ACME',
      reference: ' PO ',
      quantity: 7,
      quota: 3,
      pack_size: 'many',
      products: ['A', 'B'],
      days: ['1'],
      file: ['F0000001'],
    });
  });

  it('reads empty and missing inputs as empty', () => {
    const nothing = { customer: undefined, reference: undefined, quantity: 0, quota: undefined, pack_size: undefined };
    const empty = { ...nothing, products: [], days: [], file: [] };
    expect(orderForm.read(sent({}))).toEqual(empty);
    expect(orderForm.read(sent({ reference: { value: '' }, quota: { value: null } }))).toEqual(empty);
    expect(orderForm.has(sent({ reference: { value: '' } }), 'reference')).toBe(true);
    expect(orderForm.has(sent({}), 'reference')).toBe(false);
  });

  it.each(['-1', '1.5', '1e3', '0x10', 'seven', '9999999999', '１'])('rejects %s as a whole number', (value) => {
    const read = orderForm.read(sent({ quantity: { value }, quota: { value } }));
    expect([read.quantity, read.quota]).toEqual([0, 0]);
  });

  it('trusts no forged value', () => {
    const view = sent({
      customer: { selected_option: { value: 7 } },
      reference: { value: 'a\0b' },
      quantity: { value: { valueOf: 1 } },
      products: { selected_options: 'A' },
      days: { selected_options: [null, { value: 1 }, { value: '2' }] },
      file: { files: [{ id: '../secret' }, null, { id: 'F1' }] },
    });
    expect(orderForm.read(view)).toMatchObject({
      customer: undefined,
      reference: 'a\uFFFDb',
      quantity: 0,
      products: [],
    });
    expect(orderForm.read(view)).toMatchObject({ days: ['2'], file: ['F1'] });
  });

  it.each(['', 'null', '[]', '"text"', '{', '{"request":1}', '{"below":{"request":"R1"}}'])(
    'reads no notes after tampering: %s',
    (metadata) => {
      expect(orderForm.notes(sent({}, metadata))).toEqual({ request: undefined, below: undefined });
    },
  );

  it('reads no undeclared note', () => {
    expect(orderForm.notes(sent({}, '{"request":"a\\u0000b","admin":"yes"}'))).toEqual({
      request: 'a\uFFFDb',
      below: undefined,
    });
  });
});

function sent(values: Record<string, unknown>, metadata = ''): SentView {
  const entries = Object.entries(values).map(([name, value]) => [name, { [name]: value as SentValue }]);
  const state = { values: Object.fromEntries(entries) };
  return { id: 'V1', hash: '1', callback_id: 'order', private_metadata: metadata, state };
}
