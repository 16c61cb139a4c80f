import type { View } from './state';
import { stateOf, type Values, withValues } from './view-state';

export interface OpenModal {
  view: View;
  errors: Record<string, string>;
}

export const DEEPEST_STACK = 3;

/** Each person's open modals, the top one last. */
export class Modals {
  #stacks = new Map<string, OpenModal[]>();

  stack(userId: string): readonly OpenModal[] {
    return this.#stacks.get(userId) ?? [];
  }

  top(userId: string): OpenModal | undefined {
    return this.stack(userId).at(-1);
  }

  find(userId: string, viewId: string): OpenModal | undefined {
    return this.stack(userId).find(({ view }) => view.id === viewId);
  }

  anyones(wanted: (view: View) => boolean): OpenModal | undefined {
    return [...this.#stacks.values()].flat().find(({ view }) => wanted(view));
  }

  open(userId: string, view: View): void {
    this.#stacks.set(userId, [...this.stack(userId), { view, errors: {} }]);
  }

  /** As in Slack, input survives where the block and the action still exist. */
  replace(modal: OpenModal, view: View): void {
    const { root_view_id, previous_view_id, state } = modal.view;
    modal.view = { ...view, root_view_id, previous_view_id, state: { values: stateOf(view.blocks, state.values) } };
    modal.errors = {};
  }

  report(modal: OpenModal, values: Values): void {
    const entered = withValues(modal.view.state.values, values);
    modal.view = { ...modal.view, state: { values: stateOf(modal.view.blocks, entered) } };
  }

  close(userId: string, viewId: string): void {
    this.#stacks.set(
      userId,
      this.stack(userId).filter(({ view }) => view.id !== viewId),
    );
  }

  clear(userId: string): void {
    this.#stacks.delete(userId);
  }
}
