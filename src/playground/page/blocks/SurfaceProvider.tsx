import type { ReactNode } from 'react';
import type { Locator } from '../client';
import type { KnownBlock } from '../workspace-state';
import { SurfaceContext } from './surface';
import { useForm } from './use-form';

interface Props {
  /** Must be the same object as long as the place is the same. */
  locator: Locator;
  blocks: KnownBlock[];
  children: ReactNode;
}

/** For messages and Home. A modal has its own form, because it is submitted. */
export function SurfaceProvider({ locator, blocks, children }: Props) {
  const { surface } = useForm({ locator, blocks });
  return <SurfaceContext value={surface}>{children}</SurfaceContext>;
}
