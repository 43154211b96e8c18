import '../../components/options/options.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createTranslate } from '../../components/ui/text';
import { OptionsApp } from './options-app';

const t = createTranslate((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);
document.documentElement.lang = t('ui_language');
document.title = t('extension_name');

const root = document.getElementById('root');
if (root) render(<OptionsApp t={t} />, root);
