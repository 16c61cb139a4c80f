import { useCallback, useState } from 'react';
import { useStored } from './use-stored';
import type { Failure } from './workspace-state';

export interface Failures {
  shown: string[];
  add(text: string): void;
  dismiss(text: string): void;
}

const KEPT = 100;
const nothing: string[] = [];

/** What failed and was not dismissed yet: told by the server or noticed here, each sentence once. */
export function useFailures(told: readonly Failure[]): Failures {
  const [noticed, setNoticed] = useState<string[]>([]);
  const [dismissed, setDismissed] = useStored(sessionStorage, 'local-workspace.dismissed', nothing);

  const fresh = told.filter((failure) => !dismissed.includes(nameOf(failure)));
  const shown = [...new Set([...fresh.map(({ text }) => text), ...noticed])];

  const add = useCallback((text: string) => setNoticed((before) => [...before, text]), []);

  const dismiss = useCallback(
    (text: string) => {
      setNoticed((before) => before.filter((one) => one !== text));
      const names = told.filter((failure) => failure.text === text).map(nameOf);
      setDismissed((before) => [...before, ...names].slice(-KEPT));
    },
    [told, setDismissed],
  );

  return { shown, add, dismiss };
}

/** Numbers start again with the server, so the text is part of the name. */
function nameOf({ id, text }: Failure): string {
  return `${id} ${text}`;
}
