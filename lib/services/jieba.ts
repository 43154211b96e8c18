import init, { cut } from 'jieba-wasm/web';

/** Compiles and starts jieba. Rejects where the browser refuses wasm. */
export async function loadJieba(): Promise<(text: string) => string[]> {
  await init();
  return (text) => cut(text, true);
}
