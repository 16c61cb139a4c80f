import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { type ModalSettings, modal, plain } from './blocks';
import type { FieldKind } from './field-kinds';
import { parseNotes, type SentValue, type SentView } from './sent-view';

type AnyKind = FieldKind<unknown, never>;
type Kinds = Record<string, AnyKind>;
type ValueOf<Kind extends AnyKind> = ReturnType<Kind['read']>;
type SettingsOf<Kind extends AnyKind> = Labels & Parameters<Kind['element']>[0];

interface Labels {
  label: string;
  hint?: string | undefined;
  placeholder?: string | undefined;
}

type Noted<Note extends string> = { [Name in Note]: string | undefined };

export interface FormSettings<Note extends string> extends Omit<ModalSettings, 'id' | 'metadata'> {
  notes?: Partial<Noted<Note>>;
}

/** A modal that people fill in. It declares its inputs and notes once, draws them, and reads the answers. */
interface Form<Id extends string, Fields extends Kinds, Note extends string> {
  /** Callback id of the modal. */
  id: Id;
  modal: (settings: FormSettings<Note>, blocks: (KnownBlock | undefined)[]) => ModalView;
  draw: { [Name in keyof Fields]: (settings: SettingsOf<Fields[Name]>) => InputBlock };
  /** The values entered; an input that the view lacks reads as empty. */
  read: (view: SentView) => { [Name in keyof Fields]: ValueOf<Fields[Name]> };
  has: (view: SentView, name: keyof Fields & string) => boolean;
  /** Our notes in the view; no more trustworthy than the values entered. */
  notes: (view: SentView | undefined) => Noted<Note>;
}

/** For `core/field.ts`. */
export type FieldsOf<AForm> = AForm extends { draw: infer Draw } ? Record<keyof Draw, true> : never;

export function form<const Id extends string, Fields extends Kinds, const Note extends string = never>(
  id: Id,
  fields: Fields,
  notes: readonly Note[] = [],
): Form<Id, Fields, Note> {
  type Made = Form<Id, Fields, Note>;
  return {
    id,
    modal: ({ notes: metadata, ...settings }, blocks) =>
      modal({ id, ...settings, ...(metadata && { metadata }) }, blocks),
    draw: mapped(fields, (name, kind) => (settings: never) => drawField(name, kind, settings)) as Made['draw'],
    read: (view) => mapped(fields, (name, kind) => kind.read(sentFor(view, name))) as ReturnType<Made['read']>,
    has: (view, name) => sentFor(view, name) !== undefined,
    notes: (view) => {
      const found = view ? parseNotes(view.private_metadata) : {};
      return Object.fromEntries(notes.map((name) => [name, found[name]])) as Noted<Note>;
    },
  };
}

function mapped(fields: Kinds, make: (name: string, kind: AnyKind) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, make(name, kind)]));
}

/** An input whose block and element both have this name. */
export function drawField<Kind extends AnyKind>(name: string, kind: Kind, settings: SettingsOf<Kind>): InputBlock {
  const { label, hint } = settings as Labels;
  return {
    type: 'input',
    block_id: name,
    label: plain(label, 'label'),
    element: { ...kind.element(settings as never), action_id: name },
    ...(hint && { hint: plain(hint, 'hint') }),
    ...(kind.optional && { optional: true }),
    ...(kind.dispatch && { dispatch_action: true }),
  };
}

function sentFor(view: SentView, name: string): SentValue | undefined {
  return view.state?.values?.[name]?.[name];
}
