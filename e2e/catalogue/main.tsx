import { render } from 'preact';
import { formatMessage } from '../../components/ui/format-message';
import { TextProvider } from '../../components/ui/text';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import { cardScenes } from './card-scenes';

/** index.html?scene=card&scheme=dark&language=en */
const query = new URLSearchParams(location.search);
const scheme = query.get('scheme') === 'dark' ? 'dark' : 'light';
const catalogue = query.get('language') === 'en' ? en : zh;

const scenes: Record<string, (scheme: 'light' | 'dark') => ReturnType<typeof cardScenes>> = { card: cardScenes };

const scene = scenes[query.get('scene') ?? 'card'];
if (!scene) throw new RangeError('no such scene');
render(<TextProvider value={(key, ...values) => formatMessage(catalogue, key, values)}>{scene(scheme)}</TextProvider>, document.body);
