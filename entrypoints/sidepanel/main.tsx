import '../../components/panel/panel.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createTranslate } from '../../components/ui/text';
import { PanelApp } from './panel-app';

const t = createTranslate((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);
document.documentElement.lang = t('ui_language');
document.title = t('panel_title');

// `?tab=<id>` keeps to one tab, whichever is active: for where a browser has no side panel.
const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
const root = document.getElementById('root');
if (root) render(<PanelApp t={t} onlyTab={Number.isInteger(tab) ? tab : null} />, root);
