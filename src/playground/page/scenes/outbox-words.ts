import type { OutboxSummary } from '../workspace-state';

interface Words {
  title: string;
  text: string;
}

type Known = keyof OutboxSummary['counts'];

export const outboxWords: Record<Known, Words> = {
  pending: { title: 'Waiting', text: 'It is sent as soon as it is due.' },
  sending: { title: 'Being sent', text: 'The bot is telling Slack right now.' },
  unknown: { title: 'Unclear', text: 'Slack did not answer. The bot looks whether it arrived before it tries again.' },
  dead: { title: 'Given up', text: 'Slack refused it for good. It is not tried again.' },
  sent: { title: 'Sent', text: 'Slack has it.' },
};

/** An unknown state is shown by its own name. */
export function wordsFor(state: string): Words {
  return Object.entries(outboxWords).find(([name]) => name === state)?.[1] ?? { title: state, text: '' };
}
