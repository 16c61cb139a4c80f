import { useState } from 'react';
import { ModalStack } from './modal/ModalStack';
import { LostBanner } from './notices/LostBanner';
import { Toasts } from './notices/Toasts';
import { Screen } from './Screen';
import { Sidebar } from './sidebar/Sidebar';
import { useDrafts } from './use-drafts';
import { useFailures } from './use-failures';
import { useMedia } from './use-media';
import { usePeople } from './use-people';
import { usePlace } from './use-place';
import { useReported } from './use-reported';
import { useSettled } from './use-settled';
import { useUnread } from './use-unread';
import { useWorkspace } from './use-workspace';
import { useWorkspaceValue } from './use-workspace-value';
import { WorkspaceProvider } from './workspace-context';
import type { Failure } from './workspace-state';

const none: Failure[] = [];

export function App() {
  const place = usePlace();
  const { state, latest, lost, perform: performQuietly } = useWorkspace(place.as);
  const people = usePeople(lost);
  const failures = useFailures(state?.failures ?? none, lost);
  const perform = useReported(performQuietly, failures.add);
  const unread = useUnread(state, place.in);
  const drafts = useDrafts();
  const [drawn, setDrawn] = useState(false);
  const narrow = useMedia('(max-width: 760px)');
  const open = narrow && drawn;
  const workspace = useWorkspaceValue(state, perform);
  useSettled(place, people, state);

  return (
    <div className="workspace" data-foreign={latest?.person.foreign || undefined}>
      {latest && (
        <Sidebar
          state={latest}
          people={people}
          place={place}
          unread={unread}
          perform={perform}
          hidden={narrow && !drawn}
          open={open}
          onLeave={() => setDrawn(false)}
        />
      )}
      {open && <div className="veil" aria-hidden="true" onClick={() => setDrawn(false)} />}
      <main className="main" inert={open}>
        {lost && <LostBanner />}
        {state && workspace && (
          <WorkspaceProvider value={workspace}>
            <Screen
              key={place.as}
              state={state}
              place={place}
              drafts={drafts}
              unread={unread.size > 0}
              onMenu={() => setDrawn(true)}
            />
            <ModalStack key={`modals of ${place.as}`} modals={state.modals} errors={state.errors} failures={failures} />
          </WorkspaceProvider>
        )}
      </main>
      {!state?.modals.length && <Toasts failures={failures} />}
    </div>
  );
}
