import { Icon, type IconName } from './Icon';
import { MenuButton } from './MenuButton';
import { PlaceTitle } from './PlaceTitle';
import type { Channel } from './workspace-state';

export interface Card {
  title: string;
  icon: IconName;
  open: boolean;
  toggle(): void;
}

interface Props {
  channel: Channel | undefined;
  unread: boolean;
  cards: Card[];
  onMenu(): void;
}

/** The title of the current place, and the buttons for the cards below. */
export function ScreenBar({ channel, unread, cards, onMenu }: Props) {
  return (
    <header className="bar">
      <MenuButton unread={unread} onPress={onMenu} />
      <PlaceTitle channel={channel} />
      {cards.map(({ title, icon, open, toggle }) => (
        <button key={title} type="button" className="button quiet" aria-expanded={open} onClick={toggle}>
          <Icon name={icon} size={16} />
          <span className="bar-label">{title}</span>
        </button>
      ))}
    </header>
  );
}
