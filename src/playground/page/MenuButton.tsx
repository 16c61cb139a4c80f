import { Icon } from './Icon';

/** Visible only in narrow windows, where the sidebar is a drawer. */
export function MenuButton({ unread, onPress }: { unread: boolean; onPress(): void }) {
  const label = unread ? 'Open the menu, something is unread' : 'Open the menu';
  return (
    <button type="button" className="icon-button menu-button" aria-label={label} onClick={onPress}>
      <Icon name="menu" size={20} />
      {unread && <span className="dot" />}
    </button>
  );
}
