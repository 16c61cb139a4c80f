import { useStored } from '../use-stored';

interface ScenesState {
  open: boolean;
  toggle(): void;
}

/** The panel stays open when the person changes. */
export function useScenes(): ScenesState {
  const [open, change] = useStored(sessionStorage, 'local-workspace.scenes', false);
  return { open, toggle: () => change((before) => !before) };
}
