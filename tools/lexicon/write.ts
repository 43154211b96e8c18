/** `npm run lexicon`: the finder's words as an asset, and their version. */
import { buildLexiconAsset } from './build';

buildLexiconAsset();
