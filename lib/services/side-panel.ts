import { browser } from 'wxt/browser';

/** Each browser has one of these; Firefox calls it a sidebar. */
interface Beside {
  sidePanel?: { open(beside: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void>; toggle(): Promise<void> };
}
const beside = () => browser as Beside;

/** Whether this browser has a place for a panel beside the page: on a phone there is none. */
export function hasSidePanel(): boolean {
  const { sidePanel, sidebarAction } = beside();
  return sidePanel !== undefined || sidebarAction !== undefined;
}

/** Opens the panel in a window. Browsers allow it only in the very turn in which the reader pressed something. */
export async function openSidePanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = beside();
  await (sidebarAction ? sidebarAction.open() : sidePanel?.open({ windowId }));
}

/** Answers the reader's shortcut: opens the panel, and where the browser has a way, closes it again. */
export function serveSidePanelCommand(report: (error: unknown) => void): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command !== 'side-panel') return;
    const { sidebarAction } = beside();
    const done = sidebarAction ? sidebarAction.toggle() : openSidePanel(tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT);
    done.catch(report);
  });
}
