/** The part of a view that Slack sends back; its `private_metadata` and values are the client's word, never trusted. */
export interface SentView {
  id: string;
  hash: string;
  callback_id: string;
  private_metadata: string;
  root_view_id?: string;
  previous_view_id?: string | null;
  blocks?: { type: string; block_id?: string }[];
  state?: { values?: Record<string, Record<string, SentValue>> };
}

export interface SentValue {
  type?: string;
  value?: string | null;
  selected_option?: { value: string } | null;
  selected_date?: string | null;
  selected_time?: string | null;
  selected_conversation?: string | null;
  selected_options?: { value: string }[] | null;
  files?: { id: string }[] | null;
  selected_user?: string | null;
}

/** No database holds a NUL character, and nobody types one. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

/** What `private_metadata` holds; anything that was tampered with comes back as strings or not at all. */
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

/** The names of the inputs that a refusal can stand beside. */
export function inputNames(view: SentView): string[] {
  const blocks = (view.blocks ?? []).filter((block) => block.type === 'input').map((block) => block.block_id ?? '');
  return [...new Set([...blocks, ...Object.keys(view.state?.values ?? {})])];
}

/** What a modal put on top of `view` notes down as `below`, so that `view` can be shown afresh afterwards. */
export function noteOf(view: SentView | undefined): string | undefined {
  return view && JSON.stringify({ callback_id: view.callback_id, private_metadata: view.private_metadata });
}

/** What a modal noted down of the one under it. */
export function belowOf(view: SentView | undefined): string | undefined {
  return view && parseNotes(view.private_metadata).below;
}

/** The modal under this one, as it was noted down; nothing it says is trusted. */
export function viewBelow(view: SentView): SentView | undefined {
  const below = belowOf(view);
  if (!below || !view.previous_view_id) return undefined;
  const { callback_id = '', private_metadata = '' } = parseNotes(below);
  return { id: view.previous_view_id, hash: '', callback_id, private_metadata };
}
