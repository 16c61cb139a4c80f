import { useWorkspaceContext } from '../workspace-context';
import type { MoodleSwitchName } from '../workspace-state';
import { Switch } from './Switch';

interface Props {
  words: readonly { name: MoodleSwitchName; title: string; text: string }[];
  on: readonly MoodleSwitchName[];
}

export function MoodleSwitches({ words, on }: Props) {
  const { perform } = useWorkspaceContext();
  return (
    <ul className="faults">
      {words.map(({ name, title, text }) => (
        <li key={name}>
          <Switch
            title={title}
            text={text}
            on={on.includes(name)}
            onSwitch={(wanted) => void perform({ verb: 'switchMoodle', name, on: wanted })}
          />
        </li>
      ))}
    </ul>
  );
}
