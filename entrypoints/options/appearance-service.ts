import { browser } from 'wxt/browser';
import type { AppearanceService } from '../../components/appearance/view';
import type { Translate } from '../../components/ui/text';
import { appearance } from '../../lib/settings/settings';

/** The appearance page's reach into the settings and the browser. */
export function createAppearanceService(t: Translate): AppearanceService {
  return {
    get: appearance.get,
    set: appearance.set,
    watch: appearance.watch,
    async shortcuts() {
      const commands = await browser.commands.getAll();
      return commands.map(({ description, shortcut }) => ({ name: description || t('shortcut_popup'), keys: shortcut ?? '' }));
    },
    openShortcuts() {
      if (import.meta.env.FIREFOX) void openFirefoxShortcuts();
      else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    },
    explain: () => t('error_unexpected'),
  };
}

/** Since Firefox 137; the types do not know it yet. */
const openFirefoxShortcuts = () => (browser.commands as unknown as { openShortcutSettings(): Promise<void> }).openShortcutSettings();
