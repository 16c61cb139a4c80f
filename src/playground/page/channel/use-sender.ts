import { useEffect, useState } from 'react';
import { useWorkspaceContext } from '../workspace-context';
import { recallBefore, remember } from './sent-lines';

const SOON = 400;

export interface Sender {
  send(): void;
  /** True while the field is empty or holds a line recalled earlier. */
  canRecall: boolean;
  recall(): void;
  /** True when the bot lets one wait. */
  waiting: boolean;
}

/** Sends a line; when that fails, the line is there again. */
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

/** True once it has been so for a while. */
function useLasting(active: boolean, delay: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), delay);
    return () => clearTimeout(timer);
  }, [active, delay]);
  return lasting;
}
