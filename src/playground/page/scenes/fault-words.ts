import type { FaultName } from '../workspace-state';

interface Words {
  name: FaultName;
  title: string;
  text: string;
}

export const faultWords: readonly Words[] = [
  { name: 'rate_limited', title: 'Rate limited', text: 'Slack takes no message and says: try again in 5 s.' },
  { name: 'answers_lost', title: 'Answers lost', text: 'New messages arrive, but the bot is never told so.' },
  { name: 'slack_down', title: 'Slack is down', text: 'Nothing that the bot asks of Slack works.' },
];
