import { render } from 'preact';
import { formatMessage } from '../../components/ui/format-message';
import { TextProvider } from '../../components/ui/text';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';

/** index.html?scene=card&scheme=dark&language=en */
const query = new URLSearchParams(location.search);
const language = query.get('language') === 'en' ? 'en' : 'zh-CN';
const catalogue = language === 'en' ? en : zh;

// One scene a page, so that each is drawn under its own style sheet alone.
const SCENES = {
  card: async () => (await import('./card-scenes')).cardScenes(query.get('scheme') === 'dark' ? 'dark' : 'light'),
  popup: async () => (await import('./popup-scenes')).popupScene(),
  options: async () => {
    const { OptionsScene } = await import('./options-scenes');
    return <OptionsScene hash={location.hash} />;
  },
  'popup-foreign': async () => (await import('./popup-scenes')).popupForeignScene(),
  panel: async () => (await import('./panel-scenes')).panelScene(),
  'panel-given-up': async () => (await import('./panel-scenes')).panelGivenUpScene(),
  'panel-off': async () => (await import('./panel-scenes')).panelOffScene(),
  'popup-off': async () => (await import('./popup-scenes')).popupOffScene(),
};

const scene = SCENES[(query.get('scene') ?? 'card') as keyof typeof SCENES];
document.documentElement.lang = language;
document.documentElement.className = 'margins';
document.body.style.margin = '0';
const view = await scene();
render(<TextProvider value={(key, ...values) => formatMessage(catalogue, key, values)}>{view}</TextProvider>, document.body);
