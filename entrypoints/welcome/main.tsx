import '../../components/welcome/welcome.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createTranslate } from '../../components/ui/text';
import { createCardPart } from '../card/card-part';
import { PART } from '../content/card-part';
import { readHere } from './read-here';
import { WelcomeApp } from './welcome-app';

const t = createTranslate((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);
document.documentElement.lang = t('ui_language');
document.title = t('extension_name');
Object.assign(globalThis, { [PART]: createCardPart(t) });

const root = document.getElementById('root');
if (root) render(<WelcomeApp t={t} />, root);
void readHere();
