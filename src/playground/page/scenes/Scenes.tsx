import { fetchMoodle, fetchOutbox } from '../client';
import { Icon } from '../Icon';
import type { State } from '../workspace-state';
import { ClockPart } from './ClockPart';
import { FaultsPart } from './FaultsPart';
import { MoodlePart } from './MoodlePart';
import { OutboxPart } from './OutboxPart';
import { useNow } from './use-now';
import { usePolled } from './use-polled';

interface Props {
  state: State;
  onClose(): void;
}

/** Controls for the workspace itself, and the bot's internal state. */
export function Scenes({ state, onClose }: Props) {
  const now = useNow(state.clock.ahead);
  const outbox = usePolled(fetchOutbox);
  const moodle = usePolled(fetchMoodle);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="scenes" aria-labelledby="scenes-title" tabIndex={0}>
      <header>
        <h2 id="scenes-title">Behind the scenes</h2>
        <p>Move the time or make Slack or Moodle fail, and see what the bot does.</p>
        <button type="button" className="icon-button" aria-label="Close this panel" onClick={onClose}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <div className="scenes-parts">
        <ClockPart clock={state.clock} now={now} />
        <FaultsPart on={state.faults} />
        {outbox && <OutboxPart outbox={outbox} now={now} />}
        {moodle && <MoodlePart moodle={moodle} />}
      </div>
    </section>
  );
}
