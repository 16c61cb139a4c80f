import { useEffect, useState } from 'react';
import { useWorkspaceContext } from '../workspace-context';
import { recallBefore, remember } from './sent-lines';

const SOON = 400;

export interface Sender {
  send(): void;
  /** True when the field is empty or holds a recalled line. */
  canRecall: boolean;
  recall(): void;
  /** True when the bot takes long to answer. */
  waiting: boolean;
}

/** Sends a line. Restores it in the field when sending fails. */
export function useSender(channel: string, text: string, write: (text: string) => void): Sender {
  const { person, perform } = useWorkspaceContext();
  const [sending, setSending] = useState(0);
  const [recalled, setRecalled] = useState<string>();
  const waiting = useLasting(sending > 0, SOON);

  const send = async () => {
    const line = text.trim();
    if (!line) return;
    write('');
    remember(person.key, line);
    setSending((count) => count + 1);
    const outcome = await perform({ verb: line.startsWith('/') ? 'run' : 'say', channel, text: line });
    setSending((count) => count - 1);
    if (!outcome.ok) write(line);
  };

  const recall = () => {
    const line = recallBefore(person.key, text);
    if (line === undefined) return;
    setRecalled(line);
    write(line);
  };

  return { send: () => void send(), canRecall: text === '' || text === recalled, recall, waiting };
}

/** True once `active` has been true for `delay` milliseconds. */
function useLasting(active: boolean, delay: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), delay);
    return () => clearTimeout(timer);
  }, [active, delay]);
  return lasting;
}
