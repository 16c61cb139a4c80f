import type { SharedFile, Values } from './form-values';
import type {
  FaultName,
  MoodleSummary,
  MoodleSwitchName,
  Option,
  OptionGroup,
  OutboxSummary,
  Person,
  State,
} from './workspace-state';

/** The place of a button or a field. */
export type Locator =
  | { where: 'message'; channel: string; ts: string }
  | { where: 'modal'; viewId: string }
  | { where: 'home'; viewId: string };

interface ElementName {
  blockId: string;
  actionId: string;
}

/** An action by a person, as the server accepts it. */
export type Gesture =
  | { verb: 'say' | 'run'; channel: string; text: string }
  | { verb: 'shortcut'; callbackId: string }
  | { verb: 'openHome' }
  | ({ verb: 'press'; value?: string; state: Values } & Locator & ElementName)
  | ({ verb: 'choose'; selected: unknown; state: Values } & Locator & ElementName)
  | ({ verb: 'options'; query: string } & Locator & ElementName)
  | { verb: 'submit'; viewId: string; state: Values }
  | { verb: 'close'; viewId: string; all?: true }
  | { verb: 'moveClock'; to: 'tomorrow' | 'hour_later' }
  | { verb: 'resetClock' }
  | { verb: 'switchFault'; fault: FaultName; on: boolean }
  | { verb: 'switchMoodle'; name: MoodleSwitchName; on: boolean }
  | { verb: 'openCourse'; accountId: number; courseId: number };

export type Outcome = { ok: true; options?: Option[]; option_groups?: OptionGroup[] } | { ok: false; error: string };

/** The outcome of an action while the server is unreachable. */
export const NOT_REACHED = 'That did not reach the bot. Please try again.';

export async function fetchPeople(): Promise<Person[]> {
  return readJson(await fetch('/workspace/people'));
}

export async function fetchState(as: string): Promise<State> {
  return readJson(await fetch(`/workspace/state?as=${encodeURIComponent(as)}`));
}

/** Null when the server cannot read the bot's outbox. */
export async function fetchOutbox(): Promise<OutboxSummary | null> {
  return readJson(await fetch('/workspace/outbox'));
}

export async function fetchMoodle(): Promise<MoodleSummary> {
  return readJson(await fetch('/workspace/moodle'));
}

/** Resolves when the bot has answered. A failure is an outcome, never a rejection. */
export async function act(as: string, gesture: Gesture): Promise<Outcome> {
  try {
    const response = await fetch('/workspace/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, ...gesture }),
    });
    return (await response.json()) as Outcome;
  } catch {
    return { ok: false, error: NOT_REACHED };
  }
}

/** Rejects with a readable message when the server refuses the file. */
export async function uploadFile(as: string, file: File): Promise<SharedFile> {
  const response = await fetch(`/workspace/upload?as=${encodeURIComponent(as)}&name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return readJson(response);
}

export function fileAddress(as: string, id: string): string {
  return `/workspace/file?as=${encodeURIComponent(as)}&id=${encodeURIComponent(id)}`;
}

interface Listener {
  /** Called when there is something new to fetch, and after every connection. */
  changed(): void;
  lost(): void;
}

const RETRY_AFTER = 1_000;

/** Listens until the returned function is called. Reconnects whenever the server is back. */
export function listen(as: string, listener: Listener): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined;
  let events = connect();

  function connect(): EventSource {
    const source = new EventSource(`/workspace/events?as=${encodeURIComponent(as)}`);
    source.onmessage = () => listener.changed();
    source.onerror = () => {
      source.close();
      listener.lost();
      retry = setTimeout(() => {
        events = connect();
      }, RETRY_AFTER);
    };
    return source;
  }

  return () => {
    clearTimeout(retry);
    events.close();
  };
}

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`The local workspace answered ${response.status}.`);
  return (await response.json()) as T;
}
