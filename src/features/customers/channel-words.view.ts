import type { CustomerAccount } from '../../core/customer';
import type { CopyKey, Translate } from '../../core/words';
import { channelLink } from '../../slack/blocks';
import { UNSHARED } from '../../slack/channel-change';
import { escapeMarkup } from '../../slack/text';

const REMEDIES: Record<string, CopyKey> = {
  not_in_channel: 'remedy.invite',
  channel_not_found: 'remedy.invite',
  is_archived: 'remedy.archived',
  is_inactive: 'remedy.archived',
  channel_deleted: 'remedy.deleted',
};

const REASONS: Record<string, CopyKey> = {
  not_in_channel: 'channel.not_in_it',
  channel_not_found: 'channel.not_in_it',
  method_not_supported_for_channel_type: 'channel.not_in_it',
  is_archived: 'channel.archived',
  is_inactive: 'channel.archived',
  channel_deleted: 'channel.deleted',
  name_taken: 'channel.name_taken',
  [UNSHARED]: 'channel.unshared',
};

/** The state of a customer's channel, as markup: Slack renders the link with the channel's current name. */
export function channelInMarkup({ channel, channelError, newChannel }: CustomerAccount, t: Translate): string {
  const reason = channelError && reasonInWords(channelError, t);
  if (!channel) return escapeMarkup(newChannelInWords(newChannel, reason, t));
  return reason ? `${channelLink(channel)} · ${escapeMarkup(reason)}` : channelLink(channel);
}

/** Why the app cannot reach or create a channel, and the remedy. */
export function reasonInWords(error: string, t: Translate): string {
  return t(REASONS[error] ?? 'channel.other_reason', { error });
}

function newChannelInWords(name: string | undefined, reason: string | undefined, t: Translate): string {
  if (!name) return t('channel.none');
  return reason ? t('channel.not_made', { name, reason }) : t('channel.being_made', { name });
}

/** The remedy for an unreachable channel, by Slack's error code. */
export function channelRemedy(error: string): CopyKey {
  return REMEDIES[error] ?? 'remedy.other';
}
