import { Icon } from '../Icon';
import type { State } from '../workspace-state';
import { formatter } from '../zoned-time';
import { faultWords } from './fault-words';

const day = formatter({ weekday: 'long', day: 'numeric', month: 'long' });

/** Shows, even with the panel closed, that faults are on or the clock is moved. */
export function SceneHint({ state: { faults, clock } }: { state: State }) {
  const on = faultWords.filter(({ name }) => faults.includes(name)).map(({ title }) => title);
  return (
    <div role="status">
      {(on.length > 0 || clock.moved) && (
        <p className="scene-hint">
          <Icon name="sliders" size={14} />
          <span>
            {on.length > 0 && <>Switched on: {on.join(', ')}. </>}
            {clock.moved && <>The clock is moved: {day(new Date(Date.now() + clock.ahead), clock.zone)}.</>}
          </span>
        </p>
      )}
    </div>
  );
}
