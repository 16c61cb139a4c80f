/**
 * The part of a view that Slack sends back. Its `private_metadata` and values come from the client: never trust them.
 */
export interface SentView {
  id: string;
  hash: string;
  callback_id: string;
  private_metadata: string;
  root_view_id?: string | null;
  previous_view_id?: string | null;
  blocks?: { type: string; block_id?: string }[];
  state?: { values?: Record<string, Record<string, SentValue>> };
}

export interface SentValue {
  type?: string;
  value?: string | null;
  selected_option?: { value: string; text?: { text?: string } } | null;
  selected_date?: string | null;
  selected_time?: string | null;
  selected_conversation?: string | null;
  selected_options?: { value: string }[] | null;
  files?: { id: string }[] | null;
  selected_user?: string | null;
}

/** Replaces NUL characters, which databases refuse and nobody types. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

/** Parses `private_metadata`. After tampering, its values are strings or missing. */
export function parseNotes(metadata: string): Record<string, string | undefined> {
  try {
    const parsed: unknown = JSON.parse(metadata || '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    const notes = Object.entries(parsed).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(notes.map(([name, value]) => [name, withoutNul(value)]));
  } catch {
    return {};
  }
}

/** What the chosen option of an input said, for comparison only; undefined when the client does not tell. */
export function chosenText(view: SentView, input: string): string | undefined {
  const text: unknown = view.state?.values?.[input]?.[input]?.selected_option?.text?.text;
  return typeof text === 'string' && text ? withoutNul(text) : undefined;
}

/** Names of the inputs that can show a refusal. */
export function inputNames(view: SentView): string[] {
  const blocks = (view.blocks ?? []).filter((block) => block.type === 'input').map((block) => block.block_id ?? '');
  return [...new Set([...blocks, ...Object.keys(view.state?.values ?? {})])];
}

/** The note `below` for a modal on top of `view`, from which `view` can be drawn again later. */
export function noteOf(view: SentView | undefined): string | undefined {
  return view && JSON.stringify({ callback_id: view.callback_id, private_metadata: view.private_metadata });
}

/** A modal's note about the modal underneath. */
export function belowOf(view: SentView | undefined): string | undefined {
  return view && parseNotes(view.private_metadata).below;
}

/** The modal underneath, from the note; nothing in it is trusted. */
export function viewBelow(view: SentView): SentView | undefined {
  const below = belowOf(view);
  if (!below || !view.previous_view_id) return undefined;
  const { callback_id = '', private_metadata = '' } = parseNotes(below);
  return { id: view.previous_view_id, hash: '', callback_id, private_metadata };
}
