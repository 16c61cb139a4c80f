import { type Block, elementsOf, type PlacedElement } from './blocks';
import type { CastMember } from './cast';
import { ChannelGestures } from './channel-gestures';
import { runCommand, runShortcut } from './commands';
import { deleteMessage } from './deletion';
import { messagesFor, stateFor } from './present';
import { choose, press } from './presses';
import { screenText, withPlainSpaces } from './screen';
import { type Label, pickable, pressable } from './seek';
import type { Slack } from './slack';
import type { Message, Option, Outcome, State, View } from './state';
import { stateForValue } from './state-for-value';
import { close, submit } from './submissions';
import { suggest } from './suggestions';
import { channelsOf } from './surface';
import { openHome, say } from './talk';
import { heldBy, type Values } from './view-state';

/** How long a person waits for something to appear, by default. */
const PATIENCE_MS = 20_000;

/** A person at Slack's screen: what they do there and what they see. */
export class Person {
  constructor(
    readonly slack: Slack,
    readonly is: CastMember,
    readonly patienceMs = PATIENCE_MS,
  ) {}

  get state(): State {
    return stateFor(this.slack, this.is);
  }

  get modals(): View[] {
    return this.slack.modals.stack(this.is.userId).map(({ view }) => view);
  }

  get modal(): View | undefined {
    return this.modals.at(-1);
  }

  get errors(): Record<string, string> {
    const errors = Object.entries(this.slack.modals.top(this.is.userId)?.errors ?? {});
    return Object.fromEntries(errors.map(([field, text]) => [field, withPlainSpaces(text)]));
  }

  screen(): string {
    return screenText(this.state);
  }

  sees(text: string): boolean {
    return this.screen().includes(text);
  }

  /** Waits until the person sees the text. The bot may show it after it has acknowledged. */
  async finds(text: string, patienceMs = this.patienceMs): Promise<boolean> {
    return this.slack.changes.until(() => this.sees(text), patienceMs);
  }

  messages(channel: string): Message[] {
    return messagesFor(this.slack, this.is, channel);
  }

  says(text: string, channel = this.#firstChannel()): Promise<Outcome> {
    return say(this.slack, this.is, channel, text);
  }

  runs(command: string, channel = this.#firstChannel()): Promise<Outcome> {
    return runCommand(this.slack, this.is, channel, command);
  }

  uses(callbackId: string): Promise<Outcome> {
    return runShortcut(this.slack, this.is, callbackId);
  }

  opensHome(): Promise<Outcome> {
    return openHome(this.slack, this.is);
  }

  /** Presses the newest visible button with this label: in the top modal, else in messages, else on Home. */
  async clicks(label: string, where: Omit<Label, 'label'> = {}): Promise<Outcome> {
    const wanted = { label, ...where };
    await this.slack.changes.until(() => pressable(this.state, wanted) !== undefined, this.patienceMs);
    const target = pressable(this.state, wanted);
    if (!target) throw new Error(`${this.is.name} sees no button “${label}”:\n${this.screen()}`);
    return press(this.slack, this.is, target);
  }

  /** Opens the newest visible menu that has this entry, and picks the entry. */
  async picks(label: string, where: Omit<Label, 'label'> = {}): Promise<Outcome> {
    const wanted = { label, ...where };
    await this.slack.changes.until(() => pickable(this.state, wanted) !== undefined, this.patienceMs);
    const found = pickable(this.state, wanted);
    if (!found) throw new Error(`${this.is.name} sees no menu with “${label}”:\n${this.screen()}`);
    return choose(this.slack, this.is, found.target, found.option);
  }

  /** The actions that they can take on a channel they are in. */
  in(channel: string): ChannelGestures {
    return new ChannelGestures(this.slack, this.is, channel);
  }

  /** Deletes a message by any author, as a Slack administrator can. */
  deletes(channel: string, ts: string): Promise<Outcome> {
    return deleteMessage(this.slack, this.is, channel, ts);
  }

  /** The options that the select in this block offers for this query. */
  async types(blockId: string, query: string): Promise<Option[]> {
    const { element } = await this.#field(blockId);
    const place = { where: 'modal' } as const;
    const answer = await suggest(this.slack, this.is, { place, blockId, actionId: element.action_id ?? '' }, query);
    if (!answer.ok) throw new Error(answer.error);
    return answer.options;
  }

  /** Chooses by value: an option, a day or a user. Checkboxes take several values with commas between; empty clears. */
  async chooses(blockId: string, value: string): Promise<Outcome> {
    const field = await this.#field(blockId);
    const chosen = await this.#wanted(field, value);
    const target = { place: { where: 'modal' } as const, blockId, actionId: field.element.action_id ?? '' };
    return choose(this.slack, this.is, target, chosen);
  }

  /** Chooses a file in a form's field, which uploads it at once. */
  async uploads(blockId: string, file: { name: string; content: string | Uint8Array }): Promise<void> {
    const { element } = await this.#field(blockId);
    const held = heldBy(element, [this.slack.upload(this.is, file)]);
    const modal = this.slack.modals.top(this.is.userId);
    if (modal && held) this.slack.modals.report(modal, { [blockId]: { [element.action_id ?? '']: held } });
    this.slack.changes.announce();
  }

  /** The content of a file shared in a conversation that this person is in. */
  downloads(name: string): Uint8Array {
    const shared = Object.values(this.state.messages).flatMap((messages) =>
      messages.flatMap(({ files = [] }) => files),
    );
    const file = this.slack.files.find(shared.filter((one) => one.name === name).at(-1)?.id ?? '');
    if (!file) throw new Error(`${this.is.name} sees no file ${name}:\n${this.screen()}`);
    return file.bytes;
  }

  /** Fills in fields without submitting or dispatching anything. */
  async fills(fields: Record<string, string>): Promise<void> {
    const values: Values = {};
    for (const [blockId, value] of Object.entries(fields)) {
      const field = await this.#field(blockId);
      const held = heldBy(field.element, await this.#wanted(field, value));
      if (held) values[blockId] = { [field.element.action_id ?? '']: held };
    }
    const modal = this.slack.modals.top(this.is.userId);
    if (modal) this.slack.modals.report(modal, values);
    this.slack.changes.announce();
  }

  /** Fills in and submits the top modal. Afterwards `errors` holds the validation errors. */
  async submits(fields: Record<string, string> = {}): Promise<Outcome> {
    await this.fills(fields);
    return submit(this.slack, this.is, (await this.#top()).id, {});
  }

  /** Closes the top modal, or the whole stack. */
  async closes({ all = false }: { all?: boolean } = {}): Promise<Outcome> {
    return close(this.slack, this.is, (await this.#top()).id, all);
  }

  async #top(): Promise<View> {
    await this.slack.changes.until(() => this.modal !== undefined, this.patienceMs);
    if (!this.modal) throw new Error(`${this.is.name} has no modal open:\n${this.screen()}`);
    return this.modal;
  }

  async #field(blockId: string): Promise<PlacedElement> {
    const find = () => elementsOf(this.modal?.blocks ?? []).find(({ block }) => block.block_id === blockId);
    await this.slack.changes.until(() => find() !== undefined, this.patienceMs);
    const field = find();
    if (!field) throw new Error(`${this.is.name} sees no field ${blockId}:\n${this.screen()}`);
    return field;
  }

  #wanted(field: PlacedElement, value: string): Promise<unknown> {
    return stateForValue(field, value, (one) => this.#offered(field.block, one));
  }

  async #offered(block: Block, value: string): Promise<Option[]> {
    const found = await this.types(block.block_id ?? '', value);
    return found.some((one) => one.value === value) ? found : this.types(block.block_id ?? '', '');
  }

  #firstChannel(): string {
    return channelsOf(this.slack, this.is)[0]?.id ?? this.is.directId;
  }
}
