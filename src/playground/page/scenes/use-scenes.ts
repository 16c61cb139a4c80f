import { useStored } from '../use-stored';

interface ScenesState {
  open: boolean;
  toggle(): void;
}

/** Stays open when one becomes somebody else. */
export function useScenes(): ScenesState {
  const [open, change] = useStored(sessionStorage, 'local-workspace.scenes', false);
  return { open, toggle: () => change((before) => !before) };
}
