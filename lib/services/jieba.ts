import init, { cut } from 'jieba-wasm/web';

/** Compiles and starts jieba. Rejects where the browser refuses wasm. */
export async function loadJieba(): Promise<(text: string) => string[]> {
  await init();
  // The first call builds its tables, which takes longer than all else: it must not fall into somebody's question.
  cut('常州', true);
  return (text) => cut(text, true);
}
