import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '#ui/fonts.css';
import '#ui/tokens.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import { Console } from './app/Console.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the console');
createRoot(root).render(<Console />);
