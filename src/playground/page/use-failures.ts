import { useCallback, useState } from 'react';
import type { Failure } from './workspace-state';

export interface Failures {
  shown: string[];
  add(text: string): void;
  dismiss(text: string): void;
}

const STORED = 'local-workspace.dismissed';

/** What failed and was not dismissed yet: told by the server or noticed here, each sentence once. */
export function useFailures(told: readonly Failure[]): Failures {
  const [noticed, setNoticed] = useState<string[]>([]);
  const [dismissed, setDismissed] = useState(readDismissed);

  const fresh = told.filter((failure) => !dismissed.includes(nameOf(failure)));
  const shown = [...new Set([...fresh.map(({ text }) => text), ...noticed])];

  const add = useCallback((text: string) => setNoticed((before) => [...before, text]), []);

  const dismiss = useCallback(
    (text: string) => {
      setNoticed((before) => before.filter((one) => one !== text));
      const names = told.filter((failure) => failure.text === text).map(nameOf);
      setDismissed((before) => writeDismissed([...before, ...names]));
    },
    [told],
  );

  return { shown, add, dismiss };
}

/** Numbers start again with the server, so the text is part of the name. */
function nameOf({ id, text }: Failure): string {
  return `${id} ${text}`;
}

function readDismissed(): string[] {
  return JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as string[];
}

function writeDismissed(names: string[]): string[] {
  const latest = names.slice(-100);
  sessionStorage.setItem(STORED, JSON.stringify(latest));
  return latest;
}
