import { setTimeout as sleep } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import { UserError } from '../../../src/core/errors';
import type { Workspace } from '../../../src/playground/workspace';
import { modal, section } from '../../../src/slack/blocks';
import { search, text } from '../../../src/slack/field-kinds';
import { form } from '../../../src/slack/forms';
import type { Routes } from '../../../src/slack/routes';
import { type Spoken, startListeners } from '../../support/listeners';

const GENERAL = 'C0GENERAL01';
const PRODUCTS = ['A', 'B'].map((value) => ({ text: `Product ${value}`, value }));

const orderForm = form('order', { name: text({ optional: true }), product: search({ dispatch: true }) });
const order = (words: string): ModalView =>
  orderForm.modal({ title: 'Order', submit: 'Order', close: 'Close' }, [
    orderForm.draw.name({ label: 'Name' }),
    orderForm.draw.product({ label: 'Product' }),
    section(words),
  ]);

/** Lets the answer to the choice of product A come. */
let release: () => void;
let slowly: Promise<void>;

const ROUTES: Routes<Spoken> = {
  commands: { order: async () => ({ show: order('Choose a product.') }) },
  unknown: async () => undefined,
  shortcuts: {},
  actions: {},
  inputs: {
    order: {
      product: async ({ view }) => {
        const product = view && orderForm.read(view).product;
        if (product === 'A') await slowly;
        return { show: order(`Seats are left of ${product}.`) };
      },
    },
  },
  submissions: {
    order: async ({ view }) => {
      if (view && orderForm.read(view).name) throw new UserError({ code: 'reason.missing', field: 'name' });
      return { show: modal({ id: 'done', title: 'Done', close: 'Close' }, [section('Ordered.')]) };
    },
  },
  refreshes: {},
  options: { order: { product: async () => PRODUCTS } },
  home: async () => undefined,
  remedies: [],
};

let workspace: Workspace;

beforeEach(async () => {
  slowly = new Promise((resolve) => {
    release = resolve;
  });
  workspace = await startListeners(ROUTES);
  await claire().runs('/seats order', GENERAL);
  await claire().chooses('product', 'A');
});

afterEach(() => workspace?.stop());

const claire = () => workspace.person('claire');

/** Lets it come, and waits long enough for Slack to show it. */
async function lateAnswer(): Promise<void> {
  release();
  await sleep(300);
}

describe('the answer to a choice that took long', () => {
  it('is shown when nothing newer was', async () => {
    release();
    expect(await claire().finds('Seats are left of A.')).toBe(true);
  });

  it('does not replace the result of the form, which was sent meanwhile', async () => {
    await claire().submits({});
    expect(claire().screen()).toContain('Ordered.');
    await lateAnswer();
    expect(claire().screen()).toContain('Ordered.');
  });

  it('does not replace the answer to a later choice', async () => {
    await claire().chooses('product', 'B');
    expect(claire().screen()).toContain('Seats are left of B.');
    await lateAnswer();
    expect(claire().screen()).toContain('Seats are left of B.');
  });

  it('is shown when the form was sent meanwhile, but refused', async () => {
    await claire().submits({ name: 'Twelve' });
    expect(claire().errors).toEqual({ name: 'Give a reason in a few words.' });
    release();
    expect(await claire().finds('Seats are left of A.')).toBe(true);
  });
});
