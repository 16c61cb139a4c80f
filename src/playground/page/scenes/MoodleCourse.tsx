import type { MoodleCourse as Course } from '../workspace-state';
import { MoodlePerson } from './MoodlePerson';

export function MoodleCourse({ course }: { course: Course }) {
  const { id, shortname, fullname, visible, takesEnrolments, people } = course;
  return (
    <li>
      <b>{shortname}</b> {fullname}
      {!visible && <span className="badge">hidden</span>}
      {!takesEnrolments && <span className="badge">no manual enrolment</span>}
      {people.length > 0 && (
        <table className="outbox">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">From and until</th>
              <th scope="col">Last opened</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <MoodlePerson key={`${person.accountId} ${person.method}`} courseId={id} person={person} />
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
