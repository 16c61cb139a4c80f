import { useEffect, useMemo } from 'react';
import { Blocks } from '../blocks/Blocks';
import { SurfaceProvider } from '../blocks/SurfaceProvider';
import type { Locator } from '../client';
import { useWorkspaceContext } from '../workspace-context';
import type { View } from '../workspace-state';

export function Home({ view }: { view: View | undefined }) {
  const { person, perform } = useWorkspaceContext();
  const viewId = view?.id ?? '';
  const locator = useMemo((): Locator => ({ where: 'home', viewId }), [viewId]);
  useEffect(() => {
    void perform({ verb: 'openHome' });
  }, [perform]);

  return (
    <section className="home" aria-label="App Home">
      <div className="home-content" lang={person.locale}>
        {view ? (
          <SurfaceProvider locator={locator} blocks={view.blocks}>
            <Blocks blocks={view.blocks} />
          </SurfaceProvider>
        ) : (
          <p className="hint">Seats shows nothing here yet.</p>
        )}
      </div>
    </section>
  );
}
