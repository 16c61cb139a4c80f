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

interface SentValue {
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

/** The value of an input by its name; undefined when it is empty or absent. */
export function inputValue(view: SentView, name: string): string | undefined {
  const sent = view.state?.values?.[name]?.[name];
  const chosen: unknown = sent?.selected_option?.value ?? sent?.selected_conversation ?? sent?.selected_user;
  const value: unknown = sent?.value ?? chosen ?? sent?.selected_date ?? sent?.selected_time;
  // No database holds a NUL character, and nobody types one: what has it is no choice of ours.
  return typeof value === 'string' && value !== '' ? value.replaceAll('\0', '\uFFFD') : undefined;
}

/** The values that are ticked. */
export function inputValues(view: SentView, name: string): string[] {
  const sent: unknown = view.state?.values?.[name]?.[name]?.selected_options;
  const values: unknown[] = Array.isArray(sent) ? sent.map((one) => one?.value) : [];
  return values.filter((value) => typeof value === 'string');
}

/** The ids of the files that were chosen; of whom they are is to be asked of Slack. */
export function inputFiles(view: SentView, name: string): string[] {
  const sent: unknown = view.state?.values?.[name]?.[name]?.files;
  const ids: unknown[] = Array.isArray(sent) ? sent.map((one) => one?.id) : [];
  return ids.filter((id) => typeof id === 'string' && /^[A-Z0-9]{1,50}$/.test(id)) as string[];
}

/** A whole number as it was typed; 0 for anything else, whatever a client sends. */
export function inputNumber(view: SentView, name: string): number {
  const typed = inputValue(view, name)?.trim() ?? '';
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}

/** The same where it may be left empty. */
export function optionalNumber(view: SentView, name: string): number | undefined {
  return inputValue(view, name) === undefined ? undefined : inputNumber(view, name);
}

/** Whether the view had that input at all. */
export function hasInput(view: SentView, name: string): boolean {
  return view.state?.values?.[name]?.[name] !== undefined;
}

/** Reads the notes we left in the view; whatever was tampered with comes back as strings or not at all. */
export function notesOf(view: SentView): Record<string, string | undefined> {
  try {
    const parsed: unknown = JSON.parse(view.private_metadata || '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    const notes = Object.entries(parsed).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(notes.map(([name, value]) => [name, value.replaceAll('\0', '\uFFFD')]));
  } catch {
    return {};
  }
}

/** The names of the inputs that a refusal can stand beside. */
export function inputNames(view: SentView): string[] {
  const blocks = (view.blocks ?? []).filter((block) => block.type === 'input').map((block) => block.block_id ?? '');
  return [...new Set([...blocks, ...Object.keys(view.state?.values ?? {})])];
}

/** What a modal put on top of `view` notes down, so that `view` can be shown afresh afterwards. */
export function noteOf(view: SentView | undefined): string | undefined {
  return view && JSON.stringify({ callback_id: view.callback_id, private_metadata: view.private_metadata });
}

/** The modal under this one, as it was noted down; nothing it says is trusted. */
export function viewBelow(view: SentView): SentView | undefined {
  const { below } = notesOf(view);
  if (!below || !view.previous_view_id) return undefined;
  const { callback_id = '', private_metadata = '' } = notesOf({ ...view, private_metadata: below });
  return { id: view.previous_view_id, hash: '', callback_id, private_metadata };
}
