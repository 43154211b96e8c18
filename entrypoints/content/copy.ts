/**
 * Puts text on the clipboard from a reader's press. navigator.clipboard is missing on http pages, where many of our sites are, and the
 * old command needs no permission.
 */
export async function copyToClipboard(text: string): Promise<void> {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', give, { capture: true });
  try {
    if (!document.execCommand('copy')) throw new Error('the browser refused to copy');
  } finally {
    window.removeEventListener('copy', give, { capture: true });
  }
}
