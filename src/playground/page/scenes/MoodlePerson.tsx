import { useWorkspaceContext } from '../workspace-context';
import type { MoodlePerson as Person } from '../workspace-state';
import { formatter } from '../zoned-time';

const day = formatter({ dateStyle: 'medium' });
const moment = formatter({ dateStyle: 'medium', timeStyle: 'short' });

export function MoodlePerson({ courseId, person }: { courseId: number; person: Person }) {
  const { perform, zone } = useWorkspaceContext();
  const { accountId, name, roles, groups, method, suspended, start, end, lastVisit } = person;
  const details = [
    ...roles,
    ...groups,
    ...(method === 'self' ? ['by themselves'] : []),
    ...(suspended ? ['suspended'] : []),
  ];
  const dayOf = (seconds: number) => day(new Date(seconds * 1000), zone);
  return (
    <tr>
      <td>
        {name}
        <span className="hint">{details.join(', ')}</span>
      </td>
      <td>
        {start > 0 ? dayOf(start) : 'any time'}
        <span className="hint">{end > 0 ? `until ${dayOf(end)}` : 'without end'}</span>
      </td>
      <td>
        {lastVisit > 0 ? moment(new Date(lastVisit * 1000), zone) : 'never'}
        <button
          type="button"
          className="button plain small"
          aria-label={`${name} opens the course`}
          onClick={() => void perform({ verb: 'openCourse', accountId, courseId })}
        >
          Opens the course
        </button>
      </td>
    </tr>
  );
}
