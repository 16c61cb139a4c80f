import { useWorkspaceContext } from '../workspace-context';
import type { FaultName } from '../workspace-state';
import { faultWords } from './fault-words';
import { Switch } from './Switch';

export function FaultsPart({ on }: { on: readonly FaultName[] }) {
  const { perform } = useWorkspaceContext();
  return (
    <section className="scene" aria-labelledby="scene-faults">
      <h3 id="scene-faults">Faults</h3>
      <ul className="faults">
        {faultWords.map(({ name, title, text }) => (
          <li key={name}>
            <Switch
              title={title}
              text={text}
              on={on.includes(name)}
              onSwitch={(wanted) => void perform({ verb: 'switchFault', fault: name, on: wanted })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
