import type { MoodleMail } from '../workspace-state';

export function MoodleMails({ mails }: { mails: readonly MoodleMail[] }) {
  if (mails.length === 0) return <p className="hint">Moodle has sent no mail.</p>;
  return (
    <>
      <h4>Latest mails</h4>
      <ul className="moodle-mails">
        {mails.map((mail, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: mails have no id, and two equal mails are both shown
          <li key={index}>
            {mail.kind === 'welcome' ? `Welcome to ${mail.course}` : 'New account and its password'}
            <span className="hint">to {mail.to}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
