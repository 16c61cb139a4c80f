import type { ReactNode } from 'react';
import type { Locator } from '../client';
import type { KnownBlock } from '../workspace-state';
import { SurfaceContext } from './surface';
import { useForm } from './use-form';

interface Props {
  /** Keep it the same object while it is the same place. */
  locator: Locator;
  blocks: KnownBlock[];
  children: ReactNode;
}

/** For messages and Home; a modal keeps its form itself, because it is submitted. */
export function SurfaceProvider({ locator, blocks, children }: Props) {
  const { surface } = useForm({ locator, blocks });
  return <SurfaceContext value={surface}>{children}</SurfaceContext>;
}
