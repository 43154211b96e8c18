/** `npm run eval`: what the finder finds in the project's own labelled texts. `-- --errors` lists every miss; `-- --part learn|measure` takes one part. */
import { createPackAnnotator } from '../../tools/annotator';
import { readLabelled } from './labelled';
import { formatScore, score } from './score';

const args = process.argv.slice(2);
const only = args.includes('--part') ? args[args.indexOf('--part') + 1] : undefined;
const annotate = await createPackAnnotator();
for (const part of ['learn', 'measure'] as const) {
  if (only && only !== part) continue;
  const texts = readLabelled().filter((text) => text.part === part);
  const result = score(
    texts.map((text) => ({ text, mentions: annotate({ text: text.text, date: text.date, ...(text.url && { url: text.url }) }).mentions })),
  );
  if (args.includes('--errors')) for (const error of result.errors) console.log(error);
  console.log(`\n${part}: ${texts.length} texts`);
  console.log(formatScore(result));
}
