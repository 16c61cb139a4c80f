import type { App } from '@slack/bolt';
import type { Addressed, Dispatcher } from './dispatcher';

const ARCHIVED = ['channel_archive', 'group_archive'] as const;
const DELETED = ['channel_deleted', 'group_deleted'] as const;
const LEFT = ['channel_left', 'group_left'] as const;
/** These events report what a person did, not its effect on us. */
const TO_LOOK_AT = ['channel_unarchive', 'group_unarchive', 'channel_shared', 'channel_unshared'] as const;

/** Events of channels. A new name does not matter: a link always shows the current one. */
export function listenToChannels<C extends Addressed>(app: App, { onChannelChange }: Dispatcher<C>): void {
  const lost = (types: readonly (typeof ARCHIVED | typeof DELETED | typeof LEFT)[number][], error: string) => {
    for (const type of types)
      app.event(type, ({ event }) => onChannelChange({ kind: 'lost', channel: event.channel, error }));
  };
  lost(ARCHIVED, 'is_archived');
  lost(DELETED, 'channel_deleted');
  lost(LEFT, 'not_in_channel');
  for (const type of TO_LOOK_AT)
    app.event(type, ({ event }) => onChannelChange({ kind: 'look', channel: event.channel }));
  app.event('channel_id_changed', ({ event }) =>
    onChannelChange({ kind: 'moved', from: event.old_channel_id, to: event.new_channel_id }),
  );
  // Slack reports every member who joins or leaves; only the app itself matters.
  app.event('member_left_channel', async ({ event, context }) => {
    if (event.user !== context.botUserId) return;
    await onChannelChange({ kind: 'lost', channel: event.channel, error: 'not_in_channel' });
  });
  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user === context.botUserId) await onChannelChange({ kind: 'look', channel: event.channel });
  });
}
