import { useWorkspaceContext } from '../workspace-context';
import type { State } from '../workspace-state';
import { formatter } from '../zoned-time';

const time = formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const date = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

interface Props {
  clock: State['clock'];
  now: Date;
}

/** Not a live region: a screen reader would announce it every second. */
export function ClockPart({ clock: { zone, moved }, now }: Props) {
  const { person, perform } = useWorkspaceContext();
  return (
    <section className="scene" aria-labelledby="scene-clock">
      <h3 id="scene-clock">Clock</h3>
      <time className="clock" dateTime={now.toISOString()}>
        <strong>{time(now, zone)}</strong>
        <span>{date(now, zone)}</span>
      </time>
      <p className="hint">
        {zone}, where {person.name} lives
      </p>
      <div className="clock-moves">
        <button
          type="button"
          className="button plain small"
          onClick={() => perform({ verb: 'moveClock', to: 'tomorrow' })}
        >
          Tomorrow 09:00
        </button>
        <button
          type="button"
          className="button plain small"
          onClick={() => perform({ verb: 'moveClock', to: 'hour_later' })}
        >
          One hour later
        </button>
        {moved && (
          <button type="button" className="button quiet small" onClick={() => perform({ verb: 'resetClock' })}>
            Real time
          </button>
        )}
      </div>
    </section>
  );
}
