import type { AlertBlock as Alert } from '@slack/types';
import { Icon, type IconName } from '../Icon';
import { AnyText } from './AnyText';

const icons: Record<NonNullable<Alert['level']>, IconName> = {
  default: 'info',
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'warning',
};

export function AlertBlock({ block: { text, level = 'default' } }: { block: Alert }) {
  return (
    <div className="alert-block" data-level={level}>
      <Icon name={icons[level] ?? 'info'} size={18} />
      <AnyText text={text} />
    </div>
  );
}
