import '../../components/popup/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createTranslate } from '../../components/ui/text';
import { PopupApp } from './popup-app';

const t = createTranslate((key, substitutions) => browser.i18n.getMessage(key, substitutions));
document.documentElement.lang = t('ui_language');
document.title = t('extension_name');

const root = document.getElementById('root');
if (root) render(<PopupApp t={t} />, root);
