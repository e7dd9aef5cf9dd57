import './app/theme.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

createRoot(document.getElementById('workspace')!).render(<App />);
