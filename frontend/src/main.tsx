import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/app';
import { currentLanguage } from '@/i18n';

document.documentElement.lang = currentLanguage();
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);

// The web font is asked for only after the first paint, and only where no Noto Sans JP is installed.
requestAnimationFrame(() => setTimeout(() => void import('./styles/fonts.css'), 0));
