import { Icon } from '../Icon';

export function LostBanner() {
  return (
    <div className="lost" role="alert">
      <Icon name="warning" size={18} />
      <span>
        The bot is not running. Start it again with <code>npm start</code>.
      </span>
    </div>
  );
}
