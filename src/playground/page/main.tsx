import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'slack-blocks-to-jsx/dist/style.css';
import './styles/theme.css';
import './styles/base.css';
import './styles/sidebar.css';
import './styles/channel.css';
import './styles/message.css';
import './styles/composer.css';
import './styles/blocks.css';
import './styles/drawn.css';
import './styles/buttons.css';
import './styles/fields.css';
import './styles/popups.css';
import './styles/modal.css';
import './styles/tour.css';
import './styles/scenes.css';
import './styles/notices.css';
import { App } from './App';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
