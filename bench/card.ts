import { join } from 'node:path';
import { launchChromium } from '../e2e/drivers/chromium';
import { annotated, builtExtension, closeCard, pointOn } from '../e2e/reader';
import { serveSite } from '../e2e/server';
import { taihu } from '../e2e/site/articles/taihu';
import { demoSite } from '../e2e/site/site';
import { ROOT } from '../tools/setup.mjs';
import { median, milliseconds, report } from './measure';

const ROUNDS = 21;

/** From the end of the pointer's rest to the card that stands, warm, against a bare message there and back. */
export async function benchCard(): Promise<void> {
  const server = await serveSite(demoSite);
  const options = { port: server.port, headless: true };
  const ours = await launchChromium({ ...options, extension: builtExtension('chromium') });
  const bare = await launchChromium({ ...options, extension: join(ROOT, 'bench/bare-extension') });
  try {
    const barePage = await bare.open(taihu.url);
    const page = await ours.open(taihu.url);
    await annotated(page);
    await page.evaluate(() => {
      const scope = globalThis as unknown as { pressed: number; took: number | null };
      // A press decides as the end of the rest does: from there both go the same way. It has the advantage that the page sees its moment.
      addEventListener('click', () => Object.assign(scope, { pressed: performance.now(), took: null }), true);
      const opened = (event: Event) => {
        if ((event.target as Element).localName === 'longcheng-card' && (event as ToggleEvent).newState === 'open') {
          scope.took ??= performance.now() - scope.pressed;
        }
      };
      document.addEventListener('beforetoggle', opened, true);
    });
    const { x, y } = await pointOn(page, '朱小平');
    const times: Record<'card' | 'message', number[]> = { card: [], message: [] };
    for (let round = 0; round < ROUNDS; round++) {
      times.message.push(
        await barePage.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const start = performance.now();
              addEventListener('bench-answer', () => resolve(performance.now() - start), { once: true });
              dispatchEvent(new Event('bench-ask'));
            }),
        ),
      );
      await page.move(x, y);
      // The pointer rests, for less than would open the card by itself.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      await page.click(x, y);
      times.card.push(
        await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const look = () => {
                const { took } = globalThis as unknown as { took: number | null };
                if (typeof took === 'number') resolve(took);
                else setTimeout(look, 5);
              };
              look();
            }),
        ),
      );
      await closeCard(page);
    }
    // The first card brings in what draws it.
    const [card, message] = [median(times.card.slice(1)), median(times.message.slice(1))];
    console.log('\nOpening a card, warm (Chromium)');
    console.log(`  bare message there and back ${milliseconds(message)}, card ${milliseconds(card)}`);
    report('pointer at rest to open card / bare message there and back', card / message, 3);
  } finally {
    await ours.close();
    await bare.close();
    await server.close();
  }
}
