/** How long an address is kept for the browser to fetch what it names, in milliseconds. */
const KEPT = 60_000;

/** Gives the reader a text as a file, by the browser's own way of saving; asks for no permission. */
export function downloadText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
